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
    ['a result without findings passes the control', { Results: [{ Target: 'x' }] }, 'PASSED 1 results'],
    [
      'an exempted failure was not evaluated',
      { Results: [checked('PASS', 'EXCEPTION')] },
      'NOT_EVALUATED 1 results',
    ],
    [
      'results come before the default',
      { Results: [checked('PASS')], DefaultStatus: 'FAIL' },
      'PASSED 1 results',
    ],
    ['a default failure', { DefaultStatus: 'FAIL' }, 'FAILED FAIL'],
    ['a default pass', { DefaultStatus: 'PASS', ...manual }, 'PASSED PASS'],
    ['a default warning', { DefaultStatus: 'WARN' }, 'NOT_EVALUATED WARN'],
    ['a default that Trivy does not define', { DefaultStatus: 'MAYBE' }, 'UNKNOWN MAYBE'],
    ['a manual control', manual, 'NOT_EVALUATED 0 results'],
    ['a control without results', {}, 'PASSED 0 results'],
    ['a control with an empty list of results', { Results: [] }, 'PASSED 0 results'],
    [
      'a check status that Trivy does not define',
      { Results: [checked('PASS', 'SKIP')] },
      'UNKNOWN 1 results',
    ],
  ])('%s', (_promise, changes, expected) => {
    expect(verdictsOf(trivyCompliance, complete(control(changes)))).toEqual([`1.2.1 ${expected}`]);
  });

  test('details tell what failed where and what to do, and no evidence', () => {
    const scan = scanOf(trivyCompliance, complete(control({ Results: [checked('PASS', 'FAIL'), secret] })));
    expect(scan).toMatchObject({
      scanner: 'Trivy',
      benchmark: 'CIS Kubernetes Benchmarks v1.23',
      benchmarkVersion: '1.0',
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

  test('names a check status that Trivy does not define', () => {
    const [rule] = rulesOf(trivyCompliance, complete(control({ Results: [checked('SKIP')] })));
    expect(rule?.undefinedWord).toBe('SKIP');
  });

  test('every record without an id or a status is told, with its place', () => {
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
    ['the default', { DefaultStatus: {} }, ': "DefaultStatus" of Trivy control must be a text.'],
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

  test('no control is said', () => {
    expect(scanOf(trivyCompliance, complete()).emptyBecause).toBe('the report has no control');
  });
});

const summary = (...SummaryControls: readonly unknown[]) => ({ ID: 'nsa', Title: 'NSA', SummaryControls });

describe('trivy --compliance --report summary', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no number is a manual control', {}, 'NOT_EVALUATED TotalFail=None'],
    ['null is a manual control', { TotalFail: null }, 'NOT_EVALUATED TotalFail=None'],
    ['0 is a pass', { TotalFail: 0 }, 'PASSED TotalFail=0'],
    ['more is a failure', { TotalFail: 3 }, 'FAILED TotalFail=3'],
    ['a negative number is unknown', { TotalFail: -1 }, 'UNKNOWN TotalFail=-1'],
    ['a text is unknown', { TotalFail: '0' }, 'UNKNOWN TotalFail=0'],
    ['anything else is unknown', { TotalFail: [] }, 'UNKNOWN TotalFail=object'],
  ])('%s', (_promise, changes, expected) => {
    const document = summary({ ID: '1.0', Name: 'a', Severity: 'LOW', ...changes });
    expect(verdictsOf(trivyCompliance, document)).toEqual([`1.0 ${expected}`]);
  });

  test('details tell how many results fail', () => {
    const [rule] = rulesOf(trivyCompliance, summary({ ID: '1.0', Name: 'a', Severity: 'LOW', TotalFail: 3 }));
    expect(rule).toMatchObject({ title: 'a', severity: 'LOW', reason: '3 failing results' });
  });

  test('a control without an id is told', () => {
    expect(faultsOf(trivyCompliance, summary({ TotalFail: 0 }))).toEqual([
      'SummaryControls/0: Trivy control has no "ID".',
    ]);
  });
});

describe('trivy-operator', () => {
  const status = {
    summary: { passCount: 1 },
    summaryReport: {
      id: 'cis',
      title: 'CIS 1.23',
      controlCheck: [{ id: '1.1', name: 'a', totalFail: 0 }, { id: '1.2' }],
    },
  };
  const report = {
    kind: 'ClusterComplianceReport',
    metadata: { labels: { 'app.kubernetes.io/version': '0.20.0' } },
    spec: { compliance: { id: 'cis', title: 'CIS', version: '1.0' } },
    status,
  };
  const verdicts = ['1.1 PASSED totalFail=0', '1.2 NOT_EVALUATED totalFail=None'];

  test.each<[string, unknown, string]>([
    ['a report', report, 'status/summaryReport/controlCheck/0'],
    ['a list of reports', [report], '0/status/summaryReport/controlCheck/0'],
    [
      "kubectl's list",
      { kind: 'List', items: [{ kind: 'Pod' }, report] },
      'items/1/status/summaryReport/controlCheck/0',
    ],
    [
      'a typed list, whose items need no kind',
      { kind: 'ClusterComplianceReportList', items: [{ ...report, kind: undefined }] },
      'items/0/status/summaryReport/controlCheck/0',
    ],
    ['the bare status', status, 'summaryReport/controlCheck/0'],
  ])('is read as %s', (_promise, document, place) => {
    expect(trivyCompliance.recognises(document)).toBe(true);
    expect(verdictsOf(trivyCompliance, document)).toEqual(verdicts);
    const at = scanOf(trivyCompliance, document).ruleResults[0]?.at;
    expect(at !== undefined && 'path' in at && at.path.join('/')).toBe(place);
  });

  test('tells its version and the benchmark', () => {
    expect(scanOf(trivyCompliance, report)).toMatchObject({
      scanner: 'Trivy Operator',
      scannerVersion: '0.20.0',
      benchmark: 'CIS 1.23',
      benchmarkVersion: '1.0',
    });
  });

  test('makes a scan of its own of each of several reports', () => {
    const other = {
      ...report,
      status: { summaryReport: { title: 'NSA', controlCheck: [{ id: '9', totalFail: 1 }] } },
    };
    const scans = trivyCompliance.read([report, other]);
    expect(
      scans.map(({ benchmark, ruleResults }) => [benchmark, ruleResults.map(({ ruleId }) => ruleId)]),
    ).toEqual([
      ['CIS 1.23', ['1.1', '1.2']],
      ['NSA', ['9']],
    ]);
  });

  test.each<[string, readonly unknown[], string]>([
    ['a check that failed', [check(false), check(true)], 'FAILED success=false'],
    ['checks that passed', [check(true)], 'PASSED success=true'],
    ['nothing that was checked', [{ checkID: '', severity: '', success: true }], 'NOT_EVALUATED no check'],
    ['no check', [], 'NOT_EVALUATED no check'],
    ['a check without an outcome', [{ checkID: 'a' }, check(true)], 'UNKNOWN success=undefined'],
    ['an outcome that is no truth value', [{ checkID: 'a', success: 'yes' }], 'UNKNOWN success=yes'],
  ])('tells in a detail report of %s', (_promise, checks, expected) => {
    const detail = {
      title: 'CIS',
      results: [{ id: '5.1', name: 'a', severity: 'HIGH', status: 'FAIL', checks }],
    };
    expect(verdictsOf(trivyCompliance, { detailReport: detail })).toEqual([`5.1 ${expected}`]);
  });

  test.each<[string, unknown]>([
    ['an entry that is no object', [null, check(true)]],
    ['no list', { first: check(true) }],
  ])('has no result for a control whose checks have or are %s', (_what, checks) => {
    const detailReport = {
      results: [
        { id: '5.1', checks },
        { id: '5.2', checks: [check(true)] },
      ],
    };
    expect(verdictsOf(trivyCompliance, { detailReport })).toEqual(['5.2 PASSED success=true']);
    expect(scanOf(trivyCompliance, { detailReport })).toMatchObject({
      unreadableRules: [{ ruleId: '5.1' }],
      faults: [{ ofRecord: true }],
    });
  });

  test('tells in a detail report what failed where', () => {
    const detail = { results: [{ id: '5.1', checks: [check(false)] }] };
    expect(rulesOf(trivyCompliance, { detailReport: detail })[0]).toMatchObject({
      reason: 'kube-system/pod-a: is privileged',
      remediation: 'Do not.',
      at: { path: ['detailReport', 'results', 0] },
    });
  });

  test('without a status yet is said', () => {
    expect(scanOf(trivyCompliance, { ...report, status: {} }).emptyBecause).toBe(
      'no ClusterComplianceReport has a status with controls',
    );
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
  ['a complete report of no control', { ...complete(), Results: null }, true],
  ['a summary', summary(), true],
  ['an ordinary report', { SchemaVersion: 2, ArtifactName: 'a', Results: [{ Target: 'a' }] }, false],
  ['results of targets', { ID: 'a', Title: 'b', Results: [{ Target: 'a' }] }, false],
  ['Kubernetes resources of other kinds', { kind: 'List', items: [{ kind: 'Pod', status: {} }] }, false],
  ['an empty list', [], false],
])('Trivy recognises %s: see table', (_what, value, expected) => {
  expect(trivyCompliance.recognises(value)).toBe(expected);
});
