import type { ResultCounts } from '../results/reading/scanner.ts';
import type { PlacedRuleResult } from '../results/results.ts';
import { STATUSES_WORST_FIRST } from '../status.ts';
import { count, withSingleSpaces } from '../text.ts';
import { LIMITS } from './message.ts';

/** A rule result, without its place. */
type DescribedResult = Omit<PlacedRuleResult, 'place'>;

type Member = readonly [name: string, text: string];

/**
 * The members of the details, most important first. The last one is shortened or dropped first, and `result` at the
 * very end. The number needs the benchmark beside it: in another version, it is another rule. The number is included
 * because a result may be sent under the scanner's own id, and a rule may have several numbers.
 */
const MEMBERS: readonly (readonly [
  name: string,
  value: (result: DescribedResult) => string | readonly string[] | undefined,
])[] = [
  ['number', ({ recommendations }) => recommendations],
  ['benchmark', ({ benchmark }) => benchmark],
  ['rule', ({ ownId }) => ownId],
  ['title', ({ title }) => title],
  ['result', ({ result }) => result],
  ['reason', ({ reason }) => reason],
  ['counts', ({ counts }) => (counts === undefined ? undefined : describeCounts(counts))],
  ['severity', ({ severity }) => severity],
  ['section', ({ section }) => section],
  ['level', ({ level }) => level],
  ['identifiers', ({ identifiers }) => identifiers],
  ['remediation', ({ remediation }) => remediation],
  ['source', ({ source }) => source],
];

/** A text that would be shortened to fewer code points is dropped instead. */
const SHORTEST_TEXT = 12;

/**
 * A rule result as compact JSON of at most 1000 bytes of UTF-8. Members are shortened at a code point boundary, or
 * dropped, from the last one on, so that it is always valid JSON. `withoutSecret` removes secrets before texts are
 * shortened.
 */
export function detailsOf(result: DescribedResult, withoutSecret = (text: string): string => text): string {
  let members: readonly Member[] = MEMBERS.map(([name, valueOf]): Member => [
    name,
    singleLineOf(valueOf(result), withoutSecret),
  ]).filter(([, text]) => text !== '');
  // The result is the last to be shortened: details without it would be worth little.
  const shortenable = members.map(([name]) => name).filter((name) => name !== 'result');
  for (const name of [...shortenable.reverse(), 'result']) {
    if (!isTooLong(members)) break;
    members = fit(members, name);
  }
  return jsonOf(members);
}

function singleLineOf(
  value: string | readonly string[] | undefined,
  withoutSecret: (text: string) => string,
): string {
  if (value === undefined) return '';
  const text = withoutSecret(typeof value === 'string' ? value : value.join(', '));
  return withSingleSpaces(text).trim().toWellFormed();
}

function jsonOf(members: readonly Member[]): string {
  return JSON.stringify(Object.fromEntries(members));
}

function isTooLong(members: readonly Member[]): boolean {
  return Buffer.byteLength(jsonOf(members)) > LIMITS.detailsBytes;
}

/** Shortens one member until everything fits; drops it if too little would be left. */
function fit(members: readonly Member[], name: string): readonly Member[] {
  const points = Array.from(
    (members.find(([member]) => member === name)?.[1] ?? '').slice(0, 2 * LIMITS.detailsBytes),
  );
  const shortened = (length: number): readonly Member[] =>
    members.map((member) =>
      member[0] === name ? [name, `${points.slice(0, length).join('').trimEnd()}…`] : member,
    );
  let fits = 0;
  let tooLong = points.length;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (isTooLong(shortened(middle))) tooLong = middle;
    else fits = middle;
  }
  return fits < SHORTEST_TEXT ? members.filter(([member]) => member !== name) : shortened(fits);
}

/** How many results ended in which status, worst first: `7 results: 3 FAILED, 4 PASSED`. */
export function describeCounts(counts: ResultCounts): string {
  const present = STATUSES_WORST_FIRST.filter((status) => (counts[status] ?? 0) > 0);
  const total = present.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  const each = present.map((status) => `${counts[status] ?? 0} ${status}`).join(', ');
  return `${count(total, 'result')}: ${each}`;
}
