import { memberAt } from '../../../json.ts';
import { count } from '../../../text.ts';
import type { RecordReader } from '../../reading/record-reader.ts';
import type { Control } from './control.ts';

/** How the names begin that InSpec generates for tests outside any control; it does not count these tests. */
const GENERATED_NAME = '(generated from ';

/**
 * Warns if InSpec's counts (`statistics.controls`) differ from what the file contains. InSpec counts controls with
 * results, and as failed those with a failed result (InSpec, `formatters/base.rb`).
 */
export function compareStatistics(
  document: unknown,
  controls: readonly Control[],
  reader: RecordReader,
): void {
  const counted = controls.filter(
    ({ rule, tests }) => tests.length > 0 && !rule.ruleId.startsWith(GENERATED_NAME),
  );
  const failed = counted.filter(({ tests }) => tests.some(({ result }) => result === 'failed'));
  for (const [path, what, found] of [
    [['statistics', 'controls', 'total'], 'control', counted.length],
    [['statistics', 'controls', 'failed', 'total'], 'failed control', failed.length],
  ] as const) {
    const stated = memberAt(document, ...path);
    if (typeof stated !== 'number' || stated === found) continue;
    reader.warn(
      `InSpec counted ${count(stated, what)}, but the file contains ${found}: results may be missing.`,
      path,
    );
  }
}
