import { isRecord, memberOf } from '../json.ts';
import { count } from '../text.ts';
import { LIMITS, type Details } from './message.ts';
import { describeType } from './checks.ts';

/** Details that Inspector takes, or why there are none. */
export type CheckedDetails = { readonly details: Details } | { readonly faults: readonly string[] };

/** Details as they are sent: text or base64, `!!binary`, or a mapping or sequence as compact JSON. */
export function detailsWithinLimit(written: unknown, encoding: 'text' | 'base64'): CheckedDetails {
  const checked = checkedDetails(written, encoding);
  if ('faults' in checked) return checked;
  const length = Buffer.byteLength(checked.details);
  if (length <= LIMITS.detailsBytes) return checked;
  return {
    faults: [
      `"cisRuleDetails" has ${count(length, 'byte')}; Inspector accepts at most ${LIMITS.detailsBytes}.`,
    ],
  };
}

function checkedDetails(written: unknown, encoding: 'text' | 'base64'): CheckedDetails {
  if (written instanceof Uint8Array) return { details: written };
  if (typeof written === 'string') return encoding === 'base64' ? decodeBase64(written) : wellFormed(written);
  if (isRecord(written) || Array.isArray(written)) return encodeJson(written);
  return {
    faults: [`"cisRuleDetails" must be a string, an object or a list; this is ${describeType(written)}.`],
  };
}

function wellFormed(text: string): CheckedDetails {
  if (!text.isWellFormed())
    return { faults: ['"cisRuleDetails" contains half a surrogate pair, so it is not valid Unicode.'] };
  return { details: text };
}

function encodeJson(details: object): CheckedDetails {
  let changed: string | undefined;
  // A replacer sees what stands in its owner before `toJSON` made something else of it.
  const look = function (this: unknown, name: string, value: unknown): unknown {
    changed ??= changedByJson(memberOf(this, name) ?? value);
    return value;
  };
  try {
    const json = JSON.stringify(details, look);
    return changed === undefined ? wellFormed(json) : { faults: [changed] };
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
function decodeBase64(text: string): CheckedDetails {
  const folded = text.replaceAll(/[\r\n\t ]+/g, '');
  const bytes = Buffer.from(folded, 'base64');
  // Node skips what is no base64; only the same text again shows that nothing was skipped.
  if (bytes.toString('base64') === folded) return { details: bytes };
  return { faults: ['"cisRuleDetails" is not base64, but `details-encoding` says that it is.'] };
}
