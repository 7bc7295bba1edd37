import { boundedJson } from './bounded-json.ts';
import {
  isRecord,
  listOf,
  memberAt,
  memberOf,
  recordOf,
  textOf,
  withoutUndefined,
  type JsonRecord,
} from '../../../json.ts';
import { RecordReader, type Entry } from '../../reading/record-reader.ts';
import type { DataScanner, Scan, StatusTable } from '../../reading/scanner.ts';
import { joined, shortText, wordOf, wordsOf } from '../../reading/short-text.ts';
import type { Verdict } from '../../reading/verdict.ts';

/** goss's `result` codes (goss, `resource/validate.go`: SUCCESS, FAIL, SKIP, UNKNOWN). */
const STATUSES: StatusTable = {
  0: 'PASSED',
  1: 'FAILED',
  2: 'NOT_EVALUATED',
  3: 'UNKNOWN',
};

/** goss's own words for its codes. */
const WORDS: Readonly<Record<string, string>> = { 0: 'pass', 1: 'fail', 2: 'skip', 3: 'unknown' };

/** Properties whose value is the content of a file, an output or an answer: evidence, which may hold secrets. */
const CONTENTS = ['contents', 'contains', 'stdout', 'stderr', 'body'];

/** From this length on, and when it has several lines, what goss found is evidence as well. */
const EVIDENCE_FROM = 120;

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
  for (const test of reader.entries(report, 'results', 'goss test')) readTest(test, reader);
  return [reader.scan({ scanner: 'goss' }, 'goss ran no test')];
}

function readTest(entry: Entry, reader: RecordReader): void {
  const { value: test, path } = entry;
  const ruleId = ruleIdOf(test);
  if (ruleId === undefined) {
    reader.recordFault('goss test has no "meta.CIS_ID", "title" or "resource-id".', path);
    return;
  }
  const code = reader.requiredVerdict(entry, 'result', STATUSES, { ruleId });
  if (code === undefined) return;
  const verdict = verdictOfTest(code, test);
  const details = withoutUndefined({
    title: shortText(memberOf(test, 'title')),
    reason: verdict.status === 'PASSED' ? undefined : reasonOf(test),
    level: levelOf(recordOf(memberOf(test, 'meta'))),
    identifiers: controlsOf(recordOf(memberOf(test, 'meta'))),
  });
  reader.add({ ...details, ruleId, ...verdict, at: { path } });
}

/** An error on a failure: goss could not look. (`successful` is true for skipped tests: it does not count.) */
function verdictOfTest(code: Verdict, test: JsonRecord): Verdict {
  const word = Object.hasOwn(WORDS, code.result) ? WORDS[code.result] : undefined;
  const verdict = { ...code, result: word ?? code.result };
  return verdict.status === 'FAILED' && hasError(test) ? { ...verdict, status: 'ERROR' } : verdict;
}

/** goss writes an error as text; before 0.4 as an object, which was always empty. */
function hasError(test: JsonRecord): boolean {
  const error = memberOf(test, 'err');
  return textOf(error) !== undefined || isRecord(error);
}

function ruleIdOf(test: JsonRecord): string | undefined {
  const title = textOf(memberOf(test, 'title'));
  const cisIds = listed(memberAt(test, 'meta', 'CIS_ID')).flatMap((id) => cisIdOf(id, title) ?? []);
  if (cisIds.length > 0) return cisIds.join(',');
  if (title !== undefined) return title;
  const resource = textOf(memberOf(test, 'resource-id'));
  const type = textOf(memberOf(test, 'resource-type'));
  if (resource === undefined) return undefined;
  return type === undefined ? resource : `${type}/${resource}`;
}

/**
 * A CIS id that stands unquoted in the gossfile is a number to goss, and 1.10 becomes 1.1. The title of the test
 * begins with the id as it was written, so it decides between the two.
 */
function cisIdOf(id: unknown, title: string | undefined): string | undefined {
  if (typeof id !== 'number') return textOf(id);
  const written = /^\d+\.\d+(?![.\d])/.exec(title ?? '')?.[0];
  return written !== undefined && Number(written) === id ? written : String(id);
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? listOf(value) : [value];
}

/** Which resource, which property, and what was expected. What was found is told only where it is short. */
function reasonOf(test: JsonRecord): string | undefined {
  const error = shortText(memberOf(test, 'err'), 300);
  const subject = joined(
    ['resource-type', 'resource-id', 'property'].map((name) => shortText(memberOf(test, name), 120)),
    ': ',
  );
  if (hasError(test)) return joined([subject, error ?? 'error'], ': ');
  const outcome = recordOf(memberOf(test, 'matcher-result'));
  const message = shortText(memberOf(outcome, 'message'), 100);
  if (message === undefined) {
    return joined([subject, memberOf(test, 'skipped') === true ? 'skipped' : undefined], ': ');
  }
  const found = foundOf(
    memberOf(outcome, 'actual'),
    CONTENTS.includes(wordOf(memberOf(test, 'property')) ?? ''),
  );
  const expectation = joined([found, message, expectedOf(memberOf(outcome, 'expected'))], ' ');
  return joined([subject, expectation], ': ');
}

function foundOf(actual: unknown, isContent: boolean): string {
  if (actual === null || actual === undefined) return 'expected it';
  const text = typeof actual === 'string' ? actual : boundedJson(actual, EVIDENCE_FROM);
  const evidence = isContent || text.length >= EVIDENCE_FROM || text.trim().includes('\n');
  return evidence ? 'expected what is there' : `expected ${text}`;
}

function expectedOf(expected: unknown): string | undefined {
  if (expected === undefined || expected === null) return undefined;
  return shortText(typeof expected === 'string' ? expected : boundedJson(expected, 200), 200);
}

/** Ansible-Lockdown notes the level of the CIS profiles that a test belongs to: `server: 1`, `workstation: 2`. */
function levelOf(meta: JsonRecord): string | undefined {
  const levels = ['server', 'workstation'].map((profile) => {
    const level = wordOf(memberOf(meta, profile));
    return level !== undefined && /^\d$/.test(level) ? `Level ${level} ${profile}` : undefined;
  });
  return joined(levels, ', ');
}

/** The CIS Controls that a test serves: `CISv8: [3.3]`. */
function controlsOf(meta: JsonRecord): readonly string[] | undefined {
  const versions = Object.keys(meta).filter((name) => /^CISv\d+$/.test(name));
  const controls = versions.flatMap((name) => wordsOf(meta[name]).map((control) => `${name} ${control}`));
  return controls.length > 0 ? controls : undefined;
}
