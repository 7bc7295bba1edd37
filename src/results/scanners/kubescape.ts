import {
  isRecord,
  memberAt,
  memberOf,
  recordOf,
  textOf,
  withoutUndefined,
  type JsonRecord,
} from '../../json.ts';
import { allOf, quote, shortened } from '../../text.ts';
import { CIS_TITLES, cisBenchmarkOf, isCisTitleKey } from '../reading/cis-benchmark.ts';
import { RecordReader, type Entry } from '../reading/record-reader.ts';
import type { DataScanner, Platform, Scan, ScanFacts, StatusTable } from '../reading/scanner.ts';
import { joined, shortText, singleLine, wordOf } from '../reading/short-text.ts';
import { timeOf } from '../reading/time.ts';
import { verdictOf, type Verdict } from '../reading/verdict.ts';

/** Kubescape's words (opa-utils, `reporthandling/apis/statuses.go`); the last three are from older versions. */
const STATUSES: StatusTable = {
  passed: 'PASSED',
  failed: 'FAILED',
  skipped: 'NOT_EVALUATED',
  excluded: 'NOT_EVALUATED',
  irrelevant: 'NOT_APPLICABLE',
  error: 'ERROR',
};

/** Why a control passed or was skipped (same file). */
const SUB_STATUSES: StatusTable = {
  // The cluster has no resource that the control is about.
  irrelevant: 'NOT_APPLICABLE',
  // Resources fail, but the user's exceptions cover all of them; older versions call this `excluded`.
  'w/exceptions': 'NOT_EVALUATED',
  configuration: 'NOT_EVALUATED',
  integration: 'NOT_EVALUATED',
  'requires review': 'NOT_EVALUATED',
  'manual review': 'NOT_EVALUATED',
  notEvaluated: 'NOT_EVALUATED',
};

/** The lowest `scoreFactor` of each severity (opa-utils, `reporthandling/apis/severity.go`). */
const SEVERITIES: readonly (readonly [number, string])[] = [
  [9, 'Critical'],
  [7, 'High'],
  [4, 'Medium'],
  [1, 'Low'],
];

/** `kubescape scan framework … --format json` (opa-utils, `reporthandling/v2/datastructures.go`). */
export const kubescape: DataScanner = {
  kind: 'data',
  name: 'kubescape',
  shape: 'an object with `summaryDetails.controls` and `summaryDetails.frameworks`',
  statuses: { 'statusInfo.status': STATUSES, 'statusInfo.subStatus': SUB_STATUSES },
  recognises: (document) =>
    isRecord(memberAt(document, 'summaryDetails', 'controls')) &&
    memberAt(document, 'summaryDetails', 'frameworks') !== undefined,
  read,
};

interface Control {
  readonly id: string;
  readonly entry: Entry;
}

/** A framework in the report. A control has a different name, and so a different number, in each CIS benchmark. */
interface Framework {
  readonly name: string;
  readonly isCis: boolean;
  readonly controls: readonly Control[];
  readonly controlNames: ReadonlyMap<string, unknown>;
}

/** The controls of one CIS benchmark, or all controls outside any CIS benchmark. */
interface Run {
  readonly frameworks: readonly Framework[];
  readonly controls: readonly Control[];
}

function read(document: unknown): readonly Scan[] {
  const reader = new RecordReader();
  noteCluster(document, reader);
  const summary = {
    value: recordOf(memberOf(document, 'summaryDetails')),
    path: ['summaryDetails'],
    what: 'Kubescape summary',
  };
  const frameworks = reader
    .entries(summary, 'frameworks', 'Kubescape framework')
    .map((framework) => frameworkOf(framework, reader));
  if (frameworks.length > 1) warnOfSeveral(frameworks, reader);
  warnOfGaps(memberOf(document, 'scanCoverage'), reader);

  const facts = factsOf(recordOf(document));
  return runsOf(controlsOf(summary, reader), frameworks).map((run, index) => {
    const ofRun = index === 0 ? reader : new RecordReader();
    for (const control of run.controls) readControl(control, run.frameworks, ofRun);
    return ofRun.scan({ ...facts, ...benchmarkOf(run.frameworks) }, 'Kubescape checked no controls');
  });
}

function frameworkOf(entry: Entry, reader: RecordReader): Framework {
  const name = wordOf(memberOf(entry.value, 'name')) ?? '';
  const controls = controlsOf(entry, reader);
  const controlNames = new Map(controls.map(({ id, entry: { value } }) => [id, memberOf(value, 'name')]));
  return { name, isCis: /^cis\b/i.test(name), controls, controlNames };
}

