import { context, getOctokit } from '@actions/github';
import { memberAt } from '../json.ts';
import type { CheckRun, StepIdentity } from '../report/check-run.ts';
import { VERSION } from '../version.ts';

/** Check runs per page, and the most pages that are read. */
const PAGE = 100;
const MOST_PAGES = 10;

/** The check runs of the workflow's commit. */
export interface CheckRuns {
  readonly step: StepIdentity;
  /**
   * Creates a check run, or updates the one that has the same name and external id.
   * @returns the URL of its page.
   * @throws Octokit's RequestError, with the `status` of the response.
   */
  readonly save: (checkRun: CheckRun, signal: AbortSignal) => Promise<string | undefined>;
}

/**
 * Reaches the API of `GITHUB_API_URL` through the proxies of the environment.
 * @throws Error when the environment does not state the repository or the commit.
 */
export function checkRunsOf(token: string, debug: ((line: string) => void) | undefined): CheckRuns {
  const { owner, repo } = context.repo;
  const sha = commit();
  const quiet = (): void => undefined;
  // Octokit's own logger would bypass our redaction of secrets.
  const log = { debug: quiet, info: quiet, warn: debug ?? quiet, error: debug ?? quiet };
  const { checks } = getOctokit(token, { log, userAgent: `inspector-cis-telemetry/${VERSION}` }).rest;

  const find = async (checkRun: CheckRun, signal: AbortSignal): Promise<number | undefined> => {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { data } = await checks.listForRef({
        owner,
        repo,
        ref: sha,
        check_name: checkRun.name,
        filter: 'all',
        per_page: PAGE,
        page,
        request: { signal },
      });
      const same = data.check_runs.find((one) => one.external_id === checkRun.externalId);
      if (same !== undefined) return same.id;
      if (data.check_runs.length < PAGE) return undefined;
    }
    return undefined;
  };

  return {
    step: { workflow: context.workflow, job: context.job, step: context.action },
    save: async (checkRun, signal) => {
      const { name, externalId, conclusion, title, summary } = checkRun;
      const state = {
        owner,
        repo,
        name,
        external_id: externalId,
        status: 'completed',
        conclusion,
        output: { title, summary },
        request: { signal },
      } as const;
      const existing = await find(checkRun, signal);
      const { data } =
        existing === undefined
          ? await checks.create({ ...state, head_sha: sha })
          : await checks.update({ ...state, check_run_id: existing });
      return data.html_url ?? undefined;
    },
  };
}

/** The commit that people see: on a pull request its head, not the merge commit that the workflow runs on. */
function commit(): string {
  const head = memberAt(context.payload, 'pull_request', 'head', 'sha');
  const sha = typeof head === 'string' && head !== '' ? head : context.sha;
  if (typeof sha !== 'string' || sha === '') throw new Error('GITHUB_SHA is not set');
  return sha;
}
