import { failureFor, type Failure } from '../failure.ts';
import type { Validated } from '../messages/validate.ts';
import { countStatuses, type Status } from '../status.ts';
import { allOf, count } from '../text.ts';

/**
 * What `fail-on-status` says of the messages: a failure when a rule has one of its statuses. It is asked after
 * everything was delivered, because a closed gate must not keep results from Inspector. It fails closed: a rule that
 * was left out as invalid has not passed. It counts with the status that it states, and without one it matches. Failures
 * that the user accepts (`accepted`, by the names that go to Inspector) do not count.
 */
export function gateFailure(
  { messages, leftOut }: Pick<Validated, 'messages' | 'leftOut'>,
  failOnStatus: ReadonlySet<Status>,
  accepted: ReadonlyMap<string, unknown> = new Map(),
): Failure | undefined {
  if (failOnStatus.size === 0) return undefined;
  const judged = messages.filter(({ ruleId }) => !accepted.has(ruleId));
  const states = [...judged, ...leftOut].map(({ status }) => status);
  const counts = countStatuses(states.filter((status) => status !== undefined));
  const matched = [...failOnStatus].filter((status) => counts[status] > 0);
  const unread = states.filter((status) => status === undefined).length;
  const rules = matched.map((status) => `${count(counts[status], 'rule')} ${status}`);
  const leftOutRules = unread > 0 ? [`${count(unread, 'rule')} left out without a readable status`] : [];
  if (rules.length + leftOutRules.length === 0) return undefined;
  const total = matched.reduce((sum, status) => sum + counts[status], unread);
  return failureFor(
    'GateFailed',
    `There ${total === 1 ? 'is' : 'are'} ${allOf([...rules, ...leftOutRules])}, which \`fail-on-status\` does not let pass.`,
  );
}
