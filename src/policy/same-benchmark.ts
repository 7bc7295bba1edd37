import { withoutUndefined } from '../json.ts';
import { cisBenchmarksDiffer } from '../results/compare-benchmarks.ts';
import { cisBenchmarkOf } from '../results/reading/cis-benchmark.ts';
import type { CisBenchmark } from '../results/reading/scanner.ts';

/** How a benchmark in the user's files compares to the one in the results. */
export type Likeness = 'same' | 'another version' | 'another benchmark';

/**
 * Compares two benchmarks as people write them, with their versions (`CIS Ubuntu Linux 22.04 LTS Benchmark 2.0.0`).
 * This is stricter than the comparison between results, since a gate may pass because of it: a version in only one of
 * the two makes them different versions. The version of the content (`(content 0.1.80)`) is ignored.
 */
export function likenessOf(one: string | undefined, other: string | undefined): Likeness {
  if (foldedLabel(one) === foldedLabel(other)) return 'same';
  if (one === undefined || other === undefined) return 'another benchmark';
  const [a, b] = [comparable(one), comparable(other)];
  const haveProducts = a.product !== undefined && b.product !== undefined;
  if (!haveProducts || cisBenchmarksDiffer(withoutVersion(a), withoutVersion(b))) return 'another benchmark';
  const sameVersion = (a.version === undefined) === (b.version === undefined) && !cisBenchmarksDiffer(a, b);
  return sameVersion ? 'same' : 'another version';
}

function comparable(label: string): CisBenchmark {
  const name = withoutContent(label);
  const [, title = name, version] = /^(.*\S)\s+v?(\d+(?:\.\d+)+)$/i.exec(name) ?? [];
  return cisBenchmarkOf(title, version);
}

function withoutVersion({ product }: CisBenchmark): CisBenchmark {
  return withoutUndefined({ product });
}

function withoutContent(label: string): string {
  return label.replace(/\(content [^)]*\)\s*$/, '').trim();
}

function foldedLabel(label: string | undefined): string {
  return withoutContent(label ?? '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ');
}
