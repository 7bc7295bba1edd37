/** Takes a secret out of texts, whatever the case of its letters. An empty secret is in none. */
export function secretRemover(secret: string): (text: string) => string {
  if (secret === '') return (text) => text;
  const pattern = secretPattern(secret);
  return (text) => text.replaceAll(pattern, '***');
}

/** Finds a secret in any case of its letters: for many texts. */
export function secretPattern(secret: string): RegExp {
  return new RegExp(
    secret.replaceAll(/[^\p{L}\p{N}\s]/gu, (character) => `\\${character}`),
    'gi',
  );
}

/**
 * Tells whether a text holds a secret (of ASCII characters): as it stands in any case of its letters, with its hyphens
 * escaped or left out, or inside base64 or hexadecimal of a longer text, in UTF-8 or UTF-16.
 */
export function secretFinder(secret: string): (text: string) => boolean {
  if (secret === '') return () => false;
  const cases = [secret.toLowerCase(), secret.toUpperCase()].flatMap(encodingsOf);
  const plain = [secret, secret.replaceAll('-', ''), secret.replaceAll('-', '%2d')];
  const hexadecimal = cases.map((bytes) => bytes.toString('hex'));
  const folded = [...plain, ...hexadecimal].map((form) => form.toLowerCase());
  const base64 = cases.flatMap(base64Within);
  return (text) => {
    const lower = text.toLowerCase();
    const urlSafe = text.replaceAll('+', '-').replaceAll('/', '_');
    return folded.some((form) => lower.includes(form)) || base64.some((part) => urlSafe.includes(part));
  };
}

function encodingsOf(text: string): readonly Buffer[] {
  return [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
}

/** What base64 makes of the bytes wherever they begin in a longer text: the characters that no neighbour changes. */
function base64Within(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor(((offset + bytes.length) * 8) / 6);
    return encoded.slice(first, last).replaceAll('+', '-').replaceAll('/', '_');
  });
}
