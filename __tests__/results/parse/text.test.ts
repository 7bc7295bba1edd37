import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeText, positionFinder } from '../../../src/results/parse/text.ts';
import { failureOf } from './documents.ts';

const anyText = fc.string({ unit: 'binary' }).filter((text) => !text.startsWith('\uFEFF'));

/** Text in UTF-16, big-endian or little-endian, with its byte order mark. */
function utf16(text: string, endianness: 'be' | 'le'): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return endianness === 'le' ? bytes : bytes.swap16();
}

describe('text is the same', () => {
  test.each<[string, (text: string) => Buffer]>([
    ['in UTF-8', (text) => Buffer.from(text)],
    ['in UTF-8 with a byte order mark', (text) => Buffer.from(`\uFEFF${text}`)],
    ['in UTF-16, little-endian', (text) => utf16(text, 'le')],
    ['in UTF-16, big-endian', (text) => utf16(text, 'be')],
  ])('%s', (_encoding, encode) => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decodeText(encode(text), 'file')).toBe(text);
      }),
    );
  });
});

test.each<[string, readonly number[], string]>([
  ['a lone continuation byte', [0x61, 0x80], 'UTF-8'],
  ['an overlong form', [0xc0, 0x80], 'UTF-8'],
  ['a surrogate', [0xed, 0xa0, 0x80], 'UTF-8'],
  ['Latin-1', [0x67, 0x72, 0xfc, 0x6e], 'UTF-8'],
  ['a cut character', [0xe2, 0x82], 'UTF-8'],
  ['gzip', [0x1f, 0x8b, 0x08], 'UTF-8'],
  ['half a surrogate pair', [0xff, 0xfe, 0x3d, 0xd8], 'UTF-16LE'],
  ['half a unit', [0xfe, 0xff, 0x00], 'UTF-16BE'],
])('%s is refused, and the failure names file and encoding', (_what, bytes, encoding) => {
  const failure = failureOf(() => decodeText(Uint8Array.from(bytes), 'a.json'));
  expect(failure.code).toBe('ResultsFileUnreadable');
  expect(failure.sentence).toBe(`"a.json" is not ${encoding} text.`);
});

test.each([
  ['', 0, 1, 1],
  ['abc', 2, 1, 3],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\rb', 2, 2, 1],
  ['a\n\rb', 3, 3, 1],
  ['a\r\n\r\nb\n', 5, 3, 1],
  ['a\n', 2, 2, 1],
  ['😀x', 2, 1, 3],
])('in %j offset %d is line %d, column %d', (text, offset, line, column) => {
  expect(positionFinder(text)(offset)).toEqual({ line, column });
});

test('every offset leads back to itself', () => {
  const lines = fc.array(fc.constantFrom('a', '\r', '\n', '\r\n', '😀'), { maxLength: 30 });
  fc.assert(
    fc.property(lines, fc.nat(40), (parts, at) => {
      const text = parts.join('');
      const offset = Math.min(at, text.length);
      const { line, column } = positionFinder(text)(offset);
      const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
      expect((starts[line - 1] ?? NaN) + column - 1).toBe(offset);
    }),
  );
});
