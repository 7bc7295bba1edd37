import { closestMatch } from 'leven';

const QUOTED_AT_MOST = 80;

/** The end of a shortened text that may be part of a UUID: part of a secret would not be recognised and redacted. */
const CUT_UUID = /[\da-f-]{8,}$/i;

/** Foreign text inside a sentence: in quotation marks, shortened to at most 80 code points. */
export function quote(text: string): string {
  return `"${shortened(text, QUOTED_AT_MOST)}"`;
}

/** Foreign text of at most `most` code points; a shortened one ends with an ellipsis. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const points = Array.from(text.slice(0, 2 * most + 2));
  if (points.length <= most) return text;
  return `${points.slice(0, most).join('').replace(CUT_UUID, '')}…`;
}

/** White space other than single spaces, which most texts have between their words and which may stay. */
const NO_SINGLE_SPACE = /[^\S ]\s*| \s+/gu;

/** A text in which every run of white space is one space. */
export function withSingleSpaces(text: string): string {
  return text.replaceAll(NO_SINGLE_SPACE, ' ');
}

/** `1 message`, `2 messages`, `1,234 messages`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(number)} ${number === 1 ? noun : plural}`;
}

/** A whole number with thousands separators: `1,234`. Loading the locales of `Intl` for this would take 30 ms. */
export function grouped(number: number): string {
  return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A duration in its two largest units: `6 days 3 hours`, `45 seconds`. */
export function describeDuration(milliseconds: number): string {
  const index = UNITS.findIndex(([, length]) => milliseconds >= length);
  if (index < 0) return 'less than a second';
  let rest = milliseconds;
  const parts = UNITS.slice(index, index + 2).map(([unit, length]) => {
    const number = Math.floor(rest / length);
    rest -= number * length;
    return number === 0 ? '' : count(number, unit);
  });
  return parts.filter((part) => part !== '').join(' ');
}

/** `a`, `a or b`, `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  return enumerate(words, 'or');
}

/** `a`, `a and b`, `a, b and c`. */
export function allOf(words: readonly string[]): string {
  return enumerate(words, 'and');
}

function enumerate(words: readonly string[], conjunction: string): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** ` Did you mean "…"?` if one of the candidates is similar to the word, ignoring case; otherwise empty. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const candidate = closestOf(word, candidates);
  return candidate === undefined ? '' : ` Did you mean "${candidate}"?`;
}

function closestOf(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > 100) return undefined;
  const byFolded = new Map(candidates.map((candidate) => [fold(candidate), candidate]));
  const folded = fold(word);
  const maxDistance = Math.max(1, Math.floor(folded.length / 2));
  const closest =
    closestMatch(folded, [...byFolded.keys()], { maxDistance }) ?? longerForm(folded, [...byFolded.keys()]);
  return closest === undefined ? undefined : byFolded.get(closest);
}

/** The only candidate that contains a word of at least five letters: `cisRuleDetails` for `details`. */
function longerForm(word: string, candidates: readonly string[]): string | undefined {
  const [only, ...others] = word.length < 5 ? [] : candidates.filter((candidate) => candidate.includes(word));
  return others.length === 0 ? only : undefined;
}

/** A sentence about unknown members: the first eight by name, and suggestions. */
export function unknownMembers(unknown: readonly string[], what: string, known: readonly string[]): string {
  const [first = ''] = unknown;
  if (unknown.length === 1) return `${quote(first)} is not a member of ${what}.${didYouMean(first, known)}`;
  const named = unknown.slice(0, 8);
  const more = unknown.length > named.length ? [`${unknown.length - named.length} more`] : [];
  const meant = [...new Set(named.flatMap((name) => closestOf(name, known) ?? []))].map(quote);
  const suggestion = meant.length === 0 ? '' : ` Did you mean ${allOf(meant)}?`;
  return `${allOf([...named.map(quote), ...more])} are not members of ${what}.${suggestion}`;
}

/** A word without what people write differently: its case, spaces, hyphens and underscores. */
export function fold(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]+/g, '');
}
