import { withoutUndefined } from '../../src/json.ts';
import { describe, expect, test } from '@jest/globals';
import { cisBenchmarksDiffer } from '../../src/results/compare-benchmarks.ts';
import type { CisBenchmark } from '../../src/results/reading/scanner.ts';
import { rejectionOf } from './parse/documents.ts';
import { interpret, result } from './plain-scanner.ts';

describe('two CIS benchmarks', () => {
  test.each([
    'CIS',
    'Benchmark',
    'Linux',
    'GNU',
    'LTS',
    'OS',
    'Server',
    'Microsoft',
    'Standalone',
    'stand-alone',
    'v',
  ])('of one product do not differ by the word %s', (word) => {
    expect(cisBenchmarksDiffer({ product: `acme ${word}` }, { product: 'acme edge' })).toBe(false);
  });

  test.each<[one: CisBenchmark, other: CisBenchmark, differ: boolean]>([
    [{ product: 'kubernetes', version: '1.23' }, { product: 'kubernetes', version: '1.24' }, true],
    [{ product: 'kubernetes', version: '1.23' }, { product: 'kubernetes', version: '1.23' }, false],
    [{ version: '2.0.0' }, { version: '2.0' }, false],
    [{ version: 'v2.0.0' }, { version: '2.0.0' }, false],
    [{ version: '1.10' }, { version: '1.1' }, true],
    [{ version: '1.0.0' }, {}, false],
    [{ product: 'ubuntu linux 22.04 lts' }, { version: '2.0.0' }, false],
    [{ product: 'ubuntu linux 22.04 lts' }, { product: 'ubuntu 22.04' }, false],
    [{ product: 'ubuntu linux 22.04 lts' }, { product: 'ubuntu2204' }, false],
    [{ product: 'ubuntu linux 22.04 lts' }, { product: 'ubuntu22' }, false],
    [{ product: 'ubuntu linux 22.04 lts' }, { product: 'ubuntu linux' }, false],
    [{ product: 'ubuntu linux 22.04 lts' }, { product: 'ubuntu linux 24.04 lts' }, true],
    [{ product: 'red hat enterprise linux 9' }, { product: 'rhel9' }, false],
    [{ product: 'red hat enterprise linux 9' }, { product: 'rhel 8' }, true],
    [{ product: 'red hat enterprise linux 9' }, { product: 'ubuntu linux 22.04 lts' }, true],
    [{ product: 'amazon linux 2' }, { product: 'amazon web services foundations' }, true],
    [{ product: 'amazon linux 2' }, { product: 'amazon linux 2023' }, true],
    [{ product: 'kubernetes' }, { product: 'amazon elastic kubernetes service (eks)' }, true],
    [{ product: 'microsoft windows server 2022' }, { product: 'windows server 2022 stand-alone' }, false],
    [{ product: 'docker' }, { product: 'kubernetes' }, true],
    [{}, {}, false],
    [{ version: 'DRAFT' }, { version: '1.0.0' }, false],
  ])('%j and %j differ: %j', (one, other, differ) => {
    expect(cisBenchmarksDiffer(one, other)).toBe(differ);
    expect(cisBenchmarksDiffer(other, one)).toBe(differ);
  });
});

const scan = (
  cisBenchmark: CisBenchmark | undefined,
  ruleIds: readonly string[],
  more: object = {},
): object => ({
  benchmark: 'CIS Kubernetes Benchmark',
  ...withoutUndefined({ cisBenchmark, benchmarkVersion: cisBenchmark?.version }),
  ruleResults: ruleIds.map((ruleId) => result(ruleId, 'PASSED')),
  ...more,
});
const of = (version: string): CisBenchmark => ({ product: 'kubernetes', version });
const sentencesOf = (list: readonly { readonly sentence: string }[]): readonly string[] =>
  list.map(({ sentence }) => sentence);

