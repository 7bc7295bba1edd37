import { memberOf, withoutUndefined } from '../../json.ts';
import { RecordReader, type Entry } from '../reading/record-reader.ts';
import type { DataScanner, Scan, StatusTable } from '../reading/scanner.ts';
import { joined, shortText, wordOf } from '../reading/short-text.ts';

/** docker-bench-security's words (its `tests/*.sh`). There is no FAIL: `WARN` is what was not met. */
const STATUSES: StatusTable = {
  PASS: 'PASSED',
  WARN: 'FAILED',
  INFO: 'INFORMATIONAL',
  NOTE: 'NOT_EVALUATED',
};

/** docker-bench-security's `.log.json`. */
export const dockerBench: DataScanner = {
  kind: 'data',
  name: 'docker-bench',
  shape: 'an object with `dockerbenchsecurity` and `tests`',
  recognises: (document) =>
    memberOf(document, 'dockerbenchsecurity') !== undefined && Array.isArray(memberOf(document, 'tests')),
  statuses: { result: STATUSES },
  read,
};

function read(document: unknown): readonly Scan[] {
  const reader = new RecordReader();
  const report = reader.root(document, 'docker-bench report');
  for (const section of reader.entries(report, 'tests', 'docker-bench section')) {
    const names = ['id', 'desc'].map((name) => wordOf(memberOf(section.value, name)));
    for (const test of reader.entries(section, 'results', 'docker-bench test')) {
      readTest(test, joined(names, ' '), reader);
    }
  }
  const facts = withoutUndefined({
    scanner: 'docker-bench-security',
    scannerVersion: wordOf(memberOf(document, 'dockerbenchsecurity')),
    benchmark: 'CIS Docker Benchmark',
  });
  return [reader.scan(facts, 'docker-bench-security ran no test')];
}

function readTest(test: Entry, section: string | undefined, reader: RecordReader): void {
  const ruleId = reader.requiredText(test, 'id');
  if (ruleId === undefined) return;
  const rule = { ruleId };
  const verdict = reader.requiredVerdict(test, 'result', STATUSES, rule);
  if (verdict === undefined) return;
  const details = withoutUndefined({
    title: shortText(memberOf(test.value, 'desc')),
    // `details` is a message followed by every container or image concerned: only its beginning is a message.
    reason: shortText(memberOf(test.value, 'details')),
    section,
    remediation: shortText(memberOf(test.value, 'remediation')),
  });
  reader.add({ ...details, ...rule, ...verdict, at: { path: test.path } });
}
