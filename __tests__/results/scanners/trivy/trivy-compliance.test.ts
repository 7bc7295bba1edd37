import { describe, expect, test } from '@jest/globals';
import { trivyCompliance } from '../../../../src/results/scanners/trivy/trivy-compliance.ts';
import { faultsOf, rulesOf, verdictsOf, scanOf } from '../reading.ts';

const control = (changes: Record<string, unknown>) => ({
  ID: '1.2.1',
  Name: 'Ensure that anonymous requests are refused',
  Severity: 'HIGH',
  Results: null,
  ...changes,
});
const complete = (...Results: readonly unknown[]) => ({
  ID: 'k8s-cis-1.23',
  Title: 'CIS Kubernetes Benchmarks v1.23',
  Version: '1.0',
  RelatedResources: [],
  Results,
});
const checked = (...statuses: readonly unknown[]) => ({
  Target: 'Pod/kube-apiserver',
  Misconfigurations: statuses.map((Status) => ({
    AVDID: 'AVD-KCV-0001',
    Status,
    Message: 'Anonymous requests are served',
    Resolution: 'Refuse them.',
    CauseMetadata: { Code: 'secret' },
  })),
});

describe('trivy --compliance --report all', () => {
  const vulnerable = { Target: 'nginx', Vulnerabilities: [{ VulnerabilityID: 'CVE-2024-1' }] };
  const secret = { Target: 'app', Secrets: [{ RuleID: 'aws-key', Title: 'AWS key', Match: 'AKIA…' }] };
  const manual = { Name: 'Review the roles (Manual)' };
  test.each<[string, Record<string, unknown>, string]>([
    ['a failing check fails the control', { Results: [checked('PASS', 'FAIL')] }, 'FAILED 1 results'],
    ['a vulnerability fails the control', { Results: [vulnerable, checked('PASS')] }, 'FAILED 2 results'],
    ['a secret fails the control', { Results: [secret] }, 'FAILED 1 results'],
    ['passing checks pass the control', { Results: [checked('PASS'), checked('PASS')] }, 'PASSED 2 results'],
    [
      'an exempted failure was not evaluated',
      { Results: [checked('PASS', 'EXCEPTION')] },
      'NOT_EVALUATED 1 results',
    ],
    [
      'results take precedence over the default',
      { Results: [checked('PASS')], DefaultStatus: 'FAIL' },
      'PASSED 1 results',
    ],
    ['a default failure', { DefaultStatus: 'FAIL' }, 'FAILED FAIL'],
    ['a default pass', { DefaultStatus: 'PASS', ...manual }, 'PASSED PASS'],
    ['a default warning', { DefaultStatus: 'WARN' }, 'NOT_EVALUATED WARN'],
    ['a default that Trivy does not define', { DefaultStatus: 'MAYBE' }, 'UNKNOWN MAYBE'],
    ['a manual control', manual, 'NOT_EVALUATED 0 results'],
    ['a control without results', {}, 'PASSED 0 results'],
    ['a control without a name could be manual', { Name: undefined }, 'NOT_EVALUATED 0 results'],
    ['a control with an empty list of results', { Results: [] }, 'PASSED 0 results'],
    [
      'a check status that Trivy does not define',
      { Results: [checked('PASS', 'SKIP')] },
      'UNKNOWN 1 results',
    ],
  ])('%s', (_promise, changes, expected) => {
    expect(verdictsOf(trivyCompliance, complete(control(changes)))).toEqual([`1.2.1 ${expected}`]);
  });

  test('details have what failed, where, and what to do, but no evidence', () => {
    const scan = scanOf(trivyCompliance, complete(control({ Results: [checked('PASS', 'FAIL'), secret] })));
    expect(scan).toMatchObject({
      scanner: 'Trivy',
      benchmark: 'CIS Kubernetes Benchmark',
      benchmarkVersion: '1.23',
      cisBenchmark: { product: 'kubernetes', version: '1.23' },
    });
    expect(scan.ruleResults).toEqual([
      {
        ruleId: '1.2.1',
        status: 'FAILED',
        result: '2 results',
        title: 'Ensure that anonymous requests are refused',
        reason: 'Pod/kube-apiserver: Anonymous requests are served; app: AWS key',
        severity: 'HIGH',
        remediation: 'Refuse them.',
        at: { path: ['Results', 0] },
      },
    ]);
  });

  test.each<[string, object, string]>([
    ['a vulnerability by its id', vulnerable, 'nginx: CVE-2024-1'],
    [
      'a secret by its rule, if it has no title',
      { Target: 'app', Secrets: [{ RuleID: 'aws-key' }] },
      'app: aws-key',
    ],
    [
      'a check by its id, if it has no text',
      { Target: 'pod', Misconfigurations: [{ Status: 'FAIL', ID: 'KSV1' }] },
      'pod: KSV1',
    ],
    [
      'a check by the id of its description, if it has no text',
      { Target: 'pod', Misconfigurations: [{ Status: 'FAIL', AVDID: 'AVD-1', ID: 'KSV1' }] },
      'pod: AVD-1',
    ],
  ])('details name %s', (_what, result, reason) => {
    const [rule] = rulesOf(trivyCompliance, complete(control({ Results: [result] })));
    expect(rule?.reason).toBe(reason);
  });

  test('names a check status that Trivy does not define', () => {
    const [rule] = rulesOf(trivyCompliance, complete(control({ Results: [checked('SKIP')] })));
    expect(rule?.undefinedWord).toBe('SKIP');
  });

  test('every record without an id or a status is a fault at its place', () => {
    const faulty = complete(control({ ID: '' }), control({ Results: [checked('PASS', null)] }), 7);
    expect(faultsOf(trivyCompliance, faulty)).toEqual([
      'Results/2: Trivy control is not an object.',
      'Results/0: Trivy control has no "ID".',
      'Results/1/Results/0/Misconfigurations/1: Trivy misconfiguration has no "Status".',
    ]);
    expect(verdictsOf(trivyCompliance, faulty)).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['results', { Results: { a: 1 } }, 'Results: "Results" must be a list of Trivy results.'],
    [
      'vulnerabilities',
      { Results: [{ Vulnerabilities: { a: 1 } }] },
      'Results/0/Vulnerabilities: "Vulnerabilities" must be a list of Trivy findings.',
    ],
    [
      'secrets',
      { Results: [{ Secrets: 'none' }] },
      'Results/0/Secrets: "Secrets" must be a list of Trivy secrets.',
    ],
    [
      'misconfigurations',
      { Results: [checked('PASS'), { Misconfigurations: 0 }] },
      'Results/1/Misconfigurations: "Misconfigurations" must be a list of Trivy misconfigurations.',
    ],
    ['a result', { Results: [null, checked('PASS')] }, 'Results/0: Trivy result is not an object.'],
    [
      'a misconfiguration',
      { Results: [{ Misconfigurations: [7, { Status: 'PASS' }] }] },
      'Results/0/Misconfigurations/0: Trivy misconfiguration is not an object.',
    ],
    [
      'a vulnerability',
      { Results: [{ Vulnerabilities: [null] }] },
      'Results/0/Vulnerabilities/0: Trivy finding is not an object.',
    ],
    ['the default', { DefaultStatus: {} }, ': "DefaultStatus" of Trivy control must be a string.'],
    ['a default that is null', { DefaultStatus: null }, ': Trivy control has no "DefaultStatus".'],
    ['a missing list of results', { Results: undefined }, ': Trivy control has no "Results".'],
    [
      'a result without its list',
      { Results: [checked('PASS'), { Target: 'x' }] },
      'Results/1: Trivy result lists no findings: no "Misconfigurations", "Vulnerabilities" or "Secrets".',
    ],
    [
      'a result with an empty list',
      { Results: [{ Target: 'x', Misconfigurations: [], Secrets: null }] },
      'Results/0: Trivy result lists no findings: no "Misconfigurations", "Vulnerabilities" or "Secrets".',
    ],
  ])('a control has no result when %s cannot be read', (_what, changes, fault) => {
    const faulty = complete(control(changes), control({ ID: '2' }));
    expect(verdictsOf(trivyCompliance, faulty)).toEqual(['2 PASSED 0 results']);
    expect(faultsOf(trivyCompliance, faulty)).toEqual([
      `Results/0${fault.startsWith(':') ? '' : '/'}${fault}`,
    ]);
    expect(scanOf(trivyCompliance, faulty)).toMatchObject({
      unreadableRules: [{ ruleId: '1.2.1' }],
      faults: [{ ofRecord: true }],
    });
  });

  test('no result contains evidence: the content of a scanned file', () => {
    const marker = 'MARKER-4711';
    const code = { Lines: [{ Content: marker, Highlighted: marker }] };
    const misconfiguration = (Status: string) => ({
      Status,
      Message: `ConfigMap 'a' stores sensitive contents in key(s) or value(s) '{"${marker}", "${marker}"}'`,
      Query: marker,
      Traces: [marker],
      CauseMetadata: { Code: code },
    });
    const results = [
      { Target: 'a', Misconfigurations: ['PASS', 'FAIL', 'EXCEPTION', 'OTHER'].map(misconfiguration) },
      { Target: 'b', Secrets: [{ RuleID: 'aws', Title: 'AWS key', Match: marker, Code: code }] },
      { Target: 'c', Vulnerabilities: [{ VulnerabilityID: 'CVE-1', Description: marker }] },
    ];
    for (const result of [...results, results]) {
      const document = complete(control({ Results: [result].flat() }));
      expect(JSON.stringify(trivyCompliance.read(document))).not.toContain(marker);
    }
  });

  test.each<[string, string, string, object | undefined]>([
    ['k8s-cis-1.23', 'a', 'CIS Kubernetes Benchmark', { product: 'kubernetes', version: '1.23' }],
    ['docker-cis-1.6.0', 'a', 'CIS Docker Benchmark', { product: 'docker', version: '1.6.0' }],
    ['aws-cis-1.4', 'a', 'CIS Amazon Web Services Foundations Benchmark', { version: '1.4' }],
    ['eks-cis-1.4', 'a', 'CIS Amazon Elastic Kubernetes Service (EKS) Benchmark', { version: '1.4' }],
    ['mine', 'CIS Kubernetes Benchmarks v1.23', 'CIS Kubernetes Benchmark', { version: '1.23' }],
    ['k8s-nsa-1.0', 'NSA', 'NSA', undefined],
    ['k8s-nsa-1.0', '', 'k8s-nsa-1.0', undefined],
    ['rke2-cis-1.24', 'RKE2 CIS', 'RKE2 CIS', undefined],
  ])('%s, titled %j, is the benchmark %s', (ID, Title, benchmark, cisBenchmark) => {
    const scan = scanOf(trivyCompliance, { ...complete(control({})), ID, Title, Version: '9' });
    expect(scan.benchmark).toBe(benchmark);
    if (cisBenchmark === undefined) {
      expect([scan.cisBenchmark, scan.benchmarkVersion, scan.contentVersion]).toEqual([
        undefined,
        undefined,
        '9',
      ]);
    } else {
      expect(scan.cisBenchmark).toMatchObject(cisBenchmark);
      expect(scan.benchmarkVersion).toBe(scan.cisBenchmark?.version);
    }
  });

  test('a report that is both complete and a summary gives the worse verdict', () => {
    const both = (TotalFail: number, status: string) => ({
      ...complete(control({ Results: [checked(status)] })),
      SummaryControls: [{ ID: '1.2.1', Name: 'a', TotalFail }],
    });
    expect(verdictsOf(trivyCompliance, both(0, 'FAIL'))).toEqual(['1.2.1 FAILED 1 results/TotalFail=0']);
    expect(verdictsOf(trivyCompliance, both(2, 'PASS'))).toEqual(['1.2.1 FAILED 1 results/TotalFail=2']);
    expect(faultsOf(trivyCompliance, { ...complete(control({})), SummaryControls: {} })).toEqual([
      'SummaryControls: "SummaryControls" must be a list of Trivy controls.',
    ]);
  });

  test('a report without controls says so', () => {
    expect(scanOf(trivyCompliance, complete()).emptyBecause).toBe('the report has no controls');
  });
});

