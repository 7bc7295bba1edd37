import { memberAt } from '../../../json.ts';
import { count } from '../../../text.ts';
import type { RecordReader } from '../../reading/record-reader.ts';
import type { Control } from './control.ts';

/** The names that InSpec makes for tests outside of a control, which it does not count. */
const NAMELESS = '(generated from ';

/**
 * Warns where InSpec counted other controls than the file holds (`statistics.controls`). InSpec counts controls with
 * results, as failed when any of them failed (InSpec, `formatters/base.rb`).
 */
export function compareStatistics(
  document: unknown,
  controls: readonly Control[],
  reader: RecordReader,
): void {
  const counted = controls.filter(({ rule, tests }) => tests.length > 0 && !rule.ruleId.startsWith(NAMELESS));
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
