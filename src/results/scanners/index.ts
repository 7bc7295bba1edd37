import type { DataScanner, Scanner } from '../reading/scanner.ts';
import { asff } from './asff/asff.ts';
import { dockerBench } from './docker-bench.ts';
import { goss } from './goss/goss.ts';
import { inspec } from './inspec/inspec.ts';
import { kubeBench } from './kube-bench/kube-bench.ts';
import { kubescape } from './kubescape.ts';
import { messages } from './messages.ts';
import { powerpipe } from './powerpipe.ts';
import { prowlerOcsf } from './prowler-ocsf/prowler-ocsf.ts';
import { rancher } from './rancher.ts';
import { trivyCompliance } from './trivy/trivy-compliance.ts';
import { wazuhSca } from './wazuh-sca.ts';
import { XML_SCANNERS } from './xml.ts';

export { UNSUPPORTED } from './unsupported.ts';

/** The scanners whose formats are JSON. */
export const DATA_SCANNERS: readonly DataScanner[] = [
  inspec,
  goss,
  kubeBench,
  dockerBench,
  trivyCompliance,
  prowlerOcsf,
  asff,
  kubescape,
  powerpipe,
  rancher,
  wazuhSca,
];

/** Every supported format, the action's own first. */
export const SCANNERS: readonly Scanner[] = [messages, ...XML_SCANNERS, ...DATA_SCANNERS];
