import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { failing } from '../failure.ts';
import { isSystemError, nameForUser } from '../files.ts';
import { count, didYouMean, quote } from '../text.ts';
import type { ResultsFile } from './reading/results-file.ts';

/** Bytes of the largest results file that is read: some six times the largest ARF file that is known. */
const LARGEST_RESULTS_FILE = 256 * 1024 * 1024;

/**
 * Finds and reads the files that paths and globs name, each file once, in the order of the patterns and, within a
 * glob, of the paths. A path that exists is never taken for a glob.
 * @throws ActionFailure `ResultsFileNotFound` when a pattern matches no file; `ResultsFileUnreadable` when a file
 *   cannot be read or has more than 256 MiB.
 */
export async function readResultsFiles(
  patterns: readonly string[],
  workingDirectory: string,
  largest = LARGEST_RESULTS_FILE,
): Promise<readonly ResultsFile[]> {
  const paths = new Set<string>();
  for (const pattern of patterns) {
    const found = await findFiles(pattern, workingDirectory);
    if (found.length === 0) throw await notFound(pattern, workingDirectory);
    for (const path of found) paths.add(await realpath(path));
  }
  const files: ResultsFile[] = [];
  for (const path of paths) files.push(await readResultsFile(path, workingDirectory, largest));
  return files;
}

/**
 * Reads one file that is no results file, and named like one: a path, never a glob.
 * @throws ActionFailure `ResultsFileNotFound` when there is none; `ResultsFileUnreadable` when it cannot be read, is no
 *   regular file, or has more bytes than `largest`.
 */
export async function readOneFile(
  path: string,
  workingDirectory: string,
  largest: number,
): Promise<ResultsFile> {
  const absolute = resolve(workingDirectory, path);
  const kind = await kindOfMatch(absolute);
  if (kind === undefined)
    throw failing('ResultsFileNotFound', `there is no file ${quote(path)}.${await nearMisses(absolute)}`);
  if (kind !== 'file') throw failing('ResultsFileUnreadable', `${quote(path)} is not a regular file.`);
  return readResultsFile(await realpath(absolute), workingDirectory, largest);
}

async function findFiles(pattern: string, workingDirectory: string): Promise<readonly string[]> {
  const path = resolve(workingDirectory, pattern);
  const kind = await kindOfMatch(path);
  if (kind === 'file') return [path];
  if (kind !== undefined || !/[*?[]/.test(pattern)) return [];
  // The globs of the toolkit start at the process's directory; a pattern of ours starts at the given one.
  // The directory itself is none, whatever characters its name has.
  const literalDirectory = workingDirectory.replaceAll(/[[*?]/g, '[$&]');
  const { create } = await import('@actions/glob');
  const globber = await create(resolve(literalDirectory, pattern), {
    implicitDescendants: false,
    matchDirectories: false,
  });
  const found: string[] = [];
  // What is no regular file is left out: a pipe would be waited on for ever.
  for (const match of await globber.glob()) if ((await kindOfMatch(match)) === 'file') found.push(match);
  return found.sort();
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
    const handle = await open(path);
    try {
      const { size, mtimeMs: modified, dev: device } = await handle.stat();
      if (size > largest) {
        throw failing(
          'ResultsFileUnreadable',
          `${quote(name)} has ${count(size, 'byte')}; the largest file that is read has ${count(largest, 'byte')}.`,
          {
            remedy:
              'Check that the path is the one of the results file; split the results over several files.',
          },
        );
      }
      return { name, path, bytes: await handle.readFile(), modified, device };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw isSystemError(error) ? unreadable(name, error) : error;
  }
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

/** What stands where the file was looked for: a name that is close to it, or the first few. */
async function nearMisses(path: string): Promise<string> {
  const directory = dirname(path);
  let names: string[];
  try {
    names = (await readdir(directory)).sort();
  } catch (error) {
    if (isSystemError(error))
      return ` The directory ${quote(directory)} cannot be listed (${error.code ?? 'unknown'}).`;
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
