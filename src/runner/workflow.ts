import { context } from '@actions/github';

/** `owner/repository/run` of the workflow run; `undefined` outside of one. */
export function workflowRun(): string | undefined {
  if (process.env['GITHUB_REPOSITORY'] === undefined || Number.isNaN(context.runId)) return undefined;
  const { owner, repo } = context.repo;
  return `${owner}/${repo}/${context.runId}`;
}
