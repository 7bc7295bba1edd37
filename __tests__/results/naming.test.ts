import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { undefinedIfEmpty, withoutUndefined } from '../../src/json.ts';
import type { Results } from '../../src/results/results.ts';
import { STATUSES_WORST_FIRST, worstOf, type Status } from '../../src/status.ts';
import { interpret, result } from './plain-scanner.ts';

/** A result of one scanner: its own id, status and recommendations. */
type Given = readonly [ownId: string, status: string, ...recommendations: readonly string[]];

const scan = (scanner: string, ...results: readonly Given[]): object => ({
  scanner,
  ruleResults: results.map(([ownId, status, ...recommendations]) =>
    result(ownId, status, {
      title: `title of ${ownId}`,
      ...withoutUndefined({ recommendations: undefinedIfEmpty(recommendations) }),
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
    ['by its own id if the file states no number', [['rule_a', 'PASSED']], ['rule_a PASSED'], 0, 1],
    ['by its own id if that is already the number', [['1.1.1', 'PASSED']], ['1.1.1 PASSED'], 0, 0],
    [
      'like the other rules of its recommendation, and the worst counts',
      [
        ['rule_a', 'PASSED', '1.1'],
        ['rule_b', 'FAILED', '1.1'],
        ['rule_c', 'NOT_APPLICABLE', '1.1'],
      ],
      ['1.1 FAILED'],
      3,
      0,
    ],
    [
      'only once by a number that the file repeats',
      [['rule_a', 'PASSED', '1.1', '1.1']],
      ['1.1 PASSED'],
      1,
      0,
    ],
    [
      'the same for all of its results',
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

test('with `rule-id: scanner` every rule keeps its own id, with the number in its details', async () => {
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

test('rules with one number report the worst: its own id, its title, and the number per status', async () => {
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

describe('a recommendation with a result that cannot be read is left out completely:', () => {
  const at = { path: [] };
  const unreadable = (rule: object, status?: string): object => ({
    ruleResults: [],
    unreadableRules: [rule],
    faults: [
      { sentence: 'unreadable', at, ofRecord: true, ruleId: 'rule_x', ...withoutUndefined({ status }) },
    ],
  });

  test.each<[promise: string, scans: readonly object[], left: readonly string[], blocked: readonly string[]]>(
    [
      [
        'with other rules of the same number',
        [
          scan('Alpha', ['rule_a', 'PASSED', '1.1'], ['rule_b', 'PASSED', '1.2']),
          unreadable({ ruleId: 'rule_x', recommendations: ['1.1'] }),
        ],
        ['1.2 PASSED'],
        ['1.1'],
      ],
      [
        'under each of its numbers',
        [
          scan('Alpha', ['a', 'PASSED', '1.1'], ['b', 'PASSED', '1.2']),
          unreadable({ ruleId: 'rule_x', recommendations: ['1.1', '1.2'] }),
        ],
        [],
        ['1.1', '1.2'],
      ],
      [
        'under a number that only another of its records states',
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
  ])('if %s and %s are left out, a gate counts %s', async (stated, others, counted) => {
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
      'reported with the verdict of a third scanner',
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
      'not a result that a scanner could not determine',
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
      'between the worst verdicts of the scanners',
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

const anyRule = fc.record({
  scanner: fc.constantFrom('A', 'B'),
  ownId: fc.constantFrom('a', 'b', '1.1', '__proto__'),
  status: fc.constantFrom(...STATUSES_WORST_FIRST),
  recommendations: fc.array(fc.constantFrom('1.1', '1.2', '2'), { maxLength: 2 }),
});

test.each(['cis', 'scanner'] as const)(
  'with `rule-id: %s` every result counts under each of its names, and none looks better than its worst',
  async (ruleId) => {
    const unreadable = fc.array(fc.constantFrom('a', 'b'), { maxLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyRule, { minLength: 1, maxLength: 8 }), unreadable, async (rules, lost) => {
        const scans = rules.map(({ scanner, ownId, status, recommendations }) => ({
          scanner,
          ruleResults: [result(ownId, status, { recommendations })],
        }));
        const spoilt = {
          ruleResults: [],
          unreadableRules: lost.map((id) => ({ ruleId: id })),
          faults: lost.map((id) => ({ sentence: 'x', at: { path: [] }, ofRecord: true, ruleId: id })),
        };
        const { ruleResults, unreadable: left } = await interpret([{ alpha: [...scans, spoilt] }], {
          ruleId,
        });
        const sent = new Map(ruleResults.map((one) => [one.ruleId, one.status]));
        expect(sent.size).toBe(ruleResults.length);
        const expected = new Map<string, Status[]>();
        for (const { ownId, status, recommendations } of rules) {
          const names = ruleId === 'cis' && recommendations.length > 0 ? recommendations : [ownId];
          for (const name of names) expected.set(name, [...(expected.get(name) ?? []), status]);
        }
        for (const [name, statuses] of expected) {
          expect([name, sent.get(name)]).toEqual([name, left.has(name) ? undefined : worstOf(statuses)]);
        }
        expect([...sent.keys()].filter((name) => !expected.has(name))).toEqual([]);
      }),
    );
  },
);
