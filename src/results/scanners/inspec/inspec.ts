import { countResults, joinWords } from '../../reading/counts.ts';
import { withoutInspections } from './message.ts';
import {
  listOf,
  memberAt,
  memberOf,
  recordOf,
  textOf,
  withoutUndefined,
  type JsonRecord,
} from '../../../json.ts';
import type { At } from '../../../place.ts';
import { RecordReader, type Entry } from '../../reading/record-reader.ts';
import type {
  DataScanner,
  Platform,
  RuleResult,
  Scan,
  ScanFacts,
  StatusTable,
} from '../../reading/scanner.ts';
import { joined, shortText, wordOf, wordsOf } from '../../reading/short-text.ts';
import type { Verdict } from '../../reading/verdict.ts';

/** `status` of one test (InSpec, `exec_json` schema; `error` is MITRE HDF's). */
const STATUSES: StatusTable = {
  passed: 'PASSED',
  failed: 'FAILED',
  skipped: 'NOT_EVALUATED',
  error: 'ERROR',
};

/** A control and its tests: one `results` member, or the rows of json-min that have its id. */
interface Control {
  readonly id: string;
  readonly value: JsonRecord;
  readonly tests: readonly Test[];
  readonly at: At;
}

interface Test extends Verdict {
  readonly value: JsonRecord;
}

/** Chef InSpec and CINC Auditor, reporters `json`, `json-automate` and `json-min`; MITRE HDF. */
export const inspec: DataScanner = {
  kind: 'data',
  name: 'inspec',
  shape:
    'an object with `profiles[].controls[]` and `version`, or (json-min) `controls[]` with `profile_sha256`',
  statuses: { status: STATUSES },
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
  const profiles = reader.entries(reader.root(document, 'InSpec report'), 'profiles', 'InSpec profile');
  const controls = profiles.flatMap((profile) =>
    reader
      .entries(profile, 'controls', 'InSpec control')
      .flatMap((control) => controlOf(control, reader) ?? []),
  );
  // An overlay repeats the controls of the profiles that it includes, without results: those copies do not count.
  const tested = new Set(controls.filter(({ tests }) => tests.length > 0).map(({ id }) => id));
  for (const control of controls) {
    if (control.tests.length > 0 || !tested.has(control.id)) reader.add(resultOf(control));
  }
  const platform = recordOf(memberOf(document, 'platform'));
  const target = textOf(memberOf(platform, 'target_id'));
  if (target !== undefined) reader.target('InSpec target', target, ['platform', 'target_id']);
  const facts = { ...factsOf(document, profiles), ...withoutUndefined({ platform: platformOf(platform) }) };
  return reader.scan(facts, emptyBecause(profiles));
}

function controlOf(control: Entry, reader: RecordReader): Control | undefined {
  const id = reader.requiredText(control, 'id');
  if (id === undefined) return undefined;
  const results = reader.entries(control, 'results', 'InSpec result', { ruleId: id });
  const tests = results.flatMap((test) => testOf(id, test, reader) ?? []);
  return { id, value: control.value, tests, at: { path: control.path } };
}

function testOf(id: string, test: Entry, reader: RecordReader): Test | undefined {
  const verdict = reader.requiredVerdict(test, 'status', STATUSES, { ruleId: id });
  return verdict === undefined ? undefined : { ...verdict, value: test.value };
}

/** json-min has a row for each test, and nothing of the control but its id. */
function readMinimal(document: unknown): Scan {
  const reader = new RecordReader();
  const rows = reader.entries(reader.root(document, 'InSpec report'), 'controls', 'InSpec result');
  const byId = new Map<string, { tests: Test[]; at: At }>();
  for (const row of rows) {
    const id = reader.requiredText(row, 'id');
    if (id === undefined) continue;
    const test = testOf(id, row, reader);
    if (test === undefined) continue;
    const known = byId.get(id);
    if (known === undefined) byId.set(id, { tests: [test], at: { path: row.path } });
    else known.tests.push(test);
  }
  for (const [id, { tests, at }] of byId) reader.add(resultOf({ id, value: {}, tests, at }));
  const profiles = new Set(rows.map(({ value }) => shortText(memberOf(value, 'profile_id'), 100)));
  const facts = { ...scannerOf(document), ...withoutUndefined({ profile: joined([...profiles], ', ') }) };
  return reader.scan(facts, 'InSpec ran no test');
}

function resultOf(control: Control): RuleResult {
  const { id, value, tests, at } = control;
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
  return { ...details, ruleId: id, ...verdict, at };
}

