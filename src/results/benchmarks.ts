import { failing, type Fault } from '../failure.ts';
import { describePlace, type Place } from '../place.ts';
import { allOf, count, quote } from '../text.ts';
import { isNumber, namesOf, type Naming } from './naming.ts';
import { benchmarkOf, scannerOf, type PlacedScan } from './placed.ts';
import type { CisBenchmark } from './reading/scanner.ts';

/** Benchmarks of one set of results: far more than any scan has, and few enough to compare each with each. */
const MOST_BENCHMARKS = 100;
/** Numbers and benchmarks that a sentence names. */
const MOST_NAMED = 5;

/** What is to be said of the benchmarks of a set of results. */
export interface BenchmarkFindings {
  /** Different CIS benchmarks share a number, which means another rule in each: nothing can be sent. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  readonly notices: readonly Fault[];
}

/** The scans of one benchmark, as one scanner states it. */
interface Stated {
  readonly scanner: string;
  /** The benchmark with its version; empty where the results do not say. */
  readonly label: string;
  readonly comparable: CisBenchmark;
  /** The numbers under which its rules are sent. */
  readonly numbers: Set<string>;
  readonly place: Place;
}

/**
 * Promise 4: different benchmarks in one set are a warning, and where different CIS benchmarks share a number, a fault:
 * a number means another rule in another benchmark. What is not stated does not differ, which a notice says.
 * @throws ActionFailure `InvalidMessages` when there are more benchmarks than can be compared.
 */
export function benchmarkFindings(scans: readonly PlacedScan[], naming: Naming): BenchmarkFindings {
  const stated = statedBenchmarks(scans, naming);
  if (stated.length > MOST_BENCHMARKS) {
    const most = `at most ${MOST_BENCHMARKS} can be compared`;
    throw failing(
      'InvalidMessages',
      `The results are of ${count(stated.length, 'different benchmark')}; ${most}.`,
      { remedy: 'Give the results of each benchmark to a session of its own.' },
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
    const label = benchmarkOf(scan) ?? '';
    const scanner = scannerOf(placed);
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
      if (isNumber(name)) known.numbers.add(name);
    }
  }
  return [...stated.values()];
}

/** CIS benchmarks that differ; or whatever else one scanner names differently. */
function areDifferent(one: Stated, other: Stated): boolean {
  const { comparable: a } = one;
  const { comparable: b } = other;
  if (cisBenchmarksDiffer(a, b)) return true;
  const bothCompared = a.product !== undefined && b.product !== undefined;
  const named = one.label !== '' && other.label !== '';
  return one.scanner === other.scanner && named && one.label !== other.label && !bothCompared;
}

/**
 * Whether two CIS benchmarks differ: both state a product, or both a version, and these differ. A version of content
 * (SSG 0.1.80) is none, and what is not known does not differ.
 */
export function cisBenchmarksDiffer(one: CisBenchmark, other: CisBenchmark): boolean {
  return productsDiffer(one.product, other.product) || versionsDiffer(one.version, other.version);
}

function versionsDiffer(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [one, other].map(
    (version) => /^v?(\d+(?:\.\d+)*?)(?:\.0)*$/.exec(version?.trim() ?? '')?.[1],
  );
  return a !== undefined && b !== undefined && a !== b;
}

/** Products that scanners write in several ways. */
const ALIASES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bred ?hat enterprise linux\b/g, 'rhel'],
  [/\bsuse linux enterprise(?: server)?\b|\bsle\b/g, 'sles'],
  [/\bamazon linux\b|\bamzn?(?=\d|\b)/g, 'amazonlinux'],
  [/\bamazon web services\b/g, 'aws'],
  [/\boracle linux\b/g, 'oraclelinux'],
  [/\balma linux(?: os)?\b/g, 'almalinux'],
];

