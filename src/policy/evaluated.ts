import { FAILURES, failureFor, type Failure } from '../failure.ts';
import type { Message } from '../messages/message.ts';
import type { Results } from '../results/results.ts';
import { countStatuses, type Status } from '../status.ts';
import { allOf, count } from '../text.ts';

/** Whether a rule with this status was evaluated: it ended in a verdict. */
export function isEvaluated(status: Status): boolean {
  return status === 'PASSED' || status === 'FAILED';
}

/** What there is to say of a scan in which no rule was evaluated. */
export interface NothingEvaluated {
  readonly failure: Failure;
  /** False for undelivered and messages files alone: then it is a warning, because no scanner's scan is part of it. */
  readonly isFailure: boolean;
}

/**
 * Whether nothing was evaluated in this step and in what its session delivered before: a scan of nothing must not
 * look like a scan without failures. A step of its own for manual checks, or for what was left, is no false alarm.
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
  const ended = allOf(present.map(([status, number]) => `${count(number, 'rule')} ${status}`));
  const cause = likelyCause(present.map(([status]) => status));
  const failure = failureFor('NothingEvaluated', `No rule was evaluated: ${ended}.`, {
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
