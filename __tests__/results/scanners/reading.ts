import { combine } from '../../../src/results/combine.ts';
import type { DataScanner, RuleResult } from '../../../src/results/reading/scanner.ts';

/** What a scanner makes of a document, one result a rule. */
export function rulesOf(scanner: DataScanner, document: unknown): readonly RuleResult[] {
  return combine(scanner.read(document).ruleResults);
}

/** The verdicts of a document, as `ruleId status word`. */
export function verdictsOf(scanner: DataScanner, document: unknown): readonly string[] {
  return rulesOf(scanner, document).map(({ ruleId, status, result }) => `${ruleId} ${status} ${result}`);
}

/** The faults of a document, as `path: sentence`. */
export function faultsOf(scanner: DataScanner, document: unknown): readonly string[] {
  return (scanner.read(document).faults ?? []).map(({ at, sentence }) => {
    return `${'path' in at ? at.path.join('/') : ''}: ${sentence}`;
  });
}
