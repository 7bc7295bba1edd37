import { isRecord, listOf, memberAt, memberOf, withoutUndefined, type JsonRecord } from '../../json.ts';
import { RecordReader, type Entry } from '../reading/record-reader.ts';
import type { DataScanner, Platform, RuleResult, Scan, StatusTable } from '../reading/scanner.ts';
import { joined, shortText } from '../reading/short-text.ts';

/** kube-bench's states (kube-bench, `check/check.go`). `INFO` is a test that was skipped. */
const STATUSES: StatusTable = {
  PASS: 'PASSED',
  FAIL: 'FAILED',
  INFO: 'NOT_EVALUATED',
  // A manual test, one that is not scored, or one that could not run: the file does not tell them apart.
  WARN: 'NOT_EVALUATED',
};

/** `kube-bench --json`, with totals or (`--nototals`) without, or the controls of one node type alone. */
export const kubeBench: DataScanner = {
  kind: 'data',
  name: 'kube-bench',
  shape: 'an object with `Controls`, or a list of controls with `node_type` and `tests`',
  statuses: { status: STATUSES },
  recognises,
  read,
};

function recognises(document: unknown): boolean {
  if (Array.isArray(document)) return document.some(isControls);
  const controls = memberOf(document, 'Controls');
  if (Array.isArray(controls) && controls.length > 0) return controls.some(isControls);
  const totals = memberAt(document, 'Totals', 'total_pass') !== undefined;
  return isControls(document) || (totals && isRecord(document) && Object.hasOwn(document, 'Controls'));
}

function isControls(value: unknown): boolean {
  const tests = memberOf(value, 'tests');
  const kubernetes =
    memberOf(value, 'node_type') !== undefined || memberOf(value, 'total_pass') !== undefined;
  return kubernetes && (Array.isArray(tests) || tests === null);
}

function read(document: unknown): readonly Scan[] {
  const reader = new RecordReader();
  const all = controlsOf(document, reader);
  for (const controls of all) readControls(controls, reader);
  const facts = withoutUndefined({
    scanner: 'kube-bench',
    benchmark: 'CIS Kubernetes Benchmark',
    benchmarkVersion: each(all, 'version'),
    platform: platformOf(all),
  });
  return [reader.scan(facts, 'kube-bench ran no test')];
}

function controlsOf(document: unknown, reader: RecordReader): readonly Entry[] {
  const what = 'kube-bench control group';
  if (Array.isArray(document)) return reader.objects(listOf(document), what, []);
  const root = reader.root(document, what);
  return isControls(root.value) ? [root] : reader.entries(root, 'Controls', what);
}

function readControls(controls: Entry, reader: RecordReader): void {
  const source = shortText(memberOf(controls.value, 'node_type'), 100);
  for (const group of reader.entries(controls, 'tests', 'kube-bench section')) {
    const names = ['section', 'desc'].map((name) => shortText(memberOf(group.value, name), 200));
    const common = withoutUndefined({ section: joined(names, ' '), source });
    for (const check of reader.entries(group, 'results', 'kube-bench test')) {
      readCheck(check, common, reader);
    }
  }
}

function readCheck(entry: Entry, common: Partial<RuleResult>, reader: RecordReader): void {
  const { value: check, path } = entry;
  const ruleId = reader.requiredText(entry, 'test_number');
  if (ruleId === undefined) return;
  const rule = { ruleId };
  const verdict = reader.requiredVerdict(entry, 'status', STATUSES, rule);
  if (verdict === undefined) return;
  const details = withoutUndefined({
    title: shortText(memberOf(check, 'test_desc')),
    reason: verdict.status === 'PASSED' ? undefined : reasonOf(check),
    remediation: shortText(memberOf(check, 'remediation')),
  });
  reader.add({ ...details, ...common, ...rule, ...verdict, at: { path } });
}

function reasonOf(check: JsonRecord): string | undefined {
  const expected = shortText(memberOf(check, 'expected_result'), 300);
  const reason = withoutOutput(memberOf(check, 'reason'));
  return joined([reason, expected === undefined ? undefined : `expected: ${expected}`], '; ');
}

/** The reason of an audit command that failed quotes the command and its whole output, which may hold secrets. */
function withoutOutput(reason: unknown): string | undefined {
  if (typeof reason !== 'string' || !reason.trimStart().startsWith('failed to run:'))
    return shortText(reason);
  const error = reason.slice(-200).split(', error: ');
  return joined(['the audit command failed', error.length > 1 ? shortText(error.at(-1)) : undefined], ': ');
}

function platformOf(all: readonly Entry[]): Platform | undefined {
  const version = each(all, 'detected_version');
  return version === undefined ? undefined : { product: 'Kubernetes', version };
}

/** What a member says in all the control groups, each word once. */
function each(all: readonly Entry[], name: string): string | undefined {
  return joined([...new Set(all.map(({ value }) => shortText(memberOf(value, name), 50)))], ', ');
}
