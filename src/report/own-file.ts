import { copyFile, lstat, open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { failing } from '../failure.ts';
import { isSystemError, realPathOf } from '../files.ts';
import { quote } from '../text.ts';

/** A kind of file that the action writes to a path from an input. */
export interface OwnFile {
  /** The name of the input. */
  readonly input: string;
  /** What the file is called in a sentence: `report`. */
  readonly what: string;
  /** Whether a file is of this kind, from at most its first 1024 bytes. */
  readonly isOurs: (beginning: string) => boolean;
}

/** Bytes of a file that are read to recognise it. */
const BYTES_READ = 1024;

/**
 * Removes an earlier file of ours at the user's path before anything else happens, so that no file of an earlier run is
 * left there, however this run ends.
 * @param copy where to copy the earlier file first, if it is still needed.
 * @returns the path, absolute and with links resolved.
 * @throws ActionFailure `InvalidInput` when another file is there, or the path is not accessible.
 */
export async function clearOwnFile(
  file: string,
  own: OwnFile,
  workingDirectory: string,
  copy?: string,
): Promise<string> {
  const { input, what } = own;
  try {
    const path = await realPathOf(resolve(workingDirectory, file));
    const kind = await kindOf(path, own);
    if (kind === 'other') throw refused(input, `${quote(file)} exists and is not a ${what} of this action`);
    if (kind === 'ours' && copy !== undefined) await copyFile(path, copy);
    if (kind === 'ours') await rm(path);
    return path;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw refused(input, `${quote(file)} cannot be replaced: ${error.message}`, error);
  }
}

async function kindOf(path: string, { isOurs }: OwnFile): Promise<'nothing' | 'ours' | 'other'> {
  try {
    // Only regular files are opened: a FIFO would block, and opening a device may have effects.
    if (!(await lstat(path)).isFile()) return 'other';
    const handle = await open(path);
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(BYTES_READ), 0, BYTES_READ, 0);
      return isOurs(buffer.toString('utf8', 0, bytesRead)) ? 'ours' : 'other';
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return 'nothing';
    throw error;
  }
}

function refused(input: string, why: string, thrown?: unknown): Error {
  const remedy = `Name another file in \`${input}\`.`;
  return failing('InvalidInput', `\`${input}\`: ${why}.`, { remedy }, thrown);
}
