import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Failure } from '../../src/failure.ts';
import { recognise, unrecognised } from '../../src/results/recognise.ts';
import type { DataScanner } from '../../src/results/reading/scanner.ts';
import { SCANNERS, UNSUPPORTED } from '../../src/results/scanners/index.ts';
import { failureOf } from './parse/documents.ts';

const scanner = (name: string, member: string): DataScanner => ({
  kind: 'data',
  name,
  shape: `an object with "${member}"`,
  recognises: (document) => typeof document === 'object' && document !== null && member in document,
  statuses: {},
  read: () => [{ ruleResults: [] }],
});
const [one, two] = [scanner('one', 'a'), scanner('two', 'b')];
const known = {
  name: 'an old report',
  recognises: (document: unknown) => document === 'old',
  advice: 'Write a new one.',
};
const auto = { format: 'auto', unsupported: [known] };
const refusalOf = (document: unknown): Failure =>
  failureOf(() => recognise(document, [one, two], auto, 'results.json'));

test('the one scanner that recognises a document’s shape reads it', () => {
  expect(recognise({ b: 1 }, [one, two], auto, 'results.json')).toBe(two);
});

test.each<[string, unknown, string]>([
  ['two formats', { a: 1, b: 1 }, '"results.json" could be `one` or `two`.'],
  [
    'a format that is known but unsupported',
    'old',
    '"results.json" is an old report, which is not supported.',
  ],
  ['an object', { x: 1, y: 2 }, 'it is an object with "x", "y".'],
  ['an empty object', {}, 'it is an empty object.'],
  ['a list', [[], 'x'], 'it is a list of 2, the first a list.'],
  ['a list of objects', [{ x: 1 }], 'it is a list of 1, the first an object with "x".'],
  ['a number', 5, 'it is a single number.'],
  ['null', null, 'it is empty.'],
  [
    'many members',
    Object.fromEntries(Array.from('abcdefghij', (name) => [`_${name}`, 1])),
    '"_a", "_b", "_c", "_d", "_e", "_f", "_g", "_h" and more.',
  ],
])('%s: the failure says what the document is', (_what, document, sentence) => {
  const failure = refusalOf(document);
  expect(failure.code).toBe('ResultsFormatUnknown');
  expect(failure.sentence).toContain(sentence);
});

test('the failure for a format that is known but unsupported says what to use instead', () => {
  expect(refusalOf('old').remedy).toBe('Write a new one.');
});

test('the failure for a document of two formats says which input decides', () => {
  expect(refusalOf({ a: 1, b: 1 }).remedy).toContain('`results-format`');
});

test('the failure lists every shape that was looked for', () => {
  const { cause } = unrecognised('f', 'XML', SCANNERS).failure;
  const shapes = SCANNERS.map(({ name, shape }) => `\`${name}\`: ${shape}`);
  expect(cause).toBe(`Looked for ${shapes.join('; ')}.`);
});

test('no JSON value makes recognition throw anything but its failure', () => {
  const names = ['messages', 'ruleId', 'profiles', 'controls', 'results', 'summary', 'Controls', 'Findings'];
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, 1, 'x', true),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('any'), { maxKeys: 4 }),
    ),
  })).any;
  fc.assert(
    fc.property(value, (document) => {
      try {
        recognise(document, SCANNERS, { format: 'auto', unsupported: UNSUPPORTED }, 'f');
      } catch (error) {
        expect(error).toMatchObject({ failure: { code: 'ResultsFormatUnknown' } });
      }
    }),
  );
});

describe('the list of formats', () => {
  test.each(SCANNERS.map(({ name, shape }) => [name, shape]))(
    '%s: its shape names what its documents have',
    (_name, shape) => {
      expect(shape).toMatch(/[`"]\w+/);
    },
  );

  test('names each once, with the action’s own first', () => {
    const names = SCANNERS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names[0]).toBe('messages');
  });
});
