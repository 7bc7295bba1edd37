import { chmod, mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Failure } from '../../src/failure.ts';
import { readResultsFiles } from '../../src/results/open.ts';
import type { ResultsFile } from '../../src/results/reading/results-file.ts';
import { isRead } from '../../src/results/unread.ts';
import { nameForUser } from '../../src/files.ts';

let directory = '';

beforeEach(async () => {
  directory = await realpath(await mkdtemp(join(tmpdir(), 'read-test-')));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function put(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), `content of ${name}`);
  }
}

const namesOf = async (...patterns: readonly string[]): Promise<readonly string[]> =>
  (await filesOf(patterns)).map(({ name }) => name);

async function filesOf(patterns: readonly string[], from = directory): Promise<readonly ResultsFile[]> {
  const found = await readResultsFiles(patterns, from);
  expect(found.every(isRead)).toBe(true);
  return found.filter(isRead);
}

async function refusalOf(patterns: readonly string[], largest?: number): Promise<Failure> {
  const found = await readResultsFiles(patterns, directory, largest);
  const [first] = found.flatMap((one) => (isRead(one) ? [] : [one.unread.failure]));
  if (first === undefined) throw new Error('the files were read');
  return first;
}

describe('files are found', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['by a path', ['a.json'], ['a.json'], ['a.json']],
    ['in the order of the paths', ['a.json', 'b.json'], ['b.json', 'a.json'], ['b.json', 'a.json']],
    [
      'by a glob, sorted',
      ['c.json', 'a.json', 'b.json', 'x.txt'],
      ['*.json'],
      ['a.json', 'b.json', 'c.json'],
    ],
    [
      'by a glob over directories',
      ['out/b/2.json', 'out/a/1.json'],
      ['out/**/*.json'],
      ['out/a/1.json', 'out/b/2.json'],
    ],
    ['by a question mark', ['node1.json', 'node22.json'], ['node?.json'], ['node1.json']],
    [
      'once, however often they are named',
      ['a.json', 'b.json'],
      ['a.json', './a.json', '*.json'],
      ['a.json', 'b.json'],
    ],
    ['literally, if a name has brackets', ['r[1].json', 'r1.json'], ['r[1].json'], ['r[1].json']],
    ['literally, if a name has a star', ['a*.json', 'ab.json'], ['a*.json'], ['a*.json']],
    ['with spaces and non-ASCII letters', ['a b/ergebnis ü.json'], ['a b/*.json'], ['a b/ergebnis ü.json']],
    ['if their name begins with a dot', ['.hidden.json'], ['.hidden.json'], ['.hidden.json']],
    ['if their name begins with a hash', ['#1.json'], ['#1.json'], ['#1.json']],
  ])('%s', async (_how, existing, patterns, expected) => {
    await put(...existing);
    expect(await namesOf(...patterns)).toEqual(expected);
  });

  test('through symbolic links, once, under their own name', async () => {
    await put('real/a.json');
    await symlink(join(directory, 'real', 'a.json'), join(directory, 'link.json'));
    await symlink(join(directory, 'real'), join(directory, 'linked'));
    expect(await namesOf('link.json', 'linked/a.json', 'real/a.json')).toEqual(['real/a.json']);
  });

  test('outside the working directory, with their absolute path', async () => {
    await put('inside/a.json', 'outside.json');
    const outside = join(directory, 'outside.json');
    const files = await readResultsFiles(['../outside.json'], join(directory, 'inside'));
    expect(files).toMatchObject([{ name: outside, path: outside }]);
  });

  test('by a glob, in a directory whose name looks like a glob', async () => {
    await put('[x]*/a.json', 'x/b.json');
    const files = await filesOf(['*.json'], join(directory, '[x]*'));
    expect(files.map(({ name }) => name)).toEqual(['a.json']);
  });

  test('byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    await writeFile(join(directory, 'all'), bytes);
    const [file] = await filesOf(['all']);
    expect(Buffer.from(file?.bytes ?? [])).toEqual(Buffer.from(bytes));
  });

  test('even if they are empty: later steps report that', async () => {
    await writeFile(join(directory, 'empty.json'), '');
    expect((await filesOf(['empty.json']))[0]?.bytes).toHaveLength(0);
  });

  test('up to the size limit, but no larger', async () => {
    await writeFile(join(directory, 'a.json'), '12345');
    expect(await readResultsFiles(['a.json'], directory, 5)).toHaveLength(1);
    const failure = await refusalOf(['a.json'], 4);
    expect(failure.code).toBe('ResultsFileUnreadable');
    expect(failure.sentence).toBe('"a.json" has 5 bytes; the limit is 4 bytes.');
  });
});

test('no file larger than 256 MiB is read, unless another limit is given', async () => {
  const path = join(directory, 'long.json');
  await writeFile(path, '');
  await truncate(path, 256 * 1024 * 1024 + 1);
  expect((await refusalOf(['long.json'])).sentence).toBe(
    '"long.json" has 268,435,457 bytes; the limit is 268,435,456 bytes.',
  );
});

