import { STATUSES_WORST_FIRST, worstOf, type Status } from '../status.ts';
import { joinWords } from './reading/counts.ts';
import type { ResultCounts, RuleResult } from './reading/scanner.ts';

/**
 * One result for each rule, in order of first appearance: the worst of its results (the first of the equally bad),
 * with the scanner's words of all, and how many ended in which status.
 */
export function combine<Result extends RuleResult>(ruleResults: Iterable<Result>): Result[] {
  const byRule = new Map<string, Result[]>();
  for (const result of ruleResults) {
    const sameRule = byRule.get(result.ruleId);
    if (sameRule === undefined) byRule.set(result.ruleId, [result]);
    else sameRule.push(result);
  }
  return [...byRule.values()].flatMap(combineOne);
}

function combineOne<Result extends RuleResult>(results: readonly Result[]): readonly Result[] {
  if (results.length < 2) return results;
  const worst = worstOf(results.map(({ status }) => status));
  const first = results.find(({ status }) => status === worst);
  if (first === undefined) return [];
  const result = joinWords(results.map((one) => one.result));
  return [{ ...first, result, counts: sum(results) }];
}

function sum(results: readonly RuleResult[]): ResultCounts {
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
