/** Documents of each format as its scanner writes them, with rules that failed, passed or were not evaluated. */
export const DOCUMENTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'kube-bench': {
    'with totals': {
      Controls: [
        kubeBenchGroup('master', ['4.1.1', 'FAIL'], ['4.1.2', 'PASS'], ['4.1.3', 'WARN']),
        kubeBenchGroup('node', ['4.1.1', 'PASS'], ['4.1.2', 'INFO'], ['4.2.1', 'FAIL']),
      ],
      Totals: { total_pass: 2, total_fail: 2, total_warn: 1, total_info: 1 },
    },
    'that states no totals': [
      withoutTotals(kubeBenchGroup('master', ['4.1.1', 'FAIL'], ['4.1.2', 'PASS'])),
      withoutTotals(kubeBenchGroup('node', ['4.1.1', 'PASS'], ['4.2.1', 'FAIL'])),
    ],
    'without totals of all': [
      kubeBenchGroup('master', ['4.1.1', 'FAIL'], ['4.1.2', 'PASS']),
      kubeBenchGroup('node', ['4.1.1', 'PASS'], ['4.2.1', 'FAIL']),
    ],
  },
  'docker-bench': {
    'that states no totals': {
      dockerbenchsecurity: '1.3.5',
      tests: [
        { id: '1', desc: 'a', results: [{ id: '1.1', desc: 'b', result: 'WARN' }] },
        { id: '2', desc: 'a', results: [{ id: '2.1', desc: 'b', result: 'PASS' }] },
        { id: '2.2', desc: 'b', result: 'WARN' },
      ],
    },
    'that states its totals': {
      dockerbenchsecurity: '1.6.0',
      start: 1795576857,
      tests: [
        {
          id: '1',
          desc: 'Host Configuration',
          results: [
            { id: '1.1.1', desc: 'a', result: 'WARN', details: 'b', items: ['c'], remediation: 'd' },
            { id: '1.1.2', desc: 'a', result: 'PASS' },
          ],
        },
        { id: '2', desc: 'Docker daemon', results: [{ id: '2.1', desc: 'a', result: 'NOTE' }] },
        { id: '2.2', desc: 'a', result: 'WARN' },
      ],
      checks: 4,
      score: -1,
      end: 1795576858,
    },
  },
  'trivy-compliance': {
    'in all': {
      ID: 'k8s-cis-1.23',
      Title: 'CIS Kubernetes Benchmarks v1.23',
      Description: 'a',
      Version: '1.23',
      RelatedResources: ['https://example.com'],
      Results: [
        {
          ID: '1.1',
          Name: 'a',
          Severity: 'HIGH',
          Results: [
            {
              Target: 'b',
              Misconfigurations: [{ ID: 'KSV001', Status: 'FAIL', Message: 'c', Resolution: 'd' }],
            },
            { Target: 'e', Misconfigurations: [{ ID: 'KSV001', Status: 'PASS' }] },
          ],
        },
        {
          ID: '1.2',
          Name: 'a',
          Severity: 'LOW',
          Results: [{ Target: 'f', Vulnerabilities: [{ VulnerabilityID: 'CVE-1' }] }],
        },
        {
          ID: '1.3',
          Name: 'a',
          Severity: 'LOW',
          Results: [{ Target: 'f', Secrets: [{ RuleID: 'key', Title: 'g' }] }],
        },
        { ID: '1.4', Name: 'a (Manual)', Severity: 'LOW', Results: null },
        { ID: '1.5', Name: 'a', Severity: 'LOW', DefaultStatus: 'FAIL', Results: null },
      ],
    },
    'in summary': {
      ID: 'k8s-cis-1.23',
      Title: 'CIS Kubernetes Benchmarks v1.23',
      SummaryControls: [
        { ID: '1.1', Name: 'a', Severity: 'HIGH', TotalFail: 3 },
        { ID: '1.2', Name: 'a', Severity: 'LOW', TotalFail: 0 },
        { ID: '1.3', Name: 'a (Manual)', Severity: 'LOW' },
      ],
    },
    'of the operator, in summary': {
      kind: 'List',
      items: [
        operatorReport('k8s-cis-1.23', {
          summary: { failCount: 1, passCount: 2 },
          summaryReport: {
            id: 'k8s-cis-1.23',
            controlCheck: [
              { id: '1.1', name: 'a', severity: 'HIGH', totalFail: 3 },
              { id: '1.2', name: 'a', severity: 'LOW', totalFail: 0 },
              { id: '1.3', name: 'a (Manual)', severity: 'LOW' },
            ],
          },
        }),
        operatorReport('k8s-nsa-1.0', {
          summary: { failCount: 1 },
          summaryReport: {
            id: 'k8s-nsa-1.0',
            controlCheck: [{ id: '2.0', name: 'a', severity: 'LOW', totalFail: 1 }],
          },
        }),
      ],
    },
    'of the operator, in detail': operatorReport('k8s-cis-1.23', {
      summary: { failCount: 1, passCount: 3 },
      detailReport: {
        id: 'k8s-cis-1.23',
        results: [
          {
            id: '1.1',
            name: 'a',
            severity: 'HIGH',
            checks: [{ checkID: 'KSV001', target: 'b', messages: ['c'], severity: 'HIGH', success: false }],
          },
          { id: '1.2', name: 'a', severity: 'LOW', checks: [{ checkID: '', severity: '', success: true }] },
          { id: '1.3', name: 'a', severity: 'LOW', checks: [{ checkID: '', severity: '', success: true }] },
          {
            id: '1.4',
            name: 'a',
            severity: 'LOW',
            status: 'FAIL',
            checks: [{ checkID: '', severity: '', success: true }],
          },
        ],
      },
    }),
  },
  'prowler-ocsf': {
    'of several versions of the benchmark': [
      prowlerFinding('s3_bucket_public', 'FAIL', { 'CIS-2.0': ['2.1.4'], 'CIS-3.0': ['2.1.5'] }),
      prowlerFinding('s3_bucket_public', 'PASS', { 'CIS-2.0': ['2.1.4'], 'CIS-3.0': ['2.1.5'] }),
      prowlerFinding('iam_root_mfa', 'MANUAL', {}),
    ],
    'of one version': [
      prowlerFinding('s3_bucket_public', 'FAIL', { 'CIS-3.0': ['2.1.5'] }),
      prowlerFinding('s3_bucket_public', 'PASS', { 'CIS-3.0': ['2.1.5'] }),
      prowlerFinding('iam_root_mfa', 'PASS', {}),
    ],
  },
  asff: {
    'a page': {
      Findings: [
        asffFinding('S3.8', 'FAILED'),
        asffFinding('S3.8', 'PASSED'),
        asffFinding('IAM.4', 'NOT_AVAILABLE'),
        { ...asffFinding('S3.9', 'FAILED'), RecordState: 'ARCHIVED' },
        { SchemaVersion: '2018-10-08', GeneratorId: 'arn:aws:guardduty:detector/1', Title: 'a' },
      ],
    },
    events: [
      {
        'detail-type': 'Security Hub Findings - Imported',
        detail: { findings: [asffFinding('S3.8', 'FAILED')] },
      },
      { Findings: [asffFinding('S3.8', 'PASSED')] },
      asffFinding('IAM.4', 'PASSED'),
    ],
  },
};

