import { withoutUndefined } from '../../../json.ts';
import { benchmarkInTitle, cisBenchmarkOf } from '../../reading/cis-benchmark.ts';
import type { Platform, ScanFacts } from '../../reading/scanner.ts';
import { timeOf } from '../../reading/time.ts';
import { parseCpe } from './cpe.ts';
import type { Benchmark, TestResult, XccdfDocument } from './model.ts';
import { profilesFrom } from './values.ts';

/** The scanners' own spelling of their names, by the product in their CPE name. */
const SCANNER_NAMES: ReadonlyMap<string, string> = new Map([
  ['openscap', 'OpenSCAP'],
  ['scc', 'SCC'],
  ['cis-cat', 'CIS-CAT'],
]);

/** An id of CIS's own content: `xccdf_org.cisecurity.benchmarks_benchmark_2.0.0_CIS_Ubuntu_Linux_22.04_LTS_Benchmark`. */
const CIS_BENCHMARK_ID =
  /^xccdf_org\.cisecurity\.benchmarks_benchmark_(\d+\.\d+\.\d+)(?:\.\d+)*_(?:CIS_)?(.+?)(?:_Benchmark)?$/;

/**
 * How the description of a profile (in ComplianceAsCode) names the benchmark that it follows: `the Center for Internet
 * Security® Red Hat Enterprise Linux 8 Benchmark™, v3.0.0, released 2023-10-30`.
 */
const FOLLOWED = /Center for Internet Security\W{1,3}(.{2,80}?) Benchmark\W{1,4}v(\d+(?:\.\d+)+)/i;

/** The benchmark of a TestResult, if the file contains it. */
export function benchmarkOf(
  { benchmarkId, within }: TestResult,
  { benchmarks }: XccdfDocument,
): Benchmark | undefined {
  return benchmarkId === undefined ? within : benchmarks.find(({ id }) => id === benchmarkId);
}

/** The facts about a run: who scanned what against which benchmark, and when. */
export function runFactsOf(testResult: TestResult, document: XccdfDocument): ScanFacts {
  const benchmark = benchmarkOf(testResult, document);
  return withoutUndefined({
    ...scannerOf(testResult),
    ...statedBenchmark(testResult, benchmark, document),
    profile: testResult.profile,
    platform: platformOf(testResult, benchmark),
    started: dateTimeOf(testResult.started),
    ended: dateTimeOf(testResult.ended),
    runId: testResult.id,
  });
}

/** A time as milliseconds since the epoch. Without a time zone it counts as UTC, wherever the file is read. */
function dateTimeOf(text = ''): number | undefined {
  return timeOf(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
}

/**
 * The benchmark, with the version of the CIS benchmark if the content is CIS's own or says which one it follows.
 * Otherwise only the content's version is known.
 */
function statedBenchmark(
  { benchmarkId, benchmarkHref, profile, version }: TestResult,
  benchmark: Benchmark | undefined,
  { profiles }: XccdfDocument,
): ScanFacts {
  const id = benchmarkId ?? benchmark?.id;
  const title = benchmark?.title.text;
  const contentVersion = version ?? benchmark?.version;
  const [, idVersion, idProduct] = CIS_BENCHMARK_ID.exec(id ?? '') ?? [];
  if (idProduct !== undefined) {
    const product = idProduct.replaceAll('_', ' ');
    return {
      benchmark: title ?? `CIS ${product} Benchmark`,
      ...withoutUndefined({ benchmarkVersion: idVersion }),
      cisBenchmark: cisBenchmarkOf(product, idVersion),
    };
  }
  const descriptions = profilesFrom(profile, profiles).map(({ description = '' }) => description);
  const [, followed, followedVersion] = FOLLOWED.exec(descriptions.join('\n')) ?? [];
  if (followed !== undefined) {
    return withoutUndefined({
      benchmark: `CIS ${followed} Benchmark`,
      benchmarkVersion: followedVersion,
      contentVersion,
      cisBenchmark: cisBenchmarkOf(followed, followedVersion),
    });
  }
  const cisBenchmark = benchmarkInTitle(title ?? '');
  return withoutUndefined({
    benchmark: title ?? id ?? benchmarkHref?.replace(/^.*[/\\]/, ''),
    benchmarkVersion: cisBenchmark?.version,
    contentVersion,
    cisBenchmark,
  });
}

/** The scanner by the facts that OpenSCAP states about itself, or else by the CPE name in `test-system`. */
function scannerOf({ scanner, scannerVersion, testSystem }: TestResult): ScanFacts {
  const { product, version } = (testSystem === undefined ? undefined : parseCpe(testSystem)) ?? {};
  return withoutUndefined({
    scanner: scanner ?? (product === undefined ? testSystem : (SCANNER_NAMES.get(product) ?? product)),
    scannerVersion: scannerVersion ?? version,
  });
}

/**
 * The operating system: the first one in the TestResult, which lists those that the target matched; otherwise the
 * benchmark's, if it is for only one.
 */
function platformOf({ platforms }: TestResult, benchmark: Benchmark | undefined): Platform | undefined {
  const [matched] = operatingSystems(platforms);
  if (matched !== undefined) return matched;
  const [only, ...others] = operatingSystems(benchmark?.platforms ?? []);
  const isSame = (other: Platform): boolean =>
    other.vendor === only?.vendor && other.product === only?.product && other.version === only?.version;
  return others.every(isSame) ? only : undefined;
}

function operatingSystems(cpeNames: readonly string[]): Platform[] {
  return cpeNames
    .map(parseCpe)
    .filter((cpe) => cpe?.part === 'o')
    .map((cpe) => withoutUndefined({ vendor: cpe?.vendor, product: cpe?.product, version: cpe?.version }));
}
