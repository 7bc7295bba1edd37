import { textOf } from '../../json.ts';

/** The number of a recommendation in a CIS benchmark: `1.1.1.1`. */
const NUMBER = /^\d+(?:\.\d+)+$/;

/** An id of CIS's own content: `xccdf_org.cisecurity.benchmarks_rule_1.1.1.1_Ensure_…`. */
const CIS_RULE_ID = /^xccdf_org\.cisecurity\.benchmarks_rule_(\d+(?:\.\d+)+)(?:_|$)/;

/** Whether a text is the number of a recommendation: two or more numbers, separated by dots. */
export function isRecommendation(text: string): boolean {
  return NUMBER.test(text);
}

/** The number that an id of CIS's own content states. */
export function recommendationInId(ruleId: string): string | undefined {
  return CIS_RULE_ID.exec(ruleId)?.[1];
}

/**
 * The recommendations among some texts of one rule, each once; `undefined` if there is none. Content also names a
 * recommendation's sections (`1.1` and `1.1.1` for `1.1.1.1`): a number that another one begins with is a section.
 */
export function recommendationsIn(texts: readonly string[]): readonly string[] | undefined {
  const numbers = [...new Set(texts.map((text) => text.trim()).filter(isRecommendation))];
  const recommendations = numbers.filter(
    (number) => !numbers.some((other) => other.startsWith(`${number}.`)),
  );
  return recommendations.length > 0 ? recommendations : undefined;
}

/**
 * An id as it was written. To the scanner, an unquoted id in a YAML or Ruby file is a number, so 1.10 becomes 1.1; a
 * line of the title that begins with the id shows which it was. `undefined` if `id` is not an id.
 */
export function idAsWritten(id: unknown, title: string | undefined): string | undefined {
  if (typeof id !== 'number') return textOf(id);
  const written = [...(title ?? '').matchAll(/^\s*(\d+\.\d+)(?![.\d])/gm)].flatMap(([, text]) => text ?? []);
  return written.find((text) => Number(text) === id) ?? String(id);
}