function kubeBenchGroup(node_type: string, ...tests: readonly (readonly [string, string])[]) {
  const ending = (state: string): number => tests.filter(([, status]) => status === state).length;
  return {
    id: '4',
    version: 'cis-1.24',
    detected_version: '1.24',
    text: 'Worker Node',
    node_type,
    tests: [
      {
        section: '4.1',
        desc: 'a',
        results: tests.map(([test_number, status]) => ({
          test_number,
          test_desc: 'a',
          audit: 'b',
          type: '',
          remediation: 'c',
          status,
          actual_value: 'd',
          scored: true,
          expected_result: 'e',
          reason: 'f',
        })),
      },
    ],
    total_pass: ending('PASS'),
    total_fail: ending('FAIL'),
    total_warn: ending('WARN'),
    total_info: ending('INFO'),
  };
}

function withoutTotals(group: object) {
  return Object.fromEntries(Object.entries(group).filter(([name]) => !name.startsWith('total_')));
}

function operatorReport(id: string, status: object) {
  return {
    apiVersion: 'aquasecurity.github.io/v1alpha1',
    kind: 'ClusterComplianceReport',
    metadata: { name: id, labels: { 'app.kubernetes.io/version': '0.32.0' } },
    spec: {
      reportType: 'summary',
      compliance: {
        id,
        title: id,
        version: '1.0',
        controls: [
          { id: '1.1', name: 'a', severity: 'HIGH', checks: [{ id: 'KSV001' }] },
          { id: '1.2', name: 'a', severity: 'LOW', checks: [{ id: 'KSV002' }] },
          { id: '1.3', name: 'a', severity: 'LOW' },
          { id: '1.4', name: 'a', severity: 'LOW', checks: [{ id: 'KSV004' }], defaultStatus: 'FAIL' },
        ],
      },
    },
    status: { ...status, updateTimestamp: '2026-11-25T03:20:57Z' },
  };
}

function prowlerFinding(event_code: string, status_code: string, compliance: object) {
  return {
    message: 'a',
    metadata: { event_code, product: { name: 'Prowler', version: '5.13.0' }, tenant_uid: '' },
    severity: 'High',
    status: 'New',
    status_code,
    status_detail: 'a',
    unmapped: { compliance, provider: 'aws', provider_uid: '111122223333' },
    finding_info: { title: 'b', created_time: 1739539640 },
    resources: [{ uid: 'arn:c', group: { name: 's3' }, data: { metadata: {} } }],
    remediation: { desc: 'd', references: [] },
    time: 1739539640,
    cloud: { account: { uid: '111122223333' }, org: { uid: 'o-1' }, provider: 'aws', region: 'eu-west-1' },
  };
}

function asffFinding(control: string, Status: string) {
  return {
    SchemaVersion: '2018-10-08',
    ProductName: 'Security Hub',
    GeneratorId: `security-control/${control}`,
    AwsAccountId: '111122223333',
    Severity: { Label: 'HIGH' },
    Title: 'a',
    Description: 'b',
    Remediation: { Recommendation: { Text: 'c', Url: 'https://example.com' } },
    ProductFields: {},
    Resources: [{ Id: 'arn:d' }],
    Compliance: {
      Status,
      SecurityControlId: control,
      RelatedRequirements: ['CIS AWS Foundations Benchmark v3.0.0/2.1.4'],
      StatusReasons: [{ ReasonCode: 'e', Description: 'f' }],
    },
    RecordState: 'ACTIVE',
    Workflow: { Status: 'NEW' },
  };
}
