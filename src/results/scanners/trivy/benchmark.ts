import { textOf, withoutUndefined } from '../../../json.ts';
import { CIS_TITLES, cisBenchmarkOf, type CisTitleKey } from '../../reading/cis-benchmark.ts';
import type { ScanFacts } from '../../reading/scanner.ts';
import { shortText, wordOf } from '../../reading/short-text.ts';

/** The first word of the ids of Trivy's CIS specs: `k8s-cis-1.23` (trivy-checks, `pkg/compliance`). */
const SPECS: Readonly<Record<string, CisTitleKey>> = {
  k8s: 'kubernetes',
  docker: 'docker',
  aws: 'aws',
  eks: 'eks',
};

/** The members of a report that name its benchmark; the first title or id that is present counts. */
export interface Heading {
  readonly ids: readonly unknown[];
  readonly titles: readonly unknown[];
  readonly version: unknown;
}

/** The facts that a report states about its benchmark. Only CIS specs have the version of a CIS benchmark. */
export function benchmarkOf({ ids, titles, version }: Heading): ScanFacts {
  const title = titles.map((text) => shortText(text)).find((text) => text !== undefined);
  const cis = ids.map(cisSpecOf).find((spec) => spec !== undefined) ?? cisSpecInTitle(title);
  if (cis !== undefined) {
    const benchmark = CIS_TITLES[cis.key];
    return {
      benchmark,
      benchmarkVersion: cis.version,
      cisBenchmark: cisBenchmarkOf(benchmark, cis.version),
    };
  }
  const name = title ?? ids.map((id) => shortText(id)).find((id) => id !== undefined);
  return withoutUndefined({ benchmark: name, contentVersion: wordOf(version) });
}

interface CisSpec {
  readonly key: CisTitleKey;
  readonly version: string;
}

function cisSpecOf(id: unknown): CisSpec | undefined {
  const [, product = '', version] = /^(\w+)-cis-(\d+(?:\.\d+)+)$/.exec(textOf(id) ?? '') ?? [];
  const key = Object.hasOwn(SPECS, product) ? SPECS[product] : undefined;
  return key === undefined || version === undefined ? undefined : { key, version };
}

/** A spec that the user has renamed still has its title. */
function cisSpecInTitle(title: string | undefined): CisSpec | undefined {
  const version = /^CIS Kubernetes Benchmarks? v(\d+(?:\.\d+)+)$/.exec(title ?? '')?.[1];
  return version === undefined ? undefined : { key: 'kubernetes', version };
}
