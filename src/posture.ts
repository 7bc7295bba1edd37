import { memoized } from './memoized.ts';
import type { Validated } from './messages/validate.ts';
import { countStatuses, type Status, type StatusCounts } from './status.ts';

/** What a scan says about the system, counted in rules. A rule with several messages counts once. */
export interface Posture {
  /** All rules in the results: the sum of `evaluated`, `notChecked`, `informational`, `notApplicable` and `leftOut`. */
  readonly rules: number;
  /** Rules that passed or failed. */
  readonly evaluated: number;
  readonly passed: number;
  readonly failed: number;
  /** Failed rules that the user accepts. */
  readonly accepted: number;
  /** Rules that the scanner could not or did not check: ERROR, UNKNOWN or NOT_EVALUATED. */
  readonly notChecked: number;
  readonly informational: number;
  readonly notApplicable: number;
  /** Rules that are not sent because one of their messages is not valid, or one of their records is not readable. */
  readonly leftOut: number;
  /** Rules that are sent, per status. */
  readonly statuses: StatusCounts;
}

type Counted = Pick<Validated, 'messages' | 'leftOut'>;

/** The posture of a scan, from its valid messages and those that are left out. */
export function postureOf(counted: Counted, accepted = 0): Posture {
  const { statuses, leftOut } = countsOf(counted);
  return postureOfCounts(statuses, leftOut, accepted);
}

const countsOf = memoized(({ messages, leftOut }: Counted) => {
  const statusOfRule = new Map<string, Status>();
  for (const { ruleId, status } of messages) statusOfRule.set(ruleId, status);
  const leftOutRules = new Set<string>();
  let nameless = 0;
  for (const { ruleId } of leftOut) {
    if (ruleId === undefined) nameless += 1;
    else if (!statusOfRule.has(ruleId)) leftOutRules.add(ruleId);
  }
  return { statuses: countStatuses(statusOfRule.values()), leftOut: leftOutRules.size + nameless };
});

/** The posture for these numbers of rules per status and of rules left out. */
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

/** Whether a scan leaves no doubt: nothing failed, could not be checked or was left out. */
export function isClean({ evaluated, failed, notChecked, leftOut }: Posture): boolean {
  return evaluated > 0 && failed + notChecked + leftOut === 0;
}

/** The share of evaluated rules that pass, 0 to 1; `undefined` if none was evaluated. */
export function passRate({ passed, evaluated }: Posture): number | undefined {
  return evaluated === 0 ? undefined : passed / evaluated;
}
