import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { link, lstat, mkdir, open, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/**
 * Writes a file whole or not at all: under a temporary name beside it, then moved. Only its owner can read it.
 * Without `replace`, it fails with `EEXIST` if there is something already. A text that may be longer than a string can
 * be comes in pieces. With `flush` it is on the disk before this returns, which takes a busy disk seconds: a crash of
 * the whole machine does not lose it then.
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
      await handle.writeFile(typeof text === 'string' ? text : inLargePieces(text), 'utf8');
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

/** Opens a file that is not there yet, in a directory that may not be there either. */
async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
    await makeParents(dirname(path));
    return open(path, 'wx', 0o600);
  }
}

/** UTF-16 units that are written at a time: a call for each line of a large report would take seconds. */
const LARGE_PIECE = 256 * 1024;

/** The same text in fewer pieces. */
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

/** Makes a directory and those above it. One at a time: Node's own `recursive` never ends where `/proc` refuses it. */
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

/** What stands at a path. A link counts as what it leads to; one that leads nowhere is `other`. */
export type FileKind = 'absent' | 'file' | 'directory' | 'other';

/** What stands at a path; `absent` also where it cannot be looked at. */
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
 * Reads a regular file of our own without ever waiting for one: a FIFO in its place would hang the step. Links are
 * not followed.
 * @throws Error when it is no regular file or has more bytes than `largest`; the system's error when it is not there.
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

/** How a file of our own is opened: no waiting for a FIFO's other end, and no following of links. */
export const WITHOUT_WAITING = flag(constants.O_NONBLOCK) | flag(constants.O_NOFOLLOW);

/** Windows has neither flag. */
function flag(value: number | undefined): number {
  return value ?? 0;
}

/** Where a path leads, links resolved, also when the file is not there yet. */
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

/** Whether something thrown is an error of the operating system, which has a code such as `ENOENT`. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}
