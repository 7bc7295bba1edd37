import { expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { repositoryIn } from '../../scripts/release/repository.ts';

const repository = repositoryIn(fileURLToPath(new URL('../..', import.meta.url)));

test('a clone has LF line ends, regardless of core.autocrlf', () => {
  const texts = repository
    .git('ls-files', '--eol')
    .split('\n')
    .filter((line) => !line.startsWith('i/-text'));
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((line) => !/^i\/(?:lf|none) .* attr\/text=auto eol=lf\s/.test(line))).toEqual([]);
});
