import { listOf, memberAt, memberOf } from '../../../json.ts';
import { count } from '../../../text.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';
import { wordOf } from '../../reading/short-text.ts';

/** Warns if goss's counts differ from what the file contains. */
export function compareSummary(report: Entry, reader: RecordReader): void {
  const tests = listOf(memberOf(report.value, 'results'));
  const failed = tests.filter((test) => wordOf(memberOf(test, 'result')) === '1');
  for (const [member, what, found] of [
    ['test-count', 'test', tests.length],
    ['failed-count', 'failed test', failed.length],
  ] as const) {
    const stated = memberAt(report.value, 'summary', member);
    if (typeof stated !== 'number' || stated === found) continue;
    const sentence = `goss counted ${count(stated, what)}, but the file contains ${found}: results may be missing.`;
    reader.warn(sentence, ['summary', member]);
  }
}
