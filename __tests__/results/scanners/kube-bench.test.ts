import { describe, expect, test } from '@jest/globals';
import { kubeBench } from '../../../src/results/scanners/kube-bench.ts';
import { faultsOf, rulesOf, verdictsOf, scanOf } from './reading.ts';

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
  total_pass: 1,
  ...changes,
});

const document = (...results: readonly unknown[]) => ({
  Controls: [controls(results)],
  Totals: { total_pass: 1 },
});

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
      'WARN with an expected result, which says nothing of whether it ran',
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
    ['WARN without anything to expect', { status: 'WARN', expected_result: '' }, '4.2.1 NOT_EVALUATED WARN'],
    ['another word is unknown', { status: 'OK' }, '4.2.1 UNKNOWN OK'],
    ['words are taken letter for letter', { status: 'pass' }, '4.2.1 UNKNOWN pass'],
  ])('%s', (_promise, changes, expected) => {
    expect(verdictsOf(kubeBench, document(check(changes)))).toEqual([expected]);
  });

  test('details tell section, node type, expectation and remediation, and never what was found', () => {
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

  test('a reason that quotes the output of the audit command tells only the error', () => {
    const reason = 'failed to run: "cat /x", output: "token=secret", error: exit status 1';
    const [rule] = rulesOf(kubeBench, document(check({ status: 'FAIL', reason, expected_result: '' })));
    expect(rule?.reason).toBe('the audit command failed: exit status 1');
  });

  test('the same test on several node types combines to the worst', () => {
    const both = {
      Controls: [controls([check({})]), controls([check({ status: 'FAIL' })], { node_type: 'master' })],
    };
    expect(rulesOf(kubeBench, both)).toMatchObject([
      { status: 'FAILED', result: 'FAIL/PASS', source: 'master', counts: { FAILED: 1, PASSED: 1 } },
    ]);
  });

  test('the document tells benchmark and Kubernetes version, each once', () => {
    const both = [
      controls([check({})]),
      controls([], { version: 'cis-1.24' }),
      controls([], { version: 'eks-1.2' }),
    ];
    expect(scanOf(kubeBench, both)).toMatchObject({
      scanner: 'kube-bench',
      benchmark: 'CIS Kubernetes Benchmark',
      benchmarkVersion: 'cis-1.24, eks-1.2',
      platform: { product: 'Kubernetes', version: '1.24' },
    });
  });

  test.each([
    ['with totals', document(check({})), true],
    ['without totals', [controls([check({})])], true],
    ['of one node type', controls([check({})]), true],
    ['of a group without tests', { Controls: [controls([], { tests: null })] }, true],
    ['of no group', { Controls: null, Totals: { total_pass: 0 } }, true],
    ['an empty list', [], false],
    ['lists of other things', [{ tests: [] }], false],
    ['other controls', { Controls: [] }, false],
  ])('recognises a document %s: see table', (_what, value, expected) => {
    expect(kubeBench.recognises(value)).toBe(expected);
  });

  test('controls of one node type read as a list of them does', () => {
    expect(verdictsOf(kubeBench, controls([check({})]))).toEqual(
      verdictsOf(kubeBench, [controls([check({})])]),
    );
  });

  test('every record without an id or a status is told, with its place', () => {
    const broken = {
      Controls: [
        controls([check({ test_number: '' }), check({ status: null }), 7]),
        'x',
        controls([], { tests: 'x' }),
      ],
    };
    expect(faultsOf(kubeBench, broken)).toEqual([
      'Controls/1: kube-bench control group is not an object.',
      'Controls/0/tests/0/results/2: kube-bench test is not an object.',
      'Controls/0/tests/0/results/0: kube-bench test has no "test_number".',
      'Controls/0/tests/0/results/1: kube-bench test has no "status".',
      'Controls/2/tests: "tests" must be a list of kube-bench sections.',
    ]);
  });

  test('no test is said', () => {
    expect(scanOf(kubeBench, { Controls: null, Totals: { total_pass: 0 } }).emptyBecause).toBe(
      'kube-bench ran no test',
    );
  });
});