/** Words that some scanners write and others do not, without another product being meant. */
const NOISE: ReadonlySet<string> = new Set([
  'cis',
  'benchmark',
  'linux',
  'gnu',
  'lts',
  'os',
  'server',
  'microsoft',
  'standalone',
  'stand',
  'alone',
  'v',
]);

/** Products with a benchmark of their own whose names hold the name of another product. */
const DISTINCT: ReadonlySet<string> = new Set([
  'eks',
  'gke',
  'aks',
  'ack',
  'oke',
  'openshift',
  'foundations',
]);

/** Whether two products differ: neither is the other one said in more words, or their release numbers differ. */
function productsDiffer(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const onlyOne = [...a.words].filter((word) => !b.words.has(word));
  const onlyOther = [...b.words].filter((word) => !a.words.has(word));
  const isOtherProduct =
    (onlyOne.length > 0 && onlyOther.length > 0) ||
    [...onlyOne, ...onlyOther].some((word) => DISTINCT.has(word));
  if (isOtherProduct) return a.words.size > 0 && b.words.size > 0;
  return (
    a.releases.length > 0 &&
    b.releases.length > 0 &&
    !a.releases.some((release) => b.releases.some((another) => isSameRelease(release, another)))
  );
}

function wordsOf(product: string): { readonly words: Set<string>; readonly releases: readonly string[] } {
  const plain = ALIASES.reduce(
    (text, [pattern, name]) => text.replaceAll(pattern, name),
    product.toLowerCase(),
  );
  const words = (plain.match(/\p{L}+/gu) ?? []).filter((word) => !NOISE.has(word));
  // Ansible-Lockdown writes UBUNTU2204 for 22.04.
  const releases = (plain.match(/\d+(?:\.\d+)*/g) ?? []).map((text) =>
    text.replace(/^(\d\d)(\d\d)$/, '$1.$2'),
  );
  return { words: new Set(words), releases };
}

/** `22` and `22.04` are one release as far as the first says. */
function isSameRelease(one: string, other: string): boolean {
  return one === other || other.startsWith(`${one}.`) || one.startsWith(`${other}.`);
}

function severalBenchmarks(different: readonly (readonly [Stated, Stated])[]): Fault[] {
  if (different.length === 0) return [];
  const labels = [...new Set(different.flat().map(nameOf))];
  const more = labels.length > MOST_NAMED ? [`${labels.length - MOST_NAMED} more`] : [];
  return [
    {
      sentence: `The results are of different benchmarks: ${allOf([...labels.slice(0, MOST_NAMED), ...more])}.`,
    },
  ];
}

function sharedNumbers([one, other]: readonly [Stated, Stated], naming: Naming): Fault[] {
  if (!cisBenchmarksDiffer(one.comparable, other.comparable)) return [];
  const shared = [...other.numbers].filter((number) => one.numbers.has(number));
  if (shared.length === 0) return [];
  const named = shared.slice(0, MOST_NAMED);
  const more = shared.length > named.length ? [`${shared.length - named.length} more`] : [];
  const orOwnIds =
    naming === 'cis' ? ', or set `rule-id: scanner` where the scanners have ids of their own' : '';
  return [
    {
      sentence:
        `${nameOf(other)} here and ${nameOf(one)} at ${describePlace(one.place)} share ` +
        `${count(shared.length, 'number')} (${allOf([...named, ...more])}), and a number means another rule in each ` +
        `benchmark. Scan with one benchmark, or give the results of each to a session of its own${orOwnIds}.`,
      place: other.place,
    },
  ];
}

/** Numbers move between versions of a benchmark: results that share one should state both versions. */
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
        `Results of ${allOf(who.slice(0, MOST_NAMED))} share recommendations, and not all of them state the version of ` +
        'their CIS benchmark: the versions could not be compared.',
    },
  ];
}

function nameOf({ label, scanner }: Stated): string {
  return label === '' ? `an unnamed benchmark of ${scanner}` : quote(label);
}
