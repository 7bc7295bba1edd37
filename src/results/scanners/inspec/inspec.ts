import {
  listOf,
  memberOf,
  recordOf,
  undefinedIfEmpty,
  withoutUndefined,
  type JsonRecord,
} from '../../../json.ts';
import { count } from '../../../text.ts';
import { countResults } from '../../reading/counts.ts';
import {
  isRecommendation,
  idAsWritten,
  recommendationInId,
  recommendationsIn,
} from '../../reading/recommendation.ts';
import { RecordReader, type Entry } from '../../reading/record-reader.ts';
import type { DataScanner, RuleName, RuleResult, Scan } from '../../reading/scanner.ts';
import { joined, shortText, wordOf, wordsOf } from '../../reading/short-text.ts';
import {
  isContradicted,
  OUTCOMES,
  TEST_STATUSES,
  verdictOfControl,
  type Control,
  type Test,
} from './control.ts';
import { reasonOf } from './reason.ts';
import {
  didRun,
  emptyBecause,
  noteTargets,
  runFactsOf,
  scannerOf,
  timesOf,
  warnOfProfilesThatDidNotRun,
} from './run.ts';
import { compareStatistics } from './statistics.ts';

/** Tags that hold the recommendation's number. `cis_control` and `cis_controls` are about CIS Controls. */
const NUMBER_TAGS = ['cis_rid', 'cis_id'] as const;

/** Chef InSpec and CINC Auditor, reporters `json`, `json-automate` and `json-min`; MITRE HDF. */
export const inspec: DataScanner = {
  kind: 'data',
  name: 'inspec',
  shape:
    'an object with `profiles[].controls[]` and `version`, or (json-min) `controls[]` with `profile_sha256`',
  statuses: { 'results[].status': TEST_STATUSES, 'controls[].status': OUTCOMES },
  recognises: (document) => isComplete(document) || isMinimal(document),
  read: (document) => [isMinimal(document) ? readMinimal(document) : readComplete(document)],
};

function isComplete(document: unknown): boolean {
  const profiles = memberOf(document, 'profiles');
  const ran = ['statistics', 'platform', 'version'].filter((name) => memberOf(document, name) !== undefined);
  if (!Array.isArray(profiles) || ran.length === 0) return false;
  if (profiles.length === 0) return ran.length === 3;
  return profiles.some((profile) => Array.isArray(memberOf(profile, 'controls')));
}

function isMinimal(document: unknown): boolean {
  const controls = memberOf(document, 'controls');
  if (!Array.isArray(controls) || memberOf(document, 'profiles') !== undefined) return false;
  if (controls.length === 0) {
    return memberOf(document, 'statistics') !== undefined && memberOf(document, 'version') !== undefined;
  }
  return controls.some(
    (row) => memberOf(row, 'profile_sha256') !== undefined && memberOf(row, 'code_desc') !== undefined,
  );
}

function readComplete(document: unknown): Scan {
  const reader = new RecordReader();
  const root = reader.root(document, 'InSpec report');
  const profiles = reader.requiredEntries(root, 'profiles', 'InSpec profile');
  warnOfProfilesThatDidNotRun(profiles, reader);
  const controls = profiles
    .flatMap((profile) => controlsIn(profile, reader))
    .flatMap((control) => controlOf(control, reader) ?? []);
  // An overlay repeats the controls of the profiles it includes, without results. Those copies do not count.
  const tested = new Set(controls.filter(({ tests }) => tests.length > 0).map(({ rule }) => rule.ruleId));
  for (const control of controls) {
    if (control.tests.length > 0 || !tested.has(control.rule.ruleId)) addResult(control, reader);
    else reader.exclude("overlay's copy of a control");
  }
  compareStatistics(document, controls, reader);
  warnOfOtherChecks(root, reader);
  noteTargets(document, reader);
  return reader.scan(runFactsOf(document, profiles, controls), emptyBecause(profiles));
}

function controlsIn(profile: Entry, reader: RecordReader): readonly Entry[] {
  const mayBeAbsent = !didRun(profile) && memberOf(profile.value, 'controls') === undefined;
  return mayBeAbsent ? [] : reader.requiredEntries(profile, 'controls', 'InSpec control');
}

function controlOf(control: Entry, reader: RecordReader): Control | undefined {
  const rule = ruleOf(control, reader);
  if (rule === undefined) return undefined;
  const results = reader.requiredEntries(control, 'results', 'InSpec result', rule);
  const tests = results.flatMap((test) => testOf(rule, test, reader) ?? []);
  // InSpec's own status for the control outranks its tests, so an unreadable one makes the control unreadable.
  if (isPresent(control, 'status')) reader.requiredVerdict(control, 'status', OUTCOMES, rule);
  return { rule, value: control.value, tests, path: control.path };
}

