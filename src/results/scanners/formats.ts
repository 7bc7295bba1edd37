/**
 * The names of the formats that are read, in the order of the list of scanners. They are known before any scanner is
 * loaded: a step whose inputs are wrong ends without one.
 */
export const FORMATS: readonly string[] = [
  'messages',
  'xccdf',
  'nessus',
  'inspec',
  'goss',
  'kube-bench',
  'docker-bench',
  'trivy-compliance',
  'prowler-ocsf',
  'asff',
  'kubescape',
  'powerpipe',
  'rancher',
  'wazuh-sca',
];
