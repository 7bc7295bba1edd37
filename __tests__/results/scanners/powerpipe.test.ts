import { describe, expect, test } from '@jest/globals';
import { powerpipe } from '../../../src/results/scanners/powerpipe.ts';
import { faultsOf, rulesOf, scanOf, verdictsOf, warningsOf } from './reading.ts';

const TAGS = { cis_item_id: '1.4', cis_level: '1', cis_type: 'automated', plugin: 'aws' };

const result = (status: unknown, changes: Record<string, unknown> = {}) => ({
  reason: 'the key exists',
  resource: 'arn:secret',
  status,
  dimensions: [{ key: 'region', value: 'secret' }],
  ...changes,
});

const control = (results: unknown, changes: Record<string, unknown> = {}) => ({
  results,
  control_id: 'control.cis_v300_1_4',
  title: '1.4 Ensure no root access key',
  severity: 'high',
  tags: TAGS,
  run_status: 4,
  run_error: '',
  ...changes,
});

const report = (controls: readonly unknown[], changes: Record<string, unknown> = {}) => ({
  group_id: 'root_result_group',
  title: 'AWS CIS v3.0.0',
  groups: [
    {
      group_id: 'aws_compliance.benchmark.cis_v300',
      title: 'AWS CIS v3.0.0',
      tags: { cis: 'true', cis_version: 'v3.0.0', plugin: 'aws' },
      groups: [{ group_id: 'b', title: '1 IAM', tags: { cis_version: 'v3.0.0' }, groups: [], controls }],
      controls: null,
    },
  ],
  controls: null,
  ...changes,
});

