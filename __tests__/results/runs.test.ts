import { describe, expect, test } from '@jest/globals';
import type { Results } from '../../src/results/results.ts';
import { interpret, result } from './plain-scanner.ts';

const at = { path: ['alpha'] };
const TEN = Date.UTC(2026, 10, 25, 10);
const ELEVEN = Date.UTC(2026, 10, 25, 11);

/** A run with these verdicts by rule, by default of one benchmark, profile and target. */
const run = (verdicts: Readonly<Record<string, string>>, more: object = {}): object => ({
  scanner: 'Alpha',
  benchmark: 'CIS',
  profile: 'L1',
  ended: TEN,
  targets: [{ scheme: 'host', names: ['web-1'], isHostName: true, at }],
  ruleResults: Object.entries(verdicts).map(([ruleId, status]) => result(ruleId, status)),
  ...more,
});
const verdicts = ({ ruleResults }: Results): readonly string[] =>
  ruleResults.map(({ ruleId, status }) => `${ruleId} ${status}`).sort();
const named = (...names: readonly string[]): object => ({
  targets: [{ scheme: 'host', names, isHostName: true, at }],
});

describe('of two runs of one benchmark, profile and target', () => {
  test.each<[promise: string, runs: readonly object[], expected: readonly string[]]>([
    [
      'the later one replaces the earlier one rule by rule, better or worse',
      [run({ a: 'FAILED', b: 'PASSED' }), run({ a: 'PASSED', b: 'FAILED' }, { ended: ELEVEN })],
      ['a PASSED', 'b FAILED'],
    ],
    [
      'also if the later one comes first in the document',
      [run({ a: 'PASSED' }, { ended: ELEVEN }), run({ a: 'FAILED' })],
      ['a PASSED'],
    ],
    [
      'the second one replaces the first if both ended at the same time',
      [run({ a: 'FAILED' }), run({ a: 'PASSED' })],
      ['a PASSED'],
    ],
    [
      'a rule that only the earlier one has is kept',
      [run({ a: 'FAILED', b: 'FAILED' }), run({ a: 'PASSED' }, { ended: ELEVEN })],
      ['a PASSED', 'b FAILED'],
    ],
    [
      'all the results of a rule are replaced',
      [
        run({}, { ruleResults: [result('a', 'FAILED'), result('a', 'PASSED')] }),
        run({ a: 'PASSED' }, { ended: ELEVEN }),
      ],
      ['a PASSED'],
    ],
    [
      'newer content counts as the same benchmark',
      [
        run({ a: 'FAILED' }, { contentVersion: '0.1.79' }),
        run({ a: 'PASSED' }, { contentVersion: '0.1.80', ended: ELEVEN }),
      ],
      ['a PASSED'],
    ],
    [
      'one real name among several is enough',
      [
        run({ a: 'FAILED' }, named('localhost', 'WEB-1')),
        run({ a: 'PASSED' }, { ended: ELEVEN, ...named('web-1.example', 'web-1') }),
      ],
      ['a PASSED'],
    ],
  ])('%s', async (_promise, runs, expected) => {
    expect(verdicts(await interpret([{ alpha: runs }]))).toEqual(expected);
    // In separate files the outcome is the same.
    expect(verdicts(await interpret(runs.map((alpha) => ({ alpha }))))).toEqual(expected);
  });

  test('of three runs, the latest one with a rule decides its result', async () => {
    const runs = [
      run({ a: 'FAILED', b: 'FAILED', c: 'FAILED' }),
      run({ a: 'PASSED', b: 'ERROR' }, { ended: ELEVEN }),
      run({ a: 'NOT_EVALUATED' }, { ended: ELEVEN + 1 }),
    ];
    expect(verdicts(await interpret([{ alpha: runs }]))).toEqual(['a NOT_EVALUATED', 'b ERROR', 'c FAILED']);
  });

  test('a notice names them', async () => {
    const { notices } = await interpret([
      { alpha: run({ a: 'FAILED', b: 'FAILED' }) },
      { alpha: run({ a: 'PASSED' }, { ended: ELEVEN }) },
    ]);
    expect(notices.map(({ sentence }) => sentence)).toEqual([
      'The target was scanned again: the run that ended at 2026-11-25T11:00:00Z in "2.json" replaces this one of 2026-11-25T10:00:00Z for 1 rule; 1 rule that only the earlier run has is kept.',
    ]);
  });
});

