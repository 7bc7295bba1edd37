import { combine } from '../../../src/results/combine.ts';
import type { DataScanner, RuleResult, Scan } from '../../../src/results/reading/scanner.ts';

/** The one scan that a scanner makes of a document. */
export function scanOf(scanner: DataScanner, document: unknown): Scan {
  const [scan, ...others] = scanner.read(document);
  if (scan === undefined || others.length > 0)
    throw new Error(`The document has ${others.length + 1} scans.`);
  return scan;
}

/** What a scanner makes of a document, one result a rule. */
export function rulesOf(scanner: DataScanner, document: unknown): readonly RuleResult[] {
  return combine(scanner.read(document).flatMap(({ ruleResults }) => ruleResults));
}

/** The verdicts of a document, as `ruleId status word`. */
export function verdictsOf(scanner: DataScanner, document: unknown): readonly string[] {
  return rulesOf(scanner, document).map(({ ruleId, status, result }) => `${ruleId} ${status} ${result}`);
}

/** The faults of a document, as `path: sentence`. */
export function faultsOf(scanner: DataScanner, document: unknown): readonly string[] {
  return scanner
    .read(document)
    .flatMap(({ faults = [] }) => faults)
    .map(({ at, sentence }) => {
      return `${'path' in at ? at.path.join('/') : ''}: ${sentence}`;
    });
}

/** The warnings of a document, as `path: sentence`. */
export function warningsOf(scanner: DataScanner, document: unknown): readonly string[] {
  return scanner
    .read(document)
    .flatMap(({ warnings = [] }) => warnings)
    .map(({ at, sentence }) => `${'path' in at ? at.path.join('/') : ''}: ${sentence}`);
}
