import { withoutUndefined } from '../json.ts';
import { STATUSES_WORST_FIRST, worstOf, type Status } from '../status.ts';
import type { PlacedRuleResult, ScannerRule } from './placed.ts';
import { joinWords } from './reading/counts.ts';
import type { ResultCounts, RuleResult } from './reading/scanner.ts';

/** A rule result, with its scanner where that is known. */
type Combinable = RuleResult & Partial<Pick<PlacedRuleResult, 'ownId' | 'scanner' | 'combined'>>;

/**
 * One result for each rule, in order of first appearance: the worst of its results (the first, if several are equally
 * bad), with the scanners' words for all of them, the number of results in each status, and the scanners' rules that
 * they came from.
 */
export function combine<Result extends Combinable>(ruleResults: Iterable<Result>): Result[] {
  const byRule = new Map<string, Result[]>();
  for (const result of ruleResults) {
    const sameRule = byRule.get(result.ruleId);
    if (sameRule === undefined) byRule.set(result.ruleId, [result]);
    else sameRule.push(result);
  }
  return [...byRule.values()].flatMap(combineOne);
}

function combineOne<Result extends Combinable>(results: readonly Result[]): readonly Result[] {
  if (results.length < 2) return results;
  const worst = worstOf(results.map(({ status }) => status));
  const first = results.find(({ status }) => status === worst);
  if (first === undefined) return [];
  const result = joinWords(results.map((one) => one.result));
  return [{ ...first, result, counts: sumCounts(results), combined: rulesIn(results) }];
}

/** The scanners' rules that results came from, each once, with its worst status. */
function rulesIn(results: readonly Combinable[]): readonly ScannerRule[] {
  const rules = new Map<string, ScannerRule>();
  for (const one of results.flatMap(scannerRulesOf)) {
    const key = JSON.stringify([one.scanner, one.id]);
    const status = worstOf([one.status, rules.get(key)?.status ?? one.status]) ?? one.status;
    rules.set(key, { ...one, status });
  }
  return [...rules.values()];
}

/** The scanners' rules that a result came from: one, or all those combined into it. */
export function scannerRulesOf(result: Combinable): readonly ScannerRule[] {
  const { ruleId, ownId = ruleId, status, scanner, combined } = result;
  return combined ?? [{ id: ownId, status, ...withoutUndefined({ scanner }) }];
}

function sumCounts(results: readonly RuleResult[]): ResultCounts {
  const counts: Partial<Record<Status, number>> = {};
  for (const result of results) {
    const own = result.counts ?? { [result.status]: 1 };
    for (const status of STATUSES_WORST_FIRST) {
      const more = own[status] ?? 0;
      if (more > 0) counts[status] = (counts[status] ?? 0) + more;
    }
  }
  return counts;
}
