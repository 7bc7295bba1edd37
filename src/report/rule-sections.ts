import { isRecommendation } from '../results/reading/recommendation.ts';
import { withoutUndefined } from '../json.ts';
import type { RuleOutcome } from '../rules.ts';

/** The rules of one section of a benchmark. */
export interface RuleSection {
  /** The section's number in the benchmark: `5.2`. Rules without a number are grouped by the section's title. */
  readonly number?: string;
  /** The section's title, if the results state it. */
  readonly title?: string;
  readonly rules: readonly RuleOutcome[];
}

/** A section's number and title in one text, as scanners write it: `5.2 SSH Server`. */
const NUMBERED = /^(\d+(?:\.\d+)*)\.?\s+(\S.*)$/;

/**
 * Groups rules by section of their benchmark. A rule named by number belongs to the section that the results state, or
 * else to the chapter that its number begins with. Sections are in the order of their numbers, followed by those
 * without.
 */
export function ruleSectionsOf(rules: readonly RuleOutcome[]): readonly RuleSection[] {
  const sections = new Map<string, { readonly number: string | undefined; readonly rules: RuleOutcome[] }>();
  for (const rule of rules) {
    const number = numberOf(rule);
    const key = number ?? `by title: ${rule.section ?? ''}`;
    const known = sections.get(key) ?? { number, rules: [] };
    sections.set(key, known);
    known.rules.push(rule);
  }
  const titles = titlesByNumber(rules);
  const all = [...sections.values()].map(({ number, rules: own }) => {
    const title = (number === undefined ? undefined : titles.get(number)) ?? commonTitle(own);
    return {
      rules: own,
      ...withoutUndefined({ number, title }),
    };
  });
  return inOrderOfNumbers(all, ({ number }) => number);
}

/** Sorts items by number, part by part; items without a number come last, in the given order. */
export function inOrderOfNumbers<Item>(
  items: readonly Item[],
  numberOfItem: (item: Item) => string | undefined,
): readonly Item[] {
  return items
    .map((item) => ({ item, key: sortingKey(numberOfItem(item)) }))
    .sort((one, other) => (one.key === other.key ? 0 : one.key < other.key ? -1 : 1))
    .map(({ item }) => item);
}

/** Digits of each part in a sorting key. */
const DIGITS = 20;

/** A text that sorts like the number, `5.10` after `5.2`, and anything else last. */
function sortingKey(number = ''): string {
  if (!/^\d+(?:\.\d+)*$/.test(number)) return 'no number';
  return number.replaceAll(/\d+/g, (part) => part.padStart(DIGITS, '0'));
}

function numberOf({ id, section = '' }: RuleOutcome): string | undefined {
  if (!isRecommendation(id)) return undefined;
  const [, stated = ''] = NUMBERED.exec(section) ?? [];
  return stated !== '' && id.startsWith(`${stated}.`) ? stated : id.slice(0, id.indexOf('.'));
}

function titlesByNumber(rules: readonly RuleOutcome[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const { section = '' } of rules) {
    const [, number, title] = NUMBERED.exec(section) ?? [];
    if (number !== undefined && title !== undefined && !titles.has(number)) titles.set(number, title);
  }
  return titles;
}

/** The title that all rules of a section share; `undefined` if they differ. */
function commonTitle([first, ...others]: readonly RuleOutcome[]): string | undefined {
  return others.every(({ section }) => section === first?.section) ? first?.section : undefined;
}

/** Severities as scanners write them, worst first. */
const SEVERITIES = ['critical', 'high', 'medium', 'moderate', 'low', 'info', 'informational', 'none'];

/** The rank of a rule's severity: lower is worse. An unknown one ranks between `medium` and `low`. */
export function severityRank({ severity = '' }: RuleOutcome): number {
  const rank = SEVERITIES.indexOf(severity.toLowerCase());
  return rank < 0 ? SEVERITIES.indexOf('low') - 0.5 : rank;
}
