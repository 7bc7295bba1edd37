import { describe, expect, test } from '@jest/globals';
import { dockerBench } from '../../../src/results/scanners/docker-bench.ts';
import { faultsOf, rulesOf, verdictsOf, scanOf } from './reading.ts';

const document = (...results: readonly unknown[]) => ({
  dockerbenchsecurity: '1.6.0',
  start: 1,
  tests: [{ id: '5', desc: 'Container Runtime', results }],
});

describe('docker-bench', () => {
  test.each([
    ['PASS is a pass', 'PASS', 'PASSED'],
    ['WARN is a failure: there is no FAIL', 'WARN', 'FAILED'],
    ['INFO only informs', 'INFO', 'INFORMATIONAL'],
    ['NOTE is a manual check', 'NOTE', 'NOT_EVALUATED'],
    ['another word is unknown', 'FAIL', 'UNKNOWN'],
  ])('%s', (_promise, word, status) => {
    expect(verdictsOf(dockerBench, document({ id: '5.10', desc: 'x', result: word }))).toEqual([
      `5.10 ${status} ${word}`,
    ]);
  });

  test('details tell section, message and remediation, and never the items', () => {
    const concerned = {
      id: '5.10',
      desc: 'Ensure memory is limited',
      result: 'WARN',
      details: `Containers without limit: ${'name '.repeat(60_000)}`,
      items: ['secret'],
      remediation: 'Limit it.',
    };
    const scan = scanOf(dockerBench, document(concerned));
    expect(scan).toMatchObject({
      scanner: 'docker-bench-security',
      scannerVersion: '1.6.0',
      benchmark: 'CIS Docker Benchmark',
    });
    const [rule] = scan.ruleResults;
    expect(rule?.reason).toMatch(/^Containers without limit: name/);
    expect(rule?.reason).toHaveLength(500);
    expect({ ...rule, reason: '' }).toEqual({
      ruleId: '5.10',
      status: 'FAILED',
      result: 'WARN',
      title: 'Ensure memory is limited',
      reason: '',
      section: '5 Container Runtime',
      remediation: 'Limit it.',
      at: { path: ['tests', 0, 'results', 0] },
    });
  });

  test('every record without an id or a result is told, with its place', () => {
    expect(faultsOf(dockerBench, document({ result: 'PASS' }, { id: '5.1' }, null))).toEqual([
      'tests/0/results/2: docker-bench test is not an object.',
      'tests/0/results/0: docker-bench test has no "id".',
      'tests/0/results/1: docker-bench test has no "result".',
    ]);
  });

  test('no test is said', () => {
    expect(scanOf(dockerBench, document()).emptyBecause).toBe('docker-bench-security ran no test');
    expect(rulesOf(dockerBench, document())).toEqual([]);
  });

  test('recognises its own documents', () => {
    expect(dockerBench.recognises(document())).toBe(true);
    expect(dockerBench.recognises({ dockerbenchsecurity: '1.6.0' })).toBe(false);
    expect(dockerBench.recognises({ tests: [] })).toBe(false);
    expect(dockerBench.recognises([])).toBe(false);
  });
});
