import type { TimeIsUp } from './report/ending.ts';
import type { Run } from './run.ts';
import type { Runner } from './runner/runner.ts';
import { quote } from './text.ts';

/** Milliseconds for all calls; fewer in a cancelled step, which is killed soon. */
const LONGEST = { usual: 30_000, cancelled: 2000 } as const;

/**
 * Creates or updates the check run of the step, if there is a token. Check runs are for people, so a failure to write
 * one is only a warning. The inputs are read directly, because even a step with invalid inputs needs a check run: an
 * earlier one must not stay green.
 */
export async function publishCheckRun(
  run: Run,
  { inputs, log, checkRuns, cancellation }: Pick<Runner, 'inputs' | 'log' | 'checkRuns' | 'cancellation'>,
  timeIsUp: TimeIsUp,
): Promise<void> {
  const token = inputs.getInput('github-token').trim();
  const name = inputs.getInput('check-name').trim();
  if (token === '') {
    if (name !== '') log.info('There is no check run: `github-token` is empty.');
    return;
  }
  try {
    const checks = await checkRuns(token);
    const { checkRunOf } = await import('./report/check-run.ts');
    const checkRun = checkRunOf(run, name, checks.step, (text) => log.redact(text), timeIsUp);
    const longest = cancellation.stop.aborted ? LONGEST.cancelled : LONGEST.usual;
    const address = await checks.save(checkRun, AbortSignal.timeout(longest));
    const where = address === undefined ? '' : `: ${address}`;
    log.info(`Check run ${quote(checkRun.name)} is ${checkRun.conclusion}${where}`);
  } catch (error) {
    log.annotate(
      'warning',
      { sentence: `The check run could not be written: ${reasonFor(error)}` },
      'No check run',
    );
    log.stackOf(error);
  }
}

function reasonFor(error: unknown): string {
  const { status, message } = statusAndMessageOf(error);
  // For a token without access, GitHub pretends that a private repository does not exist (404).
  if (status === 403 || status === 404) {
    return `GitHub responded with ${status}. The job needs \`permissions: checks: write\`; on a pull request from a fork the token can only read.`;
  }
  if (status === 401) return 'GitHub responded with 401: `github-token` is not valid, or has expired.';
  return status === undefined ? quote(message) : `GitHub responded with ${status}: ${quote(message)}`;
}

function statusAndMessageOf(error: unknown): { readonly status?: number; readonly message: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message } = error;
  return 'status' in error && typeof error.status === 'number'
    ? { status: error.status, message }
    : { message };
}