const summary = (...SummaryControls: readonly unknown[]) => ({ ID: 'nsa', Title: 'NSA', SummaryControls });

describe('trivy --compliance --report summary', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no number is a manual control', { Name: 'a (Manual)' }, 'NOT_EVALUATED TotalFail=None'],
    ['null is a manual control', { TotalFail: null }, 'NOT_EVALUATED TotalFail=None'],
    ['0 is a pass', { TotalFail: 0 }, 'PASSED TotalFail=0'],
    ['more is a failure', { TotalFail: 3 }, 'FAILED TotalFail=3'],
    ['a negative number is unknown', { TotalFail: -1 }, 'UNKNOWN TotalFail=-1'],
    ['a string is unknown', { TotalFail: '0' }, 'UNKNOWN TotalFail=0'],
    ['anything else is unknown', { TotalFail: [] }, 'UNKNOWN TotalFail=object'],
  ])('%s', (_promise, changes, expected) => {
    const document = summary({ ID: '1.0', Name: 'a', Severity: 'LOW', ...changes });
    expect(verdictsOf(trivyCompliance, document)).toEqual([`1.0 ${expected}`]);
  });

  test('details say how many results fail', () => {
    const [rule] = rulesOf(trivyCompliance, summary({ ID: '1.0', Name: 'a', Severity: 'LOW', TotalFail: 3 }));
    expect(rule).toMatchObject({ title: 'a', severity: 'LOW', reason: '3 failing results' });
  });

  test('a null number is a warning if the control is not manual', () => {
    const scan = scanOf(trivyCompliance, summary({ ID: '1.0', Name: 'a', TotalFail: null }));
    expect(scan.warnings).toMatchObject([{ at: { path: ['SummaryControls', 0, 'TotalFail'] } }]);
    const manual = scanOf(trivyCompliance, summary({ ID: '1.0', Name: 'a (Manual)', TotalFail: null }));
    expect(manual.warnings).toBeUndefined();
  });

  test('a missing number is a fault if the control is not manual', () => {
    const document = summary({ ID: '1.0', Name: 'a' }, { ID: '1.1', Name: 'b', TotalFail: 0 });
    expect(faultsOf(trivyCompliance, document)).toEqual([
      'SummaryControls/0: Trivy control has no "TotalFail", and its name does not say that it is manual.',
    ]);
    expect(verdictsOf(trivyCompliance, document)).toEqual(['1.1 PASSED TotalFail=0']);
  });

  test('a control without an id is a fault', () => {
    expect(faultsOf(trivyCompliance, summary({ TotalFail: 0 }))).toEqual([
      'SummaryControls/0: Trivy control has no "ID".',
    ]);
  });
});

