import { textOf } from '../../../json.ts';
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

/** The words of a report that name its benchmark; of a title or an id the first one that is there. */
export interface Heading {
  readonly ids: readonly unknown[];
  readonly titles: readonly unknown[];
  readonly version: unknown;
}

/** What a report states of its benchmark. Only specs of CIS have a version of a CIS benchmark. */
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
  const contentVersion = wordOf(version);
  return {
    ...(name === undefined ? {} : { benchmark: name }),
    ...(contentVersion === undefined ? {} : { contentVersion }),
  };
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

/** Reports of a spec that the user has renamed still have its title. */
function cisSpecInTitle(title: string | undefined): CisSpec | undefined {
  const version = /^CIS Kubernetes Benchmarks? v(\d+(?:\.\d+)+)$/.exec(title ?? '')?.[1];
  return version === undefined ? undefined : { key: 'kubernetes', version };
}
