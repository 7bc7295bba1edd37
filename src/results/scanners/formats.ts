/**
 * The names of the supported formats, in the order of the list of scanners. Listed separately so that a step with
 * invalid inputs ends without loading any scanner.
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
