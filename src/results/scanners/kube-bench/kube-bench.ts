import { isRecord, memberAt, memberOf, withoutUndefined, type JsonRecord } from '../../../json.ts';
import { RecordReader, type Entry } from '../../reading/record-reader.ts';
import type { DataScanner, RuleResult, Scan, StatusTable } from '../../reading/scanner.ts';
import { joined, shortText } from '../../reading/short-text.ts';
import { benchmarkOf, platformOf } from './benchmark.ts';
import { expectationOf } from './expectation.ts';
import { compareTotals, countsOf, STATES, sumTotals, totalsOf, type Counts } from './totals.ts';

/** kube-bench's states (kube-bench, `check/check.go`). `INFO` is a test that was skipped. */
const STATUSES: StatusTable = {
  PASS: 'PASSED',
  FAIL: 'FAILED',
  INFO: 'NOT_EVALUATED',
  // A manual test, one that is not scored, or one that could not run: the file does not distinguish them.
  WARN: 'NOT_EVALUATED',
};

const GROUP = 'kube-bench control group';
const EMPTY = 'kube-bench ran no tests';

/** `kube-bench --json`, with or without (`--nototals`) totals, or only the controls of one node type. */
export const kubeBench: DataScanner = {
  kind: 'data',
  name: 'kube-bench',
  shape: 'an object with `Controls`, or a list of controls with `node_type` and `tests`',
  statuses: { status: STATUSES },
  recognises,
  read,
};

function recognises(document: unknown): boolean {
  return Array.isArray(document) ? document.some(isReport) : isReport(document);
}

function isReport(value: unknown): boolean {
  const controls = memberOf(value, 'Controls');
  if (Array.isArray(controls) && controls.length > 0) return controls.some(isControls);
  const totals = memberAt(value, 'Totals', 'total_pass') !== undefined;
  return isControls(value) || (totals && isOverall(value));
}

/** Whether a value has the controls of all node types; they are `null` if kube-bench ran none. */
function isOverall(value: unknown): boolean {
  return isRecord(value) && Object.hasOwn(value, 'Controls');
}

function isControls(value: unknown): boolean {
  const tests = memberOf(value, 'tests');
  const kubernetes =
    memberOf(value, 'node_type') !== undefined || memberOf(value, 'total_pass') !== undefined;
  return kubernetes && (Array.isArray(tests) || tests === null);
}

/** One scan for each sequence of groups with the same benchmark version, so that the rules keep their order. */
function read(document: unknown): readonly Scan[] {
  const whole = new RecordReader();
  const groups = groupsOf(document, whole);
  const scans = runsOf(groups).map((run) => {
    const reader = new RecordReader();
    for (const group of run.groups) readGroup(group, reader);
    return reader.scan(
      withoutUndefined({ ...benchmarkOf(run.version), platform: platformOf(run.groups) }),
      EMPTY,
    );
  });
  const rest = whole.scan({ scanner: 'kube-bench' }, EMPTY);
  const hasRest = rest.faults !== undefined || rest.warnings !== undefined;
  return hasRest || scans.length === 0 ? [...scans, rest] : scans;
}

function groupsOf(document: unknown, reader: RecordReader): readonly Entry[] {
  if (Array.isArray(document)) {
    return reader.objects(document, GROUP, []).flatMap((element) => groupsIn(element, reader));
  }
  return groupsIn(reader.root(document, GROUP), reader);
}

function groupsIn(entry: Entry, reader: RecordReader): readonly Entry[] {
  if (!isOverall(entry.value)) return [entry];
  const groups = reader.entries(entry, 'Controls', GROUP);
  const ofGroups = groups.map((group) => totalsOf(group.value) ?? countsOf(group));
  const ofAll = totalsOf(memberOf(entry.value, 'Totals'));
  compareTotals(ofAll, sumTotals(ofGroups), 'all control groups', [...entry.path, 'Totals'], reader);
  return groups;
}

interface Run {
  readonly version: string | undefined;
  readonly groups: Entry[];
}

function runsOf(groups: readonly Entry[]): readonly Run[] {
  const runs: Run[] = [];
  for (const group of groups) {
    const version = shortText(memberOf(group.value, 'version'), 100);
    const last = runs.at(-1);
    if (last !== undefined && last.version === version) last.groups.push(group);
    else runs.push({ version, groups: [group] });
  }
  return runs;
}

function readGroup(group: Entry, reader: RecordReader): void {
  const source = shortText(memberOf(group.value, 'node_type'), 100);
  const stated = totalsOf(group.value);
  for (const section of sectionsOf(group, stated, reader)) {
    const names = ['section', 'desc'].map((name) => shortText(memberOf(section.value, name), 200));
    const common = withoutUndefined({ section: joined(names, ' '), source });
    for (const check of reader.requiredEntries(section, 'results', 'kube-bench test')) {
      readCheck(check, common, reader);
    }
  }
  compareTotals(stated, countsOf(group), 'this control group', group.path, reader);
}

/** kube-bench writes `null` for a group in which no test ran. */
function sectionsOf(group: Entry, stated: Counts | undefined, reader: RecordReader): readonly Entry[] {
  const ranNone = stated !== undefined && STATES.every((state) => (stated[state] ?? 0) === 0);
  const what = 'kube-bench section';
  return memberOf(group.value, 'tests') === null && ranNone
    ? []
    : reader.requiredEntries(group, 'tests', what);
}

function readCheck(entry: Entry, common: Partial<RuleResult>, reader: RecordReader): void {
  const { value: check, path } = entry;
  const ruleId = reader.requiredText(entry, 'test_number', reader.statusOf(entry, 'status', STATUSES));
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
  const expected = expectationOf(memberOf(check, 'expected_result'));
  const reason = withoutOutput(memberOf(check, 'reason'));
  return joined([reason, expected === undefined ? undefined : `expected: ${expected}`], '; ');
}

/**
 * The reason for a failed audit command quotes the command and its whole output; the reason for an audit that could not
 * be parsed quotes its output. Either may contain secrets.
 */
function withoutOutput(reason: unknown): string | undefined {
  if (typeof reason !== 'string') return undefined;
  if (reason.trimStart().startsWith('failed to run:')) {
    const exit = /, error: ((?:exit status|signal:) [\w ]{1,40})$/.exec(reason.trimEnd().slice(-100))?.[1];
    return joined(['the audit command failed', exit], ': ');
  }
  return /["\n]/.test(reason.trim()) ? 'the test could not be evaluated' : shortText(reason, 200);
}
