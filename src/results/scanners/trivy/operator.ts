import { isRecord, listOf, memberOf, recordOf, textOf, type JsonRecord } from '../../../json.ts';
import type { Path } from '../../../place.ts';
import { RecordReader, told, type Entry } from '../../reading/record-reader.ts';
import type { RuleResult, Scan } from '../../reading/scanner.ts';
import { joined, shortText, wordOf } from '../../reading/short-text.ts';
import { readTrivySummary } from './summary.ts';
import { verdictOf, type Verdict } from '../../reading/verdict.ts';

/** The kind of Kubernetes resource that trivy-operator writes. */
export const KIND = 'ClusterComplianceReport';

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
    Array.isArray(memberOf(memberOf(value, 'summaryReport'), 'controlCheck')) ||
    Array.isArray(memberOf(memberOf(value, 'detailReport'), 'results'))
  );
}

function isList(document: unknown): boolean {
  const items = listOf(memberOf(document, 'items'));
  return memberOf(document, 'kind') === `${KIND}List` || items.some(isReport);
}

/** Reads trivy-operator's reports: one for each benchmark, alone, in a list, or only the `status` of one. */
export function readOperator(document: unknown): Scan {
  const reader = new RecordReader();
  const reports = reportsOf(document, reader);
  for (const report of reports) readReport(report, reports.length > 1, reader);
  const first = reports[0]?.value ?? {};
  const only = reports.length === 1;
  const labels = memberOf(memberOf(first, 'metadata'), 'labels');
  const facts = {
    scanner: 'Trivy Operator',
    scannerVersion: wordOf(memberOf(labels, 'app.kubernetes.io/version')),
    benchmark: only ? titleOf(first) : undefined,
    benchmarkVersion: only
      ? wordOf(memberOf(memberOf(memberOf(first, 'spec'), 'compliance'), 'version'))
      : undefined,
  };
  return reader.scan(facts, `no ${KIND} has a status with controls`);
}

function reportsOf(document: unknown, reader: RecordReader): readonly Entry[] {
  if (Array.isArray(document)) return reader.objects(listOf(document), KIND, []);
  const root = recordOf(document);
  if (isReport(root)) return [{ value: root, path: [] }];
  if (!isStatus(root)) return reader.entries(root, 'items', KIND, []).filter(isListedReport);
  return [{ value: { status: root }, path: [] }];
}

/** A list that was asked of Kubernetes can hold other kinds; the items of a typed list need not repeat the kind. */
function isListedReport({ value }: Entry): boolean {
  return isReport(value) || memberOf(value, 'kind') === undefined;
}

function readReport({ value: report, path }: Entry, severalReports: boolean, reader: RecordReader): void {
  const bare = memberOf(report, 'kind') === undefined && path.length === 0;
  const status = recordOf(memberOf(report, 'status'));
  const at = bare ? path : [...path, 'status'];
  const common = told<RuleResult>({ source: severalReports ? titleOf(report) : undefined });
  const summary = memberOf(status, 'summaryReport');
  const detail = memberOf(status, 'detailReport');
  if (isRecord(detail)) readDetailReport(detail, [...at, 'detailReport'], reader, common);
  else if (isRecord(summary)) {
    readTrivySummary(summary, MEMBERS, [...at, 'summaryReport'], common, reader);
  }
}

function readDetailReport(
  report: JsonRecord,
  path: Path,
  reader: RecordReader,
  common: Partial<RuleResult>,
): void {
  for (const { value: control, path: at } of reader.entries(report, 'results', 'Trivy control', path)) {
    const ruleId = reader.requiredText(control, 'id', 'Trivy control', at);
    if (ruleId === undefined) continue;
    const checks = reader.entries(control, 'checks', 'Trivy check', at, ruleId);
    const details = told<RuleResult>({
      title: shortText(memberOf(control, 'name')),
      reason: failuresOf(checks),
      severity: shortText(memberOf(control, 'severity'), 50),
      remediation: checks
        .map(({ value }) => shortText(memberOf(value, 'remediation')))
        .find((text) => text !== undefined),
    });
    reader.add({ ...details, ...common, ruleId, ...verdictOfChecks(checks), at: { path: at } });
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
  const compliance = memberOf(memberOf(report, 'spec'), 'compliance');
  const headings = [memberOf(status, 'detailReport'), memberOf(status, 'summaryReport'), compliance];
  return headings
    .map((heading) => shortText(memberOf(heading, 'title')) ?? shortText(memberOf(heading, 'id')))
    .find((title) => title !== undefined);
}