describe('runs are combined to the worst, and none replaces the other, if they are', () => {
  const later = (more: object): object => run({ a: 'PASSED' }, { ended: ELEVEN, ...more });
  const earlier = (more: object = {}): object => run({ a: 'FAILED' }, more);
  test.each<[when: string, runs: readonly object[]]>([
    ['of different profiles', [earlier(), later({ profile: 'L2' })]],
    ['of different benchmarks', [earlier(), later({ benchmark: 'STIG' })]],
    [
      'of different versions of a benchmark',
      [earlier({ benchmarkVersion: '1' }), later({ benchmarkVersion: '2' })],
    ],
    ['of different scanners', [earlier(), later({ scanner: 'Beta' })]],
    ['of unknown benchmarks', [earlier({ benchmark: undefined }), later({ benchmark: undefined })]],
    ['without times', [earlier({ ended: undefined }), later({ ended: undefined })]],
    ['without targets', [earlier({ targets: [] }), later({ targets: [] })]],
    ...['localhost', 'localhost.localdomain', 'unknown', 'Original Target'].map(
      (name): [string, readonly object[]] => [`of "${name}"`, [earlier(named(name)), later(named(name))]],
    ),
    [
      'joined only by an identifier or an account',
      ['FAILED', 'PASSED'].map((status, index) =>
        run(
          { a: status },
          {
            ended: TEN + index,
            targets: [{ scheme: 'id', names: ['chroot:///host'], at }],
          },
        ),
      ),
    ],
  ])('%s', async (_when, runs) => {
    const results = await interpret([{ alpha: runs }]);
    expect(verdicts(results)).toEqual(['a FAILED']);
    expect(results.notices.filter(({ sentence }) => sentence.includes('scanned again'))).toEqual([]);
  });
});

describe('a run that is given twice', () => {
  const same = { runId: 'r', started: TEN - 1 };

  test('counts once', async () => {
    const results = await interpret([
      { alpha: run({ a: 'FAILED' }, same) },
      { alpha: run({ a: 'FAILED' }, same) },
    ]);
    expect(results.ruleResults.map(({ ruleId, counts }) => [ruleId, counts])).toEqual([['a', undefined]]);
    expect(results.notices.map(({ sentence }) => sentence)).toEqual([
      'The run "r" that ended at 2026-11-25T10:00:00Z appears twice here and in "1.json": it counts once.',
    ]);
  });

  test.each<[what: string, other: object]>([
    ['a different end', { ended: ELEVEN }],
    ['a different beginning', { started: TEN - 2 }],
    ['a different id', { runId: 's' }],
  ])('is not the same with %s: that one is later', async (_what, other) => {
    const results = await interpret([
      { alpha: run({ a: 'FAILED' }, same) },
      { alpha: run({ a: 'PASSED' }, { ...same, ...other }) },
    ]);
    expect(verdicts(results)).toEqual(['a PASSED']);
  });

  test('but has different verdicts is not trusted: the worst counts', async () => {
    for (const [first, second] of [['FAILED', 'PASSED'] as const, ['PASSED', 'FAILED'] as const]) {
      const results = await interpret([
        { alpha: run({ a: first }, same) },
        { alpha: run({ a: second }, same) },
      ]);
      expect(verdicts(results)).toEqual(['a FAILED']);
    }
  });

  test('is not the same if the two share no rule: converters give every file the same id', async () => {
    const nameless = { ...same, targets: [] };
    const results = await interpret([
      { alpha: run({ a: 'FAILED' }, nameless) },
      { alpha: run({ b: 'PASSED' }, nameless) },
    ]);
    expect(verdicts(results)).toEqual(['a FAILED', 'b PASSED']);
    expect(results.notices).toEqual([]);
  });

  test('may be two runs if no time is known: they are combined', async () => {
    const runs = ['FAILED', 'PASSED'].map((status) => ({
      alpha: run({ a: status }, { runId: 'r', ended: undefined }),
    }));
    expect(verdicts(await interpret(runs))).toEqual(['a FAILED']);
  });
});
