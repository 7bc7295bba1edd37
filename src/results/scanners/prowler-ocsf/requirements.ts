import { memberAt, recordOf, textOf, undefinedIfEmpty, type JsonRecord } from '../../../json.ts';
import { CIS_TITLES, cisBenchmarkOf, isCisTitleKey } from '../../reading/cis-benchmark.ts';
import type { Entry } from '../../reading/record-reader.ts';
import { isRecommendation } from '../../reading/recommendation.ts';
import type { RuleName, ScanFacts } from '../../reading/scanner.ts';
import { wordsOf } from '../../reading/short-text.ts';
import { providerOf } from './targets.ts';

/** The numbers of the check in each version of the CIS benchmark (`CIS-3.0`). */
function requirementsOf(
  finding: JsonRecord,
): readonly (readonly [benchmark: string, numbers: readonly string[]])[] {
  const compliance = recordOf(memberAt(finding, 'unmapped', 'compliance'));
  return Object.keys(compliance)
    .filter((name) => /^CIS-\d/.test(name))
    .map((name) => [name, wordsOf(compliance[name])]);
}

/** The one version of the CIS benchmark that the findings mention; `undefined` if they mention several or none. */
export function onlyBenchmarkOf(findings: readonly Entry[]): string | undefined {
  const named = findings.flatMap(({ value }) =>
    requirementsOf(value).map(([name]) => `${providerOf(value) ?? ''} ${name}`),
  );
  const [only, ...others] = new Set(named);
  return others.length === 0 ? only?.split(' ')[1] : undefined;
}

/** The CIS numbers of each check, whichever of its findings states them. */
export type Numbers = ReadonlyMap<string, readonly string[]>;

/** The CIS numbers of each check; none unless the file is for one version of the benchmark. */
export function numbersOf(findings: readonly Entry[], benchmark: string | undefined): Numbers {
  const numbers = new Map<string, readonly string[]>();
  if (benchmark === undefined) return numbers;
  for (const { value } of findings) {
    const check = textOf(memberAt(value, 'metadata', 'event_code'));
    const own = requirementsOf(value)
      .flatMap(([, all]) => all)
      .filter(isRecommendation);
    if (check !== undefined && own.length > 0)
      numbers.set(check, [...new Set([...(numbers.get(check) ?? []), ...own])]);
  }
  return numbers;
}

/** The name of a check's rule. */
export function ruleOf(ruleId: string, numbers: Numbers): RuleName {
  const recommendations = numbers.get(ruleId);
  return recommendations === undefined ? { ruleId } : { ruleId, recommendations };
}

/** A check's numbers in all versions of the CIS benchmark: `CIS-2.0 1.20`, `CIS-3.0 1.20`. */
export function cisNumbersOf(finding: JsonRecord): readonly string[] | undefined {
  return undefinedIfEmpty(
    requirementsOf(finding).flatMap(([name, all]) => all.map((number) => `${name} ${number}`)),
  );
}

/** The facts about the one benchmark of a file. */
export function benchmarkFactsOf(benchmark: string | undefined, findings: readonly Entry[]): ScanFacts {
  const version = benchmark?.slice('CIS-'.length);
  const provider = findings.map(({ value }) => providerOf(value)).find((name) => name !== undefined);
  if (version === undefined || provider === undefined || !isCisTitleKey(provider)) return {};
  const title = CIS_TITLES[provider];
  return { benchmark: title, benchmarkVersion: version, cisBenchmark: cisBenchmarkOf(title, version) };
}
