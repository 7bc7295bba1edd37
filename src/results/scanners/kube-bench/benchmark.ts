import { memberOf } from '../../../json.ts';
import { CIS_TITLES, cisBenchmarkOf, isCisTitleKey } from '../../reading/cis-benchmark.ts';
import type { Entry } from '../../reading/record-reader.ts';
import type { Platform, ScanFacts } from '../../reading/scanner.ts';
import { wordOf } from '../../reading/short-text.ts';

/** The benchmark by `version`, which names kube-bench's configuration: only some are versions of a CIS benchmark. */
export function benchmarkOf(version: string | undefined): ScanFacts {
  const scanner = 'kube-bench';
  if (version === undefined) return { scanner, benchmark: CIS_TITLES.kubernetes };
  const [, product = '', number = ''] = /^(?:([a-z]+)-)?(\d+(?:\.\d+)+)$/.exec(version) ?? [];
  // `rh-0.7` follows Red Hat's own guide; the CIS benchmark begins with 1.0.
  const key = product === '' || product === 'cis' ? 'kubernetes' : product === 'rh' ? 'openshift' : product;
  if (number !== '' && isCisTitleKey(key) && version !== 'rh-0.7') {
    const benchmark = CIS_TITLES[key];
    return { scanner, benchmark, benchmarkVersion: number, cisBenchmark: cisBenchmarkOf(benchmark, number) };
  }
  // Other vendors' guides that follow the benchmark: `rke2-cis-1.24`, `cis-1.24-microk8s`.
  if (!/\bcis-\d/.test(version)) return { scanner, benchmark: version };
  const benchmark = CIS_TITLES.kubernetes;
  return { scanner, benchmark, contentVersion: version, cisBenchmark: cisBenchmarkOf(benchmark) };
}

/** The Kubernetes version if all groups state the same one; `none` and names of platforms do not count. */
export function platformOf(groups: readonly Entry[]): Platform | undefined {
  const versions = new Set(groups.map(({ value }) => wordOf(memberOf(value, 'detected_version'))));
  const [version] = versions;
  if (versions.size !== 1 || version === undefined || !/^v?\d+\.\d[\w.+-]*$/.test(version)) return undefined;
  return { product: 'Kubernetes', version };
}
