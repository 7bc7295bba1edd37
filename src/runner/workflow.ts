import type { Environment } from '../inputs/reader.ts';

/**
 * `owner/repository/run` of the workflow run; `undefined` outside one. Read from the environment, because the toolkit's
 * context throws if the event file is not JSON, and the user agent is not worth a failure.
 */
export function workflowRun(environment: Environment): string | undefined {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run = '' } = environment;
  return /^[^\s/]+\/[^\s/]+$/.test(repository) && /^\d+$/.test(run) ? `${repository}/${run}` : undefined;
}
