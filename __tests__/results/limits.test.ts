import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { JSON_BOUNDS } from '../../src/results/parse/json/scan.ts';
import { DEEPEST_NESTING, LONGEST_PIECE, LONGEST_TAG } from '../../src/results/parse/xml.ts';
import { YAML_BOUNDS } from '../../src/results/parse/yaml/yaml.ts';
import { MOST_KEPT_ELEMENTS } from '../../src/results/reading/bounds.ts';
import type { DataScanner, RuleResult } from '../../src/results/reading/scanner.ts';
import { memberOf } from '../../src/json.ts';
import { formatsOf, interpret, plainScanner } from './plain-scanner.ts';

const FORMATS = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');

test('the bounds of documents match the documentation', () => {
  expect(YAML_BOUNDS).toEqual({
    bytes: 4 * 1024 * 1024,
    tokens: 1_048_576,
    depth: 128,
    documents: 131_072,
    aliased: 10_000,
  });
  expect(JSON_BOUNDS).toMatchObject({
    values: 4_510_000,
    depth: 128,
    documents: 131_072,
  });
  expect([DEEPEST_NESTING, LONGEST_TAG, LONGEST_PIECE]).toEqual([128, 64 * 1024, 2 * 1024 * 1024]);
  expect(MOST_KEPT_ELEMENTS).toBe(150_000);
  for (const stated of [
    'YAML up to 4 MiB and 1,048,576 tokens',
    'aliases may expand to at most 10,000 values',
    'at most 4,510,000 values, where objects, lists and elements of lists count as two, and 131,072 documents',
    'nothing is nested more than 128 deep',
    'a tag of more than 64 Ki characters, a comment or text of more than 2 Mi characters',
    'more than 150,000 results, rules and parts of them',
  ]) {
    expect(FORMATS).toContain(stated);
  }
});

test.each([
  ['one file', [1_000_001]],
  ['several files together', [600_000, 400_001]],
])('more than a million results in %s are refused', async (_where, numbers) => {
  const one: RuleResult = { ruleId: '1', status: 'PASSED', result: 'pass', at: { path: [] } };
  const scanner: DataScanner = {
    ...plainScanner('many'),
    read: (document) => [{ ruleResults: Array<RuleResult>(Number(memberOf(document, 'many'))).fill(one) }],
  };
  const documents = numbers.map((number) => ({ many: number }));
  await expect(interpret(documents, { formats: formatsOf([scanner]) })).rejects.toMatchObject({
    failure: {
      code: 'ResultsFileUnreadable',
      sentence: 'The files contain 1,000,001 results; the limit is 1,000,000.',
    },
  });
});
