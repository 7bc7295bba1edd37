import { describe, expect, test } from '@jest/globals';
import type { Results } from '../../src/results/results.ts';
import { interpret, result } from './plain-scanner.ts';

/** Own id, status and recommendations of a result of one scanner. */
type Given = readonly [ownId: string, status: string, ...recommendations: readonly string[]];

const scan = (scanner: string, ...results: readonly Given[]): object => ({
  scanner,
  ruleResults: results.map(([ownId, status, ...recommendations]) =>
    result(ownId, status, {
      title: `title of ${ownId}`,
      ...(recommendations.length > 0 && { recommendations }),
    }),
  ),
});
const verdicts = ({ ruleResults }: Results): readonly string[] =>
  ruleResults.map(({ ruleId, status }) => `${ruleId} ${status}`);

describe('with `rule-id: cis` a rule is named', () => {
  test.each<
    [promise: string, given: readonly Given[], expected: readonly string[], renamed: number, kept: number]
  >([
    ['by its recommendation', [['rule_a', 'PASSED', '1.1.1']], ['1.1.1 PASSED'], 1, 0],
    [
      'by each of its recommendations',
      [['rule_a', 'FAILED', '1.1', '1.2']],
      ['1.1 FAILED', '1.2 FAILED'],
      1,
      0,
    ],
    ['by its own id where the file states no number', [['rule_a', 'PASSED']], ['rule_a PASSED'], 0, 1],
    ['by its own id, which is the number already', [['1.1.1', 'PASSED']], ['1.1.1 PASSED'], 0, 0],
    [
      'like the others of its recommendation, and the worst counts',
      [
        ['rule_a', 'PASSED', '1.1'],
        ['rule_b', 'FAILED', '1.1'],
        ['rule_c', 'NOT_APPLICABLE', '1.1'],
      ],
      ['1.1 FAILED'],
      3,
      0,
    ],
    ['once by a number that the file repeats', [['rule_a', 'PASSED', '1.1', '1.1']], ['1.1 PASSED'], 1, 0],
    [
      'once for all of its results',
      [
        ['rule_a', 'PASSED', '1.1'],
        ['rule_a', 'PASSED', '1.1'],
        ['rule_b', 'PASSED'],
        ['rule_b', 'ERROR'],
      ],
      ['1.1 PASSED', 'rule_b ERROR'],
      1,
      1,
    ],
  ])('%s', async (_promise, given, expected, renamed, kept) => {
    const results = await interpret([{ alpha: scan('Alpha', ...given) }]);
    expect(verdicts(results)).toEqual(expected);
    expect([results.renamed, results.kept]).toEqual([renamed, kept]);
  });
});

test('with `rule-id: scanner` every rule keeps its own id, and the number stands beside it', async () => {
  const given: readonly Given[] = [
    ['rule_a', 'PASSED', '1.1'],
    ['rule_b', 'FAILED', '1.1', '1.2'],
  ];
  const results = await interpret([{ alpha: scan('Alpha', ...given) }], { ruleId: 'scanner' });
  expect(verdicts(results)).toEqual(['rule_a PASSED', 'rule_b FAILED']);
  expect(results.ruleResults.map(({ recommendations }) => recommendations)).toEqual([
    ['1.1'],
    ['1.1', '1.2'],
  ]);
  expect([results.renamed, results.kept]).toEqual([0, 0]);
});

test('rules of one number tell of the worst: its own id, its title, and how many ended how', async () => {
  const { ruleResults } = await interpret([
    {
      alpha: scan(
        'Alpha',
        ['rule_a', 'PASSED', '1.1'],
        ['rule_b', 'FAILED', '1.1'],
        ['rule_c', 'PASSED', '1.1'],
      ),
    },
  ]);
  expect(ruleResults).toMatchObject([
    {
      ruleId: '1.1',
      ownId: 'rule_b',
      title: 'title of rule_b',
      result: 'FAILED/PASSED',
      counts: { FAILED: 1, PASSED: 2 },
    },
  ]);
});

test('messages files are never renamed', async () => {
  const results = await interpret([[{ ruleId: 'rule_a', status: 'PASSED', cisRuleDetails: '' }]]);
  expect([results.drafts.length, results.renamed, results.kept]).toEqual([1, 0, 0]);
});

