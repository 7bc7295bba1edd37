import { failing, type Fault } from '../failure.ts';
import { describePlace, type Place } from '../place.ts';
import { allOf, count, quote } from '../text.ts';
import { cisBenchmarksDiffer } from './compare-benchmarks.ts';
import { isRecommendation, namesOf, type Naming } from './naming.ts';
import { benchmarkTitle, scannerName, type PlacedScan } from './placed.ts';
import type { CisBenchmark } from './reading/scanner.ts';

/** The most benchmarks in one set of results: far more than any scan has, yet few enough to compare in pairs. */
const MOST_BENCHMARKS = 100;
/** The most numbers or benchmarks that a sentence lists. */
const MOST_NAMED = 5;

/** What to report about the benchmarks in a set of results. */
export interface BenchmarkFindings {
  /** Different CIS benchmarks share a number, which means a different rule in each, so nothing can be sent. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  readonly notices: readonly Fault[];
}

/** The scans of one benchmark, as stated by one scanner. */
interface Stated {
  readonly scanner: string;
  /** The benchmark and its version; empty if the results do not state one. */
  readonly label: string;
  readonly comparable: CisBenchmark;
  /** The numbers under which its rules are sent. */
  readonly numbers: Set<string>;
  readonly place: Place;
}

/**
 * One benchmark: different benchmarks in one set are a warning. If different CIS benchmarks share a number, that is a
 * fault, because the number means a different rule in each. A version that is not stated cannot be compared; a notice
 * says so.
 * @throws ActionFailure `InvalidMessages` when there are more benchmarks than can be compared.
 */
export function benchmarkFindings(scans: readonly PlacedScan[], naming: Naming): BenchmarkFindings {
  const stated = statedBenchmarks(scans, naming);
  if (stated.length > MOST_BENCHMARKS) {
    const most = `at most ${MOST_BENCHMARKS} can be compared`;
    throw failing(
      'InvalidMessages',
      `The results are for ${count(stated.length, 'different benchmark')}; ${most}.`,
      { remedy: 'Send the results of each benchmark to its own session.' },
    );
  }
  const pairs = stated.flatMap((one, index) => stated.slice(0, index).map((other) => [other, one] as const));
  const different = pairs.filter(([one, other]) => areDifferent(one, other));
  return {
    faults: different.flatMap((pair) => sharedNumbers(pair, naming)),
    warnings: severalBenchmarks(different),
    notices: notCompared(pairs.filter((pair) => !different.includes(pair))),
  };
}

function statedBenchmarks(scans: readonly PlacedScan[], naming: Naming): readonly Stated[] {
  const stated = new Map<string, Stated>();
  for (const placed of scans) {
    const { scan, source } = placed;
    const [first] = scan.ruleResults;
    if (first === undefined) continue;
    const label = benchmarkTitle(scan) ?? '';
    const scanner = scannerName(placed);
    const { cisBenchmark = {} } = scan;
    const key = JSON.stringify([scanner, label, cisBenchmark.product, cisBenchmark.version]);
    const known = stated.get(key) ?? {
      scanner,
      label,
      comparable: cisBenchmark,
      numbers: new Set<string>(),
      place: { source, at: first.at },
    };
    stated.set(key, known);
    for (const name of scan.ruleResults.flatMap((rule) => namesOf(rule, naming))) {
      if (isRecommendation(name)) known.numbers.add(name);
    }
  }
  return [...stated.values()];
}

/** Whether two benchmarks differ: as CIS benchmarks, or because one scanner names them differently. */
function areDifferent(one: Stated, other: Stated): boolean {
  const { comparable: a } = one;
  const { comparable: b } = other;
  if (cisBenchmarksDiffer(a, b)) return true;
  const bothCompared = a.product !== undefined && b.product !== undefined;
  const named = one.label !== '' && other.label !== '';
  return one.scanner === other.scanner && named && one.label !== other.label && !bothCompared;
}

function severalBenchmarks(different: readonly (readonly [Stated, Stated])[]): Fault[] {
  if (different.length === 0) return [];
  const labels = [...new Set(different.flat().map(describeBenchmark))];
  const more = labels.length > MOST_NAMED ? [`${labels.length - MOST_NAMED} more`] : [];
  return [
    {
      sentence: `The results are for different benchmarks: ${allOf([...labels.slice(0, MOST_NAMED), ...more])}.`,
    },
  ];
}

function sharedNumbers([one, other]: readonly [Stated, Stated], naming: Naming): Fault[] {
  if (!cisBenchmarksDiffer(one.comparable, other.comparable)) return [];
  const shared = [...other.numbers].filter((number) => one.numbers.has(number));
  if (shared.length === 0) return [];
  const named = shared.slice(0, MOST_NAMED);
  const more = shared.length > named.length ? [`${shared.length - named.length} more`] : [];
  const orOwnIds = naming === 'cis' ? ', or set `rule-id: scanner` if the scanners have their own ids' : '';
  return [
    {
      sentence:
        `${describeBenchmark(other)} here and ${describeBenchmark(one)} at ${describePlace(one.place)} share ` +
        `${count(shared.length, 'number')} (${allOf([...named, ...more])}), and the same number means a different rule in each ` +
        `benchmark. Scan with one benchmark, or send the results of each to its own session${orOwnIds}.`,
      place: other.place,
    },
  ];
}

/** Numbers move between versions of a benchmark, so results that share a number should all state the version. */
function notCompared(pairs: readonly (readonly [Stated, Stated])[]): Fault[] {
  const sharing = pairs.filter(
    ([one, other]) =>
      (one.comparable.version === undefined || other.comparable.version === undefined) &&
      [...other.numbers].some((number) => one.numbers.has(number)),
  );
  if (sharing.length === 0) return [];
  const who = [
    ...new Set(
      sharing.flat().map(({ scanner, label }) => (label === '' ? scanner : `${scanner} (${label})`)),
    ),
  ];
  return [
    {
      sentence:
        `Results of ${allOf(who.slice(0, MOST_NAMED))} share recommendations, but not all of them state the version of ` +
        'their CIS benchmark, so the versions could not be compared.',
    },
  ];
}

function describeBenchmark({ label, scanner }: Stated): string {
  return label === '' ? `an unnamed benchmark of ${scanner}` : quote(label);
}
