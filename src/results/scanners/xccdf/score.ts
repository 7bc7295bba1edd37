import type { Item, RuleResultElement, Score } from './model.ts';

/** How far a score may be off: scanners compute in single precision. */
const TOLERANCE = 0.01;

/** Results that the score leaves out (XCCDF 1.2, 7.3.2). */
const NOT_SCORED: ReadonlySet<string> = new Set([
  'notselected',
  'notapplicable',
  'notchecked',
  'informational',
]);

/** A score computed from the results. */
interface ComputedScore {
  readonly value: number;
  readonly maximum: number;
}

/**
 * Whether a score differs from the one computed from the results; `undefined` if that cannot be determined: an unknown
 * system, a benchmark that is not in the file, results that were changed by hand.
 */
export function scoreDiffers(
  score: Score,
  results: readonly RuleResultElement[],
  items: readonly Item[] | undefined,
): boolean | undefined {
  const computed = computeScore(score, results, items);
  const { value, maximum = computed?.maximum } = score;
  if (computed === undefined || maximum === undefined || value === undefined) return undefined;
  if (!Number.isFinite(value) || !Number.isFinite(maximum)) return undefined;
  return Math.abs(value - computed.value) > TOLERANCE || Math.abs(maximum - computed.maximum) > TOLERANCE;
}

function computeScore(
  { system }: Score,
  results: readonly RuleResultElement[],
  items: readonly Item[] | undefined,
): ComputedScore | undefined {
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

function flat(
  results: readonly RuleResultElement[],
  weightOf: (result: RuleResultElement) => number,
): ComputedScore {
  const scored = results.filter(isScored);
  const sum = (some: readonly RuleResultElement[]): number =>
    some.reduce((total, result) => total + weightOf(result), 0);
  return { value: sum(scored.filter(isPassed)), maximum: sum(scored) };
}

/** The default model: every group scores the weighted mean of its items, from the inside out. */
function byGroups(results: readonly RuleResultElement[], items: readonly Item[]): ComputedScore | undefined {
  const byRule = new Map(results.map((result) => [result.idref, result]));
  // A rule with several results counts once, but the specification does not say which result counts.
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
