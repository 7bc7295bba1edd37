import type { ResultCounts } from '../results/reading/scanner.ts';
import type { PlacedRuleResult } from '../results/results.ts';
import { STATUSES_WORST_FIRST } from '../status.ts';
import { count, withSingleSpaces } from '../text.ts';
import { LIMITS } from './message.ts';

/** A rule result; where it stands does not matter here. */
type DescribedResult = Omit<PlacedRuleResult, 'place'>;

/** What the details say of a result, under which name. */
type Member = readonly [name: string, text: string];

/**
 * Members of the details in order of worth: the last one is shortened or dropped first, `result` never. The number and
 * the benchmark come first, since a number means another rule in another version of the benchmark. The number stands
 * here too: a result may be sent under the scanner's own id, and a rule may have several numbers.
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

/** Below this many code points a shortened text says nothing. */
const SHORTEST_TEXT = 12;

/**
 * What a rule result says, as compact JSON of at most 1000 bytes of UTF-8: number, benchmark, title and so on, shortened
 * or dropped from the end at a code point's boundary. Always valid JSON, whatever the texts hold. `withoutSecret` takes
 * secrets out of the texts before they are cut.
 */
export function detailsOf(result: DescribedResult, withoutSecret = (text: string): string => text): string {
  let members: readonly Member[] = MEMBERS.map(([name, valueOf]): Member => [
    name,
    singleLineOf(valueOf(result), withoutSecret),
  ]).filter(([, text]) => text !== '');
  // The scanner's own word is the last to go: details without the verdict would be worth little.
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

/** Shortens one member so far that all fit; drops it when too little would be left of it. */
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
