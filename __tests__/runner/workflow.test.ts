import { expect, test } from '@jest/globals';
import { workflowRun } from '../../src/runner/workflow.ts';

test('a workflow run is named by its repository and id', () => {
  expect(workflowRun({ GITHUB_REPOSITORY: 'octo/scans', GITHUB_RUN_ID: '42' })).toBe('octo/scans/42');
});

test.each([
  {},
  { GITHUB_REPOSITORY: 'octo/scans' },
  { GITHUB_RUN_ID: '42' },
  { GITHUB_REPOSITORY: '', GITHUB_RUN_ID: '42' },
  { GITHUB_REPOSITORY: 'octo', GITHUB_RUN_ID: '42' },
  { GITHUB_REPOSITORY: 'octo/scans', GITHUB_RUN_ID: 'x' },
])('outside a workflow run, or with an incomplete environment, there is no name: %j', (environment) => {
  expect(workflowRun(environment)).toBeUndefined();
});
