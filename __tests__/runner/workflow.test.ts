import { expect, test } from '@jest/globals';
import { workflowRun } from '../../src/runner/workflow.ts';

test('a run is named by its repository and its number', () => {
  expect(workflowRun({ GITHUB_REPOSITORY: 'octo/scans', GITHUB_RUN_ID: '42' })).toBe('octo/scans/42');
});

test.each([
  {},
  { GITHUB_REPOSITORY: 'octo/scans' },
  { GITHUB_RUN_ID: '42' },
  { GITHUB_REPOSITORY: '', GITHUB_RUN_ID: '42' },
  { GITHUB_REPOSITORY: 'octo', GITHUB_RUN_ID: '42' },
  { GITHUB_REPOSITORY: 'octo/scans', GITHUB_RUN_ID: 'x' },
])('outside of one, or where the environment says half of it, there is none: %j', (environment) => {
  expect(workflowRun(environment)).toBeUndefined();
});
