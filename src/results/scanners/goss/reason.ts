import { boundedJson } from './bounded-json.ts';
import { isRecord, memberOf, recordOf, textOf, type JsonRecord } from '../../../json.ts';
import { joined, shortText, wordOf } from '../../reading/short-text.ts';

/**
 * Properties whose found values are kept: modes, owners, versions, states. The values of other properties are evidence
 * that may contain secrets: the content of a file, the output of a command, the headers of a response.
 */
const SHOWN_PROPERTIES: ReadonlySet<string> = new Set(
  [
    'exists, mode, size, owner, group, uid, gid, groups, home, shell, filetype, linked-to, installed, version, versions',
    'enabled, running, runlevels, listening, ip, reachable, resolvable, exit-status, status, opts, vfs-opts, source',
    'filesystem, usage, addrs, mtu, value, timeout, security-descriptor',
  ].flatMap((names) => names.split(', ')),
);

/** What goss found is also evidence if it has several lines, or this many UTF-16 units or more. */
const EVIDENCE_FROM = 120;

/** The resource, the property, and what was expected. */
export function reasonOf(test: JsonRecord): string | undefined {
  const subject = joined(
    ['resource-type', 'resource-id', 'property'].map((name) => shortText(memberOf(test, name), 120)),
    ': ',
  );
  return joined([subject, errorOf(memberOf(test, 'err')) ?? describeOutcome(test)], ': ');
}

/** goss writes an error as text; before 0.4 as an object, which was always empty. */
function errorOf(error: unknown): string | undefined {
  if (isRecord(error)) return 'error';
  const text = textOf(error);
  if (text === undefined) return undefined;
  return text.includes('\n') || text.length > EVIDENCE_FROM ? 'error' : shortText(text);
}

function describeOutcome(test: JsonRecord): string | undefined {
  const outcome = recordOf(memberOf(test, 'matcher-result'));
  const message = shortText(memberOf(outcome, 'message'), 100);
  if (message === undefined) return memberOf(test, 'skipped') === true ? 'skipped' : undefined;
  const isShown = SHOWN_PROPERTIES.has(wordOf(memberOf(test, 'property')) ?? '');
  const found = foundOf(memberOf(outcome, 'actual'), isShown);
  return joined([found, message, expectedOf(memberOf(outcome, 'expected'))], ' ');
}

function foundOf(actual: unknown, isShown: boolean): string {
  if (actual === null || actual === undefined) return 'expected it';
  const text = typeof actual === 'string' ? actual : boundedJson(actual, EVIDENCE_FROM);
  const isShort = text.length < EVIDENCE_FROM && !text.trim().includes('\n');
  return isShown && isShort ? `expected ${text}` : 'expected what was found';
}

function expectedOf(expected: unknown): string | undefined {
  if (expected === undefined || expected === null) return undefined;
  return shortText(typeof expected === 'string' ? expected : boundedJson(expected, 200), 200);
}