describe('a missing file is a failure', () => {
  test.each<[string, readonly string[], string, RegExp]>([
    [
      'with the name that was probably meant',
      ['results.json'],
      'result.json',
      /Did you mean "results.json"\?/,
    ],
    [
      'with the names that are there',
      ['one.xml', 'two.xml'],
      'benchmark.json',
      /there are: "one.xml", "two.xml"/,
    ],
    ['also for a glob', ['a.xml'], '*.json', /"\*\.json" matches no file/],
    ['if the directory is empty', [], 'a.json', /is empty/],
    ['if the directory does not exist', ['a.json'], 'out/a.json', /out" does not exist\./],
    ['if the directory is a file', ['a.json'], 'a.json/b.json', /cannot be listed \(ENOTDIR\)/],
    ['if it is a directory', ['out/a.json'], 'out', /"out" is a directory/],
    ['if a glob matches only directories', ['out/a.json'], 'o*', /matches no file/],
  ])('%s', async (_how, existing, pattern, expected) => {
    await put(...existing);
    const { code, sentence } = await refusalOf([pattern]);
    expect(code).toBe('ResultsFileNotFound');
    expect(sentence).toMatch(expected);
  });

  test('even if other patterns match', async () => {
    await put('a.json');
    expect((await refusalOf(['a.json', 'b*.yaml'])).sentence).toContain('"b*.yaml"');
  });

  test('that names eight other files and counts the rest', async () => {
    await put(
      ...Array.from({ length: 11 }, (_, index) => `scan-of-host-${String(index).padStart(2, '0')}.xml`),
    );
    expect((await refusalOf(['zzzzzzzz'])).sentence).toMatch(/"scan-of-host-07.xml" and 3 more\.$/);
  });

  test('that says how to name the files in a directory', async () => {
    await put('out/a.json');
    expect((await refusalOf(['out/'])).remedy).toContain('`out/*.json`');
  });

  test('for a broken link', async () => {
    await symlink(join(directory, 'gone'), join(directory, 'link.json'));
    expect((await refusalOf(['link.json'])).code).toBe('ResultsFileNotFound');
  });
});

const isLinux = process.platform === 'linux';

describe('an unreadable file is a failure, never a wait', () => {
  const isPosix = process.platform !== 'win32';
  (isPosix ? test : test.skip)('a pipe', async () => {
    execFileSync('mkfifo', [join(directory, 'pipe')]);
    expect((await refusalOf(['pipe'])).sentence).toContain('"pipe" is not a regular file');
  });

  (isPosix ? test : test.skip)('a pipe that a glob matches', async () => {
    execFileSync('mkfifo', [join(directory, 'a-pipe')]);
    expect((await refusalOf(['a-*'])).code).toMatch(/^ResultsFile/);
  });

  test('a link to itself', async () => {
    await symlink(join(directory, 'loop'), join(directory, 'loop'));
    expect((await refusalOf(['loop'])).code).toBe('ResultsFileUnreadable');
  });

  test('a name with a null byte', async () => {
    expect((await refusalOf(['a\0.json'])).code).toMatch(/^ResultsFile/);
  });

  test('a name that is too long', async () => {
    expect((await refusalOf(['a'.repeat(5000)])).code).toMatch(/^ResultsFile/);
  });

  (isLinux ? test : test.skip)('a file in /proc that states 0 bytes is read up to the limit', async () => {
    const path = await realpath('/proc/self/maps');
    expect((await filesOf([path]))[0]?.bytes.length).toBeGreaterThan(0);
    expect((await refusalOf([path], 10)).sentence).toBe(
      `"${path}" has more than 10 bytes; the limit is 10 bytes.`,
    );
  });

  // The superuser can read everything.
  (isPosix && process.getuid?.() !== 0 ? test : test.skip)('a file without permission', async () => {
    await put('a.json');
    await chmod(join(directory, 'a.json'), 0);
    const { code, cause } = await refusalOf(['a.json']);
    expect(code).toBe('ResultsFileUnreadable');
    expect(cause).toContain('EACCES');
  });
});

test('every file and every pattern keeps its place, whether or not it can be read', async () => {
  await put('a.json', 'b.json', 'long.json');
  const found = await readResultsFiles(['no.json', 'b.json', 'long.json', 'n*.xml', '*.json'], directory, 17);
  expect(found.map((one) => (isRead(one) ? one.name : one.unread.failure.code))).toEqual([
    'ResultsFileNotFound',
    'b.json',
    'ResultsFileUnreadable',
    'ResultsFileNotFound',
    'a.json',
  ]);
});

test.each([
  ['/checkout/a.json', '/checkout', 'a.json'],
  ['/checkout/out/a.json', '/checkout', 'out/a.json'],
  ['/elsewhere/a.json', '/checkout', '/elsewhere/a.json'],
  ['/checkout/..a.json', '/checkout', '..a.json'],
])('%s seen from %s is %s', (path, workingDirectory, expected) => {
  expect(nameForUser(path, workingDirectory)).toBe(expected);
});
