import { failureFor, type Failure } from '../failure.ts';
import type { Validated } from '../messages/validate.ts';
import { countStatuses, type Status } from '../status.ts';
import { allOf, count, grouped, shortened } from '../text.ts';

/** What a scan must not have. */
export interface Gate {
  readonly failOnStatus: ReadonlySet<Status>;
  /** Only what newly has such a status counts; FAILED where `failOnStatus` is empty. */
  readonly failOnRegression?: boolean;
  /** Failures that the user accepts, by the names that go to Inspector: they do not count. */
  readonly accepted?: ReadonlyMap<string, unknown>;
  /** The rules of the baseline; without one every rule is new. */
  readonly baseline?: ReadonlyMap<string, Status>;
}

/**
 * What `fail-on-status` and `fail-on-regression` say of the messages: a failure when a rule has one of the statuses. It
 * is asked after everything was delivered, because a closed gate must not keep results from Inspector. It fails closed:
 * a rule that was left out as invalid has not passed. It counts with the status that it states, and without one it
 * matches.
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
  const rules = matched.map((status) => `${count(counts[status], 'rule')} ${status}`);
  const named = counted.flatMap(({ ruleId, status }) =>
    ruleId !== undefined && (status === undefined || gate.has(status)) ? [ruleId] : [],
  );
  const leftOutRules = unread > 0 ? [`${count(unread, 'rule')} left out without a readable status`] : [];
  if (rules.length + leftOutRules.length === 0) return undefined;
  const total = matched.reduce((sum, status) => sum + counts[status], unread);
  const input = failOnRegression ? 'fail-on-regression' : 'fail-on-status';
  const newly = failOnRegression ? ' newly' : '';
  return failureFor(
    'GateFailed',
    `There ${total === 1 ? 'is' : 'are'}${newly} ${allOf([...rules, ...leftOutRules])}, which \`${input}\` does not allow${firstOf(named)}.`,
    { rules: [...new Set(named)] },
  );
}

/** Rules that the sentence of a gate names. */
const MOST_NAMED = 5;

/** The first few rules by name, for the annotation. */
function firstOf(rules: readonly string[]): string {
  const distinct = [...new Set(rules)];
  if (distinct.length === 0) return '';
  const first = distinct.slice(0, MOST_NAMED).map((rule) => shortened(rule, 100));
  const more = distinct.length > first.length ? ` and ${grouped(distinct.length - first.length)} more` : '';
  return `: ${first.join(', ')}${more}`;
}
