import { expect, test } from '@jest/globals';
import type { Item, RuleResultElement } from '../../../../src/results/scanners/xccdf/model.ts';
import { scoreDiffers } from '../../../../src/results/scanners/xccdf/score.ts';

const position = { line: 1, column: 1 };

const result = (
  idref: string,
  word: string,
  changes: Partial<RuleResultElement> = {},
): RuleResultElement => ({
  idref,
  words: [word],
  severity: undefined,
  role: 'full',
  weight: 1,
  identifiers: [],
  messages: new Set(),
  overrides: [],
  position,
  ...changes,
});

const differs = (
  system: string,
  value: number,
  maximum: number | undefined,
  results: readonly RuleResultElement[],
  items?: readonly Item[],
): boolean | undefined =>
  scoreDiffers({ system: `urn:xccdf:scoring:${system}`, value, maximum, position }, results, items);

const mixed = [
  result('a', 'pass', { weight: 10 }),
  result('b', 'fixed'),
  result('c', 'fail', { weight: 2 }),
  result('d', 'error', { weight: 0 }),
  result('e', 'unknown'),
  ...['notselected', 'notapplicable', 'notchecked', 'informational'].map((word) => result(word, word)),
  result('f', 'fail', { role: 'unscored' }),
];
const rule = (ruleId: string, weight = 1): Item => ({ ruleId, weight });
const group = (weight: number, ...items: readonly Item[]): Item => ({ weight, items });

test.each([
  ['flat', 'is the weight of the passed results among the scored ones', 11, 14, mixed, undefined],
  ['flat-unweighted', 'counts what has a weight', 2, 4, mixed, undefined],
  [
    'default',
    'is the weighted mean of the groups',
    75,
    100,
    [result('a', 'pass'), result('b', 'pass'), result('c', 'fail'), result('d', 'notapplicable')],
    [group(1, rule('a')), group(1, rule('b'), rule('c'), rule('d')), group(1, rule('d')), group(1)],
  ],
  [
    'default',
    'uses the weights of groups and rules',
    60,
    100,
    [result('a', 'pass'), result('b', 'fail'), result('c', 'pass')],
    [group(4, rule('a', 2), rule('b', 2)), rule('c')],
  ],
  ['default', 'is 0 without scored results', 0, 100, [result('a', 'notapplicable')], [rule('a')]],
])('the score of the model %s %s', (system, _promise, value, maximum, results, items) => {
  expect(differs(system, value, maximum, results, items)).toBe(false);
  expect(differs(system, value + 1, maximum, results, items)).toBe(true);
});

test('a maximum counts too, if it is stated', () => {
  expect(differs('flat', 11, 15, mixed)).toBe(true);
  expect(differs('flat', 11, undefined, mixed)).toBe(false);
});

test.each([
  ['of an unknown model', 'absolute', mixed, undefined],
  ['without the benchmark', 'default', mixed, undefined],
  ['that is not a number', 'flat', mixed, undefined],
  [
    'of results that were changed by hand',
    'flat',
    [result('a', 'pass', { overrides: ['by me'] })],
    undefined,
  ],
  ['of rules with several results each', 'default', [result('a', 'pass'), result('a', 'fail')], [rule('a')]],
])('a score %s cannot be checked', (what, system, results, items) => {
  const value = what === 'that is not a number' ? Number.NaN : 1;
  expect(differs(system, value, 100, results, items)).toBeUndefined();
});
