import { count, quote } from '../text.ts';
import { LIMITS } from './message.ts';

/** What is wrong with a rule id, by Inspector's limits; nothing when it is valid. */
export function ruleIdFaults(ruleId: unknown): readonly string[] {
  if (typeof ruleId !== 'string')
    return [`"ruleId" must be a string in quotation marks; this is ${describeType(ruleId)}.`];
  if (ruleId === '') return ['"ruleId" is empty; it must have 1 to 500 characters.'];
  if (!ruleId.isWellFormed())
    return [`"ruleId" ${quote(ruleId)} contains half a surrogate pair, so it is not valid Unicode.`];
  // Counting code points makes a list of them; no text of so few units has too many.
  const length = ruleId.length <= LIMITS.ruleIdCharacters ? ruleId.length : Array.from(ruleId).length;
  if (length <= LIMITS.ruleIdCharacters) return [];
  return [
    `"ruleId" ${quote(ruleId)} has ${count(length, 'character')}; Inspector accepts at most ${LIMITS.ruleIdCharacters}.`,
  ];
}

/** A fault when a text holds the session's token; `secret` is lower case. */
export function secretFaults(what: string, text: string, secret: string): readonly string[] {
  return secret !== '' && text.toLowerCase().includes(secret)
    ? [`${what} contains the session token, which is a secret.`]
    : [];
}

/** What a value is, in words: `a list`, `a number`. */
export function describeType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Uint8Array) return 'binary';
  return typeof value === 'object'
    ? 'an object'
    : typeof value === 'string'
      ? 'a string'
      : `a ${typeof value}`;
}
