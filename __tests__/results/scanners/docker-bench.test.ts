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
    ['INFO is information', 'INFO', 'INFORMATIONAL'],
    ['NOTE is a manual check', 'NOTE', 'NOT_EVALUATED'],
    ['another word is unknown', 'FAIL', 'UNKNOWN'],
  ])('%s', (_promise, word, status) => {
    expect(verdictsOf(dockerBench, document({ id: '5.10', desc: 'x', result: word }))).toEqual([
      `5.10 ${status} ${word}`,
    ]);
  });

  test('details have section, message and remediation, but never the items', () => {
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
      cisBenchmark: { product: 'docker' },
      started: 1000,
    });
    expect(scan.benchmarkVersion).toBeUndefined();
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

  test('every record without an id or a result is a fault at its place', () => {
    expect(faultsOf(dockerBench, document({ result: 'PASS' }, { id: '5.1' }, null))).toEqual([
      'tests/0/results/2: docker-bench test is not an object.',
      'tests/0/results/0: docker-bench test has no "id".',
      'tests/0/results/1: docker-bench test has no "result".',
    ]);
  });

  test('no result contains evidence: the items of a test', () => {
    const marker = 'MARKER-4711';
    for (const result of ['PASS', 'WARN', 'INFO', 'NOTE', 'OTHER']) {
      const scans = dockerBench.read(document({ id: '5.10', desc: 'x', result, items: [marker] }));
      expect(JSON.stringify(scans)).not.toContain(marker);
    }
  });

  describe('tests that are named individually (`-c`) are outside any section', () => {
    const single = { id: '2.2', desc: 'Ensure traffic is restricted', result: 'WARN' };
    const section = { id: '6', desc: 'Operations', results: [{ id: '6.1', desc: 'y', result: 'INFO' }] };
    const report = (...tests: readonly unknown[]) => ({ dockerbenchsecurity: '1.6.0', tests });

    test('they are read', () => {
      expect(dockerBench.recognises(report(single))).toBe(true);
      expect(rulesOf(dockerBench, report(single))).toEqual([
        {
          ruleId: '2.2',
          status: 'FAILED',
          result: 'WARN',
          title: 'Ensure traffic is restricted',
          at: { path: ['tests', 0] },
        },
      ]);
    });

    test('there may be sections as well', () => {
      expect(verdictsOf(dockerBench, report(single, section))).toEqual([
        '2.2 FAILED WARN',
        '6.1 INFORMATIONAL INFO',
      ]);
    });

    test.each<[string, unknown, string]>([
      ['a section without results', { id: '2', desc: 'e' }, 'docker-bench section has no "results".'],
      ['a section of another shape', { id: '2', checks: [single] }, 'docker-bench section has no "results".'],
      [
        'a section whose results are null',
        { id: '2', results: null },
        'docker-bench section has no "results".',
      ],
      ['a single test without its id', { result: 'WARN' }, 'docker-bench test has no "id".'],
      [
        'a single test without a word',
        { id: '2', result: [] },
        '"result" of docker-bench test must be a string.',
      ],
    ])('%s is a fault', (_what, broken, fault) => {
      expect(faultsOf(dockerBench, report(section, broken))).toEqual([`tests/1: ${fault}`]);
    });

    test('a section in place of a test is a fault', () => {
      expect(faultsOf(dockerBench, document(section))).toEqual([
        'tests/0/results/0: docker-bench test has no "result".',
      ]);
    });
  });

  test('the fault of a test without its id has its status, for the gate', () => {
    expect(scanOf(dockerBench, document({ result: 'WARN' })).faults).toMatchObject([{ status: 'FAILED' }]);
  });

  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ['that agree', { checks: 2, score: 0 }, []],
    ['in which every pass counts', { score: 1 }, []],
    ['that are not numbers', { checks: '9', score: null }, []],
    [
      'of a lost test',
      { checks: 3 },
      ['docker-bench-security counted 3 tests; the file contains 2 tests: results may be missing.'],
    ],
    [
      'of a lost failure',
      { score: -2 },
      [
        'docker-bench-security counted a score of -2; the file contains 2 tests, 1 of them PASS and 1 WARN: results may be missing.',
      ],
    ],
    [
      'of a lost pass',
      { score: 2 },
      [
        'docker-bench-security counted a score of 2; the file contains 2 tests, 1 of them PASS and 1 WARN: results may be missing.',
      ],
    ],
  ])('totals %s: see table', (_what, totals, expected) => {
    const tests = [
      { id: '1', result: 'PASS' },
      { id: '2', result: 'WARN' },
    ];
    const { warnings = [] } = scanOf(dockerBench, { ...document(...tests), ...totals });
    expect(warnings.map(({ sentence }) => sentence)).toEqual(expected);
  });

  test('start and end are the times of the run', () => {
    expect(scanOf(dockerBench, { ...document(), start: 1795576857, end: 1795576858 })).toMatchObject({
      started: Date.parse('2026-11-25T03:20:57Z'),
      ended: Date.parse('2026-11-25T03:20:58Z'),
    });
  });

  test('a report without tests says so', () => {
    expect(scanOf(dockerBench, document()).emptyBecause).toBe('docker-bench-security ran no tests');
    expect(rulesOf(dockerBench, document())).toEqual([]);
  });

  test('recognises its own documents', () => {
    expect(dockerBench.recognises(document())).toBe(true);
    expect(dockerBench.recognises({ dockerbenchsecurity: '1.6.0' })).toBe(false);
    expect(dockerBench.recognises({ tests: [] })).toBe(false);
    expect(dockerBench.recognises([])).toBe(false);
  });
});