function controlsOf(owner: Entry, reader: RecordReader): readonly Control[] {
  return reader
    .members(owner, 'controls', 'Kubescape control')
    .map((entry) => ({ id: textOf(memberOf(entry.value, 'controlID')) ?? entry.name, entry }));
}

function warnOfSeveral(frameworks: readonly Framework[], reader: RecordReader): void {
  const names = frameworks.map(({ name }) => quote(name)).join(', ');
  reader.warn(
    `The file contains ${frameworks.length} frameworks (${names}). Only controls of CIS frameworks have recommendation numbers.`,
    ['summaryDetails', 'frameworks'],
  );
}

/** Warns of what Kubescape 4 could not check (kubescape, `core/cautils/scancoverage.go`): controls pass without it. */
function warnOfGaps(coverage: unknown, reader: RecordReader): void {
  const gaps = Object.entries(recordOf(coverage)).flatMap(([name, list]) =>
    Array.isArray(list) && list.length > 0 ? [`${list.length} ${shortened(name, 40)}`] : [],
  );
  if (gaps.length > 0) reader.warn(`Kubescape could not check everything: ${allOf(gaps)}.`, ['scanCoverage']);
}

/** One run, or one for each CIS benchmark if there are several: they use the same numbers for different recommendations. */
function runsOf(summarised: readonly Control[], frameworks: readonly Framework[]): readonly Run[] {
  const known = new Set(summarised.map(({ id }) => id));
  const missing = frameworks.flatMap(({ controls }) => controls).filter(({ id }) => !known.has(id));
  const controls = [...summarised, ...new Map(missing.map((control) => [control.id, control])).values()];
  const benchmarks = frameworks.filter(({ isCis }) => isCis);
  if (benchmarks.length < 2) return [{ frameworks, controls }];
  const runs = benchmarks.map((framework) => ({ frameworks: [framework], controls: framework.controls }));
  const others = controls.filter(({ id }) => !benchmarks.some(({ controlNames }) => controlNames.has(id)));
  const rest = { frameworks: frameworks.filter(({ isCis }) => !isCis), controls: others };
  return others.length > 0 ? [...runs, rest] : runs;
}

function readControl({ id, entry }: Control, frameworks: readonly Framework[], reader: RecordReader): void {
  const { value: control, path } = entry;
  if (id === '') {
    const status = reader.statusOf(entry, 'status', STATUSES);
    reader.recordFault('Kubescape control has no "controlID".', path, status);
    return;
  }
  const rule = {
    ruleId: id,
    ...withoutUndefined({ recommendations: recommendationsOf(id, control, frameworks) }),
  };
  const verdict = requiredVerdict(entry, rule, reader);
  if (verdict === undefined) return;
  const details = withoutUndefined({
    title: shortText(memberOf(control, 'name')),
    reason: verdict.status === 'PASSED' ? undefined : reasonOf(control),
    severity: severityOf(control),
    section: shortText(memberAt(control, 'category', 'name'), 100),
  });
  reader.add({ ...details, ...rule, ...verdict, at: { path } });
}

/** A control in a CIS framework is named `CIS-1.1.1 …` (regolibrary, `frameworks/cis-*.json`). */
function recommendationsOf(
  id: string,
  control: JsonRecord,
  frameworks: readonly Framework[],
): readonly string[] | undefined {
  const benchmarks = frameworks.filter(({ isCis }) => isCis);
  const own = benchmarks.length === frameworks.length ? [memberOf(control, 'name')] : [];
  const names = [...benchmarks.map(({ controlNames }) => controlNames.get(id)), ...own];
  const numbers = names.flatMap((name) => /^CIS-(\d+(?:\.\d+)+)\b/.exec(wordOf(name) ?? '')?.[1] ?? []);
  return numbers.length > 0 ? [...new Set(numbers)] : undefined;
}

/** The verdict by `statusInfo`. Versions before 2.1 have only `status`. */
function requiredVerdict(entry: Entry, rule: { ruleId: string }, reader: RecordReader): Verdict | undefined {
  const { value: control, path, what } = entry;
  const info = memberOf(control, 'statusInfo') ?? {};
  if (!isRecord(info)) {
    reader.recordFault(`"statusInfo" of ${what} must be an object.`, path, { rule });
    return undefined;
  }
  const owner = memberOf(info, 'status') === undefined ? entry : { value: info, path, what };
  const verdict = reader.requiredVerdict(owner, 'status', STATUSES, rule);
  const refined = verdict?.result === 'passed' || verdict?.result === 'skipped';
  const sub = refined ? subStatusOf(info, control, verdict) : undefined;
  return verdict === undefined || sub === undefined
    ? verdict
    : { ...sub, result: `${verdict.result}/${sub.result}` };
}

