import { isRecommendation } from '../results/reading/recommendation.ts';
import { withoutUndefined } from '../json.ts';
import type { RuleOutcome } from '../rules.ts';

/** The rules of one section of a benchmark. */
export interface RuleSection {
  /** The section's number in the benchmark: `5.2`. Rules without a number are in sections by title. */
  readonly number?: string;
  /** The section's title, where the results tell it. */
  readonly title?: string;
  readonly rules: readonly RuleOutcome[];
}

/** A section's number and title in one text, as scanners write it: `5.2 SSH Server`. */
const NUMBERED = /^(\d+(?:\.\d+)*)\.?\s+(\S.*)$/;

/**
 * Rules by section of their benchmark. A rule that goes by number is in the section whose number the results state, or
 * else in the chapter that its own number begins with. Sections in the order of their numbers, then those by title.
 */
export function sectionsOf(rules: readonly RuleOutcome[]): readonly RuleSection[] {
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
      rules: inOrderOfNumbers(own, ({ id }) => id),
      ...withoutUndefined({ number, title }),
    };
  });
  return inOrderOfNumbers(all, ({ number }) => number);
}

/** Items in the order of their numbers, part by part; what has no number comes last, in the order given. */
function inOrderOfNumbers<Item>(
  items: readonly Item[],
  numberOfItem: (item: Item) => string | undefined,
): readonly Item[] {
  return items
    .map((item) => ({ item, parts: partsOf(numberOfItem(item)) }))
    .sort((one, other) => compareParts(one.parts, other.parts))
    .map(({ item }) => item);
}

function compareParts(a: readonly number[] | undefined, b: readonly number[] | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
}

function partsOf(number: string | undefined): readonly number[] | undefined {
  return number !== undefined && /^\d+(?:\.\d+)*$/.test(number) ? number.split('.').map(Number) : undefined;
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

/** The title that all the rules of a section have; `undefined` when they differ. */
function commonTitle([first, ...others]: readonly RuleOutcome[]): string | undefined {
  return others.every(({ section }) => section === first?.section) ? first?.section : undefined;
}

/** Severities as scanners write them, the worst first. */
const SEVERITIES = ['critical', 'high', 'medium', 'moderate', 'low', 'info', 'informational', 'none'];

/** How bad a rule's failure is by its severity: lower is worse; what is not known is between `medium` and `low`. */
export function severityRank({ severity = '' }: RuleOutcome): number {
  const rank = SEVERITIES.indexOf(severity.toLowerCase());
  return rank < 0 ? SEVERITIES.indexOf('low') - 0.5 : rank;
}
