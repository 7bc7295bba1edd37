import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeCounts } from '../../src/messages/details.ts';
import { combine } from '../../src/results/combine.ts';
import { countResults, joinWords } from '../../src/results/reading/counts.ts';
import type { RuleResult } from '../../src/results/reading/scanner.ts';
import { STATUSES_WORST_FIRST, worstOf, type Status } from '../../src/status.ts';

const result = (ruleId: string, status: Status, word: string, index = 0): RuleResult => ({
  ruleId,
  status,
  result: word,
  at: { path: [index] },
});

const anyResult = fc.record({
  ruleId: fc.constantFrom('1.1', '1.10', '2', '__proto__', 'constructor'),
  status: fc.constantFrom(...STATUSES_WORST_FIRST),
  result: fc.constantFrom('PASS', 'FAIL', 'WARN'),
  title: fc.string(),
  at: fc.record({ path: fc.tuple(fc.nat()) }),
});

describe('several results for one rule', () => {
  test.each<[string, readonly Status[], Status]>([
    ['a failure outweighs everything', ['PASSED', 'UNKNOWN', 'FAILED', 'ERROR'], 'FAILED'],
    ['unknown outweighs an error', ['ERROR', 'UNKNOWN', 'PASSED'], 'UNKNOWN'],
    ['an error outweighs a rule that was not evaluated', ['NOT_EVALUATED', 'ERROR'], 'ERROR'],
    ['a rule that was not evaluated outweighs a pass', ['PASSED', 'NOT_EVALUATED'], 'NOT_EVALUATED'],
    ['a pass outweighs information', ['INFORMATIONAL', 'PASSED', 'NOT_APPLICABLE'], 'PASSED'],
    [
      'information outweighs a rule that does not apply',
      ['NOT_APPLICABLE', 'INFORMATIONAL'],
      'INFORMATIONAL',
    ],
  ])('%s', (_promise, statuses, expected) => {
    const [combined] = combine(statuses.map((status, index) => result('1', status, status, index)));
    expect(combined?.status).toBe(expected);
  });

  test('keep the details of the first of the worst, every word once, and the number per status', () => {
    const combined = combine([
      { ...result('1.1', 'PASSED', 'PASS', 0), title: 'passing' },
      { ...result('1.1', 'FAILED', 'FAIL', 1), title: 'first failing', reason: 'because' },
      { ...result('1.1', 'FAILED', 'FAIL', 2), title: 'second failing' },
    ]);
    expect(combined).toEqual([
      {
        ruleId: '1.1',
        status: 'FAILED',
        result: 'FAIL/PASS',
        title: 'first failing',
        reason: 'because',
        counts: { FAILED: 2, PASSED: 1 },
        combined: [{ id: '1.1', status: 'FAILED' }],
        at: { path: [1] },
      },
    ]);
  });

  test('name the scanners’ rules they came from, each once with its worst status', () => {
    const of = (scanner: string, ownId: string, status: Status): RuleResult => ({
      ...result('1.1', status, status),
      ...{ scanner, ownId },
    });
    const [combined] = combine([
      of('OpenSCAP', 'a', 'PASSED'),
      of('OpenSCAP', 'a', 'FAILED'),
      of('InSpec', 'a', 'PASSED'),
      of('OpenSCAP', 'b', 'ERROR'),
    ]);
    expect(combined).toMatchObject({
      combined: [
        { scanner: 'OpenSCAP', id: 'a', status: 'FAILED' },
        { scanner: 'InSpec', id: 'a', status: 'PASSED' },
        { scanner: 'OpenSCAP', id: 'b', status: 'ERROR' },
      ],
    });
  });

  test('stay unchanged if there is only one', () => {
    const only = result('1.1', 'PASSED', 'PASS');
    expect(combine([only])).toEqual([only]);
  });
});

test('combining gives each rule once, in order of first appearance, with the worst of its statuses', () => {
  fc.assert(
    fc.property(fc.array(anyResult), (results) => {
      const combined = combine(results);
      expect(combined.map(({ ruleId }) => ruleId)).toEqual([...new Set(results.map(({ ruleId }) => ruleId))]);
      for (const { ruleId, status } of combined) {
        const own = results.filter((one) => one.ruleId === ruleId).map((one) => one.status);
        expect(status).toBe(worstOf(own));
      }
    }),
  );
});

test('combining in steps gives the same as combining at once', () => {
  fc.assert(
    fc.property(fc.array(anyResult), fc.array(anyResult), (some, others) => {
      expect(combine([...combine(some), ...combine(others)])).toEqual(combine([...some, ...others]));
    }),
  );
});

test('the order of results of equal weight changes neither status nor words nor counts', () => {
  fc.assert(
    fc.property(fc.array(anyResult), (results) => {
      const facts = (list: readonly RuleResult[]) =>
        new Map(
          combine(list).map(({ ruleId, status, result: word, counts }) => [ruleId, { status, word, counts }]),
        );
      expect(facts([...results].reverse())).toEqual(facts(results));
    }),
  );
});

test('counts are listed worst first', () => {
  expect(describeCounts(countResults(['PASSED', 'FAILED', 'PASSED']))).toBe('3 results: 1 FAILED, 2 PASSED');
  expect(describeCounts({ ERROR: 1 })).toBe('1 result: 1 ERROR');
});

test('words are listed once, always in the same order', () => {
  expect(joinWords(['passed', 'failed', 'passed'])).toBe('failed/passed');
  expect(joinWords(['PASS/WARN', 'FAIL'])).toBe('FAIL/PASS/WARN');
});