describe('powerpipe', () => {
  test.each<[string, unknown, string]>([
    ['ok is a pass', [result('ok')], 'PASSED ok'],
    ['alarm is a failure', [result('alarm')], 'FAILED alarm'],
    ['error', [result('error')], 'ERROR error'],
    ['info is information', [result('info')], 'INFORMATIONAL info'],
    ['skip is a resource that the control does not apply to', [result('skip')], 'NOT_APPLICABLE skip'],
    ['the worst result counts', [result('ok'), result('alarm'), result('error')], 'FAILED alarm/error/ok'],
    ['another word is unknown', [result('OK')], 'UNKNOWN OK'],
    ['a control without a resource was not evaluated', null, 'NOT_EVALUATED no result'],
    ['so was one with an empty list', [], 'NOT_EVALUATED no result'],
  ])('%s', (_promise, results, expected) => {
    expect(verdictsOf(powerpipe, report([control(results)]))).toEqual([`control.cis_v300_1_4 ${expected}`]);
  });

  test('info from a manual control means that nobody has checked it', () => {
    const manual = control([result('info')], { tags: { ...TAGS, cis_type: 'manual' } });
    expect(verdictsOf(powerpipe, report([manual]))).toEqual(['control.cis_v300_1_4 NOT_EVALUATED info']);
    const untyped = control([result('info')], { tags: null });
    expect(verdictsOf(powerpipe, report([untyped]))).toEqual(['control.cis_v300_1_4 NOT_EVALUATED info']);
    const elsewhere = { group_id: 'r', controls: [untyped] };
    expect(verdictsOf(powerpipe, elsewhere)).toEqual(['control.cis_v300_1_4 INFORMATIONAL info']);
  });

  test('a control whose query failed is an error, whatever it found before', () => {
    const failed = control([result('ok')], { run_error: 'ERROR: relation does not exist' });
    expect(rulesOf(powerpipe, report([failed]))).toMatchObject([
      { status: 'ERROR', result: 'error/ok', reason: 'ERROR: relation does not exist' },
    ]);
    const long = control(null, { run_error: 'SQL:\nselect secret' });
    expect(rulesOf(powerpipe, report([long]))).toMatchObject([
      { status: 'ERROR', reason: 'the control could not run' },
    ]);
  });

  test('details have the reason, but never the resource or its dimensions', () => {
    const scan = scanOf(powerpipe, report([control([result('alarm')])]));
    expect(scan.ruleResults).toEqual([
      {
        ruleId: 'control.cis_v300_1_4',
        recommendations: ['1.4'],
        status: 'FAILED',
        result: 'alarm',
        title: '1.4 Ensure no root access key',
        reason: 'the key exists',
        severity: 'high',
        section: '1 IAM',
        level: '1',
        at: { path: ['groups', 0, 'groups', 0, 'controls', 0, 'results', 0] },
      },
    ]);
    expect(JSON.stringify(scan)).not.toContain('secret');
  });

  test.each([['two\nlines'], ['long '.repeat(80)], [7]])('the reason %j is not kept', (reason) => {
    const [rule] = rulesOf(powerpipe, report([control([result('alarm', { reason })])]));
    expect(rule).not.toHaveProperty('reason');
  });

  test.each([['a'], [7], ['1'], [null], [['1.4']]])(
    'the tag cis_item_id %j is not a number',
    (cis_item_id) => {
      const [rule] = rulesOf(powerpipe, report([control([result('ok')], { tags: { cis_item_id } })]));
      expect(rule).not.toHaveProperty('recommendations');
    },
  );

  test('the benchmark is the group that states its version; each is a run', () => {
    const [group] = report([control([result('ok')])]).groups;
    const kubernetes = {
      ...group,
      title: 'CIS Kubernetes v1.20 v1.0.0',
      tags: { cis_version: 'v1.0.0', plugin: 'kubernetes' },
    };
    const others = { group_id: 'nist', title: 'NIST', controls: [control([result('ok')], { tags: null })] };
    const scans = powerpipe.read({
      group_id: 'root_result_group',
      title: 'all',
      groups: [group, kubernetes, others],
    });
    expect(scans).toEqual([
      {
        ruleResults: [expect.anything()],
        scanner: 'Powerpipe',
        benchmark: 'CIS Amazon Web Services Foundations Benchmark',
        benchmarkVersion: '3.0.0',
        cisBenchmark: { product: 'amazon web services foundations', version: '3.0.0' },
      },
      {
        ruleResults: [expect.anything()],
        scanner: 'Powerpipe',
        benchmark: 'CIS Kubernetes v1.20',
        benchmarkVersion: '1.0.0',
        cisBenchmark: { version: '1.0.0' },
      },
      { ruleResults: [expect.anything()], scanner: 'Powerpipe', benchmark: 'all' },
    ]);
  });

  test.each([
    ['aws', 'account_id', 'AWS account'],
    ['azure', 'subscription_id', 'Azure subscription'],
    ['gcp', 'project', 'Google Cloud project'],
    ['kubernetes', 'context_name', 'Kubernetes context'],
  ])('the target of %s is its %s', (plugin, key, scheme) => {
    const dimensions = [
      { key, value: 'one' },
      { key: 'other', value: 'two' },
      { key, value: '' },
    ];
    const document = report([control([result('ok', { dimensions })], { tags: { plugin } })]);
    expect(scanOf(powerpipe, document).targets).toMatchObject([{ scheme, names: ['one'] }]);
  });

  test('results that the summary counts but the file does not list are a warning', () => {
    const summary = { status: { alarm: 1, ok: 2, info: 0, skip: 0, error: 0 } };
    expect(warningsOf(powerpipe, report([control([result('ok')])], { summary }))).toEqual([
      'summary: The summary counts 3 results, but the file lists 1.',
    ]);
    const whole = { status: { alarm: 0, ok: 1, error: 1 } };
    const failed = control([result('ok')], { run_error: 'x' });
    expect(warningsOf(powerpipe, report([failed], { summary: whole }))).toEqual([]);
  });

  test('every record that cannot be read is a fault at its place', () => {
    const groups = [
      { group_id: 'a' },
      7,
      {
        controls: [
          null,
          { results: [] },
          { control_id: '1' },
          { control_id: '2', results: [{}, 'x'] },
          { control_id: '3', results: null, summary: { alarm: 1 } },
          { control_id: '4', results: {} },
        ],
      },
    ];
    expect(faultsOf(powerpipe, { group_id: 'r', groups })).toEqual([
      'groups/1: Powerpipe group is not an object.',
      'groups/0: Powerpipe group has neither "groups" nor "controls".',
      'groups/2/controls/0: Powerpipe control is not an object.',
      'groups/2/controls/1: Powerpipe control has no "control_id".',
      'groups/2/controls/2: Powerpipe control has no "results".',
      'groups/2/controls/3/results/1: Powerpipe result is not an object.',
      'groups/2/controls/3/results/0: Powerpipe result has no "status".',
      'groups/2/controls/4: Powerpipe control has no "results".',
      'groups/2/controls/5/results: "results" must be a list of Powerpipe results.',
    ]);
  });

  test('a run that failed as a whole says so', () => {
    const failed = { group_id: 'error', title: 'Error', groups: [], controls: null };
    expect(scanOf(powerpipe, failed).emptyBecause).toBe('Powerpipe could not run');
    expect(scanOf(powerpipe, { group_id: 'r', groups: [] }).emptyBecause).toBe('Powerpipe ran no controls');
  });

  test('recognises its own documents', () => {
    expect(powerpipe.recognises(report([]))).toBe(true);
    expect(powerpipe.recognises({ group_id: 'a', controls: [] })).toBe(true);
    expect(powerpipe.recognises({ group_id: 'a' })).toBe(false);
    expect(powerpipe.recognises({ controls: [] })).toBe(false);
  });
});
