import { isRecord, listOf, memberOf, recordOf, withoutUndefined, type JsonRecord } from '../../json.ts';
import { count } from '../../text.ts';
import { RecordReader, type Entry } from '../reading/record-reader.ts';
import type { DataScanner, Scan, ScanFacts, StatusTable } from '../reading/scanner.ts';
import { joined, shortText, wordOf, wordsOf } from '../reading/short-text.ts';
import { timeOf } from '../reading/time.ts';
import { benchmarkOf } from './kube-bench/benchmark.ts';
import { expectationOf } from './kube-bench/expectation.ts';

/** The states of a check (rancher/security-scan, `pkg/kb-summarizer/report/report.go`). */
const STATUSES: StatusTable = {
  pass: 'PASSED',
  fail: 'FAILED',
  // The nodes disagree, or some of them did not report.
  mixed: 'FAILED',
  skip: 'NOT_EVALUATED',
  // A manual check, or one that could not run: kube-bench does not distinguish them.
  warn: 'NOT_EVALUATED',
  notApplicable: 'NOT_APPLICABLE',
};

const KIND = 'ClusterScanReport';
const SCANNER = 'Rancher security-scan';
const EMPTY = 'Rancher ran no checks';

/** A `ClusterScanReport` of Rancher's cis-operator or compliance-operator, a list of them, or only its `reportJSON`. */
export const rancher: DataScanner = {
  kind: 'data',
  name: 'rancher',
  shape: 'a `ClusterScanReport`, or an object with `version`, `notApplicable` and `results[].checks`',
  statuses: { state: STATUSES },
  recognises,
  read,
};

function recognises(document: unknown): boolean {
  if (Array.isArray(document)) return document.some(isReport);
  const items = listOf(memberOf(document, 'items'));
  const isList = memberOf(document, 'kind') === `${KIND}List` || items.some(isReport);
  return isReport(document) || isList || isSummary(document);
}

function isReport(value: unknown): boolean {
  return memberOf(value, 'kind') === KIND;
}

/** Whether a value is what `reportJSON` contains. */
function isSummary(value: unknown): boolean {
  const counts = ['version', 'notApplicable'].every((name) => memberOf(value, name) !== undefined);
  return (
    counts && listOf(memberOf(value, 'results')).some((group) => memberOf(group, 'checks') !== undefined)
  );
}

function read(document: unknown): readonly Scan[] {
  const lists = new RecordReader();
  const root = lists.root(document, 'Rancher report');
  if (isSummary(root.value)) return [readSummary(root, {}, new RecordReader())];
  const scans = reportsOf(document, root, lists).map(readReport);
  const ofLists = lists.scan({ scanner: SCANNER }, `there is no ${KIND}`);
  return ofLists.faults === undefined && scans.length > 0 ? scans : [...scans, ofLists];
}

function reportsOf(document: unknown, root: Entry, reader: RecordReader): readonly Entry[] {
  if (Array.isArray(document)) return reader.objects(listOf(document), KIND, []);
  return isReport(root.value) ? [root] : reader.entries(root, 'items', KIND);
}

/** Reads a report, which the operator stores as a JSON string, so all faults in it have the place of that string. */
function readReport(report: Entry): Scan {
  const reader = new RecordReader();
  const spec = memberOf(report.value, 'spec');
  const owner = { value: recordOf(spec), path: [...report.path, 'spec'], what: KIND };
  const ended = timeOf(memberOf(spec, 'lastRunTimestamp'));
  const facts = withoutUndefined({ ended });
  const summary = parse(memberOf(spec, 'reportJSON'));
  const path = [...owner.path, 'reportJSON'];
  if (isRecord(summary)) return readSummary({ value: summary, path, what: 'Rancher report' }, facts, reader);
  reader.fault(`"reportJSON" ${summary}.`, path);
  return reader.scan({ scanner: SCANNER, ...facts }, EMPTY);
}

/** The object in a JSON text, or what is wrong with the text. */
function parse(text: unknown): JsonRecord | string {
  if (typeof text !== 'string') return 'must be a string';
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return 'must contain a JSON object';
    // The parser silently keeps the last of two members, so a verdict could be lost.
    return countMembers(value) === membersWritten(text) ? value : 'has a member twice in one object';
  } catch (error) {
    if (error instanceof SyntaxError) return 'must be JSON';
    throw error;
  }
}

function countMembers(value: unknown): number {
  const parts = isRecord(value) ? Object.values(value) : listOf(value);
  return parts.reduce<number>((sum, part) => sum + countMembers(part), isRecord(value) ? parts.length : 0);
}

function membersWritten(text: string): number {
  return [...text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"\s*(:?)/g)].filter(([, colon]) => colon === ':').length;
}

function readSummary(report: Entry, facts: ScanFacts, reader: RecordReader): Scan {
  let listed = 0;
  for (const group of reader.requiredEntries(report, 'results', 'Rancher section')) {
    const names = ['id', 'description'].map((name) => shortText(memberOf(group.value, name), 200));
    for (const check of reader.requiredEntries(group, 'checks', 'Rancher check')) {
      listed += 1;
      readCheck(check, joined(names, ' '), reader);
    }
  }
  const total = memberOf(report.value, 'total');
  if (typeof total === 'number' && total !== listed) {
    reader.warn(`The report counts ${count(total, 'check')} in total, but the file lists ${listed}.`, [
      ...report.path,
      'total',
    ]);
  }
  const profile = wordOf(memberOf(report.value, 'version'));
  const benchmark = { ...benchmarkOf(profile), scanner: SCANNER, ...withoutUndefined({ profile }) };
  return reader.scan({ ...facts, ...benchmark }, EMPTY);
}

function readCheck(entry: Entry, section: string | undefined, reader: RecordReader): void {
  const { value: check, path } = entry;
  const ruleId = reader.requiredText(entry, 'id', reader.statusOf(entry, 'state', STATUSES));
  if (ruleId === undefined) return;
  const rule = { ruleId };
  const verdict = reader.requiredVerdict(entry, 'state', STATUSES, rule);
  if (verdict === undefined) return;
  const details = withoutUndefined({
    title: shortText(memberOf(check, 'description')),
    reason: verdict.status === 'PASSED' ? undefined : reasonOf(check),
    section,
    remediation: shortText(memberOf(check, 'remediation')),
    source: joined(wordsOf(memberOf(check, 'node_type')), ', '),
  });
  reader.add({ ...details, ...rule, ...verdict, at: { path } });
}

/** What was expected, and on which nodes it is not met. What was found (`actual_value*`) and how (`audit`) are left out. */
function reasonOf(check: JsonRecord): string | undefined {
  const expected = expectationOf(memberOf(check, 'expected_result'));
  const nodes = joined(wordsOf(memberOf(check, 'nodes')), ', ');
  const parts = [expected && `expected: ${expected}`, nodes && `nodes: ${nodes}`];
  return joined(parts, '; ');
}
