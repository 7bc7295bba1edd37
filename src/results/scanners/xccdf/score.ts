import type { Item, RuleResultElement, Score } from './model.ts';

/** How far a score may be off: scanners count in single precision. */
const TOLERANCE = 0.01;

/** Results that the score leaves out (XCCDF 1.2, 7.3.2). */
const NOT_SCORED: ReadonlySet<string> = new Set([
  'notselected',
  'notapplicable',
  'notchecked',
  'informational',
]);

/** A score as the results make it. */
interface Made {
  readonly value: number;
  readonly maximum: number;
}

/**
 * Whether a score differs from what the results make; `undefined` when that cannot be said: an unknown system, a
 * benchmark that is not in the file, results that somebody changed by hand.
 */
export function scoreDiffers(
  score: Score,
  results: readonly RuleResultElement[],
  items: readonly Item[] | undefined,
): boolean | undefined {
  const made = madeBy(score, results, items);
  const { value, maximum = made?.maximum } = score;
  if (made === undefined || maximum === undefined || value === undefined) return undefined;
  if (!Number.isFinite(value) || !Number.isFinite(maximum)) return undefined;
  return Math.abs(value - made.value) > TOLERANCE || Math.abs(maximum - made.maximum) > TOLERANCE;
}

function madeBy(
  { system }: Score,
  results: readonly RuleResultElement[],
  items: readonly Item[] | undefined,
): Made | undefined {
  if (results.some(({ overrides }) => overrides.length > 0)) return undefined;
  switch (system) {
    case 'urn:xccdf:scoring:flat':
      return flat(results, ({ weight }) => weight);
    case 'urn:xccdf:scoring:flat-unweighted':
      return flat(results, ({ weight }) => (weight === 0 ? 0 : 1));
    case 'urn:xccdf:scoring:default':
      return items === undefined ? undefined : byGroups(results, items);
    default:
      return undefined;
  }
}

function flat(results: readonly RuleResultElement[], weightOf: (result: RuleResultElement) => number): Made {
  const scored = results.filter(isScored);
  const sum = (some: readonly RuleResultElement[]): number =>
    some.reduce((total, result) => total + weightOf(result), 0);
  return { value: sum(scored.filter(isPassed)), maximum: sum(scored) };
}

/** The default model: of every group the weighted mean of what it holds, from the inside out. */
function byGroups(results: readonly RuleResultElement[], items: readonly Item[]): Made | undefined {
  const byRule = new Map(results.map((result) => [result.idref, result]));
  // A rule with several results counts once, and the specification leaves open by which.
  if (byRule.size < results.length) return undefined;
  return { value: meanOf(items, byRule) ?? 0, maximum: 100 };
}

function meanOf(
  items: readonly Item[],
  byRule: ReadonlyMap<string | undefined, RuleResultElement>,
): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const item of items) {
    const value = item.items === undefined ? scoreOf(byRule.get(item.ruleId)) : meanOf(item.items, byRule);
    if (value === undefined) continue;
    sum += value * item.weight;
    weights += item.weight;
  }
  return weights === 0 ? undefined : sum / weights;
}

function scoreOf(result: RuleResultElement | undefined): number | undefined {
  if (result === undefined || !isScored(result)) return undefined;
  return isPassed(result) ? 100 : 0;
}

function isScored({ role, words }: RuleResultElement): boolean {
  return role !== 'unscored' && role !== 'unchecked' && words.some((word) => !NOT_SCORED.has(word));
}

function isPassed({ words }: RuleResultElement): boolean {
  return words.every((word) => word === 'pass' || word === 'fixed');
}
