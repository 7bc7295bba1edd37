import { describe, expect, test } from '@jest/globals';
import { kubeBench } from '../../../../src/results/scanners/kube-bench/kube-bench.ts';
import { faultsOf, rulesOf, verdictsOf, scanOf } from '../reading.ts';

const check = (changes: Record<string, unknown>) => ({
  test_number: '4.2.1',
  test_desc: 'Ensure that anonymous requests are refused (Automated)',
  audit: '/bin/ps -fC kubelet',
  type: '',
  remediation: 'Edit the kubelet\nconfiguration.',
  status: 'PASS',
  actual_value: 'kubelet --token=secret',
  scored: true,
  expected_result: "'--anonymous-auth' is equal to 'false'",
  ...changes,
});

const controls = (results: readonly unknown[], changes: Record<string, unknown> = {}) => ({
  id: '4',
  version: 'cis-1.24',
  detected_version: '1.24',
  text: 'Worker Node Security Configuration',
  node_type: 'node',
  tests: [{ section: '4.2', desc: 'Kubelet', results }],
  ...changes,
});

const document = (...results: readonly unknown[]) => ({ Controls: [controls(results)] });

describe('kube-bench', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['PASS is a pass', {}, '4.2.1 PASSED PASS'],
    ['FAIL is a failure', { status: 'FAIL' }, '4.2.1 FAILED FAIL'],
    [
      'INFO is a test that was skipped',
      { status: 'INFO', reason: 'Test marked as skip' },
      '4.2.1 NOT_EVALUATED INFO',
    ],
    [
      'WARN with an expected result, which does not show whether it ran',
      { status: 'WARN', scored: false },
      '4.2.1 NOT_EVALUATED WARN',
    ],
    ['WARN with a blank reason', { status: 'WARN', reason: ' ' }, '4.2.1 NOT_EVALUATED WARN'],
    [
      'WARN of a manual test',
      { status: 'WARN', type: 'manual', reason: 'Test marked as a manual test', expected_result: '' },
      '4.2.1 NOT_EVALUATED WARN',
    ],
    [
      'WARN of a test that could not run',
      { status: 'WARN', reason: 'No tests defined' },
      '4.2.1 NOT_EVALUATED WARN',
    ],
    ['WARN without an expectation', { status: 'WARN', expected_result: '' }, '4.2.1 NOT_EVALUATED WARN'],
    ['another word is unknown', { status: 'OK' }, '4.2.1 UNKNOWN OK'],
    ['words are case-sensitive', { status: 'pass' }, '4.2.1 UNKNOWN pass'],
  ])('%s', (_promise, changes, expected) => {
    expect(verdictsOf(kubeBench, document(check(changes)))).toEqual([expected]);
  });

  test('details have section, node type, expectation and remediation, but never what was found', () => {
    const [rule] = rulesOf(kubeBench, document(check({ status: 'FAIL' })));
    expect(rule).toEqual({
      ruleId: '4.2.1',
      status: 'FAILED',
      result: 'FAIL',
      title: 'Ensure that anonymous requests are refused (Automated)',
      reason: "expected: '--anonymous-auth' is equal to 'false'",
      section: '4.2 Kubelet',
      remediation: 'Edit the kubelet configuration.',
      source: 'node',
      at: { path: ['Controls', 0, 'tests', 0, 'results', 0] },
    });
  });

  test.each<[string, Record<string, unknown>, string | undefined]>([
    [
      'a failed audit command shows only how it ended',
      { reason: 'failed to run: "cat /x", output: "token=secret", error: exit status 1' },
      'the audit command failed: exit status 1',
    ],
    [
      'its output may look like an error',
      { reason: 'failed to run: "a", output: ", error: exit secret", error: secret' },
      'the audit command failed',
    ],
    [
      'an audit that could not be parsed shows none of its output',
      { reason: 'failed to load YAML or JSON from input "token: secret": yaml: line 1' },
      'the test could not be evaluated',
    ],
    [
      'an expectation that could not be compared is left out',
      { reason: 'No tests defined', expected_result: 'Not numeric value - flag: secret' },
      'No tests defined',
    ],
    [
      'also if it names two values',
      { expected_result: "Invalid Number(s) used for comparison: 'secret' '5'" },
      undefined,
    ],
  ])('no result contains evidence: %s', (_what, changes, expected) => {
    const failed = check({ status: 'FAIL', expected_result: '', ...changes });
    expect(rulesOf(kubeBench, document(failed))[0]?.reason).toBe(expected);
  });

  test('no result contains evidence: the audit and what it found', () => {
    const marker = 'MARKER-4711';
    const evidence = {
      audit: marker,
      AuditEnv: marker,
      AuditConfig: marker,
      actual_value: marker,
      reason: `failed to run: "${marker}", output: "${marker}\n", error: exit status 1`,
      expected_result: `Not numeric value - flag: ${marker}`,
    };
    for (const status of ['PASS', 'FAIL', 'WARN', 'INFO', marker.slice(0, 3)]) {
      const scans = kubeBench.read(document(check({ ...evidence, status })));
      expect(JSON.stringify(scans)).not.toContain(marker);
    }
  });

  test('the same test on several node types combines to the worst', () => {
    const both = {
      Controls: [controls([check({})]), controls([check({ status: 'FAIL' })], { node_type: 'master' })],
    };
    expect(rulesOf(kubeBench, both)).toMatchObject([
      { status: 'FAILED', result: 'FAIL/PASS', source: 'master', counts: { FAILED: 1, PASSED: 1 } },
    ]);
  });

  test.each<[string, unknown, Record<string, unknown>]>([
    [
      'a version of the Kubernetes benchmark',
      'cis-1.24',
      {
        benchmark: 'CIS Kubernetes Benchmark',
        benchmarkVersion: '1.24',
        cisBenchmark: { product: 'kubernetes', version: '1.24' },
      },
    ],
    [
      'a version as older releases name it',
      '1.6',
      { cisBenchmark: { product: 'kubernetes', version: '1.6' } },
    ],
    [
      'a cloud’s own benchmark, with its full version',
      'eks-1.5.0',
      {
        benchmark: 'CIS Amazon Elastic Kubernetes Service (EKS) Benchmark',
        benchmarkVersion: '1.5.0',
        cisBenchmark: { product: 'amazon elastic kubernetes service (eks)', version: '1.5.0' },
      },
    ],
    ['OpenShift’s', 'rh-1.4', { benchmarkVersion: '1.4' }],
    [
      'a vendor’s guide, which is not a version of the benchmark',
      'rke2-cis-1.24',
      {
        contentVersion: 'rke2-cis-1.24',
        benchmarkVersion: undefined,
        cisBenchmark: { product: 'kubernetes' },
      },
    ],
    [
      'another guide',
      'cis-1.24-microk8s',
      { benchmarkVersion: undefined, contentVersion: 'cis-1.24-microk8s' },
    ],
    [
      'Red Hat’s own guide',
      'rh-0.7',
      { benchmark: 'rh-0.7', benchmarkVersion: undefined, cisBenchmark: undefined },
    ],
    [
      'a STIG',
      'eks-stig-kubernetes-v1r6',
      { benchmark: 'eks-stig-kubernetes-v1r6', cisBenchmark: undefined },
    ],
    ['nothing', undefined, { benchmark: 'CIS Kubernetes Benchmark', cisBenchmark: undefined }],
  ])('the benchmark is %s', (_what, version, expected) => {
    const { scanner, benchmark, benchmarkVersion, contentVersion, cisBenchmark } = scanOf(kubeBench, [
      controls([check({})], { version }),
    ]);
    expect({ benchmark, benchmarkVersion, contentVersion, cisBenchmark }).toMatchObject(expected);
    expect(scanner).toBe('kube-bench');
  });

  test.each([
    ['1.24', { product: 'Kubernetes', version: '1.24' }],
    ['none', undefined],
    ['eks-1.5.0', undefined],
    [undefined, undefined],
  ])('the detected version %j is the platform: see table', (detected_version, platform) => {
    expect(scanOf(kubeBench, [controls([check({})], { detected_version })]).platform).toEqual(platform);
  });

  test('node types with different Kubernetes versions give no version', () => {
    const both = [controls([check({})]), controls([], { detected_version: '1.25' })];
    expect(scanOf(kubeBench, both).platform).toBeUndefined();
  });

  test('each benchmark version is a separate run, and the rules keep their order', () => {
    const three = ['cis-1.23', 'cis-1.24', 'cis-1.23'].map((version, index) =>
      controls([check({ test_number: `${index}` })], { version }),
    );
    expect(
      kubeBench.read({ Controls: three }).map((scan) => [scan.benchmarkVersion, scan.ruleResults[0]?.ruleId]),
    ).toEqual([
      ['1.23', '0'],
      ['1.24', '1'],
      ['1.23', '2'],
    ]);
  });

  test.each([
    ['with totals', { ...document(check({})), Totals: { total_pass: 1 } }, true],
    ['from several nodes', [document(check({})), document(check({}))], true],
    ['with controls and whole reports', [controls([check({})]), document(check({}))], true],
    ['without totals', [controls([check({})])], true],
    ['with one node type', controls([check({})]), true],
    ['with a group without tests', { Controls: [controls([], { tests: null })] }, true],
    ['without groups', { Controls: null, Totals: { total_pass: 0 } }, true],
    ['that is an empty list', [], false],
    ['with lists of other things', [{ tests: [] }], false],
    ['with other controls', { Controls: [] }, false],
  ])('recognises a document %s: see table', (_what, value, expected) => {
    expect(kubeBench.recognises(value)).toBe(expected);
  });

  test('controls of one node type read the same as a list of them', () => {
    expect(verdictsOf(kubeBench, controls([check({})]))).toEqual(
      verdictsOf(kubeBench, [controls([check({})])]),
    );
  });

  test('every record without an id or a status is a fault at its place', () => {
    const broken = {
      Controls: [
        controls([check({ test_number: '' }), check({ status: null }), 7]),
        'x',
        controls([], { tests: 'x' }),
      ],
    };
    expect(faultsOf(kubeBench, broken)).toEqual([
      'Controls/0/tests/0/results/2: kube-bench test is not an object.',
      'Controls/0/tests/0/results/0: kube-bench test has no "test_number".',
      'Controls/0/tests/0/results/1: kube-bench test has no "status".',
      'Controls/2/tests: "tests" must be a list of kube-bench sections.',
      'Controls/1: kube-bench control group is not an object.',
    ]);
  });

  test.each<[string, unknown, string]>([
    [
      'a section of another shape',
      [controls([], { tests: [{ section: '4.2', checks: [check({})] }] })],
      '0/tests/0: kube-bench section has no "results".',
    ],
    [
      'a section whose results are null',
      [controls([], { tests: [{ section: '4.2', results: null }] })],
      '0/tests/0: kube-bench section has no "results".',
    ],
    [
      'a test in place of a section',
      [controls([], { tests: [check({})] })],
      '0/tests/0: kube-bench section has no "results".',
    ],
    [
      'a group without tests',
      [controls([check({})]), { id: '5' }],
      '1: kube-bench control group has no "tests".',
    ],
    [
      'a group that counts tests but lists none',
      [controls([], { tests: null, total_fail: 1 })],
      '0: kube-bench control group has no "tests".',
    ],
    [
      'a page in place of a group',
      [controls([check({})]), { items: [] }],
      '1: kube-bench control group has no "tests".',
    ],
  ])('%s is a fault', (_what, broken, fault) => {
    expect(faultsOf(kubeBench, broken)).toEqual([fault]);
  });

  test('the fault of a record without its number has its status, for the gate', () => {
    const [scan] = kubeBench.read(document(check({ test_number: null, status: 'FAIL' })));
    expect(scan?.faults).toMatchObject([{ ofRecord: true, status: 'FAILED' }]);
  });

  test('whole reports and control groups in one list are all read', () => {
    const mixed = [controls([check({})]), document(check({ test_number: '1.1', status: 'FAIL' }))];
    expect(verdictsOf(kubeBench, mixed)).toEqual(['4.2.1 PASSED PASS', '1.1 FAILED FAIL']);
  });

  describe('totals', () => {
    const totals = (total_pass: number, total_fail: number) => ({
      total_pass,
      total_fail,
      total_warn: 0,
      total_info: 0,
    });
    const warningsOf = (value: unknown) =>
      kubeBench.read(value).flatMap(({ warnings = [] }) => warnings.map(({ sentence }) => sentence));
    const both = [check({}), check({ status: 'FAIL' })];

    test('that agree are not reported', () => {
      const agreeing = { Controls: [controls(both, totals(1, 1))], Totals: totals(1, 1) };
      expect(warningsOf(agreeing)).toEqual([]);
    });

    test('of a group that has lost a test are a warning', () => {
      const lost = { Controls: [controls(both, totals(1, 2))], Totals: totals(1, 2) };
      expect(warningsOf(lost)).toEqual([
        'kube-bench counted 2 FAIL in this control group; the file contains 1 FAIL: results may be missing.',
      ]);
    });

    test('of a report that has lost a group are a warning', () => {
      const lost = { Controls: [controls(both, totals(1, 1))], Totals: totals(4, 1) };
      expect(warningsOf(lost)).toEqual([
        'kube-bench counted 4 PASS in all control groups; the file contains 1 PASS: results may be missing.',
      ]);
    });

    test('of a report whose groups state none are compared with the tests', () => {
      expect(warningsOf({ ...document(...both), Totals: totals(1, 1) })).toEqual([]);
      expect(warningsOf({ ...document(...both), Totals: totals(1, 0) })).toHaveLength(1);
    });
  });

  test('a report without tests says so', () => {
    expect(scanOf(kubeBench, { Controls: null, Totals: { total_pass: 0 } }).emptyBecause).toBe(
      'kube-bench ran no tests',
    );
  });
});