/** The verdict on a control, as MITRE HDF and InSpec's enhanced outcomes have it: the first that holds. */
function verdictOfControl({ value, tests }: Control): Verdict {
  const result = tests.length === 0 ? 'no results' : joinWords(tests.map((test) => test.result));
  if (tests.some(isBroken)) return { result, status: 'ERROR' };
  if (isWaived(value)) return { result, status: 'NOT_EVALUATED' };
  if (hasNoImpact(value)) return { result, status: 'NOT_APPLICABLE' };
  if (tests.length === 0) return { result, status: 'ERROR' };
  if (tests.some(({ status }) => status === 'FAILED')) return { result, status: 'FAILED' };
  const strange = tests.find(({ undefinedWord }) => undefinedWord !== undefined);
  if (strange?.undefinedWord !== undefined) {
    return { result, status: 'UNKNOWN', undefinedWord: strange.undefinedWord };
  }
  if (tests.some(({ status }) => status === 'PASSED')) return { result, status: 'PASSED' };
  return { result, status: 'NOT_EVALUATED' };
}

/** Whether a test raised an exception. What `only_applicable_if` raises (InSpec's resource `noop`) is none. */
function isBroken({ status, value }: Test): boolean {
  const backtrace = memberOf(value, 'backtrace');
  const raised =
    backtrace !== undefined && backtrace !== null && memberOf(value, 'resource_class') !== 'noop';
  return status === 'ERROR' || raised;
}

/** Whether a waiver kept the control from running; a waiver that lets it run changes nothing. */
function isWaived(control: JsonRecord): boolean {
  return wordOf(memberAt(control, 'waiver_data', 'skipped_due_to_waiver')) === 'true';
}

function hasNoImpact(control: JsonRecord): boolean {
  const impact = wordOf(memberOf(control, 'impact'));
  return impact !== undefined && (impact === 'none' || Number(impact) === 0);
}

/** The tests that made the verdict, in InSpec's words. */
function reasonOf(control: Control, { status }: Verdict): string | undefined {
  const { value, tests } = control;
  if (tests.length === 0 && status === 'ERROR') return 'the control has no results';
  if (isWaived(value) && status === 'NOT_EVALUATED') {
    return joined(['waived', shortText(memberAt(value, 'waiver_data', 'justification'))], ': ');
  }
  if (status === 'ERROR') return saidBy(tests.filter(isBroken));
  if (status === 'FAILED') return saidBy(tests.filter((test) => test.status === 'FAILED'));
  if (status === 'PASSED') return undefined;
  return joined(
    [...new Set(tests.map((test) => shortText(memberOf(test.value, 'skip_message'), 240)))],
    '; ',
  );
}

function saidBy(tests: readonly Test[]): string | undefined {
  const sentences = tests.slice(0, 3).map(({ value }) => {
    const said = ['code_desc', 'message'].map((name) => withoutInspections(memberOf(value, name)));
    return joined(said, ': ');
  });
  return joined(sentences, '; ');
}

/** InSpec's names for ranges of impact (Chef InSpec, profile controls), where the profile has no own. */
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

function identifiersOf(tags: JsonRecord): readonly string[] | undefined {
  const identifiers = ['cis_rid', 'cis_id', 'cce', 'stig_id'].flatMap((name) =>
    wordsOf(memberOf(tags, name)),
  );
  return identifiers.length > 0 ? identifiers : undefined;
}

function factsOf(document: unknown, profiles: readonly Entry[]): ScanFacts {
  // Profiles that others include say who does.
  const roots = profiles.filter(({ value }) => textOf(memberOf(value, 'parent_profile')) === undefined);
  const only = roots.length === 1 ? roots[0]?.value : undefined;
  return withoutUndefined({
    ...scannerOf(document),
    profile: joined([...new Set(roots.map(({ value }) => shortText(memberOf(value, 'name'), 100)))], ', '),
    benchmark: shortText(memberOf(only, 'title')),
    benchmarkVersion: wordOf(memberOf(only, 'version')),
  });
}

function scannerOf(document: unknown): ScanFacts {
  return withoutUndefined({ scanner: 'InSpec', scannerVersion: wordOf(memberOf(document, 'version')) });
}

function platformOf(platform: JsonRecord): Platform | undefined {
  const known: Platform = withoutUndefined({
    product: wordOf(memberOf(platform, 'name')),
    version: wordOf(memberOf(platform, 'release')),
  });
  return Object.keys(known).length > 0 ? known : undefined;
}

/** A profile that does not support the platform is skipped as a whole, and says why. */
function emptyBecause(profiles: readonly Entry[]): string {
  const skipped = profiles.map(({ value }) => {
    const message =
      shortText(memberOf(value, 'status_message')) ?? shortText(memberOf(value, 'skip_message'));
    return message === undefined ? undefined : joined([shortText(memberOf(value, 'name')), message], ': ');
  });
  return joined(skipped, '; ') ?? 'InSpec ran no control';
}