describe('trivy-operator', () => {
  const status = {
    summary: { passCount: 2 },
    updateTimestamp: '2026-11-25T03:20:57Z',
    summaryReport: {
      id: 'cis',
      title: 'CIS Kubernetes Benchmarks v1.23',
      controlCheck: [
        { id: '1.1', name: 'a', totalFail: 0 },
        { id: '1.2', name: 'b (Manual)' },
      ],
    },
  };
  const report = {
    kind: 'ClusterComplianceReport',
    metadata: { name: 'mine', labels: { 'app.kubernetes.io/version': '0.20.0' } },
    spec: { compliance: { id: 'cis', title: 'CIS', version: '1.0' } },
    status,
  };
  const verdicts = ['1.1 PASSED totalFail=0', '1.2 NOT_EVALUATED totalFail=None'];
  const warningsOf = (document: unknown) =>
    trivyCompliance.read(document).flatMap(({ warnings = [] }) => warnings.map(({ sentence }) => sentence));

  test.each<[string, unknown, string]>([
    ['a report', report, 'status/summaryReport/controlCheck/0'],
    ['a list of reports', [report], '0/status/summaryReport/controlCheck/0'],
    [
      "kubectl's list",
      { kind: 'List', items: [{ kind: 'Pod' }, report] },
      'items/1/status/summaryReport/controlCheck/0',
    ],
    [
      'a typed list, whose items may omit the kind',
      { kind: 'ClusterComplianceReportList', items: [{ ...report, kind: undefined }] },
      'items/0/status/summaryReport/controlCheck/0',
    ],
    ['only the status', status, 'summaryReport/controlCheck/0'],
    ['a list of statuses only', [status], '0/summaryReport/controlCheck/0'],
    ['a list of lists', [{ kind: 'List', items: [report] }], '0/items/0/status/summaryReport/controlCheck/0'],
  ])('is read as %s', (_promise, document, place) => {
    expect(trivyCompliance.recognises(document)).toBe(true);
    expect(verdictsOf(trivyCompliance, document)).toEqual(verdicts);
    const at = trivyCompliance.read(document)[0]?.ruleResults[0]?.at;
    expect(at !== undefined && 'path' in at && at.path.join('/')).toBe(place);
  });

  test('states its version, the benchmark and when it was made', () => {
    expect(scanOf(trivyCompliance, report)).toMatchObject({
      scanner: 'Trivy Operator',
      scannerVersion: '0.20.0',
      benchmark: 'CIS Kubernetes Benchmark',
      benchmarkVersion: '1.23',
      cisBenchmark: { product: 'kubernetes', version: '1.23' },
      ended: Date.parse('2026-11-25T03:20:57Z'),
    });
  });

  test('a report for another standard states that standard’s version', () => {
    const nsa = {
      ...report,
      spec: { compliance: { id: 'k8s-nsa-1.0', title: 'NSA', version: '1.0' } },
      status: { summaryReport: { controlCheck: [{ id: '9', totalFail: 1 }] } },
    };
    const { benchmark, benchmarkVersion, contentVersion, cisBenchmark, ended } = scanOf(trivyCompliance, nsa);
    expect([benchmark, benchmarkVersion, contentVersion, cisBenchmark, ended]).toEqual([
      'NSA',
      undefined,
      '1.0',
      undefined,
      undefined,
    ]);
  });

  test('makes a separate scan from each of several reports', () => {
    const other = {
      ...report,
      status: { summaryReport: { title: 'NSA', controlCheck: [{ id: '9', totalFail: 1 }] } },
    };
    const scans = trivyCompliance.read([report, other]);
    expect(
      scans.map(({ benchmark, ruleResults }) => [benchmark, ruleResults.map(({ ruleId }) => ruleId)]),
    ).toEqual([
      ['CIS Kubernetes Benchmark', ['1.1', '1.2']],
      ['NSA', ['9']],
    ]);
  });

  test('a status next to a report is read too', () => {
    const alone = { summaryReport: { controlCheck: [{ id: '9', name: 'b', totalFail: 3 }] } };
    expect(verdictsOf(trivyCompliance, [report, alone])).toEqual([...verdicts, '9 FAILED totalFail=3']);
  });

  test('resources of other kinds are counted', () => {
    const items = [{ kind: 'Pod', status: {} }, report, { kind: 'Node' }];
    expect(trivyCompliance.read({ kind: 'List', items }).at(-1)?.excluded).toEqual([
      { what: 'Kubernetes resource of another kind', count: 2 },
    ]);
  });

  test.each<[string, unknown, string]>([
    [
      'something that is not a resource',
      [report, { hello: 'world' }],
      '1: This is neither a ClusterComplianceReport nor the status of one.',
    ],
    [
      'something that is not an object',
      { kind: 'List', items: [report, 7] },
      'items/1: ClusterComplianceReport is not an object.',
    ],
    ['a status that is not an object', { ...report, status: [] }, 'status: "status" must be an object.'],
    [
      'a summary that is not an object',
      { ...report, status: { summaryReport: [] } },
      'status/summaryReport: "summaryReport" must be an object.',
    ],
    [
      'controls that are not a list',
      { ...report, status: { summaryReport: { controlCheck: {} } } },
      'status/summaryReport/controlCheck: "controlCheck" must be a list of Trivy controls.',
    ],
  ])('%s is a fault', (_what, document, fault) => {
    expect(faultsOf(trivyCompliance, document)).toEqual([fault]);
  });

  test.each<[string, unknown, string]>([
    ['no status', undefined, ''],
    ['an empty status', {}, ''],
    ['a summary without controls', { summaryReport: { id: 'cis' } }, ''],
    ['a status of another shape', { summary: {}, report: {} }, ''],
  ])('a report with %s beside another one is a warning', (_what, other) => {
    expect(warningsOf([report, { ...report, status: other }])).toEqual([
      'ClusterComplianceReport "mine" has no controls in its status.',
    ]);
  });

  test('without a status yet says so', () => {
    expect(scanOf(trivyCompliance, { ...report, status: {} }).emptyBecause).toBe(
      'no ClusterComplianceReport has a status with controls',
    );
  });

  test.each<[string, Record<string, unknown>, boolean]>([
    ['agree', { failCount: 0, passCount: 2 }, false],
    ['are missing', {}, false],
    ['are not numbers', { failCount: '4' }, false],
    ['count more controls', { passCount: 3 }, true],
    ['count more failures', { failCount: 1, passCount: 1 }, true],
  ])('totals that %s: see table', (_what, summary, isWarned) => {
    const counted = warningsOf({ ...report, status: { ...status, summary } });
    expect(counted).toHaveLength(isWarned ? 1 : 0);
    for (const sentence of counted) expect(sentence).toContain('the report contains 2, 0 of them failing');
  });

  describe('in detail', () => {
    const unreported = { checkID: '', severity: '', success: true };
    const spec = {
      compliance: {
        controls: [
          { id: '5.1', checks: [{ id: 'AVD-KSV-0001' }] },
          { id: '5.2', checks: [{ id: 'AVD-KSV-0002' }] },
          { id: '5.3', checks: [{ id: 'AVD-KSV-0003' }], defaultStatus: 'FAIL' },
          { id: '5.4', name: 'b' },
          { id: '5.5', checks: [] },
        ],
      },
    };
    const detailed = (...results: readonly unknown[]) => ({
      ...report,
      spec,
      status: { detailReport: { results } },
    });
    const of = (changes: Record<string, unknown>) => ({
      id: '5.1',
      name: 'a',
      severity: 'HIGH',
      checks: [unreported],
      ...changes,
    });

    test.each<[string, Record<string, unknown>, string]>([
      [
        'a check that failed',
        { checks: [check(false), check(true)], status: 'PASS' },
        '5.1 FAILED success=false',
      ],
      ['no check that failed', {}, '5.1 PASSED success=true'],
      ['a check that passed', { checks: [check(true)] }, '5.1 PASSED success=true'],
      ['a default failure', { status: 'FAIL' }, '5.1 FAILED FAIL'],
      ['a default pass, for a manual control', { status: 'PASS', name: 'a (Manual)' }, '5.1 PASSED PASS'],
      ['a default warning', { status: 'WARN' }, '5.1 NOT_EVALUATED WARN'],
      ['a default that is not defined', { status: 'MAYBE' }, '5.1 UNKNOWN MAYBE'],
      ['a control whose name says that it is manual', { name: 'a (Manual)' }, '5.1 NOT_EVALUATED no check'],
      ['a control without a name', { name: undefined }, '5.1 NOT_EVALUATED no check'],
      ['a control without checks in the benchmark', { id: '5.4' }, '5.4 NOT_EVALUATED no check'],
      [
        'a control with an empty list of checks in the benchmark',
        { id: '5.5' },
        '5.5 NOT_EVALUATED no check',
      ],
      ['a control that the benchmark does not list', { id: '5.6' }, '5.6 NOT_EVALUATED no check'],
      ['a default that only the benchmark states', { id: '5.3' }, '5.3 FAILED FAIL'],
      [
        'a check without an outcome',
        { checks: [{ checkID: 'a' }, check(true)] },
        '5.1 UNKNOWN success=undefined',
      ],
      [
        'an outcome that is not a boolean',
        { checks: [{ checkID: 'a', success: 'yes' }] },
        '5.1 UNKNOWN success=yes',
      ],
    ])('reads %s', (_promise, changes, expected) => {
      expect(verdictsOf(trivyCompliance, detailed(of(changes)))).toEqual([expected]);
    });

    test.each<[string, Record<string, unknown>, string]>([
      [
        'an entry that is not an object',
        { checks: [null, check(true)] },
        '/checks/0: Trivy check is not an object.',
      ],
      ['not a list', { checks: { first: check(true) } }, '/checks: "checks" must be a list of Trivy checks.'],
      ['missing', { checks: undefined }, ': Trivy control has no "checks".'],
      ['an empty list', { checks: [] }, ': Trivy control has an empty list of "checks".'],
      ['a default of another type', { status: 7.5, checks: [unreported] }, ''],
    ])('has no better result for a control whose checks contain or are %s', (_what, changes, fault) => {
      const document = detailed(of(changes), of({ id: '5.2' }));
      if (fault === '') {
        expect(verdictsOf(trivyCompliance, document)[0]).toBe('5.1 UNKNOWN 7.5');
        return;
      }
      expect(verdictsOf(trivyCompliance, document)).toEqual(['5.2 PASSED success=true']);
      expect(faultsOf(trivyCompliance, document)).toEqual([`status/detailReport/results/0${fault}`]);
      expect(trivyCompliance.read(document)[0]?.unreadableRules).toEqual([{ ruleId: '5.1' }]);
    });

    test('without its report, it cannot distinguish a manual control from a passed one', () => {
      const alone = { detailReport: { results: [of({}), of({ id: '5.2', checks: [check(false)] })] } };
      expect(verdictsOf(trivyCompliance, alone)).toEqual([
        '5.1 NOT_EVALUATED no check',
        '5.2 FAILED success=false',
      ]);
    });

    test('warns once that only failures are listed', () => {
      const document = detailed(of({}));
      expect(warningsOf([document, document])).toEqual([expect.stringContaining('only failing checks')]);
      expect(warningsOf(report)).toEqual([]);
    });

    test('the totals count controls with a failing check', () => {
      const one = detailed(of({ checks: [check(false)] }), of({ id: '5.2', status: 'FAIL' }));
      const counting = (failCount: number) => ({
        ...one,
        status: { ...one.status, summary: { failCount, passCount: 1 } },
      });
      expect(warningsOf(counting(1))).toHaveLength(1);
      expect(warningsOf(counting(2))).toHaveLength(2);
    });

    test('says what failed, and where', () => {
      expect(rulesOf(trivyCompliance, detailed(of({ checks: [check(false)] })))[0]).toMatchObject({
        reason: 'kube-system/pod-a: is privileged',
        remediation: 'Do not.',
        at: { path: ['status', 'detailReport', 'results', 0] },
      });
    });

    test('no result contains evidence: what a check found in a resource', () => {
      const marker = 'MARKER-4711';
      const messages = [`ConfigMap 'a' stores sensitive contents in key(s) or value(s) '{"${marker}"}'`];
      const found = { ...check(false), messages, description: marker, causeMetadata: { code: marker } };
      expect(JSON.stringify(trivyCompliance.read(detailed(of({ checks: [found] }))))).not.toContain(marker);
    });

    test('if there is a summary too, both count', () => {
      const both = {
        ...report,
        status: { ...status, detailReport: { results: [of({ id: '1.1', checks: [check(false)] })] } },
      };
      expect(verdictsOf(trivyCompliance, both)[0]).toBe('1.1 FAILED success=false/totalFail=0');
    });
  });

  function check(success: boolean) {
    return {
      checkID: 'AVD-KSV-0017',
      target: 'kube-system/pod-a',
      messages: ['is privileged'],
      remediation: 'Do not.',
      success,
    };
  }
});

test.each([
  ['a complete report', complete(control({})), true],
  ['a complete report without controls', { ...complete(), Results: null }, true],
  ['a summary', summary(), true],
  ['an ordinary report', { SchemaVersion: 2, ArtifactName: 'a', Results: [{ Target: 'a' }] }, false],
  ['results for targets', { ID: 'a', Title: 'b', Results: [{ Target: 'a' }] }, false],
  ['Kubernetes resources of other kinds', { kind: 'List', items: [{ kind: 'Pod', status: {} }] }, false],
  ['an empty list', [], false],
])('Trivy recognises %s: see table', (_what, value, expected) => {
  expect(trivyCompliance.recognises(value)).toBe(expected);
});
