import {
  isRecord,
  listOf,
  memberAt,
  memberOf,
  textOf,
  withoutUndefined,
  type JsonRecord,
} from '../../../json.ts';
import { count, quote } from '../../../text.ts';
import { RecordReader, type Entry } from '../../reading/record-reader.ts';
import type { Scan, ScanFacts } from '../../reading/scanner.ts';
import { shortText, wordOf } from '../../reading/short-text.ts';
import { timeOf } from '../../reading/time.ts';
import { benchmarkOf } from './benchmark.ts';
import { FAILURES_ONLY, isDetailed, readDetailReport } from './operator-detail.ts';
import { readTrivySummary } from './summary.ts';

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

/** A report and its status. A status without its report has an empty one. */
interface Report {
  readonly report: JsonRecord;
  readonly status: Entry;
}

/** Whether a document is one of trivy-operator's reports, a list of them, or the status of one. */
export function isOperatorDocument(document: unknown): boolean {
  return Array.isArray(document) ? document.some(isOne) : isOne(document);
}

function isOne(value: unknown): boolean {
  return isReport(value) || isReportStatus(value) || isList(value);
}

function isReport(value: unknown): boolean {
  return memberOf(value, 'kind') === KIND;
}

function isReportStatus(value: unknown): boolean {
  return (
    Array.isArray(memberAt(value, 'summaryReport', 'controlCheck')) ||
    Array.isArray(memberAt(value, 'detailReport', 'results'))
  );
}

function isList(value: unknown): boolean {
  return memberOf(value, 'kind') === `${KIND}List` || listOf(memberOf(value, 'items')).some(isReport);
}

/** Reads trivy-operator's reports, one for each benchmark: a single one, a list, or only the `status` of one. */
export function readOperator(document: unknown): readonly Scan[] {
  const whole = new RecordReader();
  const reports = reportsOf(document, whole);
  const detailed = reports.find(({ status }) => isDetailed(status.value));
  if (detailed !== undefined) whole.warn(FAILURES_ONLY, [...detailed.status.path, 'detailReport']);
  const scans = reports.map(readReport);
  const rest = whole.scan({ scanner: SCANNER }, NOTHING);
  const hasRest = [rest.faults, rest.warnings, rest.excluded].some((list) => list !== undefined);
  return hasRest || scans.length === 0 ? [...scans, rest] : scans;
}

function reportsOf(document: unknown, reader: RecordReader): readonly Report[] {
  if (Array.isArray(document)) {
    return reader.objects(document, KIND, []).flatMap((entry) => reportsIn(entry, reader));
  }
  return reportsIn(reader.root(document, KIND), reader);
}

function reportsIn(entry: Entry, reader: RecordReader): readonly Report[] {
  const { value, path } = entry;
  if (isReportStatus(value)) return [{ report: {}, status: entry }];
  if (isReport(value) || isUntyped(value)) return [{ report: value, status: statusOf(entry, reader) }];
  if (Object.hasOwn(value, 'items')) {
    return reader.entries(entry, 'items', KIND).flatMap((item) => reportsIn(item, reader));
  }
  // A list from Kubernetes can contain resources of other kinds.
  if (textOf(memberOf(value, 'kind')) !== undefined) reader.exclude('Kubernetes resource of another kind');
  else reader.fault(`This is neither a ${KIND} nor the status of one.`, path);
  return [];
}

/** Whether a value is a report without its kind, which the items of a typed list need not repeat. */
function isUntyped(value: JsonRecord): boolean {
  return (
    memberOf(value, 'kind') === undefined &&
    (isRecord(memberOf(value, 'status')) || isRecord(memberAt(value, 'spec', 'compliance')))
  );
}

/** A report's status. It is missing or empty until the operator has made the report. */
function statusOf({ value, path }: Entry, reader: RecordReader): Entry {
  const status = memberOf(value, 'status');
  const at = [...path, 'status'];
  const what = 'Trivy status';
  if (isRecord(status)) return { value: status, path: at, what };
  if (status !== undefined && status !== null) reader.fault('"status" must be an object.', at);
  return { value: {}, path: status === undefined ? path : at, what };
}

function readReport({ report, status }: Report): Scan {
  const reader = new RecordReader();
  const summary = headingOf(status, 'summaryReport', reader);
  const detail = headingOf(status, 'detailReport', reader);
  const read = [
    ...(summary === undefined ? [] : [readTrivySummary(summary, MEMBERS, reader)]),
    ...(detail === undefined
      ? []
      : [readDetailReport(detail, memberAt(report, 'spec', 'compliance'), reader)]),
  ];
  const [found] = read;
  if (found === undefined || found.controls === 0) {
    const name = shortText(memberAt(report, 'metadata', 'name'), 100);
    reader.warn(
      `${KIND}${name === undefined ? '' : ` ${quote(name)}`} has no controls in its status.`,
      status.path,
    );
  } else compareTotals(status, found, reader);
  return reader.scan(factsOf(report, status.value), NOTHING);
}

function headingOf({ value, path }: Entry, name: string, reader: RecordReader): Entry | undefined {
  const heading = memberOf(value, name);
  if (heading === undefined || heading === null) return undefined;
  if (isRecord(heading)) return { value: heading, path: [...path, name], what: 'Trivy report' };
  reader.fault(`"${name}" must be an object.`, [...path, name]);
  return undefined;
}

/** Warns if controls are missing. The operator counts those that fail and those that do not, and leaves out a count of 0. */
function compareTotals(
  status: Entry,
  found: { readonly controls: number; readonly failing: number },
  reader: RecordReader,
): void {
  const stated = ['failCount', 'passCount'].map((name) => memberAt(status.value, 'summary', name));
  const [failing = 0, passing = 0] = stated.map((number) => (typeof number === 'number' ? number : 0));
  if (failing <= found.failing && failing + passing <= found.controls) return;
  reader.warn(
    `trivy-operator counted ${count(failing + passing, 'control')}, ${failing} of them failing; the report contains ${found.controls}, ${found.failing} of them failing: results may be missing.`,
    [...status.path, 'summary'],
  );
}

function factsOf(report: JsonRecord, status: JsonRecord): ScanFacts {
  const headings = [
    memberOf(status, 'detailReport'),
    memberOf(status, 'summaryReport'),
    memberAt(report, 'spec', 'compliance'),
  ];
  const benchmark = benchmarkOf({
    ids: [...headings.map((heading) => memberOf(heading, 'id')), memberAt(report, 'metadata', 'name')],
    titles: headings.map((heading) => memberOf(heading, 'title')),
    version: memberAt(report, 'spec', 'compliance', 'version'),
  });
  return withoutUndefined({
    scanner: SCANNER,
    scannerVersion: wordOf(memberAt(report, 'metadata', 'labels', 'app.kubernetes.io/version')),
    ...benchmark,
    ended: timeOf(memberOf(status, 'updateTimestamp')),
  });
}
