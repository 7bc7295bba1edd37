import type { Environment } from '../inputs/reader.ts';

/**
 * `owner/repository/run` of the workflow run; `undefined` outside of one. From the environment alone: the toolkit's
 * context fails with an event file that is no JSON, and this is only a decoration.
 */
export function workflowRun(environment: Environment): string | undefined {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run = '' } = environment;
  return /^[^\s/]+\/[^\s/]+$/.test(repository) && /^\d+$/.test(run) ? `${repository}/${run}` : undefined;
}
