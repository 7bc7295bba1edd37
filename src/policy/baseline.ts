import type { Fault } from '../failure.ts';
import { listOf, memberAt, memberOf, textOf, withoutUndefined } from '../json.ts';
import type { ParsedDocument } from '../results/parse/document.ts';
import { benchmarkTitle } from '../results/placed.ts';
import { comparableName } from '../results/targets.ts';
import { isStatus, STATUSES_WORST_FIRST, type Status } from '../status.ts';
import { allOf, anyOf, quote } from '../text.ts';
import { likenessOf } from './same-benchmark.ts';

/** The parts of an earlier run's report that later runs are compared with. */
export interface Baseline {
  /** When the report was created, as it states; ISO 8601. */
  readonly created?: string;
  readonly scan: ComparedScan;
  /** Statuses by the names that were sent to Inspector. */
  readonly rules: ReadonlyMap<string, Status>;
}

/** What must be the same in two scans to compare them, where it is known. */
export interface ComparedScan {
  /** All names of what was scanned; empty if the results state none. A report has at most one. */
  readonly targets: readonly string[];
  /** The benchmark with its version. */
  readonly benchmark?: string;
  readonly profile?: string;
  /** The input `rule-id`. */
  readonly naming?: string;
}

/** The `format` and `version` of the reports that can be read. */
const FORMAT = 'inspector-cis-telemetry/report';
const VERSION = 1;
/** The most faults that are reported for one baseline. */
const MOST_FAULTS = 100;

/** Reads the documents of a baseline file: one report, as `schemas/report.schema.json` describes it. */
export function readBaseline(
  documents: readonly ParsedDocument[],
): Baseline | { readonly faults: readonly Fault[] } {
  const [document, second] = documents;
  if (document === undefined) return { faults: [{ sentence: 'The file is empty.' }] };
  const { value, source } = document;
  const fault = (sentence: string, ...path: readonly (string | number)[]): Fault => ({
    sentence,
    place: { source, at: { path } },
  });
  if (second !== undefined)
    return { faults: [fault('The file contains a second document; it must contain one report.')] };
  if (memberOf(value, 'format') !== FORMAT || memberOf(value, 'version') !== VERSION) {
    return {
      faults: [
        fault(`The file is not a report of this action ("format": "${FORMAT}", "version": ${VERSION}).`),
      ],
    };
  }

  const faults: Fault[] = document.repeatedMembers().map(({ name, position }) => ({
    sentence: `${quote(name)} is repeated in one object.`,
    place: { source, at: { position } },
  }));
  const list = memberOf(value, 'rules');
  if (!Array.isArray(list)) faults.push(fault('The report has no list "rules".'));
  const rules = new Map<string, Status>();
  for (const [index, rule] of listOf(list).entries()) {
    const id = memberOf(rule, 'id');
    const status = memberOf(rule, 'status');
    if (typeof id !== 'string' || id === '') faults.push(fault('A rule has no "id".', 'rules', index));
    else if (!isStatus(status))
      faults.push(
        fault(`The "status" of ${quote(id)} is not one of ${anyOf(STATUSES_WORST_FIRST)}.`, 'rules', index),
      );
    else if (rules.has(id)) faults.push(fault(`Rule ${quote(id)} is listed twice.`, 'rules', index));
    else rules.set(id, status);
    if (faults.length >= MOST_FAULTS) break;
  }
  if (faults.length > 0) return { faults };
  return { rules, scan: scanIn(value), ...withoutUndefined({ created: textOf(memberOf(value, 'created')) }) };
}

function scanIn(report: unknown): ComparedScan {
  const text = (name: string): string | undefined => textOf(memberAt(report, 'scan', name));
  const facts = {
    benchmark: text('benchmark'),
    benchmarkVersion: text('benchmarkVersion'),
    contentVersion: text('contentVersion'),
  };
  const target = text('target');
  return {
    targets: target === undefined ? [] : [target],
    ...withoutUndefined({
      benchmark: benchmarkTitle(withoutUndefined(facts)),
      profile: text('profile'),
      naming: text('naming'),
    }),
  };
}

/** Whether a baseline may be compared with a scan. */
export interface Comparability {
  /** Why they must not be compared; each a sentence. */
  readonly refusals: readonly string[];
  readonly warnings: readonly string[];
}

/** Compares the scan of a baseline with the current one. What only one of them states is a warning. */
export function comparabilityOf(baseline: ComparedScan, now: ComparedScan): Comparability {
  const refusals: string[] = [];
  const warnings: string[] = [];
  const unknown: string[] = [];
  const differ = (what: string, one: string, other: string): string =>
    `The baseline is of ${what} ${quote(one)}, but the results are for ${quote(other)}.`;

  const [then] = baseline.targets;
  const [today] = now.targets;
  if (then === undefined || today === undefined) unknown.push('target');
  else if (!now.targets.some((name) => comparableName(name) === comparableName(then)))
    refusals.push(differ('the target', then, today));

  for (const [what, one, other] of [
    ['the profile', baseline.profile, now.profile],
    ['`rule-id`', baseline.naming, now.naming],
  ] as const) {
    if (one !== undefined && other !== undefined && one !== other) refusals.push(differ(what, one, other));
    else if (one !== other) unknown.push(what.replace('the ', ''));
  }

  if (baseline.benchmark === undefined || now.benchmark === undefined) unknown.push('benchmark');
  else {
    const likeness = likenessOf(baseline.benchmark, now.benchmark);
    const sentence = differ('the benchmark', baseline.benchmark, now.benchmark);
    if (likeness === 'another benchmark') refusals.push(sentence);
    if (likeness === 'another version')
      warnings.push(`${sentence} Rule numbers may differ between versions.`);
  }
  if (unknown.length > 0) {
    const are = unknown.length === 1 ? 'was' : 'were';
    warnings.push(
      `The ${allOf(unknown)} of the baseline and of the results ${are} not compared: they are not stated in both.`,
    );
  }
  return { refusals, warnings };
}
