import { memberOf, recordOf, type JsonRecord } from '../../json.ts';
import type { Path } from '../../place.ts';
import { RecordReader, told } from '../reading/record-reader.ts';
import type { DataScanner, RuleResult, Scan } from '../reading/scanner.ts';
import { joined, shortText, wordOf } from '../reading/short-text.ts';
import type { StatusTable } from '../reading/verdict.ts';

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
  read,
};

function read(document: unknown): Scan {
  const reader = new RecordReader();
  for (const section of reader.entries(recordOf(document), 'tests', 'docker-bench section', [])) {
    const names = ['id', 'desc'].map((name) => wordOf(memberOf(section.value, name)));
    for (const test of reader.entries(section.value, 'results', 'docker-bench test', section.path)) {
      readTest(test.value, test.path, joined(names, ' '), reader);
    }
  }
  const facts = {
    scanner: 'docker-bench-security',
    scannerVersion: wordOf(memberOf(document, 'dockerbenchsecurity')),
    benchmark: 'CIS Docker Benchmark',
  };
  return reader.scan(facts, 'docker-bench-security ran no test');
}

function readTest(test: JsonRecord, path: Path, section: string | undefined, reader: RecordReader): void {
  const ruleId = reader.requiredText(test, 'id', 'docker-bench test', path);
  if (ruleId === undefined) return;
  const verdict = reader.requiredVerdict(ruleId, test, 'result', 'docker-bench test', path, STATUSES);
  if (verdict === undefined) return;
  const details = told<RuleResult>({
    title: shortText(memberOf(test, 'desc')),
    // `details` is a message followed by every container or image concerned: only its beginning is a message.
    reason: shortText(memberOf(test, 'details')),
    section,
    remediation: shortText(memberOf(test, 'remediation')),
  });
  reader.add({ ...details, ruleId, ...verdict, at: { path } });
}
