/**
 * The smallest document of each format in each of its shapes, with one rule that passes. A format without one is
 * not tested with random documents: `data-scanners.test.ts` fails then.
 */
export const EXAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  messages: [
    { messages: [{ ruleId: '1', status: 'PASSED', cisRuleDetails: '' }] },
    [{ ruleId: '1', status: 'PASSED', cisRuleDetails: '' }],
  ],
  inspec: [
    { profiles: [{ controls: [{ id: '1', results: [{ status: 'passed' }] }] }], version: '5' },
    { controls: [{ id: '1', profile_sha256: 'a', status: 'passed', code_desc: 'b' }], version: '5' },
  ],
  goss: [{ results: [{ title: '1', result: 0 }], summary: { 'test-count': 1 } }],
  'kube-bench': [
    { Controls: [{ node_type: 'node', tests: [{ results: [{ test_number: '1', status: 'PASS' }] }] }] },
    [{ node_type: 'node', tests: [{ results: [{ test_number: '1', status: 'PASS' }] }] }],
  ],
  'docker-bench': [{ dockerbenchsecurity: '1.6.0', tests: [{ results: [{ id: '1', result: 'PASS' }] }] }],
  'trivy-compliance': [
    {
      ID: 'a',
      Title: 'b',
      Results: [{ ID: '1', Results: [{ Misconfigurations: [{ Status: 'PASS' }] }] }],
    },
    { ID: 'a', Title: 'b', SummaryControls: [{ ID: '1', TotalFail: 0 }] },
    {
      kind: 'ClusterComplianceReport',
      status: { summaryReport: { controlCheck: [{ id: '1', totalFail: 0 }] } },
    },
    {
      kind: 'ClusterComplianceReport',
      spec: { compliance: { controls: [{ id: '1', checks: [{ id: 'KSV001' }] }] } },
      status: {
        detailReport: { results: [{ id: '1', name: 'a', checks: [{ checkID: '', success: true }] }] },
      },
    },
  ],
  'prowler-ocsf': [[{ metadata: { event_code: '1', product: { name: 'Prowler' } }, status_code: 'PASS' }]],
  asff: [[{ SchemaVersion: '2018-10-08', GeneratorId: '1', Compliance: { Status: 'PASSED' } }]],
  kubescape: [
    {
      summaryDetails: {
        controls: { 'C-1': { controlID: 'C-1', statusInfo: { status: 'passed' } } },
        frameworks: [],
      },
    },
    { summaryDetails: { controls: { 'C-1': { status: 'passed' } }, frameworks: [] } },
  ],
  powerpipe: [
    {
      group_id: 'a',
      groups: [{ group_id: 'b', controls: [{ control_id: '1', results: [{ status: 'ok' }] }] }],
    },
  ],
  rancher: [
    {
      kind: 'ClusterScanReport',
      spec: { reportJSON: '{"results":[{"id":"1","checks":[{"id":"1.1","state":"pass"}]}]}' },
    },
    { version: 'cis-1.8', notApplicable: 0, results: [{ id: '1', checks: [{ id: '1.1', state: 'pass' }] }] },
  ],
  'wazuh-sca': [{ data: { affected_items: [{ policy_id: 'a', id: 1, result: 'passed' }] } }],
};
