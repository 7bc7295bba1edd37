import { memoized } from './memoized.ts';
import type { Validated } from './messages/validate.ts';
import { countStatuses, type StatusCounts } from './status.ts';

/** What the scan says of the system, in rules; a rule counts once, however many messages it has. */
export interface Posture {
  /** All rules that the results tell of: the sum of those below. */
  readonly rules: number;
  /** Rules that ended in a verdict: passed or failed. */
  readonly evaluated: number;
  readonly passed: number;
  readonly failed: number;
  /** Of those that failed, the ones that the user accepts. */
  readonly accepted: number;
  /** Rules that the scanner could not or did not check: ERROR, UNKNOWN or NOT_EVALUATED. */
  readonly notChecked: number;
  readonly informational: number;
  readonly notApplicable: number;
  /** Rules that are not sent because a message of theirs is not valid, or a record of theirs cannot be read. */
  readonly leftOut: number;
  /** Rules that are sent, by status. */
  readonly statuses: StatusCounts;
}

/** What a posture is counted from. */
type Counted = Pick<Validated, 'messages' | 'leftOut'>;

/** The posture of a scan, from its messages: those that Inspector takes, and those that are left out. */
export function postureOf(counted: Counted, accepted = 0): Posture {
  const { statuses, leftOut } = countsOf(counted);
  return postureOfCounts(statuses, leftOut, accepted);
}

const countsOf = memoized(({ messages, leftOut }: Counted) => {
  const statusOfRule = new Map(messages.map(({ ruleId, status }) => [ruleId, status]));
  const leftOutRules = new Set<string>();
  let nameless = 0;
  for (const { ruleId } of leftOut) {
    if (ruleId === undefined) nameless += 1;
    else if (!statusOfRule.has(ruleId)) leftOutRules.add(ruleId);
  }
  return { statuses: countStatuses(statusOfRule.values()), leftOut: leftOutRules.size + nameless };
});

/** The posture of so many rules in each status, and so many left out. */
export function postureOfCounts(statuses: StatusCounts, leftOut: number, accepted = 0): Posture {
  const { PASSED: passed, FAILED: failed } = statuses;
  const evaluated = passed + failed;
  const notChecked = statuses.ERROR + statuses.UNKNOWN + statuses.NOT_EVALUATED;
  const { INFORMATIONAL: informational, NOT_APPLICABLE: notApplicable } = statuses;
  return {
    rules: evaluated + notChecked + informational + notApplicable + leftOut,
    evaluated,
    passed,
    failed,
    accepted,
    notChecked,
    informational,
    notApplicable,
    leftOut,
    statuses,
  };
}

/** Whether nothing casts doubt on the scan: every rule was checked or need not be, and all that were checked pass. */
export function isClean({ evaluated, failed, notChecked, leftOut }: Posture): boolean {
  return evaluated > 0 && failed + notChecked + leftOut === 0;
}

/** The part of the evaluated rules that pass, 0 to 1; `undefined` when none was evaluated. */
export function passRate({ passed, evaluated }: Posture): number | undefined {
  return evaluated === 0 ? undefined : passed / evaluated;
}
