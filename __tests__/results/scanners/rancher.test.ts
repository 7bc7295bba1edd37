import { describe, expect, test } from '@jest/globals';
import { rancher } from '../../../src/results/scanners/rancher.ts';
import { faultsOf, rulesOf, scanOf, verdictsOf, warningsOf } from './reading.ts';

const check = (changes: Record<string, unknown> = {}) => ({
  id: '1.1.1',
  description: 'Ensure that the file is not writable',
  remediation: 'chmod 600\nthe file',
  state: 'pass',
  node_type: ['master', 'etcd'],
  audit: 'secret',
  audit_config: 'secret',
  test_info: ['secret'],
  commands: null,
  config_commands: null,
  actual_value_per_node: { node: 'secret' },
  expected_result: "'permissions' is equal to '600'",
  test_type: '',
  scored: true,
  ...changes,
});

const summary = (checks: readonly unknown[], changes: Record<string, unknown> = {}) => ({
  version: 'rke2-cis-1.8-hardened',
  total: checks.length,
  notApplicable: 0,
  nodes: { master: ['a'] },
  results: [{ id: '1.1', description: 'Control plane', checks }],
  actual_value_map_data: 'secret',
  ...changes,
});

const resource = (reportJSON: unknown) => ({
  apiVersion: 'compliance.cattle.io/v1',
  kind: 'ClusterScanReport',
  spec: { benchmarkVersion: 'x', lastRunTimestamp: '2026-05-01T10:00:00Z', reportJSON },
});

describe('rancher', () => {
  test.each([
    ['pass is a pass', 'pass', 'PASSED'],
    ['fail is a failure', 'fail', 'FAILED'],
    ['nodes that disagree are a failure', 'mixed', 'FAILED'],
    ['skip: the profile leaves the check out', 'skip', 'NOT_EVALUATED'],
    ['warn is a manual check, or one that could not run', 'warn', 'NOT_EVALUATED'],
    ['notApplicable', 'notApplicable', 'NOT_APPLICABLE'],
    ['another word is unknown', 'PASS', 'UNKNOWN'],
  ])('%s', (_promise, state, status) => {
    const alone = summary([check({ state })]);
    expect(verdictsOf(rancher, alone)).toEqual([`1.1.1 ${status} ${state}`]);
    expect(verdictsOf(rancher, resource(JSON.stringify(alone)))).toEqual([`1.1.1 ${status} ${state}`]);
  });

  test('details have the expectation and the nodes, but never what was found or how', () => {
    const scan = scanOf(rancher, summary([check({ state: 'mixed', nodes: ['b', 'c'] })]));
    expect(scan.ruleResults).toEqual([
      {
        ruleId: '1.1.1',
        status: 'FAILED',
        result: 'mixed',
        title: 'Ensure that the file is not writable',
        reason: "expected: 'permissions' is equal to '600'; nodes: b, c",
        section: '1.1 Control plane',
        remediation: 'chmod 600 the file',
        source: 'master, etcd',
        at: { path: ['results', 0, 'checks', 0] },
      },
    ]);
    expect(JSON.stringify(scan)).not.toContain('secret');
  });

  test('an expectation that quotes what was found is left out', () => {
    const quoting = check({ state: 'fail', expected_result: 'Not numeric value - flag: secret' });
    expect(rulesOf(rancher, summary([quoting]))[0]).not.toHaveProperty('reason');
  });

  test('facts: the benchmark is from CIS, the version is Rancher’s own', () => {
    expect(scanOf(rancher, resource(JSON.stringify(summary([check()]))))).toMatchObject({
      scanner: 'Rancher security-scan',
      benchmark: 'CIS Kubernetes Benchmark',
      contentVersion: 'rke2-cis-1.8-hardened',
      cisBenchmark: { product: 'kubernetes' },
      profile: 'rke2-cis-1.8-hardened',
      ended: Date.UTC(2026, 4, 1, 10),
    });
    expect(scanOf(rancher, summary([check()], { version: 'eks-1.2.0' }))).toMatchObject({
      benchmarkVersion: '1.2.0',
      profile: 'eks-1.2.0',
    });
  });

  test('several reports are several runs', () => {
    const items = [
      resource(JSON.stringify(summary([check()]))),
      resource(JSON.stringify(summary([check()]))),
    ];
    for (const list of [items, { kind: 'List', items }, { kind: 'ClusterScanReportList', items }]) {
      expect(rancher.recognises(list)).toBe(true);
      expect(rancher.read(list)).toHaveLength(2);
    }
  });

  test('checks that the report counts but the file does not list are a warning', () => {
    expect(warningsOf(rancher, summary([check()], { total: 2 }))).toEqual([
      'total: The report counts 2 checks in total, but the file lists 1.',
    ]);
  });

  test.each<[string, unknown, string]>([
    ['is missing', undefined, 'must be a string'],
    ['is not a string', {}, 'must be a string'],
    ['is cut short', '{"results":[', 'must be JSON'],
    ['is not an object', '[]', 'must contain a JSON object'],
    [
      'has a member twice, so that one would be lost',
      '{"results":[{"checks":[{"id":"1","state":"fail","state":"pass"}]}]}',
      'has a member twice in one object',
    ],
    [
      'has a member twice, written in two ways',
      '{"results":[{"checks":[{"id":"1","state":"fail","st\\u0061te" :"pass"}]}]}',
      'has a member twice in one object',
    ],
  ])('a reportJSON that %s is a fault', (_what, reportJSON, why) => {
    expect(faultsOf(rancher, resource(reportJSON))).toEqual([`spec/reportJSON: "reportJSON" ${why}.`]);
  });

  test('a string with colons, quotation marks and braces in it is one string', () => {
    const quoting = check({ description: 'a "b": {"c": 1}, \\' });
    expect(verdictsOf(rancher, resource(JSON.stringify(summary([quoting]))))).toEqual(['1.1.1 PASSED pass']);
  });

  test('every record that cannot be read is a fault at its place', () => {
    const groups = [
      7,
      { id: '1' },
      { checks: [null, { state: 'pass' }, { id: '1.1' }, { id: '1.2', state: {} }] },
    ];
    expect(faultsOf(rancher, resource(JSON.stringify({ results: groups })))).toEqual([
      'spec/reportJSON/results/0: Rancher section is not an object.',
      'spec/reportJSON/results/1: Rancher section has no "checks".',
      'spec/reportJSON/results/2/checks/0: Rancher check is not an object.',
      'spec/reportJSON/results/2/checks/1: Rancher check has no "id".',
      'spec/reportJSON/results/2/checks/2: Rancher check has no "state".',
      'spec/reportJSON/results/2/checks/3: "state" of Rancher check must be a string.',
    ]);
    expect(faultsOf(rancher, resource('{}'))).toEqual(['spec/reportJSON: Rancher report has no "results".']);
    expect(faultsOf(rancher, { kind: 'ClusterScanReportList', items: [7] })).toEqual([
      'items/0: ClusterScanReport is not an object.',
    ]);
  });

  test('recognises its own documents', () => {
    expect(rancher.recognises(summary([check()]))).toBe(true);
    expect(rancher.recognises(resource(''))).toBe(true);
    expect(rancher.recognises({ kind: 'ClusterScan' })).toBe(false);
    expect(rancher.recognises({ version: '1', notApplicable: 0, results: [] })).toBe(false);
    expect(rancher.recognises({ kind: 'List', items: [{ kind: 'Pod' }] })).toBe(false);
    expect(scanOf(rancher, { kind: 'ClusterScanReportList', items: [] }).emptyBecause).toBe(
      'there is no ClusterScanReport',
    );
  });
});
