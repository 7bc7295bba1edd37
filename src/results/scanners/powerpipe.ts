import {
  isRecord,
  listOf,
  memberAt,
  memberOf,
  recordOf,
  textOf,
  withoutUndefined,
  type JsonRecord,
} from '../../json.ts';
import { count } from '../../text.ts';
import { CIS_TITLES, cisBenchmarkOf, isCisTitleKey } from '../reading/cis-benchmark.ts';
import { RecordReader, type Entry } from '../reading/record-reader.ts';
import type { DataScanner, Scan, ScanFacts, StatusTable } from '../reading/scanner.ts';
import { shortText, singleLine, wordOf } from '../reading/short-text.ts';

/** The words in a control's results (pipe-fittings, `constants/control.go`), the same in Steampipe and Powerpipe. */
const STATUSES: StatusTable = {
  ok: 'PASSED',
  alarm: 'FAILED',
  error: 'ERROR',
  info: 'INFORMATIONAL',
  skip: 'NOT_APPLICABLE',
};

/** The same words in a manual control, where `info` only says that a person has to check it. */
const MANUAL: StatusTable = { ...STATUSES, info: 'NOT_EVALUATED' };

/** The dimension that names the account, by the plugin that the control is about (the mods' `variables.pp`). */
const ACCOUNTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws: { account_id: 'AWS account' },
  azure: { subscription_id: 'Azure subscription', subscription: 'Azure subscription name' },
  gcp: { project: 'Google Cloud project' },
  kubernetes: { context_name: 'Kubernetes context' },
};

/** How to get a file for each account. */
const REMEDY = 'Run the benchmark with the connection of one account (`--search-path-prefix`).';

/** `powerpipe benchmark run … --output json` and `steampipe check … --output json` (Powerpipe, `templates/json`). */
export const powerpipe: DataScanner = {
  kind: 'data',
  name: 'powerpipe',
  shape: 'an object with `group_id`, and `groups` or `controls`',
  statuses: { status: STATUSES, 'status of a manual control': MANUAL },
  recognises: (document) =>
    memberOf(document, 'group_id') !== undefined &&
    ['groups', 'controls'].some((name) => Array.isArray(memberOf(document, name))),
  read,
};

/** The controls of one CIS benchmark (a group that states `cis_version`), or all controls outside any. */
interface Run {
  readonly reader: RecordReader;
  readonly facts: ScanFacts;
  readonly isCis: boolean;
}

/** What a walk through the groups finds. */
interface Found {
  readonly benchmarks: Run[];
  /** The number of results and errors, which a group's `summary` states too. */
  results: number;
}

function read(document: unknown): readonly Scan[] {
  const reader = new RecordReader();
  const root = reader.root(document, 'Powerpipe group');
  const others: Run = { reader, facts: factsOf(root.value), isCis: false };
  const found: Found = { benchmarks: [], results: 0 };
  readGroup(root, others, found);
  compareTotals(root, found.results, reader);

  const empty = whyEmpty(root.value);
  const ofBenchmarks = found.benchmarks.map((run) => run.reader.scan(run.facts, empty));
  const ofOthers = reader.scan(others.facts, empty);
  const isSilent = [ofOthers.ruleResults, ofOthers.faults, ofOthers.warnings].every(hasNone);
  return isSilent && ofBenchmarks.length > 0 ? ofBenchmarks : [...ofBenchmarks, ofOthers];
}

function hasNone(list: readonly unknown[] | undefined): boolean {
  return list === undefined || list.length === 0;
}

function readGroup(group: Entry, outer: Run, found: Found): void {
  const run = outer.isCis ? outer : (benchmarkRun(group.value, found) ?? outer);
  const { reader } = run;
  if (memberOf(group.value, 'groups') === undefined && memberOf(group.value, 'controls') === undefined) {
    reader.fault('Powerpipe group has neither "groups" nor "controls".', group.path);
  }
  for (const inner of reader.entries(group, 'groups', 'Powerpipe group')) readGroup(inner, run, found);
  const section = shortText(memberOf(group.value, 'title'), 200);
  for (const control of reader.entries(group, 'controls', 'Powerpipe control')) {
    found.results += readControl(control, section, run);
  }
}

function benchmarkRun(group: JsonRecord, found: Found): Run | undefined {
  if (memberAt(group, 'tags', 'cis_version') === undefined) return undefined;
  const run = { reader: new RecordReader(), facts: factsOf(group), isCis: true };
  found.benchmarks.push(run);
  return run;
}

