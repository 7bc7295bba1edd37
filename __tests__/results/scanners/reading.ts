import { combine } from '../../../src/results/combine.ts';
import type { DataScanner, RuleResult, Scan } from '../../../src/results/reading/scanner.ts';

/** The only scan that a scanner finds in a document. */
export function scanOf(scanner: DataScanner, document: unknown): Scan {
  const [scan, ...others] = scanner.read(document);
  if (scan === undefined || others.length > 0)
    throw new Error(`The document has ${others.length + 1} scans.`);
  return scan;
}

/** A scanner's results for a document, one per rule. */
export function rulesOf(scanner: DataScanner, document: unknown): readonly RuleResult[] {
  return combine(scanner.read(document).flatMap(({ ruleResults }) => ruleResults));
}

/** The verdicts in a document, as `ruleId status word`. */
export function verdictsOf(scanner: DataScanner, document: unknown): readonly string[] {
  return rulesOf(scanner, document).map(({ ruleId, status, result }) => `${ruleId} ${status} ${result}`);
}

/** The faults in a document, as `path: sentence`. */
export function faultsOf(scanner: DataScanner, document: unknown): readonly string[] {
  return scanner
    .read(document)
    .flatMap(({ faults = [] }) => faults)
    .map(({ at, sentence }) => {
      return `${'path' in at ? at.path.join('/') : ''}: ${sentence}`;
    });
}

/** The warnings about a document, as `path: sentence`. */
export function warningsOf(scanner: DataScanner, document: unknown): readonly string[] {
  return scanner
    .read(document)
    .flatMap(({ warnings = [] }) => warnings)
    .map(({ at, sentence }) => `${'path' in at ? at.path.join('/') : ''}: ${sentence}`);
}
