import { withoutUndefined } from '../json.ts';

/** The workflow run and step that wrote a report, from the runner's variables. */
export interface WorkflowRun {
  /** `owner/name`. */
  readonly repository: string;
  readonly runId: string;
  readonly runAttempt?: string;
  readonly url?: string;
  readonly workflow?: string;
  readonly job?: string;
  /** The step's id, or the runner's name for a step without one. */
  readonly step?: string;
  readonly event?: string;
  readonly ref?: string;
  /** The commit that the workflow runs on (`GITHUB_SHA`). */
  readonly commit?: string;
}

/** The workflow run, from the environment; `undefined` outside one. */
export function workflowRunOf(
  environment: Readonly<Record<string, string | undefined>>,
): WorkflowRun | undefined {
  const variable = (name: string): string | undefined => {
    const value = environment[`GITHUB_${name}`];
    return value === '' ? undefined : value;
  };
  const repository = variable('REPOSITORY');
  const runId = variable('RUN_ID');
  if (repository === undefined || runId === undefined) return undefined;
  const server = variable('SERVER_URL');
  return {
    repository,
    runId,
    ...withoutUndefined({
      runAttempt: variable('RUN_ATTEMPT'),
      url: server === undefined ? undefined : `${server}/${repository}/actions/runs/${runId}`,
      workflow: variable('WORKFLOW'),
      job: variable('JOB'),
      step: variable('ACTION'),
      event: variable('EVENT_NAME'),
      ref: variable('REF'),
      commit: variable('SHA'),
    }),
  };
}
