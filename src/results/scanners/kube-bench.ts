import { isRecord, listOf, memberOf, recordOf, type JsonRecord } from '../../json.ts';
import type { Path } from '../../place.ts';
import { RecordReader, told, type Entry } from '../reading/record-reader.ts';
import type { DataScanner, Platform, RuleResult, Scan } from '../reading/scanner.ts';
import { joined, shortText } from '../reading/short-text.ts';
import type { StatusTable } from '../reading/verdict.ts';

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
  recognises,
  read,
};

function recognises(document: unknown): boolean {
  if (Array.isArray(document)) return document.some(isControls);
  const controls = memberOf(document, 'Controls');
  if (Array.isArray(controls) && controls.length > 0) return controls.some(isControls);
  const totals = memberOf(memberOf(document, 'Totals'), 'total_pass') !== undefined;
  return isControls(document) || (totals && isRecord(document) && Object.hasOwn(document, 'Controls'));
}

function isControls(value: unknown): boolean {
  const tests = memberOf(value, 'tests');
  const kubernetes =
    memberOf(value, 'node_type') !== undefined || memberOf(value, 'total_pass') !== undefined;
  return kubernetes && (Array.isArray(tests) || tests === null);
}

function read(document: unknown): Scan {
  const reader = new RecordReader();
  const all = controlsOf(document, reader);
  for (const controls of all) readControls(controls, reader);
  const facts = {
    scanner: 'kube-bench',
    benchmark: 'CIS Kubernetes Benchmark',
    benchmarkVersion: each(all, 'version'),
    platform: platformOf(all),
  };
  return reader.scan(facts, 'kube-bench ran no test');
}

function controlsOf(document: unknown, reader: RecordReader): readonly Entry[] {
  if (Array.isArray(document)) return reader.objects(listOf(document), 'kube-bench control group', []);
  const root = recordOf(document);
  if (!isControls(root)) return reader.entries(root, 'Controls', 'kube-bench control group', []);
  return [{ value: root, path: [] }];
}

function readControls({ value: controls, path }: Entry, reader: RecordReader): void {
  const source = shortText(memberOf(controls, 'node_type'), 100);
  for (const group of reader.entries(controls, 'tests', 'kube-bench section', path)) {
    const names = ['section', 'desc'].map((name) => shortText(memberOf(group.value, name), 200));
    const common = told<RuleResult>({ section: joined(names, ' '), source });
    for (const check of reader.entries(group.value, 'results', 'kube-bench test', group.path)) {
      readCheck(check.value, check.path, common, reader);
    }
  }
}

function readCheck(check: JsonRecord, path: Path, common: Partial<RuleResult>, reader: RecordReader): void {
  const ruleId = reader.requiredText(check, 'test_number', 'kube-bench test', path);
  if (ruleId === undefined) return;
  const verdict = reader.requiredVerdict(ruleId, check, 'status', 'kube-bench test', path, STATUSES);
  if (verdict === undefined) return;
  const details = told<RuleResult>({
    title: shortText(memberOf(check, 'test_desc')),
    reason: verdict.status === 'PASSED' ? undefined : reasonOf(check),
    remediation: shortText(memberOf(check, 'remediation')),
  });
  reader.add({ ...details, ...common, ruleId, ...verdict, at: { path } });
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
