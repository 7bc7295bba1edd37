import {
  isRecord,
  listOf,
  memberAt,
  memberOf,
  textOf,
  withoutUndefined,
  type JsonRecord,
} from '../../../json.ts';
import { RecordReader, type Entry } from '../../reading/record-reader.ts';
import type { Scan } from '../../reading/scanner.ts';
import { joined, shortText, wordOf } from '../../reading/short-text.ts';
import { readTrivySummary } from './summary.ts';
import { verdictOf, type Verdict } from '../../reading/verdict.ts';

/** The kind of Kubernetes resource that trivy-operator writes. */
export const KIND = 'ClusterComplianceReport';

const SCANNER = 'Trivy Operator';
const NOTHING = `no ${KIND} has a status with controls`;

const MEMBERS = {
  controls: 'controlCheck',
  id: 'id',
  name: 'name',
  severity: 'severity',
  total: 'totalFail',
};

/** Whether a document is one of trivy-operator's reports, a list of them, or the status of one. */
export function isOperatorDocument(document: unknown): boolean {
  if (Array.isArray(document)) return document.some(isReport);
  return isReport(document) || isStatus(document) || isList(document);
}

function isReport(value: unknown): boolean {
  return memberOf(value, 'kind') === KIND;
}

function isStatus(value: unknown): boolean {
  return (
    Array.isArray(memberAt(value, 'summaryReport', 'controlCheck')) ||
    Array.isArray(memberAt(value, 'detailReport', 'results'))
  );
}

function isList(document: unknown): boolean {
  const items = listOf(memberOf(document, 'items'));
  return memberOf(document, 'kind') === `${KIND}List` || items.some(isReport);
}

/** Reads trivy-operator's reports: one for each benchmark, alone, in a list, or only the `status` of one. */
export function readOperator(document: unknown): readonly Scan[] {
  const lists = new RecordReader();
  const scans = reportsOf(document, lists).map(readReport);
  const ofLists = lists.scan({ scanner: SCANNER }, NOTHING);
  const isWhole = ofLists.faults === undefined;
  return isWhole && scans.length > 0 ? scans : [...scans, ofLists];
}

function reportsOf(document: unknown, reader: RecordReader): readonly Entry[] {
  if (Array.isArray(document)) return reader.objects(listOf(document), KIND, []);
  const root = reader.root(document, KIND);
  if (isReport(root.value)) return [root];
  if (!isStatus(root.value)) return reader.entries(root, 'items', KIND).filter(isListedReport);
  return [{ ...root, value: { status: root.value } }];
}

/** A list that was asked of Kubernetes can hold other kinds; the items of a typed list need not repeat the kind. */
function isListedReport({ value }: Entry): boolean {
  return isReport(value) || memberOf(value, 'kind') === undefined;
}

function readReport({ value: report, path }: Entry): Scan {
  const reader = new RecordReader();
  const isStatusAlone = memberOf(report, 'kind') === undefined && path.length === 0;
  const at = isStatusAlone ? path : [...path, 'status'];
  const summary = memberAt(report, 'status', 'summaryReport');
  const detail = memberAt(report, 'status', 'detailReport');
  const what = 'Trivy report';
  if (isRecord(detail)) readDetailReport({ value: detail, path: [...at, 'detailReport'], what }, reader);
  else if (isRecord(summary)) {
    readTrivySummary({ value: summary, path: [...at, 'summaryReport'], what }, MEMBERS, {}, reader);
  }
  const facts = withoutUndefined({
    scanner: SCANNER,
    scannerVersion: wordOf(memberAt(report, 'metadata', 'labels', 'app.kubernetes.io/version')),
    benchmark: titleOf(report),
    benchmarkVersion: wordOf(memberAt(report, 'spec', 'compliance', 'version')),
  });
  return reader.scan(facts, NOTHING);
}

function readDetailReport(report: Entry, reader: RecordReader): void {
  for (const entry of reader.entries(report, 'results', 'Trivy control')) {
    const { value: control, path } = entry;
    const ruleId = reader.requiredText(entry, 'id');
    if (ruleId === undefined) continue;
    const rule = { ruleId };
    const checks = reader.entries(entry, 'checks', 'Trivy check', rule);
    const details = withoutUndefined({
      title: shortText(memberOf(control, 'name')),
      reason: failuresOf(checks),
      severity: shortText(memberOf(control, 'severity'), 50),
      remediation: checks
        .map(({ value }) => shortText(memberOf(value, 'remediation')))
        .find((text) => text !== undefined),
    });
    reader.add({ ...details, ...rule, ...verdictOfChecks(checks), at: { path } });
  }
}

/**
 * The operator writes `{checkID: "", success: true}` for a control that no check reported on, manual ones among
 * them: nothing there says that it was evaluated.
 */
function verdictOfChecks(checks: readonly Entry[]): Verdict {
  const outcomes = checks.map(({ value }) => memberOf(value, 'success'));
  if (outcomes.includes(false)) return { result: 'success=false', status: 'FAILED' };
  const strange = outcomes.find((outcome) => outcome !== true);
  if (outcomes.some((outcome) => outcome !== true)) {
    return verdictOf(`success=${wordOf(strange) ?? typeof strange}`, {});
  }
  const reported = checks.some(({ value }) => textOf(memberOf(value, 'checkID')) !== undefined);
  if (reported) return { result: 'success=true', status: 'PASSED' };
  return { result: 'no check', status: 'NOT_EVALUATED' };
}

function failuresOf(checks: readonly Entry[]): string | undefined {
  const failures = checks.filter(({ value }) => memberOf(value, 'success') === false).slice(0, 3);
  return joined(
    failures.map(({ value }) => {
      const messages = listOf(memberOf(value, 'messages'));
      const what = shortText(messages[0], 200) ?? shortText(memberOf(value, 'title'), 200);
      return joined([shortText(memberOf(value, 'target'), 120), what], ': ');
    }),
    '; ',
  );
}

function titleOf(report: JsonRecord): string | undefined {
  const status = memberOf(report, 'status');
  const compliance = memberAt(report, 'spec', 'compliance');
  const headings = [memberOf(status, 'detailReport'), memberOf(status, 'summaryReport'), compliance];
  return headings
    .map((heading) => shortText(memberOf(heading, 'title')) ?? shortText(memberOf(heading, 'id')))
    .find((title) => title !== undefined);
}
