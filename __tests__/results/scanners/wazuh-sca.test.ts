import { describe, expect, test } from '@jest/globals';
import { wazuhSca } from '../../../src/results/scanners/wazuh-sca.ts';
import { faultsOf, rulesOf, scanOf, verdictsOf, warningsOf } from './reading.ts';

const check = (changes: Record<string, unknown> = {}) => ({
  policy_id: 'cis_ubuntu22-04',
  id: 28500,
  title: 'Ensure /tmp is a separate partition.',
  description: 'long',
  rationale: 'long',
  remediation: 'Mount\nit.',
  reason: 'one line',
  result: 'failed',
  command: 'secret',
  file: 'secret',
  directory: 'secret',
  process: 'secret',
  registry: 'secret',
  condition: 'all',
  compliance: [
    { key: 'cis', value: '1.1.2.1' },
    { key: 'cis_csc', value: '5.1' },
  ],
  rules: [{ type: 'command', rule: 'secret' }],
  ...changes,
});

const answer = (checks: readonly unknown[], changes: Record<string, unknown> = {}) => ({
  data: {
    affected_items: checks,
    total_affected_items: checks.length,
    total_failed_items: 0,
    failed_items: [],
    ...changes,
  },
  message: 'All selected sca/policy information was returned',
  error: 0,
});

describe('wazuh-sca', () => {
  test.each<[string, unknown, string]>([
    ['passed', 'passed', 'PASSED passed'],
    ['failed', 'failed', 'FAILED failed'],
    ['not applicable', 'not applicable', 'NOT_APPLICABLE not applicable'],
    ['an empty result from Wazuh 4.3 was not evaluated', '', 'NOT_EVALUATED no result'],
    ['nor was a null one', null, 'NOT_EVALUATED no result'],
    ['another word is unknown', 'Passed', 'UNKNOWN Passed'],
  ])('%s', (_promise, result, expected) => {
    expect(verdictsOf(wazuhSca, answer([check({ result })]))).toEqual([`28500 ${expected}`]);
  });

  test('details have reason and remediation, but never what was examined', () => {
    const scan = scanOf(wazuhSca, answer([check()]));
    expect(scan).toEqual({
      scanner: 'Wazuh SCA',
      benchmark: 'cis_ubuntu22-04',
      ruleResults: [
        {
          ruleId: '28500',
          recommendations: ['1.1.2.1'],
          status: 'FAILED',
          result: 'failed',
          title: 'Ensure /tmp is a separate partition.',
          reason: 'one line',
          remediation: 'Mount it.',
          at: { path: ['data', 'affected_items', 0] },
        },
      ],
    });
    expect(JSON.stringify(scan)).not.toContain('secret');
  });

  test.each<[unknown, readonly string[] | undefined]>([
    [[{ key: 'cis', value: '2.1.9, 2.2.17' }], ['2.1.9', '2.2.17']],
    [
      [
        { key: 'cis', value: '6' },
        { key: 'cis', value: '6.2' },
      ],
      ['6.2'],
    ],
    [[{ key: 'cis', value: '6.5-6.7' }], undefined],
    [[{ key: 'cis_csc', value: '1.1' }], undefined],
    [[null, 7, { key: 'cis' }], undefined],
    ['1.1', undefined],
  ])('the entries %j are the numbers %j', (compliance, numbers) => {
    expect(rulesOf(wazuhSca, answer([check({ compliance })]))[0]?.recommendations).toEqual(numbers);
  });

  test('checks that the API did not return are a warning', () => {
    expect(warningsOf(wazuhSca, answer([check()], { total_affected_items: 191 }))).toEqual([
      'data/total_affected_items: The policy has 191 checks, but the file lists 1. Get the others from the API too, with `offset` and `limit`.',
    ]);
    expect(warningsOf(wazuhSca, answer([check()], { total_failed_items: 1 }))).toEqual([
      'data/failed_items: Wazuh could not return the results of every requested agent.',
    ]);
  });

  test('every record that cannot be read is a fault at its place', () => {
    const checks = [null, { policy_id: 'a', result: 'passed' }, { policy_id: 'a', id: 7 }, check({ id: {} })];
    expect(faultsOf(wazuhSca, answer(checks))).toEqual([
      'data/affected_items/0: Wazuh check is not an object.',
      'data/affected_items/1: Wazuh check has no "id".',
      'data/affected_items/2: Wazuh check has no "result".',
      'data/affected_items/3: Wazuh check has no "id".',
    ]);
    expect(faultsOf(wazuhSca, { data: {} })).toEqual(['data: Wazuh response has no "affected_items".']);
  });

  test('recognises its own documents', () => {
    expect(wazuhSca.recognises(answer([check()]))).toBe(true);
    const policy = { policy_id: 'cis_debian10', name: 'CIS', pass: 60, fail: 94, total_checks: 191 };
    expect(wazuhSca.recognises(answer([policy]))).toBe(false);
    expect(wazuhSca.recognises({ data: { affected_items: [] } })).toBe(false);
    expect(scanOf(wazuhSca, answer([])).emptyBecause).toBe('Wazuh returned no checks');
  });
});
