import type { Fault } from '../failure.ts';
import type { PlacedDraft, PlacedRuleResult } from '../results/results.ts';
import type { Status } from '../status.ts';
import { oneVerdictPerRule } from './agreement.ts';
import { checkDraft, type DraftChecks } from './draft.ts';
import type { Message } from './message.ts';
import { checkRuleResult } from './result-message.ts';

/** The messages that Inspector takes, and what is wrong with the others. */
export interface Validated {
  /** Valid messages, each once. */
  readonly messages: readonly Message[];
  /** Messages that are not valid: each has at least one fault. */
  readonly invalid: number;
  /** Every fault of every message, in the order of the files. */
  readonly faults: readonly Fault[];
  /** Statuses of the invalid messages, where they can be read: a gate counts them too. */
  readonly invalidStatuses: readonly Status[];
  /** Messages left out because they stand in the results more than once, letter for letter. */
  readonly repeats: readonly Message[];
}

/**
 * Makes and checks the messages of messages files (`drafts`) and of scanners' files (`ruleResults`). A record that
 * makes no rule result (`recordFaults`) counts as an invalid message.
 */
export function validate(
  drafts: readonly PlacedDraft[],
  ruleResults: readonly PlacedRuleResult[],
  checks: DraftChecks,
  recordFaults: readonly Fault[] = [],
): Validated {
  const checked = [
    ...drafts.map((draft) => checkDraft(draft, checks)),
    ...ruleResults.map((result) => checkRuleResult(result, checks.secret)),
  ];
  const messages = checked.flatMap((one) => ('message' in one ? [one.message] : []));
  const { agreed, contradicted: statuses, contradictions, repeats } = oneVerdictPerRule(messages);
  return {
    messages: agreed,
    invalid: recordFaults.length + checked.length - messages.length + statuses.length,
    invalidStatuses: [...checked.flatMap((one) => ('faults' in one ? one.statuses : [])), ...statuses],
    faults: [
      ...recordFaults,
      ...checked.flatMap((one) => ('faults' in one ? one.faults : [])),
      ...contradictions,
    ],
    repeats,
  };
}
