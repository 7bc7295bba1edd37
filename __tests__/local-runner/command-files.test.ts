import { appendFileSync, existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CommandFiles } from '../../local-runner/command-files.ts';

test('the files are read once and then removed', () => {
  const files = new CommandFiles();
  const { GITHUB_OUTPUT = '', GITHUB_STATE = '', GITHUB_STEP_SUMMARY = '' } = files.environment;
  appendFileSync(GITHUB_OUTPUT, 'outcome<<end\nsent\nend\n');
  appendFileSync(GITHUB_STATE, 'pid=7\n');
  appendFileSync(GITHUB_STEP_SUMMARY, '# All well\n');
  expect(files.collect()).toEqual({
    outputs: { outcome: 'sent' },
    state: { pid: '7' },
    summary: '# All well\n',
  });
  expect(existsSync(files.directory)).toBe(false);
});

test('files that the runner would refuse are an error, and are removed too', () => {
  const files = new CommandFiles();
  appendFileSync(files.environment['GITHUB_OUTPUT'] ?? '', 'outcome<<end\nsent\n');
  expect(() => files.collect()).toThrow('The value of outcome does not end');
  expect(existsSync(files.directory)).toBe(false);
});