describe('a recommendation with a result that cannot be read is left out whole:', () => {
  const at = { path: [] };
  const unreadable = (rule: object, status?: string): object => ({
    ruleResults: [],
    unreadableRules: [rule],
    faults: [{ sentence: 'unreadable', at, ofRecord: true, ruleId: 'rule_x', ...(status && { status }) }],
  });

  test.each<[promise: string, scans: readonly object[], left: readonly string[], blocked: readonly string[]]>(
    [
      [
        'what another rule of its number says',
        [
          scan('Alpha', ['rule_a', 'PASSED', '1.1'], ['rule_b', 'PASSED', '1.2']),
          unreadable({ ruleId: 'rule_x', recommendations: ['1.1'] }),
        ],
        ['1.2 PASSED'],
        ['1.1'],
      ],
      [
        'each of its numbers',
        [
          scan('Alpha', ['a', 'PASSED', '1.1'], ['b', 'PASSED', '1.2']),
          unreadable({ ruleId: 'rule_x', recommendations: ['1.1', '1.2'] }),
        ],
        [],
        ['1.1', '1.2'],
      ],
      [
        'the number that only another of its records states',
        [
          scan('Alpha', ['rule_x', 'PASSED', '1.1'], ['b', 'PASSED', '1.1']),
          unreadable({ ruleId: 'rule_x' }),
        ],
        [],
        ['rule_x', '1.1'],
      ],
    ],
  )('%s', async (_promise, scans, left, blocked) => {
    const results = await interpret([{ alpha: scans }]);
    expect(verdicts(results)).toEqual(left);
    expect([...results.unreadable]).toEqual(blocked);
    expect(results.recordFaults).toHaveLength(1);
  });

  test.each<[stated: string | undefined, others: string, counted: string | undefined]>([
    ['PASSED', 'FAILED', 'FAILED'],
    ['FAILED', 'PASSED', 'FAILED'],
    [undefined, 'PASSED', undefined],
  ])('of %s and %s that are left out a gate counts %s', async (stated, others, counted) => {
    const spoilt = unreadable({ ruleId: 'rule_x', recommendations: ['1.1'] }, stated);
    const { recordFaults } = await interpret([{ alpha: [scan('Alpha', ['rule_a', others, '1.1']), spoilt] }]);
    expect(recordFaults.map(({ ruleId, status }) => [ruleId, status])).toEqual([['1.1', counted]]);
  });
});

describe('a disagreement is', () => {
  const message = (status: string): object => ({ ruleId: '1.1', status, cisRuleDetails: '' });
  test.each<[what: string, files: readonly unknown[], disagreements: readonly (readonly string[])[]]>([
    [
      'PASSED by one scanner and FAILED by another',
      [{ alpha: scan('OpenSCAP', ['rule_a', 'PASSED', '1.1']) }, { beta: scan('goss', ['1.1', 'FAILED']) }],
      [['1.1', 'OpenSCAP PASSED', 'goss FAILED']],
    ],
    [
      'told with what a third scanner says',
      [
        {
          alpha: [
            scan('A', ['1.1', 'PASSED']),
            scan('B', ['1.1', 'FAILED']),
            scan('C', ['1.1', 'NOT_EVALUATED']),
          ],
        },
      ],
      [['1.1', 'A PASSED', 'B FAILED', 'C NOT_EVALUATED']],
    ],
    [
      'PASSED by hand and FAILED by a scanner',
      [[message('PASSED')], { beta: scan('goss', ['1.1', 'FAILED']) }],
      [['1.1', 'goss FAILED', 'messages PASSED']],
    ],
    [
      'not several rules of one scanner under one number',
      [{ alpha: scan('A', ['rule_a', 'PASSED', '1.1'], ['rule_b', 'FAILED', '1.1']) }],
      [],
    ],
    [
      'not what a scanner could not tell',
      [
        {
          alpha: [
            scan('A', ['1.1', 'PASSED']),
            scan('B', ['1.1', 'NOT_EVALUATED']),
            scan('C', ['1.1', 'NOT_APPLICABLE']),
          ],
        },
      ],
      [],
    ],
    [
      'by the worst that each scanner says',
      [{ alpha: [scan('A', ['a', 'PASSED', '1.1'], ['b', 'FAILED', '1.1']), scan('B', ['1.1', 'FAILED'])] }],
      [],
    ],
  ])('%s', async (_what, files, expected) => {
    const { disagreements } = await interpret(files);
    expect(
      disagreements.map(({ ruleId, opinions }) => [
        ruleId,
        ...opinions.map(({ scanner, status }) => `${scanner} ${status}`),
      ]),
    ).toEqual(expected);
  });
});
