import { isRecord, memberOf } from '../json.ts';
import { count } from '../text.ts';
import { LIMITS } from './message.ts';
import { describeType } from './checks.ts';

/** The bytes of details, or why there are none. */
export type Bytes = { readonly bytes: Uint8Array } | { readonly faults: readonly string[] };

/** The bytes of details: text or base64, `!!binary`, or a mapping or sequence as compact JSON. */
export function encodeWithinLimit(details: unknown, encoding: 'text' | 'base64'): Bytes {
  const made = encodeDetails(details, encoding);
  if ('faults' in made || made.bytes.length <= LIMITS.detailsBytes) return made;
  return {
    faults: [
      `"cisRuleDetails" has ${count(made.bytes.length, 'byte')}; Inspector accepts at most ${LIMITS.detailsBytes}.`,
    ],
  };
}

function encodeDetails(details: unknown, encoding: 'text' | 'base64'): Bytes {
  if (details instanceof Uint8Array) return { bytes: details };
  if (typeof details === 'string') return encoding === 'base64' ? decodeBase64(details) : encodeText(details);
  if (isRecord(details) || Array.isArray(details)) return encodeJson(details);
  return {
    faults: [`"cisRuleDetails" must be a string, an object or a list; this is ${describeType(details)}.`],
  };
}

function encodeText(text: string): Bytes {
  if (!text.isWellFormed())
    return { faults: ['"cisRuleDetails" contains half a surrogate pair, so it is not valid Unicode.'] };
  return { bytes: Buffer.from(text) };
}

function encodeJson(details: object): Bytes {
  let changed: string | undefined;
  // A replacer sees what stands in its owner before `toJSON` made something else of it.
  const look = function (this: unknown, name: string, value: unknown): unknown {
    changed ??= changedByJson(memberOf(this, name) ?? value);
    return value;
  };
  try {
    const json = JSON.stringify(details, look);
    return changed === undefined ? encodeText(json) : { faults: [changed] };
  } catch (error) {
    if (error instanceof RangeError) return { faults: ['"cisRuleDetails" is nested too deeply.'] };
    // What `JSON.stringify` says of a value that refers to itself, as a YAML anchor can.
    if (error instanceof TypeError) return { faults: ['"cisRuleDetails" contains itself.'] };
    throw error;
  }
}

/** What JSON would silently make another value of. */
function changedByJson(value: unknown): string | undefined {
  if (value instanceof Uint8Array)
    return '"cisRuleDetails" has binary data inside an object or a list, which JSON cannot hold.';
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return undefined;
  if (Number.isFinite(value) && !Number.isInteger(value)) return undefined;
  return `"cisRuleDetails" has the number ${String(value)}, which JSON cannot represent exactly: write it in quotation marks.`;
}

/** Base64 of RFC 4648, padded; lines may be folded, as `base64` folds them. */
function decodeBase64(text: string): Bytes {
  const folded = text.replaceAll(/[\r\n\t ]+/g, '');
  const bytes = Buffer.from(folded, 'base64');
  // Node skips what is no base64; only the same text again shows that nothing was skipped.
  if (bytes.toString('base64') === folded) return { bytes };
  return { faults: ['"cisRuleDetails" is not base64, but `details-encoding` says that it is.'] };
}
