import { failureFor, type Failure } from '../failure.ts';
import type { Validated } from '../messages/validate.ts';
import { countStatuses, type Status } from '../status.ts';
import { allOf, count, grouped, shortened } from '../text.ts';

/** The statuses that fail the step. */
export interface Gate {
  readonly failOnStatus: ReadonlySet<Status>;
  /** Whether only rules that newly have such a status count. If `failOnStatus` is empty, the status is FAILED. */
  readonly failOnRegression?: boolean;
  /** Accepted failures, which do not count, by the names that are sent to Inspector. */
  readonly accepted?: ReadonlyMap<string, unknown>;
  /** The rules of the baseline; if absent, every rule is new. */
  readonly baseline?: ReadonlyMap<string, Status>;
}

/**
 * Applies `fail-on-status` and `fail-on-regression` to the messages: a failure if a rule has one of the statuses. It
 * runs after delivery, so that a failing gate never withholds results from Inspector. It fails closed: a rule that was
 * left out as invalid counts with its status, and always fails the gate if it has none.
 */
export function gateFailure(
  { messages, leftOut }: Pick<Validated, 'messages' | 'leftOut'>,
  { failOnStatus, failOnRegression = false, accepted = new Map(), baseline = new Map() }: Gate,
): Failure | undefined {
  const gate: ReadonlySet<Status> =
    failOnRegression && failOnStatus.size === 0 ? new Set(['FAILED']) : failOnStatus;
  if (gate.size === 0) return undefined;
  const isOld = (ruleId: string | undefined): boolean => {
    const before = failOnRegression && ruleId !== undefined ? baseline.get(ruleId) : undefined;
    return before !== undefined && gate.has(before);
  };
  const judged = messages.filter(({ ruleId }) => !accepted.has(ruleId));
  const counted = [...judged, ...leftOut].filter(({ ruleId }) => !isOld(ruleId));
  const states = counted.map(({ status }) => status);
  const counts = countStatuses(states.filter((status) => status !== undefined));
  const matched = [...gate].filter((status) => counts[status] > 0);
  const unread = states.filter((status) => status === undefined).length;
  const newly = failOnRegression ? 'newly ' : '';
  const rules = matched.map((status) => `${rulesAre(counts[status])} ${newly}${status}`);
  const named = counted.flatMap(({ ruleId, status }) =>
    ruleId !== undefined && (status === undefined || gate.has(status)) ? [ruleId] : [],
  );
  const leftOutRules = unread > 0 ? [`${rulesAre(unread)} left out without a readable status`] : [];
  if (rules.length + leftOutRules.length === 0) return undefined;
  const input = failOnRegression ? 'fail-on-regression' : 'fail-on-status';
  return failureFor(
    'GateFailed',
    `${allOf([...rules, ...leftOutRules])}, which \`${input}\` does not allow${firstRules(named)}.`,
    { rules: [...new Set(named)] },
  );
}

function rulesAre(number: number): string {
  return `${count(number, 'rule')} ${number === 1 ? 'is' : 'are'}`;
}

/** The most rules that the failure names. */
const MOST_NAMED = 5;

/** The first few rules, for the annotation. */
function firstRules(rules: readonly string[]): string {
  const distinct = [...new Set(rules)];
  if (distinct.length === 0) return '';
  const first = distinct.slice(0, MOST_NAMED).map((rule) => shortened(rule, 100));
  const more = distinct.length > first.length ? ` and ${grouped(distinct.length - first.length)} more` : '';
  return `: ${first.join(', ')}${more}`;
}
