import { withoutUndefined } from '../../json.ts';
import type { CisBenchmark } from './scanner.ts';

/** The titles of CIS benchmarks that scanners name by a short word. */
export const CIS_TITLES = {
  kubernetes: 'CIS Kubernetes Benchmark',
  eks: 'CIS Amazon Elastic Kubernetes Service (EKS) Benchmark',
  gke: 'CIS Google Kubernetes Engine (GKE) Benchmark',
  aks: 'CIS Azure Kubernetes Service (AKS) Benchmark',
  ack: 'CIS Alibaba Cloud Container Service For Kubernetes (ACK) Benchmark',
  openshift: 'CIS Red Hat OpenShift Container Platform Benchmark',
  docker: 'CIS Docker Benchmark',
  aws: 'CIS Amazon Web Services Foundations Benchmark',
  azure: 'CIS Microsoft Azure Foundations Benchmark',
  gcp: 'CIS Google Cloud Platform Foundation Benchmark',
  m365: 'CIS Microsoft 365 Foundations Benchmark',
  github: 'CIS GitHub Benchmark',
  oraclecloud: 'CIS Oracle Cloud Infrastructure Foundations Benchmark',
  alibabacloud: 'CIS Alibaba Cloud Foundation Benchmark',
  googleworkspace: 'CIS Google Workspace Foundations Benchmark',
} as const;

/** A word by which scanners name a CIS benchmark. */
export type CisTitleKey = keyof typeof CIS_TITLES;

/** Whether a scanner's word names a CIS benchmark. */
export function isCisTitleKey(word: string): word is CisTitleKey {
  return Object.hasOwn(CIS_TITLES, word);
}

/** A benchmark by its title and version, in a form that can be compared with what other results state. */
export function cisBenchmarkOf(title: string, version?: string): CisBenchmark {
  const words = title
    .toLowerCase()
    .replaceAll(/\bcis\b|\bbenchmarks?\b/g, ' ')
    .replaceAll(/\s+/g, ' ');
  const product = words.trim();
  return withoutUndefined({ product: product === '' ? undefined : product, version });
}

/**
 * The CIS benchmark that the title of a benchmark or profile states (`CIS Docker Benchmark v1.6.0`); `undefined` if it
 * states none.
 */
export function benchmarkInTitle(title: string): CisBenchmark | undefined {
  const [, product, version] =
    /^CIS (.{2,80}?) Benchmark\b(?:[\s,-]+v?(\d+\.\d+(?:\.\d+)?)(?![\w.]))?/i.exec(title) ?? [];
  return product === undefined ? undefined : cisBenchmarkOf(product, version);
}
