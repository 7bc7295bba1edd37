import { count, quote } from '../text.ts';
import { LIMITS } from './message.ts';

/** The faults of a rule id, by Inspector's limits; empty if it is valid. */
export function ruleIdFaults(ruleId: unknown): readonly string[] {
  if (typeof ruleId !== 'string')
    return [`"ruleId" must be a string in quotation marks; this is ${describeType(ruleId)}.`];
  if (ruleId === '') return ['"ruleId" is empty; it must have 1 to 500 characters.'];
  if (!ruleId.isWellFormed())
    return [`"ruleId" ${quote(ruleId)} contains half a surrogate pair, so it is not valid Unicode.`];
  // Code points are counted only if there are enough UTF-16 units: counting creates a list.
  const length = ruleId.length <= LIMITS.ruleIdCharacters ? ruleId.length : Array.from(ruleId).length;
  if (length <= LIMITS.ruleIdCharacters) return [];
  return [
    `"ruleId" ${quote(ruleId)} has ${count(length, 'character')}; Inspector accepts at most ${LIMITS.ruleIdCharacters}.`,
  ];
}

/** A fault if a text contains the session's token. `secret` is in lower case. */
export function secretFaults(what: string, text: string, secret: string): readonly string[] {
  return secret !== '' && text.toLowerCase().includes(secret)
    ? [`${what} contains the session token, which is a secret.`]
    : [];
}

/** The type of a value, in words: `a list`, `a number`. */
export function describeType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Uint8Array) return 'binary';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
