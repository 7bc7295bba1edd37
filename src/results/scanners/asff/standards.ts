import { memberAt, memberOf, textOf, type JsonRecord } from '../../../json.ts';
import { CIS_TITLES, cisBenchmarkOf } from '../../reading/cis-benchmark.ts';
import { isRecommendation } from '../../reading/recommendation.ts';
import type { ScanFacts } from '../../reading/scanner.ts';
import { shortText, wordsOf } from '../../reading/short-text.ts';

/** A recommendation of one version of the CIS AWS Foundations Benchmark. */
export interface Requirement {
  readonly version: string;
  readonly number: string;
}

/** Prowler cuts a requirement and its numbers at this length, even in the middle of a number (its `asff.py`). */
const CUT_AT = 63;

/** The security standard that a finding's control belongs to: `cis-aws-foundations-benchmark/v/1.2.0`. */
export function standardOf(finding: JsonRecord): string | undefined {
  const fields = memberOf(finding, 'ProductFields');
  const arn = textOf(memberOf(fields, 'StandardsGuideArn')) ?? textOf(memberOf(fields, 'StandardsArn'));
  if (arn !== undefined) return shortText(arn.split('/').slice(1).join('/'), 100);
  return /([\w-]+\/v\/\d+(?:\.\d+)*)\//.exec(shortText(memberOf(finding, 'GeneratorId'), 300) ?? '')?.[1];
}

/** The version of the CIS benchmark if the standard is one; `undefined` for other standards. */
export function cisVersionOf(standard: string | undefined): string | undefined {
  return /^cis-aws-foundations-benchmark\/v\/(\d+(?:\.\d+)+)$/.exec(standard ?? '')?.[1];
}

/** The CIS recommendations that the finding itself says it checks. */
export function requirementsOf(finding: JsonRecord): readonly Requirement[] {
  const named = wordsOf(memberAt(finding, 'Compliance', 'RelatedRequirements')).flatMap(readRequirement);
  const version = cisVersionOf(standardOf(finding));
  const number = textOf(memberOf(finding, 'GeneratorId'))?.split('/').at(-1) ?? '';
  return version === undefined || !isRecommendation(number) ? named : [{ version, number }, ...named];
}

/** The CIS benchmark's requirements in the finding's own words, without cut numbers. */
export function wordedRequirementsOf(finding: JsonRecord): readonly string[] {
  return wordsOf(memberAt(finding, 'Compliance', 'RelatedRequirements'))
    .filter((words) => /\bCIS\b/i.test(words) && !/\bCIS[ -]Controls\b/i.test(words))
    .map((words) => (isCut(words) ? words.replace(/\s+\S*$/, ' …') : words));
}

/** The benchmark that a standard stands for: a CIS benchmark with its title and version, any other with its name. */
export function benchmarkOf(standard: string | undefined, cisVersion: string | undefined): ScanFacts {
  const version = cisVersionOf(standard) ?? (standard === undefined ? cisVersion : undefined);
  if (version === undefined) return standard === undefined ? {} : { benchmark: standard };
  const benchmark = CIS_TITLES.aws;
  return { benchmark, benchmarkVersion: version, cisBenchmark: cisBenchmarkOf(benchmark, version) };
}

/** `CIS AWS Foundations Benchmark v3.0.0/2.1.4` from Security Hub, `CIS-3.0 2.1.4 2.1.5` from Prowler. */
function readRequirement(words: string): readonly Requirement[] {
  const hub = /^CIS AWS Foundations Benchmark v(\d+(?:\.\d+)+)\/(\d+(?:\.\d+)+)$/.exec(words);
  if (hub !== null) return [{ version: hub[1] ?? '', number: hub[2] ?? '' }];
  const version = /^CIS-(\d+(?:\.\d+)+) /.exec(words)?.[1];
  if (version === undefined) return [];
  const numbers = words.split(' ').slice(1);
  return (isCut(words) ? numbers.slice(0, -1) : numbers)
    .filter(isRecommendation)
    .map((number) => ({ version, number }));
}

function isCut(words: string): boolean {
  return words.startsWith('CIS-') && words.length >= CUT_AT;
}
