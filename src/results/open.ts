import { constants } from 'node:fs';
import { open, readdir, realpath, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { ActionFailure, failing } from '../failure.ts';
import { isSystemError, nameForUser, WITHOUT_WAITING } from '../files.ts';
import { count, didYouMean, quote } from '../text.ts';
import { findMatches, isGlob, Unlistable } from './glob.ts';
import type { ResultsFile } from './reading/results-file.ts';
import { isRead, readOrUnread, type FoundFile } from './unread.ts';

/** Size in bytes of the largest results file that is read: about six times the largest known ARF file. */
const LARGEST_RESULTS_FILE = 256 * 1024 * 1024;

/**
 * Finds and reads the files that paths and globs name, each file once, in the order of the patterns and, within a
 * glob, in the order of the paths. A path that exists is never treated as a glob. What cannot be read keeps its place
 * in the list as a failure: `ResultsFileNotFound` for a pattern that matches no file; `ResultsFileUnreadable` for a file
 * that cannot be read or is larger than 256 MiB, and for a directory under a glob that cannot be listed.
 */
export async function readResultsFiles(
  patterns: readonly string[],
  workingDirectory: string,
  largest = LARGEST_RESULTS_FILE,
): Promise<readonly FoundFile[]> {
  const paths = new Set<string>();
  const found: FoundFile[] = [];
  for (const pattern of patterns) {
    const named = await readOrUnread(() => findFiles(pattern, workingDirectory));
    if (!isRead(named)) {
      found.push(named);
      continue;
    }
    for (const path of named) {
      if (paths.has(path)) continue;
      paths.add(path);
      found.push(await readOrUnread(() => readResultsFile(path, workingDirectory, largest)));
    }
  }
  return found;
}

/**
 * Reads one file other than a results file. `path` is never treated as a glob.
 * @throws ActionFailure `ResultsFileNotFound` when it does not exist; `ResultsFileUnreadable` when it cannot be read, is
 *   not a regular file, or has more than `largest` bytes.
 */
export async function readOneFile(
  path: string,
  workingDirectory: string,
  largest: number,
): Promise<ResultsFile> {
  const absolute = resolve(workingDirectory, path);
  const kind = await kindOfMatch(absolute);
  if (kind === undefined)
    throw failing('ResultsFileNotFound', `file ${quote(path)} does not exist.${await nearMisses(absolute)}`);
  if (kind !== 'file') throw failing('ResultsFileUnreadable', `${quote(path)} is not a regular file.`);
  return readResultsFile(await realpath(absolute), workingDirectory, largest);
}

/** The real paths of the files that a pattern names. */
async function findFiles(pattern: string, workingDirectory: string): Promise<readonly string[]> {
  const path = resolve(workingDirectory, pattern);
  const kind = await kindOfMatch(path);
  if (kind === 'file') return [await realpath(path)];
  const matches = kind === undefined && isGlob(pattern) ? await matchesOf(pattern, workingDirectory) : [];
  const files: string[] = [];
  // Only regular files: reading a pipe could wait for ever.
  for (const match of matches) if ((await kindOfMatch(match)) === 'file') files.push(match);
  if (files.length === 0) throw await notFound(pattern, workingDirectory);
  return Promise.all(files.sort().map((file) => realpath(file)));
}

async function matchesOf(pattern: string, workingDirectory: string): Promise<readonly string[]> {
  try {
    return await findMatches(pattern, workingDirectory);
  } catch (error) {
    if (!(error instanceof Unlistable)) throw error;
    throw failing(
      'ResultsFileUnreadable',
      `The directory ${quote(nameForUser(error.directory, workingDirectory))}, which may hold files for \`results-file\` ${quote(pattern)}, cannot be listed.`,
      {
        cause: error.message,
        remedy:
          "Name the files or their directory more precisely, or allow the runner's user to list the directory.",
      },
      error,
    );
  }
}

async function kindOfMatch(path: string): Promise<'file' | 'directory' | 'other' | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other';
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw unreadable(path, error);
  }
}

async function readResultsFile(
  path: string,
  workingDirectory: string,
  largest: number,
): Promise<ResultsFile> {
  const name = nameForUser(path, workingDirectory);
  try {
    const handle = await open(path, constants.O_RDONLY | WITHOUT_WAITING);
    try {
      const { size, mtimeMs: modified, dev: device } = await handle.stat();
      if (size > largest) throw tooLarge(name, count(size, 'byte'), largest);
      return { name, path, bytes: await readAtMost(handle, size, largest, name), modified, device };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw isSystemError(error) ? unreadable(name, error) : error;
  }
}

/** The bytes of a file. There may be more than its stated size: files in `/proc` state 0, and some never end. */
async function readAtMost(handle: FileHandle, size: number, largest: number, name: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let length = 0; ;) {
    const piece = Buffer.allocUnsafe(Math.max(size + 1 - length, 64 * 1024));
    const { bytesRead } = await handle.read(piece);
    if (bytesRead === 0) return concatenated(pieces);
    pieces.push(piece.subarray(0, bytesRead));
    length += bytesRead;
    if (length > largest) throw tooLarge(name, `more than ${count(largest, 'byte')}`, largest);
  }
}

/** All pieces in one buffer. A single piece, which is the usual case, is not copied: it may be 256 MiB. */
function concatenated(pieces: readonly Buffer[]): Buffer {
  const [first] = pieces;
  return first !== undefined && pieces.length === 1 ? first : Buffer.concat(pieces);
}

function tooLarge(name: string, has: string, largest: number): ActionFailure {
  return failing(
    'ResultsFileUnreadable',
    `${quote(name)} has ${has}; the limit is ${count(largest, 'byte')}.`,
    { remedy: 'Check that the path names the results file, or split the results into several files.' },
  );
}

async function notFound(pattern: string, workingDirectory: string): Promise<Error> {
  const path = resolve(workingDirectory, pattern);
  const kind = await kindOfMatch(path);
  if (kind === 'directory') {
    return failing('ResultsFileNotFound', `\`results-file\` ${quote(pattern)} is a directory.`, {
      remedy: `Name the files in it, with a glob such as \`${pattern.replace(/[\\/]+$/, '')}/*.json\`.`,
    });
  }
  if (kind === 'other') {
    return failing('ResultsFileNotFound', `\`results-file\` ${quote(pattern)} is not a regular file.`);
  }
  return failing(
    'ResultsFileNotFound',
    `\`results-file\` ${quote(pattern)} matches no file in the working directory ${quote(workingDirectory)}.` +
      (await nearMisses(path)),
  );
}

/** What the directory holds where the file was expected: a similar name, or the first few names. */
async function nearMisses(path: string): Promise<string> {
  const directory = dirname(path);
  let names: string[];
  try {
    names = (await readdir(directory)).sort();
  } catch (error) {
    if (isSystemError(error)) {
      const why =
        error.code === 'ENOENT' ? 'does not exist' : `cannot be listed (${error.code ?? 'unknown'})`;
      return ` The directory ${quote(directory)} ${why}.`;
    }
    throw error;
  }
  if (names.length === 0) return ` The directory ${quote(directory)} is empty.`;
  const close = didYouMean(basename(path), names);
  if (close !== '') return close;
  const some = names.slice(0, 8).map(quote).join(', ');
  return ` In ${quote(directory)} there are: ${some}${names.length > 8 ? ` and ${count(names.length - 8, 'more', 'more')}` : ''}.`;
}

function unreadable(name: string, error: unknown): Error {
  const cause = isSystemError(error) ? error.message : String(error);
  return failing('ResultsFileUnreadable', `${quote(name)} cannot be read.`, { cause }, error);
}
