import { failureFor, type Failure } from '../failure.ts';
import type { Validated } from '../messages/validate.ts';
import { countStatuses, type Status } from '../status.ts';
import { allOf, count } from '../text.ts';

/**
 * What `fail-on-status` says of the messages: a failure when a rule has one of its statuses. It is asked after
 * everything was delivered, because a closed gate must not keep results from Inspector. A rule that was left out
 * because it is not valid has not passed, so it counts with the status that it states.
 */
export function gateFailure(
  { messages, invalidStatuses }: Validated,
  failOnStatus: ReadonlySet<Status>,
): Failure | undefined {
  const counts = countStatuses([...messages.map(({ status }) => status), ...invalidStatuses]);
  const matched = [...failOnStatus].filter((status) => counts[status] > 0);
  const [first] = matched;
  if (first === undefined) return undefined;
  const rules = matched.map((status) => `${count(counts[status], 'rule')} ${status}`);
  return failureFor(
    'GateFailed',
    `There ${counts[first] === 1 ? 'is' : 'are'} ${allOf(rules)}, which \`fail-on-status\` does not let pass.`,
  );
}
