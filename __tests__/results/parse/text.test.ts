import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { advance, refuseBinary, decodedText, Utf8Text } from '../../../src/results/parse/text.ts';
import type { ResultsFile } from '../../../src/results/reading/results-file.ts';
import { failureOf } from './documents.ts';

const fileOf = (bytes: Uint8Array): ResultsFile => ({
  name: 'a.json',
  path: '/a.json',
  bytes,
  modified: 0,
  device: 0,
});

const anyText = fc.string({ unit: 'binary' }).filter((text) => !/^\uFEFF|\0/.test(text));

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
        expect(decodedText(fileOf(encode(text))).slice()).toBe(text);
      }),
    );
  });
});

test.each<[string, readonly number[], string, string]>([
  ['a lone continuation byte', [0x61, 0x0a, 0x80], 'UTF-8', '2, column 1'],
  ['an overlong form', [0x0a, 0xc0, 0x80], 'UTF-8', '2, column 1'],
  ['a surrogate', [0xed, 0xa0, 0x80], 'UTF-8', '1, column 1'],
  ['Latin-1', [0x67, 0x72, 0xfc, 0x6e], 'UTF-8', '1, column 3'],
  ['a truncated character', [0xc3, 0xbc, 0xe2, 0x82], 'UTF-8', '1, column 2'],
  [
    'an invalid byte after many valid ones',
    [...Buffer.from('ü\n'.repeat(400_000)), 0xff],
    'UTF-8',
    '400001, column 1',
  ],
])('%s is refused at its place', (_what, bytes, encoding, place) => {
  const failure = failureOf(() => decodedText(fileOf(Uint8Array.from(bytes))));
  expect(failure.code).toBe('ResultsFileUnreadable');
  expect(failure.sentence).toBe(`"a.json" is not ${encoding} text: line ${place}.`);
});

test.each<[string, readonly number[], string]>([
  ['half a surrogate pair', [0xff, 0xfe, 0x3d, 0xd8], 'UTF-16LE'],
  ['half a unit', [0xfe, 0xff, 0x00], 'UTF-16BE'],
  [
    'half a surrogate pair at the end of 1 MiB',
    [0xff, 0xfe, ...Buffer.from('a'.repeat(2 ** 19 - 2), 'utf16le'), 0x3d, 0xd8],
    'UTF-16LE',
  ],
])('%s is refused, and the failure names file and encoding', (_what, bytes, encoding) => {
  const failure = failureOf(() => decodedText(fileOf(Uint8Array.from(bytes))));
  expect(failure.sentence).toBe(`"a.json" is not ${encoding} text.`);
});

describe('the place of any byte is that of its character', () => {
  const parts = fc.constantFrom('a', '\r', '\n', '\r\n', 'ü', '€', '😀', 'x'.repeat(4096), '\n'.repeat(5000));

  test('in whatever order the places are asked for', () => {
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 30 }),
        fc.array(fc.nat(200_000), { maxLength: 5 }),
        (texts, asked) => {
          const text = texts.join('');
          const utf8 = new Utf8Text(Buffer.from(text));
          for (const number of asked) {
            const units = Math.min(number, text.length);
            const before = text.slice(0, units);
            // Not in the middle of a character or a line break.
            if (/[\ud800-\udbff\r]$/.test(before)) continue;
            const lines = before.split(/\r\n|\r|\n/);
            const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
            expect(utf8.positionOf(Buffer.byteLength(before))).toEqual(place);
            expect(advance({ line: 1, column: 1 }, before)).toEqual(place);
          }
        },
      ),
    );
  });
});

describe('the failure for a file that is not text says what the file is:', () => {
  const utf16le = Buffer.from('{"a": 1}', 'utf16le');
  const utf32le = Buffer.from(new Uint32Array(Array.from('{"a"}', (letter) => letter.charCodeAt(0))).buffer);
  test.each<[string, Uint8Array, string, RegExp]>([
    ['gzip', gzipSync('{}'), 'is compressed with gzip', /`gunzip`/],
    ['bzip2', Buffer.from('BZh91AY&SY'), 'is compressed with bzip2', /`bunzip2`/],
    ['xz', Buffer.from('\xfd7zXZ\0\0', 'latin1'), 'is compressed with xz', /`unxz`/],
    ['Zstandard', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 4]), 'is compressed with Zstandard', /`unzstd`/],
    ['ZIP', Buffer.from('PK\u0003\u0004\u0014\0'), 'is a ZIP archive', /`unzip`/],
    ['tar', Buffer.from(`${'results.json'.padEnd(257, '\0')}ustar`), 'is a tar archive', /`tar -xf`/],
    ['ELF', Buffer.from('\u007fELF\u0002\u0001'), 'is a program (ELF)', /path/],
    ['PDF', Buffer.from('%PDF-1.7\n'), 'is a PDF document', /path/],
    ['SQLite', Buffer.from('SQLite format 3\0'), 'is an SQLite database', /path/],
    [
      'UTF-16 without a byte order mark',
      utf16le,
      'is UTF-16 text without a byte order mark, which is not supported',
      /UTF-8/,
    ],
    [
      'big-endian',
      Buffer.from(utf16le).swap16(),
      'is UTF-16 text without a byte order mark, which is not supported',
      /UTF-8/,
    ],
    [
      'UTF-32',
      Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), utf32le]),
      'is UTF-32 text, which is not supported',
      /UTF-8/,
    ],
    ['UTF-32 without a byte order mark', utf32le, 'is UTF-32 text, which is not supported', /UTF-8/],
    ['big-endian', Buffer.from(utf32le).swap32(), 'is UTF-32 text, which is not supported', /UTF-8/],
    [
      'a NUL byte',
      Buffer.from('{"a":\n"ü\0"}'),
      'has a NUL byte, which text never contains: line 2, column 3',
      /written/,
    ],
    [
      'only NUL bytes',
      Buffer.alloc(100),
      'has a NUL byte, which text never contains: line 1, column 1',
      /written/,
    ],
  ])('%s', (_what, bytes, what, remedy) => {
    const failure = failureOf(() => {
      refuseBinary(fileOf(bytes));
    });
    expect(failure.code).toBe('ResultsFileUnreadable');
    expect(failure.sentence).toBe(`"a.json" ${what}.`);
    expect(failure.remedy).toMatch(remedy);
  });

  test('a NUL character in UTF-16', () => {
    const failure = failureOf(() => decodedText(fileOf(utf16('{"a": "\0"}', 'be'))));
    expect(failure.sentence).toBe('"a.json" has a NUL byte, which text never contains: line 1, column 8.');
  });

  test('and no text is mistaken for one of them', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        refuseBinary(fileOf(Buffer.from(`{"a": ${JSON.stringify(text)}}`)));
        refuseBinary(fileOf(utf16(text, 'le')));
      }),
    );
  });
});
