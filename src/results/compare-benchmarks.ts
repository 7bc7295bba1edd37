import type { CisBenchmark } from './reading/scanner.ts';

/**
 * Whether two CIS benchmarks differ: both state a product, or both state a version, and these differ. The version of
 * the content (SSG 0.1.80) does not count, and what is not known does not differ.
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

/** Products whose names scanners write in several ways. */
const ALIASES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bred ?hat enterprise linux\b/g, 'rhel'],
  [/\bsuse linux enterprise(?: server)?\b|\bsle\b/g, 'sles'],
  [/\bamazon linux\b|\bamzn?(?=\d|\b)/g, 'amazonlinux'],
  [/\bamazon web services\b/g, 'aws'],
  [/\boracle linux\b/g, 'oraclelinux'],
  [/\balma linux(?: os)?\b/g, 'almalinux'],
];

/** Words that some scanners add and others leave out, without meaning a different product. */
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

/** Words that mark a separate product, with its own benchmark, although its name contains another product's name. */
const DISTINCT: ReadonlySet<string> = new Set([
  'eks',
  'gke',
  'aks',
  'ack',
  'oke',
  'openshift',
  'foundations',
]);

/** Whether two products differ: neither name is a longer form of the other, or their release numbers differ. */
function productsDiffer(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [a, b] = [productWords(one), productWords(other)];
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

function productWords(product: string): {
  readonly words: Set<string>;
  readonly releases: readonly string[];
} {
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

/** `22` and `22.04` count as the same release: the first is only less precise. */
function isSameRelease(one: string, other: string): boolean {
  return one === other || other.startsWith(`${one}.`) || one.startsWith(`${other}.`);
}
