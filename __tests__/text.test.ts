import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { STATUSES_WORST_FIRST } from '../src/status.ts';
import { allOf, anyOf, count, didYouMean, quote, unknownMembers, withSingleSpaces } from '../src/text.ts';

test.each([
  [[], '', ''],
  [['a'], 'a', 'a'],
  [['a', 'b'], 'a or b', 'a and b'],
  [['a', 'b', 'c'], 'a, b or c', 'a, b and c'],
])('%j is enumerated', (words, any, all) => {
  expect([anyOf(words), allOf(words)]).toEqual([any, all]);
});

test.each([
  [0, '0 messages'],
  [1, '1 message'],
  [2, '2 messages'],
  [1234567, '1,234,567 messages'],
])('%d is counted', (number, expected) => {
  expect(count(number, 'message')).toBe(expected);
});

test('an irregular plural can be given', () => {
  expect([count(1, 'try', 'tries'), count(2, 'try', 'tries')]).toEqual(['1 try', '2 tries']);
});

test('every run of white space becomes one space', () => {
  const piece = fc.constantFrom(' ', '  ', '\n', '\t', '\u00a0', '\u2028', '\ufeff', 'a', 'é', '😀');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(withSingleSpaces(text)).toBe(text.replaceAll(/\s+/gu, ' '));
    }),
    { numRuns: 1000 },
  );
});

describe('a quotation', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 200 });

  test('is the whole text up to 80 code points, otherwise its beginning', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const points = Array.from(text);
        const inside = points.length > 80 ? `${points.slice(0, 80).join('')}…` : text;
        expect(quote(text)).toBe(`"${inside}"`);
      }),
    );
  });

  test('never splits a code point', () => {
    fc.assert(
      fc.property(fc.nat(90), fc.integer({ min: 1, max: 90 }), (letters, emojis) => {
        expect(quote('a'.repeat(letters) + '😀'.repeat(emojis)).isWellFormed()).toBe(true);
      }),
    );
  });

  test('of a very long text is fast', () => {
    expect(quote('x'.repeat(50_000_000))).toBe(`"${'x'.repeat(80)}…"`);
  });
});

describe('did you mean', () => {
  test.each([
    ['PASS', 'PASSED'],
    ['passed', 'PASSED'],
    ['not evaluated', 'NOT_EVALUATED'],
    ['NotApplicable', 'NOT_APPLICABLE'],
    ['FAIL', 'FAILED'],
    ['INFO', undefined],
    ['UNKOWN', 'UNKNOWN'],
    ['zzz', undefined],
    ['', undefined],
    ['X'.repeat(101), undefined],
  ])('%s: %s', (word, meant) => {
    const expected = meant === undefined ? '' : ` Did you mean "${meant}"?`;
    expect(didYouMean(word, STATUSES_WORST_FIRST)).toBe(expected);
  });

  test('finds a word in any case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES_WORST_FIRST), (status) => {
        expect(didYouMean(status.toLowerCase(), STATUSES_WORST_FIRST)).toBe(` Did you mean "${status}"?`);
      }),
    );
  });

  test('is empty if nothing is similar', () => {
    expect(didYouMean('PASSED', [])).toBe('');
  });
});

test('a shortened quotation never ends inside a UUID, since no part of a secret one may be shown', () => {
  const secret = '0d1e9c52-7b1f-4a3e-8f6a-5c4b3a2f1e0d';
  for (let before = 45; before <= 80; before += 1) {
    expect(quote(`${'x'.repeat(before)}${secret}${'x'.repeat(80)}`)).not.toContain(secret.slice(0, 8));
  }
});

test.each([
  [['rule_id'], '"rule_id" is not a member of a message. Did you mean "ruleId"?'],
  [['details'], '"details" is not a member of a message. Did you mean "cisRuleDetails"?'],
  [
    ['rule_id', 'details', 'x'],
    '"rule_id", "details" and "x" are not members of a message. Did you mean "ruleId" and "cisRuleDetails"?',
  ],
  [['author', 'x'], '"author" and "x" are not members of a message.'],
])('the unknown members %j get suggestions', (unknown, sentence) => {
  expect(unknownMembers(unknown, 'a message', ['ruleId', 'status', 'cisRuleDetails'])).toBe(sentence);
});
