import {
  isRecord,
  listOf,
  memberAt,
  memberOf,
  recordOf,
  textOf,
  undefinedIfEmpty,
  withoutUndefined,
  type JsonRecord,
} from '../../../json.ts';
import { idAsWritten } from '../../reading/recommendation.ts';
import { count } from '../../../text.ts';
import { RecordReader, type Entry } from '../../reading/record-reader.ts';
import type { DataScanner, RuleResult, Scan, ScanFacts, StatusTable } from '../../reading/scanner.ts';
import { joined, shortText, wordOf, wordsOf } from '../../reading/short-text.ts';
import type { Verdict } from '../../reading/verdict.ts';
import { reasonOf } from './reason.ts';
import { describesRun, noteTargets, runFactsOf } from './run.ts';
import { compareSummary } from './summary.ts';

/** goss's `result` codes (goss, `resource/validate.go`: SUCCESS, FAIL, SKIP, UNKNOWN). */
const STATUSES: StatusTable = {
  0: 'PASSED',
  1: 'FAILED',
  2: 'NOT_EVALUATED',
  3: 'UNKNOWN',
};

/** goss's words for its codes. */
const WORDS: Readonly<Record<string, string>> = { 0: 'pass', 1: 'fail', 2: 'skip', 3: 'unknown' };

/** `goss validate -f json` (or `structured`), as Ansible-Lockdown's CIS audits run it. */
export const goss: DataScanner = {
  kind: 'data',
  name: 'goss',
  shape: 'an object with `results` and `summary.test-count`',
  statuses: { result: STATUSES },
  recognises,
  read,
};

function recognises(document: unknown): boolean {
  const results = memberOf(document, 'results');
  const counts = memberAt(document, 'summary', 'test-count') !== undefined;
  return counts && (Array.isArray(results) || results === null);
}

function read(document: unknown): readonly Scan[] {
  const reader = new RecordReader();
  const report = reader.root(document, 'goss report');
  const tests = reader.entries(report, 'results', 'goss test');
  const descriptions = tests.filter(({ value }) => describesRun(value));
  const others = tests.filter((test) => !descriptions.includes(test));
  for (const test of descriptions) readDescription(test, reader);
  for (const test of others) readTest(test, reader);
  warnOfTestsWithoutId(others, reader);
  compareSummary(report, reader);
  const facts: ScanFacts = { scanner: 'goss', ...runFactsOf(descriptions, tests) };
  return [reader.scan(facts, 'goss ran no tests')];
}

/** Ansible-Lockdown describes the run in a test, which is not a rule of the benchmark. */
function readDescription(test: Entry, reader: RecordReader): void {
  reader.exclude('description of the run');
  if (wordOf(memberOf(test.value, 'result')) !== '0') {
    reader.warn('The test that describes the run did not pass: its description may be wrong.', test.path);
  }
  noteTargets(test, reader);
}

function readTest(entry: Entry, reader: RecordReader): void {
  const { value: test, path } = entry;
  const ruleIds = ruleIdsOf(test);
  const stated = reader.statusOf(entry, 'result', STATUSES);
  if (ruleIds.length === 0) {
    reader.recordFault('goss test has no "meta.CIS_ID", "title" or "resource-id".', path, stated);
    return;
  }
  if (hasInvalidId(test)) {
    const sentence = '"meta.CIS_ID" of goss test contains something that is not an id.';
    for (const ruleId of ruleIds) reader.recordFault(sentence, path, { rule: { ruleId }, ...stated });
    return;
  }
  for (const ruleId of ruleIds) {
    const code = reader.requiredVerdict(entry, 'result', STATUSES, { ruleId });
    if (code !== undefined) reader.add(resultOf(ruleId, ruleIds, code, test, path));
  }
}

function resultOf(
  ruleId: string,
  ruleIds: readonly string[],
  code: Verdict,
  test: JsonRecord,
  path: Entry['path'],
): RuleResult {
  const verdict = verdictOfTest(code, test);
  const meta = recordOf(memberOf(test, 'meta'));
  const others = ruleIds.filter((other) => other !== ruleId).map((other) => `also ${other}`);
  const identifiers = [...others, ...controlIdentifiers(meta)];
  const details = withoutUndefined({
    title: titleOf(memberOf(test, 'title'), ruleId),
    reason: verdict.status === 'PASSED' ? undefined : reasonOf(test),
    level: levelOf(meta),
    identifiers: undefinedIfEmpty(identifiers),
  });
  return { ...details, ruleId, ...verdict, at: { path } };
}

