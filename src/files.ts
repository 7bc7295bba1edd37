import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { link, lstat, mkdir, open, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/**
 * Writes a file completely or not at all: under a temporary name beside it, which is then renamed. Only its owner can
 * read it. Without `replace`, it fails with `EEXIST` if the file exists. A text that may exceed the longest string is
 * passed in pieces. With `flush`, the file is on disk before this returns, which can take seconds, so that it survives
 * a crash of the machine.
 */
export async function writeWhole(
  path: string,
  text: string | Iterable<string>,
  { replace = true, flush = false } = {},
): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  const handle = await openNew(temporary);
  try {
    try {
      await writePieces(handle, typeof text === 'string' ? [text] : inLargePieces(text));
      if (flush) await handle.sync();
    } finally {
      await handle.close();
    }
    if (replace) {
      await rename(temporary, path);
      return;
    }
    await link(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await rm(temporary);
}

/** Creates a file, and its directory if necessary. */
async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
    await makeParents(dirname(path));
    return open(path, 'wx', 0o600);
  }
}

/** Writes pieces one after another. While one is being written, the next one is already made. */
async function writePieces(handle: FileHandle, pieces: Iterable<string>): Promise<void> {
  let written = Promise.resolve();
  try {
    for (const piece of pieces) {
      await written;
      written = handle.writeFile(piece, 'utf8');
    }
  } finally {
    await written;
  }
}

/** UTF-16 units that are written at a time: one call per line of a large report would take seconds. */
const LARGE_PIECE = 256 * 1024;

/** The same text in fewer, larger pieces. */
function* inLargePieces(text: Iterable<string>): Generator<string> {
  let piece = '';
  for (const part of text) {
    piece += part;
    if (piece.length < LARGE_PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** Creates a directory and its parents, one at a time: Node's own `recursive` never returns if `/proc` refuses one. */
async function makeParents(directory: string): Promise<void> {
  const missing: string[] = [];
  let existing = directory;
  while ((await kindOfFile(existing)) === 'absent' && dirname(existing) !== existing) {
    missing.unshift(existing);
    existing = dirname(existing);
  }
  for (const path of missing) {
    await mkdir(path).catch((error: unknown) => {
      if (!isSystemError(error) || error.code !== 'EEXIST') throw error;
    });
  }
}

/** The kind of file at a path, following links; a dangling link is `other`. */
export type FileKind = 'absent' | 'file' | 'directory' | 'other';

/** The kind of file at a path; `absent` also if the path cannot be accessed. */
export async function kindOfFile(path: string): Promise<FileKind> {
  try {
    return kindOfStats(await lstat(await realpath(path)));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return (await isThere(path)) ? 'other' : 'absent';
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

function kindOfStats(stats: Stats): FileKind {
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'directory' : 'other';
}

/**
 * Reads one of our own regular files. It does not follow links, and never blocks on a FIFO in its place.
 * @throws Error when it is not a regular file or has more bytes than `largest`; the system's error when it is missing.
 */
export async function readOwnFile(path: string, largest: number): Promise<string> {
  const handle = await open(path, constants.O_RDONLY | WITHOUT_WAITING);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error(`${path} is not a regular file.`);
    if (stats.size > largest) throw new Error(`${path} has more than ${largest} bytes.`);
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/** Flags to open our own files: do not wait for the other end of a FIFO, and do not follow links. */
export const WITHOUT_WAITING = flag(constants.O_NONBLOCK) | flag(constants.O_NOFOLLOW);

/** On Windows, neither flag exists. */
function flag(value: number | undefined): number {
  return value ?? 0;
}

/** A path with links resolved, even if the file does not exist yet. */
export async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isSystemError(error) || dirname(path) === path) throw error;
    return join(await realPathOf(dirname(path)), basename(path));
  }
}

/** A path as the user would write it. */
export function nameForUser(path: string, workingDirectory: string): string {
  const inside = relative(workingDirectory, path);
  const steps = inside.split(sep);
  return inside === '' || steps[0] === '..' || isAbsolute(inside) ? path : steps.join('/');
}

/** Whether an error comes from the operating system, with a code such as `ENOENT`. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}
