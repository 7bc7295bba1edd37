import type { Inputs } from '../inputs/telemetry.ts';
import type { PlacedRuleResult } from './placed.ts';
import { isRecommendation } from './reading/recommendation.ts';
import type { RuleName } from './reading/scanner.ts';

export { isRecommendation } from './reading/recommendation.ts';

/** The input `rule-id`: rules are named by their recommendation's number in the CIS benchmark, or by the scanner's own id. */
export type Naming = Inputs['ruleId'];

/** Rule results under the names that go to Inspector. */
export interface Named {
  readonly ruleResults: readonly PlacedRuleResult[];
  /** The number of scanners' rules that are named by a recommendation's number instead of their own id. */
  readonly renamed: number;
  /** The number of rules that keep their own id because the file states no number; 0 with `rule-id: scanner`. */
  readonly kept: number;
}

/**
 * The names under which a rule goes to Inspector: with `cis`, its recommendations if the file states them; otherwise
 * the scanner's own id.
 */
export function namesOf({ ruleId, recommendations = [] }: RuleName, naming: Naming): readonly string[] {
  return naming === 'cis' && recommendations.length > 0 ? [...new Set(recommendations)] : [ruleId];
}

/** Names every result, before results are combined. A rule that belongs to two recommendations counts for both. */
export function nameRules(ruleResults: readonly PlacedRuleResult[], naming: Naming): Named {
  const renamed = new Set<string>();
  const kept = new Set<string>();
  const named = ruleResults.flatMap((result) => {
    const ownId = result.ruleId;
    const names = namesOf(result, naming);
    const rule = JSON.stringify([result.scanner, ownId]);
    if (names.some((name) => name !== ownId)) renamed.add(rule);
    else if (naming === 'cis' && !isRecommendation(ownId)) kept.add(rule);
    return names.map((name) => (name === ownId ? result : { ...result, ruleId: name, ownId }));
  });
  return { ruleResults: named, renamed: renamed.size, kept: kept.size };
}

/** The results of rules without an unreadable result, and those of the other rules. */
export interface Readable {
  readonly ruleResults: readonly PlacedRuleResult[];
  /** Readable results of rules that are left out. */
  readonly leftOut: readonly PlacedRuleResult[];
  /** Names of the rules that are left out. */
  readonly unreadable: ReadonlySet<string>;
}

/**
 * Leaves out every rule with a result that cannot be read: its other results could make it look better than it is.
 * Another file may name the rule by its number, so that number is left out too.
 */
export function leaveOutUnreadable(
  ruleResults: readonly PlacedRuleResult[],
  unreadableRules: readonly RuleName[],
  naming: Naming,
): Readable {
  const ownIds = new Set(unreadableRules.map(({ ruleId }) => ruleId));
  const ofSameRule = ruleResults.filter(({ ruleId, ownId }) => ownIds.has(ownId ?? ruleId));
  const unreadable = new Set([
    ...unreadableRules.flatMap((rule) => namesOf(rule, naming)),
    ...ofSameRule.map(({ ruleId }) => ruleId),
  ]);
  return {
    ruleResults: ruleResults.filter(({ ruleId }) => !unreadable.has(ruleId)),
    leftOut: ruleResults.filter(({ ruleId }) => unreadable.has(ruleId)),
    unreadable,
  };
}
