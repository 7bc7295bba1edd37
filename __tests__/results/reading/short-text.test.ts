import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shortText, wordOf, wordsOf } from '../../../src/results/reading/short-text.ts';

test.each([
  ['white space becomes single spaces', ' a\n\t b ', 'a b'],
  ['a blank text is not a text', ' \n', undefined],
  ['a number is not a text', 7, undefined],
  ['a list is not a text', ['a'], undefined],
])('%s', (_promise, value, expected) => {
  expect(shortText(value)).toBe(expected);
});

test('a long text is cut, but never within a character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.integer({ min: 1, max: 30 }),
      (text, limit) => {
        const short = shortText(text, limit);
        if (short === undefined) return;
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(true);
      },
    ),
  );
});

test('a text of megabytes is cut without processing all of it', () => {
  expect(shortText('x'.repeat(5_000_000))).toHaveLength(500);
});

test('words are strings, numbers and booleans', () => {
  expect(wordOf(1.5)).toBe('1.5');
  expect(wordOf(false)).toBe('false');
  expect(wordOf({})).toBeUndefined();
  expect(wordsOf(['a', 1, null, 'b'])).toEqual(['a', '1', 'b']);
  expect(wordsOf('a')).toEqual(['a']);
  expect(wordsOf(undefined)).toEqual([]);
});
