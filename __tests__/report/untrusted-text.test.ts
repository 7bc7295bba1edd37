import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { html, htmlSentence, plain } from '../../src/report/untrusted-text.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '::',
    ':',
    '##[',
    '#',
    '[',
    ']',
    '\n',
    '\r',
    '\u2028',
    '\u0085',
    '\u200b',
    '\u00ad',
    '\u034f',
    '\ufe0f',
    '\u0301',
    '\u3164',
    '\u001b[31m',
    'error',
    'a',
    ' ',
    '\u{e0001}',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const anyText = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

/** Removes everything that a culture-sensitive comparison ignores, including combining marks. */
const withoutIgnored = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/gu, '');

test('any text becomes one line that starts no command, even with invisible characters between its letters', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const line = plain(text);
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(line.isWellFormed()).toBe(true);
      for (const seen of [line, withoutIgnored(line)]) {
        expect(seen.trimStart()).not.toMatch(/^::/);
        expect(seen).not.toContain('##[');
      }
    }),
    { numRuns: 2000 },
  );
});

test('plain text stays unchanged', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(plain(plain(text))).toBe(plain(text));
    }),
    { numRuns: 2000 },
  );
});

test('visible ASCII alone, which takes a fast path, is treated as in mixed text', () => {
  const ascii = fc.array(
    fc.oneof(
      fc.constantFrom('::', ' ', '#[', '##[', '#', ':', '@', '_'),
      fc.string({ unit: 'grapheme-ascii' }),
    ),
  );
  fc.assert(
    fc.property(
      ascii.map((pieces) => pieces.join('')),
      (text) => {
        expect(`${plain(text)}é`).toBe(plain(`${text}é`));
        expect(`${html(text)}é`).toBe(html(`${text}é`));
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ['::error::x', ': :error::x'],
  [' \u00a0::error::x', '  : :error::x'],
  ['\u0301:\u0301:error::x', '\u0301: \u0301:error::x'],
  ['arn:aws:sts::111122223333:assumed-role/a/b', 'arn:aws:sts::111122223333:assumed-role/a/b'],
  ['##[error]x', '## [error]x'],
  ['a\r\nb\tc', 'a b c'],
  ['#\u200b#\u200b[add-mask]', '## [add-mask]'],
  ['5.1.1 Ensure "x" is 0644 (Größe: 漢字 😀)', '5.1.1 Ensure "x" is 0644 (Größe: 漢字 😀)'],
  ['\u202egnp.exe', 'gnp.exe'],
])('%j is shown as %j', (text, expected) => {
  expect(plain(text)).toBe(expected);
});

test('any text in a summary contains no HTML or Markdown, and reads the same', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const escaped = html(text);
      const bare = escaped.replaceAll(/&#\d+;/g, '');
      expect(bare).not.toMatch(/[<>&"'`*[\]()!#|~@\\${}^=+\n\r]/);
      const read = escaped.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
      expect(read.replaceAll('\u2060', '')).toBe(plain(text));
    }),
    { numRuns: 1000 },
  );
});

test('a mention in a summary notifies nobody', () => {
  expect(html('@someone')).toBe('&#64;&#8288;someone');
});

test('text in backticks is code in a summary, but a lone backtick is not', () => {
  expect(htmlSentence('Set `dry-run: true` <now>.')).toBe('Set <code>dry-run: true</code> &#60;now&#62;.');
  expect(htmlSentence('a ` b')).toBe('a &#96; b');
  fc.assert(
    fc.property(anyText, (text) => {
      expect(htmlSentence(text).replaceAll(/<\/?code>/g, '')).not.toMatch(/[<>&"'`*](?!#\d+;)/);
    }),
  );
});
