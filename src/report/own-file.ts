import { copyFile, lstat, open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { failing } from '../failure.ts';
import { isSystemError, realPathOf } from '../files.ts';
import { quote } from '../text.ts';

/** A kind of file that the action writes where an input says. */
export interface OwnFile {
  /** The name of the input. */
  readonly input: string;
  /** What the file is, as a sentence says it: `report`. */
  readonly what: string;
  /** Whether a file that begins so is of this kind: at most its first 1024 bytes are given. */
  readonly isOurs: (beginning: string) => boolean;
}

/** Bytes of a file that are looked at. */
const LOOKED_AT = 1024;

/**
 * Clears the way for a file of ours at the path that the user gives: an earlier one is removed before anything else
 * happens, so that none of an earlier run is left under the name, whatever becomes of this run.
 * @param copy where the earlier one is put by, when it is still to be read.
 * @returns the path, absolute and with links resolved.
 * @throws ActionFailure `InvalidInput` when anything else is there, or the path cannot be looked at.
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
    if (kind === 'other') throw refused(input, `${quote(file)} exists and is no ${what} of this action`);
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
    // Nothing else is opened: a FIFO would be waited on, and a device may do something.
    if (!(await lstat(path)).isFile()) return 'other';
    const handle = await open(path);
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
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
