import type { Fault } from '../failure.ts';
import { withoutUndefined } from '../json.ts';
import type { PlacedDraft, PlacedRuleResult, RecordFault } from '../results/results.ts';
import { oneVerdictPerRule } from './agreement.ts';
import { checkDraft, type DraftChecks } from './draft.ts';
import type { LeftOut, Message } from './message.ts';
import { checkRuleResult } from './result-message.ts';

/** The messages that Inspector takes, and what is wrong with the others. */
export interface Validated {
  /** Valid messages, each once. */
  readonly messages: readonly Message[];
  /** Messages that are not valid, each with at least one fault. */
  readonly leftOut: readonly LeftOut[];
  /** Every fault of every message, in the order of the files. */
  readonly faults: readonly Fault[];
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
  recordFaults: readonly RecordFault[] = [],
): Validated {
  const checked = [
    ...drafts.map((draft) => checkDraft(draft, checks)),
    ...ruleResults.map((result) => checkRuleResult(result, checks.secret)),
  ];
  const messages = checked.flatMap((one) => ('message' in one ? [one.message] : []));
  const { agreed, contradicted, contradictions, repeats } = oneVerdictPerRule(messages);
  return {
    messages: agreed,
    leftOut: [
      ...recordFaults.map(({ ruleId, status, ...fault }) => ({
        fault,
        ...withoutUndefined({ ruleId, status }),
      })),
      ...checked.flatMap((one) => ('leftOut' in one ? [one.leftOut] : [])),
      ...contradicted,
    ],
    faults: [
      ...recordFaults,
      ...checked.flatMap((one) => ('faults' in one ? one.faults : [])),
      ...contradictions,
    ],
    repeats,
  };
}