/** The title ends with the version, which the tag states too: `AWS CIS v3.0.0`, `CIS Kubernetes v1.20 v1.0.0`. */
function factsOf(group: JsonRecord): ScanFacts {
  const scanner = 'Powerpipe';
  const title = shortText(memberOf(group, 'title'), 200);
  const version = wordOf(memberAt(group, 'tags', 'cis_version'))?.replace(/^v(?=\d)/, '');
  if (version === undefined) return { scanner, ...withoutUndefined({ benchmark: title }) };
  const stated = title?.replace(/\s+v?\d+(\.\d+)*$/, '');
  const plugin = wordOf(memberAt(group, 'tags', 'plugin')) ?? '';
  const isFoundation = /^(?:\S+ )?CIS$/.test(stated ?? '') && isCisTitleKey(plugin);
  const benchmark = isFoundation ? CIS_TITLES[plugin] : stated;
  const cisBenchmark = isFoundation ? cisBenchmarkOf(CIS_TITLES[plugin], version) : { version };
  return { scanner, ...withoutUndefined({ benchmark }), benchmarkVersion: version, cisBenchmark };
}

/** Reads a control, which has a result for each resource. Returns how many results it lists, counting an error as one. */
function readControl(entry: Entry, section: string | undefined, { reader, isCis }: Run): number {
  const { value: control, path } = entry;
  const results = memberOf(control, 'results');
  const error = textOf(memberOf(control, 'run_error'));
  const listed = listOf(results).length + (error === undefined ? 0 : 1);
  const ruleId = reader.requiredText(entry, 'control_id');
  if (ruleId === undefined) return listed;

  const tags = recordOf(memberOf(control, 'tags'));
  const rule = { ruleId, ...withoutUndefined({ recommendations: recommendationsOf(tags) }) };
  const stated = totalOf(memberOf(control, 'summary')) ?? 0;
  if (results === undefined || (listed === 0 && stated > 0)) {
    reader.recordFault('Powerpipe control has no "results".', path, { rule });
    return listed;
  }
  const common = withoutUndefined({
    ...rule,
    title: shortText(memberOf(control, 'title')),
    severity: wordOf(memberOf(control, 'severity')),
    section,
    level: wordOf(memberOf(tags, 'cis_level')),
  });
  const type = memberOf(tags, 'cis_type');
  const isManual = type === 'manual' || (isCis && type !== 'automated');
  const statuses = isManual ? MANUAL : STATUSES;
  for (const result of reader.entries(entry, 'results', 'Powerpipe result', rule)) {
    noteAccount(result, memberOf(tags, 'plugin'), reader);
    const verdict = reader.requiredVerdict(result, 'status', statuses, rule);
    if (verdict === undefined) continue;
    // The reason is a sentence about one resource. The dimensions are the resource's properties, and are left out.
    const reason = verdict.status === 'PASSED' ? undefined : singleLine(memberOf(result.value, 'reason'));
    reader.add({ ...common, ...withoutUndefined({ reason }), ...verdict, at: { path: result.path } });
  }
  if (error !== undefined) {
    const reason = singleLine(error) ?? 'the control could not run';
    reader.add({ ...common, reason, result: 'error', status: 'ERROR', at: { path } });
  }
  if (listed === 0) {
    const reason = 'the control has no results';
    reader.add({ ...common, reason, result: 'no result', status: 'NOT_EVALUATED', at: { path } });
  }
  return listed;
}

function recommendationsOf(tags: JsonRecord): readonly string[] | undefined {
  const number = wordOf(memberOf(tags, 'cis_item_id')) ?? '';
  return /^\d+(\.\d+)+$/.test(number) ? [number] : undefined;
}

function noteAccount(result: Entry, plugin: unknown, reader: RecordReader): void {
  const schemes =
    typeof plugin === 'string' && Object.hasOwn(ACCOUNTS, plugin) ? ACCOUNTS[plugin] : undefined;
  if (schemes === undefined) return;
  for (const dimension of listOf(memberOf(result.value, 'dimensions'))) {
    const key = textOf(memberOf(dimension, 'key'));
    const name = textOf(memberOf(dimension, 'value'));
    const scheme = key !== undefined && Object.hasOwn(schemes, key) ? schemes[key] : undefined;
    if (scheme !== undefined && name !== undefined)
      reader.target(scheme, name, [...result.path, 'dimensions'], REMEDY);
  }
}

/** Warns if results are missing: a group's summary counts the results of all its controls. */
function compareTotals(root: Entry, listed: number, reader: RecordReader): void {
  const stated = totalOf(memberAt(root.value, 'summary', 'status'));
  if (stated === undefined || stated === listed) return;
  reader.warn(`The summary counts ${count(stated, 'result')}, but the file lists ${listed}.`, ['summary']);
}

function totalOf(summary: unknown): number | undefined {
  if (!isRecord(summary)) return undefined;
  return Object.values(summary).reduce<number>(
    (sum, value) => sum + (typeof value === 'number' ? value : 0),
    0,
  );
}

function whyEmpty(root: JsonRecord): string {
  return memberOf(root, 'group_id') === 'error' ? 'Powerpipe could not run' : 'Powerpipe ran no controls';
}
