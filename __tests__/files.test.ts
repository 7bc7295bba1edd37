import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../src/files.ts';

const directory = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

test.each<[string, readonly string[]]>([
  ['nothing', []],
  ['a few pieces', ['a', '', 'ü😀']],
  ['many pieces', Array.from({ length: 100_000 }, (_, index) => `piece ${index}\n`)],
  ['pieces of 256 KiB', ['x'.repeat(2 ** 18), 'y'.repeat(2 ** 18)]],
])('a file has all of its text, and nothing is left beside it: %s', async (_what, pieces) => {
  const path = join(directory, 'file.txt');
  await writeWhole(path, pieces);
  expect(readFileSync(path, 'utf8') === pieces.join('')).toBe(true);
  expect(readdirSync(directory)).toEqual(['file.txt']);
});
