import { isRecord, memberOf } from '../json.ts';
import { count } from '../text.ts';
import { LIMITS, type Details } from './message.ts';
import { describeType } from './checks.ts';

/** Valid details, or their faults. */
export type CheckedDetails = { readonly details: Details } | { readonly faults: readonly string[] };

/**
 * Reads details of a messages file: text or base64, `!!binary`, or a mapping or sequence, which becomes compact JSON.
 */
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
  // In its owner, a replacer sees a value as it was before `toJSON` changed it.
  const look = function (this: unknown, name: string, value: unknown): unknown {
    changed ??= changedByJson(memberOf(this, name) ?? value);
    return value;
  };
  try {
    const json = JSON.stringify(details, look);
    return changed === undefined ? wellFormed(json) : { faults: [changed] };
  } catch (error) {
    if (error instanceof RangeError) return { faults: ['"cisRuleDetails" is nested too deeply.'] };
    // `JSON.stringify` throws this for a value that contains itself, which YAML anchors allow.
    if (error instanceof TypeError) return { faults: ['"cisRuleDetails" contains itself.'] };
    throw error;
  }
}

/** The fault of a value that JSON would silently change. */
function changedByJson(value: unknown): string | undefined {
  if (value instanceof Uint8Array)
    return '"cisRuleDetails" has binary data inside an object or a list, which JSON cannot hold.';
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return undefined;
  if (Number.isFinite(value) && !Number.isInteger(value)) return undefined;
  return `"cisRuleDetails" has the number ${String(value)}, which JSON cannot represent exactly: write it in quotation marks.`;
}

/** Padded base64 (RFC 4648), possibly with line breaks, as the tool `base64` writes it. */
function decodeBase64(text: string): CheckedDetails {
  const unfolded = text.replaceAll(/[\r\n\t ]+/g, '');
  const bytes = Buffer.from(unfolded, 'base64');
  // Node skips invalid characters. If encoding gives the same text again, nothing was skipped.
  if (bytes.toString('base64') === unfolded) return { details: bytes };
  return { faults: ['"cisRuleDetails" is not base64, but `details-encoding` says that it is.'] };
}