/** A failure with an error means that goss could not look. (`successful` is also true for skipped tests, so it is ignored.) */
function verdictOfTest(code: Verdict, test: JsonRecord): Verdict {
  const word = Object.hasOwn(WORDS, code.result) ? WORDS[code.result] : undefined;
  const verdict = { ...code, result: word ?? code.result };
  const couldNotLook = verdict.status === 'FAILED' && hasError(test) && !isAbsence(test);
  return couldNotLook ? { ...verdict, status: 'ERROR' } : verdict;
}

/** goss writes an error as text; before 0.4 as an object, which was always empty. */
function hasError(test: JsonRecord): boolean {
  const error = memberOf(test, 'err');
  return textOf(error) !== undefined || isRecord(error);
}

/** Whether the error only says that something is absent, which is what `exists` checks (goss 0.4, `system/mount.go`). */
function isAbsence(test: JsonRecord): boolean {
  const error = textOf(memberOf(test, 'err')) ?? '';
  const absent =
    /\bnot found\b|\bno such (?:file|process|user|group)\b|\bdoes not exist\b|\bunknown (?:user|group)\b/i;
  return error === 'Mountpoint not found' || (memberOf(test, 'property') === 'exists' && absent.test(error));
}

/** The CIS ids that a test counts for, or else its title or the resource that it checks. */
function ruleIdsOf(test: JsonRecord): readonly string[] {
  const cisIds = cisIdsOf(test);
  if (cisIds.length > 0) return cisIds;
  const title = textOf(memberOf(test, 'title'));
  if (title !== undefined) return [title];
  const resource = textOf(memberOf(test, 'resource-id'));
  const type = textOf(memberOf(test, 'resource-type'));
  if (resource === undefined) return [];
  return [type === undefined ? resource : `${type}/${resource}`];
}

function cisIdsOf(test: JsonRecord): readonly string[] {
  const title = textOf(memberOf(test, 'title'));
  const ids = listed(memberAt(test, 'meta', 'CIS_ID')).flatMap((id) => idAsWritten(id, title) ?? []);
  return [...new Set(ids)];
}

/** Whether something among the CIS ids is not an id: the test may count for a rule that cannot be named. */
function hasInvalidId(test: JsonRecord): boolean {
  const stated = memberAt(test, 'meta', 'CIS_ID');
  if (stated === undefined || stated === null || stated === '') return false;
  return listed(stated).some((id) => idAsWritten(id, undefined) === undefined);
}

/** If some tests have CIS ids, those without one cannot be combined with the other results of their rules. */
function warnOfTestsWithoutId(tests: readonly Entry[], reader: RecordReader): void {
  const without = tests.filter(({ value }) => cisIdsOf(value).length === 0);
  const [first] = without;
  if (first === undefined || without.length === tests.length) return;
  const have = `${count(without.length, 'test')} ${without.length === 1 ? 'has' : 'have'}`;
  reader.warn(`${have} no "meta.CIS_ID", although others do: named by title or resource.`, first.path);
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? listOf(value) : [value];
}

/** The title of a test that counts for several ids has a line for each. */
function titleOf(title: unknown, ruleId: string): string | undefined {
  const lines = (textOf(title) ?? '').split('\n').map((line) => line.trim());
  const own = lines.find((line) => line.startsWith(ruleId) && /^\s*\|/.test(line.slice(ruleId.length)));
  return shortText(own ?? title);
}

/** The levels of the CIS profiles that a test belongs to, as Ansible-Lockdown states them: `server: 1`, `workstation: 2`. */
function levelOf(meta: JsonRecord): string | undefined {
  const levels = ['server', 'workstation'].map((profile) => {
    const level = wordOf(memberOf(meta, profile));
    return level !== undefined && /^\d$/.test(level) ? `Level ${level} ${profile}` : undefined;
  });
  return joined(levels, ', ');
}

/** The CIS Controls that a test supports: `CISv8: [3.3]`. */
function controlIdentifiers(meta: JsonRecord): readonly string[] {
  const versions = Object.keys(meta).filter((name) => /^CISv\d+$/.test(name));
  return versions.flatMap((name) => wordsOf(meta[name]).map((control) => `${name} ${control}`));
}