/** The word in `statusInfo.subStatus`, or the one that newer versions would have written for these counters. */
function subStatusOf(info: JsonRecord, control: JsonRecord, { result }: Verdict): Verdict | undefined {
  const stated = wordOf(memberOf(info, 'subStatus'));
  if (stated !== undefined) return verdictOf(stated, SUB_STATUSES);
  const resources = memberOf(control, 'ResourceCounters');
  if (result !== 'passed' || !isRecord(resources)) return undefined;
  const ignored = memberAt(control, 'subStatusCounters', 'ignoredResources');
  if (countOf(ignored) + countOf(memberOf(resources, 'excludedResources')) > 0) {
    return verdictOf('w/exceptions', SUB_STATUSES);
  }
  const counters = ['passedResources', 'failedResources', 'skippedResources'];
  return counters.every((name) => memberOf(resources, name) === 0)
    ? verdictOf('irrelevant', SUB_STATUSES)
    : undefined;
}

/** Kubescape's comment on the status, and how many resources fail. Their names, paths and values are left out. */
function reasonOf(control: JsonRecord): string | undefined {
  const resources = recordOf(memberOf(control, 'ResourceCounters'));
  const failed = countOf(memberOf(resources, 'failedResources'));
  return joined(
    [
      singleLine(memberAt(control, 'statusInfo', 'info')),
      failed === 0 ? undefined : `${failed} of ${totalOf(resources)} resources failed`,
    ],
    '; ',
  );
}

function totalOf(resources: JsonRecord): number {
  return Object.values(resources).reduce<number>((sum, value) => sum + countOf(value), 0);
}

function countOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** Kubescape 4 states the severity; earlier versions imply it by the control's factor. */
function severityOf(control: JsonRecord): string | undefined {
  const factor = memberOf(control, 'scoreFactor');
  const stated = wordOf(memberOf(control, 'severity'));
  const byFactor = typeof factor === 'number' ? SEVERITIES.find(([lowest]) => factor >= lowest) : undefined;
  return stated === undefined || stated === 'Unknown' ? byFactor?.[1] : stated;
}

/** Adds the cluster if one was scanned; a scan of files names none. */
function noteCluster(document: unknown, reader: RecordReader): void {
  const inMetadata = ['metadata', 'targetMetadata', 'clusterContextMetadata', 'contextName'];
  const context = textOf(memberAt(document, ...inMetadata));
  const name = context ?? textOf(memberOf(document, 'clusterName'));
  if (name === undefined) return;
  reader.target('Kubernetes cluster', name, context === undefined ? ['clusterName'] : inMetadata);
}

function factsOf(report: JsonRecord): ScanFacts {
  return withoutUndefined({
    scanner: 'Kubescape',
    scannerVersion: wordOf(memberAt(report, 'metadata', 'scanMetadata', 'kubescapeVersion')),
    platform: platformOf(report),
    ended: timeOf(memberOf(report, 'generationTime')),
  });
}

function platformOf(report: JsonRecord): Platform | undefined {
  const version = wordOf(memberAt(report, 'clusterAPIServerInfo', 'gitVersion'));
  const released = /^v?(\d+\.\d+\.\d+)/.exec(version ?? '')?.[1];
  return released === undefined ? undefined : { product: 'Kubernetes', version: released };
}

/** The benchmark by the framework's name: `cis-v1.10.0`, `cis-eks-t1.7.0`, `cis-v1.23-t1.0.1`. */
function benchmarkOf(frameworks: readonly Framework[]): ScanFacts {
  const [only, ...others] = frameworks.filter(({ isCis }) => isCis);
  const stated = /^cis-(?:([a-z]+)-|v([\d.]+)-)?[tv](\d+(?:\.\d+)+)$/.exec(only?.name ?? '');
  const [profile, cloud = 'kubernetes', release, version] = stated ?? [];
  if (others.length > 0 || version === undefined || !isCisTitleKey(cloud)) {
    const names = frameworks.map(({ name }) => name);
    return withoutUndefined({ benchmark: joined(names, ', ') });
  }
  const title = release === undefined ? CIS_TITLES[cloud] : `CIS Kubernetes V${release} Benchmark`;
  const cisBenchmark = cisBenchmarkOf(title, version);
  return { benchmark: title, benchmarkVersion: version, cisBenchmark, ...withoutUndefined({ profile }) };
}
