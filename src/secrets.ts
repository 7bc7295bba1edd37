/** Returns a function that removes a secret from texts, in any case. An empty secret is never found. */
export function secretRemover(secret: string): (text: string) => string {
  if (secret === '') return (text) => text;
  const pattern = secretPattern(secret);
  return (text) => text.replaceAll(pattern, '***');
}

/** Characters of the shortest secret that is also found without its end: those of AWS and GitHub are longer than UUIDs. */
const LONG = 40;

/**
 * A pattern that finds a secret in any case. A long one is also found by its first half, because a text that quotes it
 * may be shortened.
 */
export function secretPattern(secret: string): RegExp {
  const isLong = secret.length >= LONG;
  const sought = isLong ? secret.slice(0, LONG / 2) : secret;
  const literal = sought.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(isLong ? `${literal}[\\w+/=%-]*` : literal, 'gi');
}

/**
 * Returns a function that tells whether a text contains an ASCII secret: in any case, with its hyphens escaped or left
 * out, or inside base64 or hexadecimal of a longer text in UTF-8 or UTF-16.
 */
export function secretFinder(secret: string): (text: string) => boolean {
  if (secret === '') return () => false;
  const cases = [secret.toLowerCase(), secret.toUpperCase()].flatMap(encodingsOf);
  const plain = [secret, secret.replaceAll('-', ''), secret.replaceAll('-', '%2d')];
  const hexadecimal = cases.map((bytes) => bytes.toString('hex'));
  const lowerCaseForms = [...plain, ...hexadecimal].map((form) => form.toLowerCase());
  const base64 = cases.flatMap(base64Within);
  return (text) => {
    const lower = text.toLowerCase();
    const urlSafe = text.replaceAll('+', '-').replaceAll('/', '_');
    return (
      lowerCaseForms.some((form) => lower.includes(form)) || base64.some((part) => urlSafe.includes(part))
    );
  };
}

function encodingsOf(text: string): readonly Buffer[] {
  return [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
}

/**
 * The base64 of the bytes at each of the three offsets in a longer text, without characters that depend on their
 * neighbours.
 */
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
