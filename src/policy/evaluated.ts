import { FAILURES, failureFor, type Failure } from '../failure.ts';
import type { Message } from '../messages/message.ts';
import type { Results } from '../results/results.ts';
import { countStatuses, type Status } from '../status.ts';
import { allOf, count } from '../text.ts';

/** Whether a rule with this status was evaluated: it passed or failed. */
export function isEvaluated(status: Status): boolean {
  return status === 'PASSED' || status === 'FAILED';
}

/** A scan in which no rule was evaluated. */
export interface NothingEvaluated {
  readonly failure: Failure;
  /** False if only messages and undelivered files were read: without a scanner's file, it is a warning. */
  readonly isFailure: boolean;
}

/**
 * Detects that nothing was evaluated, in this step or earlier in its session: an empty scan must not look like one
 * without failures. Counting earlier steps avoids false alarms for a separate step with manual checks or undelivered
 * messages.
 */
export function nothingEvaluated(
  messages: readonly Pick<Message, 'status'>[],
  deliveredBefore: Iterable<Status>,
  { files, facts }: Pick<Results, 'files' | 'facts'>,
): NothingEvaluated | undefined {
  const statuses = messages.map(({ status }) => status);
  if (statuses.some(isEvaluated) || [...deliveredBefore].some(isEvaluated)) return undefined;
  const counts = countStatuses(statuses);
  const present = Object.entries(counts).filter(([, number]) => number > 0);
  const ended = allOf(
    present.map(([status, number]) => `${count(number, 'rule')} ${number === 1 ? 'is' : 'are'} ${status}`),
  );
  const cause = likelyCause(present.map(([status]) => status));
  const failure = failureFor('NothingEvaluated', `No rule passed or failed: ${ended}.`, {
    cause,
    remedy: remedyFor(facts),
  });
  return { failure, isFailure: files.some(({ format }) => format !== 'messages') };
}

function likelyCause(statuses: readonly string[]): string {
  const [only, ...others] = statuses;
  if (others.length === 0 && only === 'NOT_APPLICABLE')
    return 'Most likely the content is for another system: no rule applies.';
  if (others.length === 0 && only === 'NOT_EVALUATED')
    return 'Most likely the OVAL definitions are missing, the checks are manual, or the scanner lacked permissions.';
  if (others.length === 0 && only === 'ERROR')
    return 'Most likely the scanner lacked permissions, or a tool that it needs is missing: every check ended in an error.';
  return 'Most likely the content is for another system, OVAL definitions are missing, or the scanner lacked permissions.';
}

function remedyFor({ benchmark, platform }: Results['facts']): string {
  const system = [platform?.vendor, platform?.product, platform?.version].filter(
    (part) => part !== undefined,
  );
  const stated = [
    ...(benchmark === undefined ? [] : [`the benchmark ${benchmark}`]),
    ...(system.length === 0 ? [] : [`the platform ${system.join(' ')}`]),
  ];
  const what = stated.length === 0 ? '' : ` The results state ${allOf(stated)}.`;
  return `${FAILURES.NothingEvaluated.remedy}${what} If this is intended, set \`tolerate-errors: NothingEvaluated\`.`;
}
