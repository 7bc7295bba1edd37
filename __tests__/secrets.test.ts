import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { secretFinder, secretRemover } from '../src/secrets.ts';

const SECRET = 'fedcba98-7654-3210-fedc-ba9876543210';
const holdsSecret = secretFinder(SECRET);
const base64 = (text: string, encoding: 'utf8' | 'utf16le' = 'utf8'): string =>
  Buffer.from(text, encoding).toString('base64');

test.each([
  ['a whole one', 'x wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY, y', 'x ***, y'],
  ['one that was shortened', 'x wJalrXUtnFEMI/K7MDENG/bPx…', 'x ***…'],
  ['one in another case', 'WJALRXUTNFEMI/K7MDENG/BPXRFICYEXAMPLEKEY', '***'],
  ['less than half of one', 'wJalrXUtnFEMI/K7MDE', 'wJalrXUtnFEMI/K7MDE'],
])('of a long secret, %s is removed or kept', (_what, text, expected) => {
  expect(secretRemover('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY')(text)).toBe(expected);
});

test('a shorter secret is removed as it is, and nothing around it', () => {
  expect(secretRemover(SECRET)(`a${SECRET}b ${SECRET.slice(0, 30)}`)).toBe(`a***b ${SECRET.slice(0, 30)}`);
});

describe('a secret is found', () => {
  test.each<[string, string]>([
    ['unchanged', `x${SECRET}y`],
    ['in upper case', SECRET.toUpperCase()],
    ['without hyphens', SECRET.replaceAll('-', '')],
    ['escaped for a URL', SECRET.replaceAll('-', '%2D')],
    ['in hexadecimal', Buffer.from(`a${SECRET}`).toString('hex')],
    ['in base64', base64(SECRET)],
    ['in base64 of UTF-16, as PowerShell encodes it', base64(SECRET, 'utf16le')],
    ['in upper case in base64', base64(SECRET.toUpperCase())],
    ['in base64 for URLs', Buffer.from(`??>>${SECRET}`).toString('base64url')],
  ])('%s', (_where, text) => {
    expect(holdsSecret(text)).toBe(true);
  });

  test('in base64 of any text around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(holdsSecret(base64(`${before}${SECRET}${after}`))).toBe(true);
      }),
    );
  });
});

test('no other text is mistaken for one with the secret', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(holdsSecret(text)).toBe(false);
      expect(holdsSecret(base64(text))).toBe(false);
    }),
  );
  expect(secretFinder('')('anything')).toBe(false);
});

test('a secret is removed from a text in any case', () => {
  expect(secretRemover(SECRET)(`a ${SECRET.toUpperCase()} b ${SECRET}`)).toBe('a *** b ***');
});