test('different benchmarks are a warning, and a shared number is a fault that says how to separate them', async () => {
  const { faults, warnings } = await interpret([
    { alpha: scan(of('1.23'), ['1.2.6', '1.2.7', '1.2.8']) },
    { alpha: scan(of('1.24'), ['1.2.6', '1.2.7', '1.2.9']) },
  ]);
  expect(sentencesOf(warnings)).toEqual([
    'The results are for different benchmarks: "CIS Kubernetes Benchmark 1.23" and "CIS Kubernetes Benchmark 1.24".',
  ]);
  expect(sentencesOf(faults)).toEqual([
    '"CIS Kubernetes Benchmark 1.24" here and "CIS Kubernetes Benchmark 1.23" at 1.json:1:1 share 2 numbers (1.2.6 and 1.2.7), and the same number means a different rule in each benchmark. Scan with one benchmark, or send the results of each to its own session, or set `rule-id: scanner` if the scanners have their own ids.',
  ]);
});

test('different benchmarks without shared numbers are only a warning', async () => {
  const { faults, warnings } = await interpret([
    { alpha: scan(of('1.23'), ['1.1.1']) },
    { alpha: scan(of('1.24'), ['2.1.1']) },
  ]);
  expect([faults.length, warnings.length]).toEqual([0, 1]);
});

test('a number is shared if the scanner’s rules are named by it', async () => {
  const named = (version: string): object =>
    scan(of(version), [], {
      ruleResults: [result(`rule ${version}`, 'PASSED', { recommendations: ['1.1'] })],
    });
  const files = [{ alpha: named('1.23') }, { alpha: named('1.24') }];
  expect((await interpret(files)).faults).toHaveLength(1);
  expect((await interpret(files, { ruleId: 'scanner' })).faults).toHaveLength(0);
});

test('the same check under the scanner’s own id is not a shared number', async () => {
  const { faults } = await interpret([
    { alpha: scan(of('1.23'), ['iam_root_mfa']) },
    { alpha: scan(of('1.24'), ['iam_root_mfa']) },
  ]);
  expect(faults).toEqual([]);
});

test('different benchmarks of one scanner are a warning even if they are not CIS benchmarks', async () => {
  const results = await interpret([
    {
      alpha: [scan(undefined, ['1.1'], { benchmark: 'NSA' }), scan(undefined, ['1.1'], { benchmark: 'PSS' })],
    },
  ]);
  expect(sentencesOf(results.warnings)).toEqual([
    'The results are for different benchmarks: "NSA" and "PSS".',
  ]);
  expect(results.faults).toEqual([]);
});

test('unknown versions do not differ: one notice says that they could not be compared', async () => {
  const results = await interpret([
    {
      alpha: scan(undefined, ['1.1.1.1'], {
        scanner: 'OpenSCAP',
        benchmark: 'SSG',
        contentVersion: '0.1.80',
      }),
    },
    { alpha: scan({ version: '2.0.0' }, ['1.1.1.1'], { scanner: 'goss', benchmark: 'CIS Ubuntu' }) },
    { alpha: scan(undefined, ['1.1.1.1'], { scanner: 'InSpec', benchmark: undefined }) },
  ]);
  expect([results.faults, results.warnings]).toEqual([[], []]);
  expect(sentencesOf(results.notices)).toEqual([
    'Results of OpenSCAP (SSG (content 0.1.80)), goss (CIS Ubuntu 2.0.0) and InSpec share recommendations, but not all of them state the version of their CIS benchmark, so the versions could not be compared.',
  ]);
});

test('two scanners that state the same version need no notice', async () => {
  const results = await interpret([
    { alpha: scan({ version: '2.0.0' }, ['1.1.1.1'], { scanner: 'goss' }) },
    { alpha: scan({ version: '2.0.0' }, ['1.1.1.1'], { scanner: 'InSpec' }) },
  ]);
  expect(results.notices).toEqual([]);
});

test('two files of one scanner and benchmark need no notice', async () => {
  const one = { alpha: scan(undefined, ['1.1']) };
  expect((await interpret([one, one])).notices).toEqual([]);
});

test('more benchmarks than can be compared are refused', async () => {
  const scans = Array.from({ length: 101 }, (_, index) => scan(of(`1.${index}`), ['1.1']));
  expect(await rejectionOf(interpret([{ alpha: scans }]))).toMatchObject({
    code: 'InvalidMessages',
    sentence: 'The results are for 101 different benchmarks; at most 100 can be compared.',
  });
});