function isPresent({ value }: Entry, name: string): boolean {
  const member = memberOf(value, name);
  return member !== undefined && member !== null;
}

function ruleOf(control: Entry, reader: RecordReader): RuleName | undefined {
  const ruleId = reader.requiredText(control, 'id');
  if (ruleId === undefined) return undefined;
  const numbers = [...numbersIn(control.value), recommendationInId(ruleId)];
  const recommendations = recommendationsIn(numbers.filter((number) => number !== undefined));
  return { ruleId, ...withoutUndefined({ recommendations }) };
}

function numbersIn(control: JsonRecord): readonly string[] {
  const tags = memberOf(control, 'tags');
  const title = shortText(memberOf(control, 'title'));
  return NUMBER_TAGS.flatMap((name) => {
    const value = memberOf(tags, name);
    const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
    return ids.flatMap((id) => idAsWritten(id, title) ?? []);
  });
}

function testOf(rule: RuleName, test: Entry, reader: RecordReader): Test | undefined {
  const verdict = reader.requiredVerdict(test, 'status', TEST_STATUSES, rule);
  return verdict === undefined ? undefined : { ...verdict, value: test.value };
}

/** Warns of tests outside any control, as InSpec 1 writes them: they belong to no rule. */
function warnOfOtherChecks({ value }: Entry, reader: RecordReader): void {
  const others = listOf(memberOf(value, 'other_checks')).length;
  if (others > 0)
    reader.warn(`The file contains ${count(others, 'test')} outside any control.`, ['other_checks']);
}

/** json-min has a row for each test, and only the control's id. */
function readMinimal(document: unknown): Scan {
  const reader = new RecordReader();
  const root = reader.root(document, 'InSpec report');
  const rows = reader.requiredEntries(root, 'controls', 'InSpec result');
  const byId = new Map<string, Control & { readonly tests: Test[] }>();
  for (const row of rows) {
    const rule = ruleOf(row, reader);
    const test = rule === undefined ? undefined : testOf(rule, row, reader);
    if (rule === undefined || test === undefined) continue;
    const control = byId.get(rule.ruleId) ?? { rule, value: {}, tests: [], path: row.path };
    byId.set(rule.ruleId, control);
    control.tests.push(test);
  }
  const controls = [...byId.values()];
  for (const control of controls) addResult(control, reader);
  compareStatistics(document, controls, reader);
  warnOfOtherChecks(root, reader);
  const profiles = new Set(rows.map(({ value }) => shortText(memberOf(value, 'profile_id'), 100)));
  const facts = withoutUndefined({ profile: joined([...profiles], ', ') });
  return reader.scan({ ...scannerOf(document), ...facts, ...timesOf(controls) }, 'InSpec ran no tests');
}

function addResult(control: Control, reader: RecordReader): void {
  if (isContradicted(control)) {
    reader.warn(
      '"status" of the InSpec control is better than its results; it is sent unchanged.',
      control.path,
    );
  }
  reader.add(resultOf(control));
}

function resultOf(control: Control): RuleResult {
  const { rule, value, tests, path } = control;
  const verdict = verdictOfControl(control);
  const tags = recordOf(memberOf(value, 'tags'));
  const details = withoutUndefined({
    title: shortText(memberOf(value, 'title')) ?? shortText(memberOf(value, 'desc'), 150),
    reason: reasonOf(control, verdict),
    severity: shortText(memberOf(tags, 'severity'), 50) ?? severityOf(memberOf(value, 'impact')),
    level: wordOf(memberOf(tags, 'cis_level')) ?? wordOf(memberOf(tags, 'level')),
    remediation: shortText(memberOf(tags, 'fix')) ?? fixOf(value),
    identifiers: identifiersOf(tags),
    counts: tests.length > 1 ? countResults(tests.map(({ status }) => status)) : undefined,
  });
  return { ...details, ...rule, ...verdict, at: { path } };
}

/** InSpec's names for ranges of impact (Chef InSpec, profile controls), if the profile states no severity. */
function severityOf(impact: unknown): string | undefined {
  if (typeof impact !== 'number') return undefined;
  if (impact < 0.1) return 'none';
  if (impact < 0.4) return 'low';
  if (impact < 0.7) return 'medium';
  return impact < 0.9 ? 'high' : 'critical';
}

function fixOf(control: JsonRecord): string | undefined {
  const fix = listOf(memberOf(control, 'descriptions')).find((one) => memberOf(one, 'label') === 'fix');
  return shortText(memberOf(fix, 'data'));
}

/** Other names of the rule, without recommendation numbers, which `RuleName` holds. */
function identifiersOf(tags: JsonRecord): readonly string[] | undefined {
  const ids = [...NUMBER_TAGS, 'cce', 'stig_id'].flatMap((name) => wordsOf(memberOf(tags, name)));
  return undefinedIfEmpty(ids.filter((id) => !isRecommendation(id)));
}
