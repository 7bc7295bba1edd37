import { memberOf, withoutUndefined } from '../../json.ts';
import { count } from '../../text.ts';
import { CIS_TITLES, cisBenchmarkOf } from '../reading/cis-benchmark.ts';
import { RecordReader, type Entry } from '../reading/record-reader.ts';
import type { DataScanner, RuleResult, Scan, StatusTable } from '../reading/scanner.ts';
import { joined, shortText, wordOf } from '../reading/short-text.ts';

/** docker-bench-security's words (its `tests/*.sh`). There is no FAIL: `WARN` means a failure. */
const STATUSES: StatusTable = {
  PASS: 'PASSED',
  WARN: 'FAILED',
  INFO: 'INFORMATIONAL',
  NOTE: 'NOT_EVALUATED',
};

const SECTION = 'docker-bench section';
const TEST = 'docker-bench test';

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
  const tests = testsOf(report, reader);
  for (const { test, section } of tests) readTest(test, section, reader);
  compareTotals(
    report,
    tests.map(({ test }) => test),
    reader,
  );
  const facts = withoutUndefined({
    scanner: 'docker-bench-security',
    // Its version is not that of the benchmark: 1.3.5 follows version 1.2.0.
    scannerVersion: wordOf(memberOf(document, 'dockerbenchsecurity')),
    benchmark: CIS_TITLES.docker,
    cisBenchmark: cisBenchmarkOf(CIS_TITLES.docker),
    started: timeOfSeconds(memberOf(document, 'start')),
    ended: timeOfSeconds(memberOf(document, 'end')),
  });
  return [reader.scan(facts, 'docker-bench-security ran no tests')];
}

interface SectionTest {
  readonly test: Entry;
  readonly section: string | undefined;
}

/** The tests of every section. Tests named individually (`-c check_2_2`) are outside any section. */
function testsOf(report: Entry, reader: RecordReader): readonly SectionTest[] {
  return reader.requiredEntries(report, 'tests', SECTION).flatMap((entry): readonly SectionTest[] => {
    const { value } = entry;
    if (memberOf(value, 'results') === undefined && memberOf(value, 'result') !== undefined) {
      return [{ test: { ...entry, what: TEST }, section: undefined }];
    }
    const section = joined([wordOf(memberOf(value, 'id')), wordOf(memberOf(value, 'desc'))], ' ');
    return reader.requiredEntries(entry, 'results', TEST).map((test) => ({ test, section }));
  });
}

function readTest(test: Entry, section: string | undefined, reader: RecordReader): void {
  const ruleId = reader.requiredText(test, 'id', reader.statusOf(test, 'result', STATUSES));
  if (ruleId === undefined) return;
  const rule = { ruleId };
  const verdict = reader.requiredVerdict(test, 'result', STATUSES, rule);
  if (verdict === undefined) return;
  const details: Partial<RuleResult> = withoutUndefined({
    title: shortText(memberOf(test.value, 'desc')),
    // `details` is a message followed by every container or image concerned; cutting it keeps the message.
    reason: shortText(memberOf(test.value, 'details')),
    section,
    remediation: shortText(memberOf(test.value, 'remediation')),
  });
  reader.add({ ...details, ...rule, ...verdict, at: { path: test.path } });
}

/** `checks` counts the tests; `score` adds 1 for some tests that pass and subtracts 1 for some that do not. */
function compareTotals(report: Entry, tests: readonly Entry[], reader: RecordReader): void {
  const [checks, score] = [memberOf(report.value, 'checks'), memberOf(report.value, 'score')];
  const ending = (word: string): number =>
    tests.filter(({ value }) => memberOf(value, 'result') === word).length;
  const found = `the file contains ${count(tests.length, 'test')}`;
  if (typeof checks === 'number' && checks !== tests.length) {
    const stated = `docker-bench-security counted ${count(checks, 'test')}`;
    reader.warn(`${stated}; ${found}: results may be missing.`, [...report.path, 'checks']);
  } else if (typeof score === 'number' && (score > ending('PASS') || score < -ending('WARN'))) {
    const ended = `${found}, ${ending('PASS')} of them PASS and ${ending('WARN')} WARN`;
    reader.warn(`docker-bench-security counted a score of ${score}; ${ended}: results may be missing.`, [
      ...report.path,
      'score',
    ]);
  }
}

/** Seconds since the epoch, as milliseconds. */
function timeOfSeconds(seconds: unknown): number | undefined {
  return typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : undefined;
}
