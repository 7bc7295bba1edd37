import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findMatches, isGlob, Unlistable } from '../../src/results/glob.ts';

let directory = '';

beforeEach(async () => {
  directory = await realpath(await mkdtemp(join(tmpdir(), 'glob-test-')));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function put(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), '');
  }
}

/** The matches of a glob, relative to the directory. */
const matchesOf = async (glob: string): Promise<readonly string[]> =>
  (await findMatches(glob, directory)).map((path) => relative(directory, path));

test.each<[glob: string, existing: readonly string[], matched: readonly string[]]>([
  ['*.json', ['a.json', '.b.json', 'c.xml', 'out/d.json'], ['.b.json', 'a.json']],
  ['a*b*c', ['abc', 'aXbXc', 'aXbXcX', 'ac', 'abbcbc'], ['aXbXc', 'abbcbc', 'abc']],
  ['?.json', ['a.json', 'ab.json', '😀.json'], ['a.json', '😀.json']],
  ['[a-c].json', ['a.json', 'c.json', 'd.json', '-.json'], ['a.json', 'c.json']],
  ['[!a-c].json', ['a.json', 'd.json'], ['d.json']],
  ['[^a].json', ['a.json', '^.json'], ['^.json']],
  ['[]x].json', ['].json', 'x.json', '[.json'], ['].json', 'x.json']],
  ['[a-].json', ['a.json', '-.json', 'b.json'], ['-.json', 'a.json']],
  ['[a.json*', ['[a.json', '[a.json5', 'a.json'], ['[a.json', '[a.json5']],
  ['a.json*', ['a.json', 'axjson'], ['a.json']],
  ['*/*.json', ['a.json', 'x/b.json', 'x/y/c.json'], ['x/b.json']],
  ['**/*.json', ['a.json', 'x/b.json', 'x/y/c.json', 'x/y/d.xml'], ['a.json', 'x/b.json', 'x/y/c.json']],
  ['x/**', ['x/a', 'x/y/b', 'c'], ['x/a', 'x/y/b']],
  ['**/y/**/*.json', ['y/a.json', 'x/y/z/b.json', 'x/c.json'], ['x/y/z/b.json', 'y/a.json']],
  ['**/**/**/a', ['a', 'x/a'], ['a', 'x/a']],
  ['./x/../*.json', ['a.json', 'x/b.json'], ['a.json']],
  ['no/*.json', ['a.json'], []],
  ['a.json/*', ['a.json'], []],
])('%s', async (glob, existing, matched) => {
  await put(...existing);
  expect([...(await matchesOf(glob))].sort()).toEqual([...matched].sort());
});

(process.platform === 'win32' ? test.skip : test)('a backslash escapes the next character', async () => {
  await put('a*.json', 'ab.json');
  expect(await matchesOf('a\\*.*')).toEqual(['a*.json']);
});

test('an absolute glob begins at the root', async () => {
  await put('x/a.json');
  expect(await findMatches(join(directory, 'x', '*.json'), '/nowhere')).toEqual([
    join(directory, 'x/a.json'),
  ]);
});

test('links are followed, except a link back to a directory on the way', async () => {
  await put('x/a.json', 'elsewhere/b.json');
  await symlink(directory, join(directory, 'x', 'back'));
  await symlink(join(directory, 'elsewhere'), join(directory, 'x', 'away'));
  expect([...(await matchesOf('x/**/*.json'))].sort()).toEqual(
    expect.arrayContaining(['x/a.json', 'x/away/b.json']),
  );
});

test('a directory that cannot be listed is a failure, because it may contain results', async () => {
  await symlink(join(directory, 'loop'), join(directory, 'loop'));
  await expect(findMatches('loop/*.json', directory)).rejects.toThrow(Unlistable);
  await expect(findMatches('loop/*.json', directory)).rejects.toMatchObject({
    directory: join(directory, 'loop'),
    message: expect.stringContaining('ELOOP'),
  });
});

test('a name matches itself with any of its characters replaced by ?, and any of its parts by *', async () => {
  const part = fc.tuple(
    fc.constantFrom('a', 'b', '.', '-', 'é', '😀'),
    fc.constantFrom('itself' as const, 'one' as const, 'any' as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 20 }), async (parts) => {
      const name = `x${parts.map(([text]) => text).join('')}`;
      const written = { itself: (text: string) => text, one: () => '?', any: () => '*' };
      const glob = `x${parts.map(([text, as]) => written[as](text)).join('')}`;
      await writeFile(join(directory, name), '');
      const matched = await matchesOf(glob);
      await rm(join(directory, name));
      expect([isGlob(glob) || glob === name, matched]).toEqual([true, [name]]);
    }),
    { numRuns: 50 },
  );
});
