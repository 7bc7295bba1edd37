import { OPENING_BRACE, OPENING_BRACKET, skipBlanks, TO_CLOSING } from './json/tokens.ts';
import type { Utf8Text } from './text.ts';

/** Bytes of other text that may come before JSON. Logs of a scanner that starts have some KiB. */
export const LONGEST_OTHER_TEXT = 1024 * 1024;

const LINE_FEED = 0x0a;

/**
 * Where JSON begins after whole lines of other text, as `kubectl logs` and `2>&1` make it, and after how many. It is
 * the first line that begins as an object or a list of objects does: what begins so and is broken must not be taken
 * for other text, as its results would be lost.
 */
export function jsonAfterLines({
  bytes,
}: Utf8Text): { readonly start: number; readonly lines: number } | undefined {
  let start = 0;
  for (let lines = 0; start < LONGEST_OTHER_TEXT; lines += 1) {
    if (beginsDocument(bytes, start)) return lines === 0 ? undefined : { start, lines };
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  return undefined;
}

/** `{`, or `[` before an object or before its end; not `[INFO]` or `[12:00]`. */
function beginsDocument(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] === OPENING_BRACE) return true;
  if (bytes[at] !== OPENING_BRACKET) return false;
  const next = bytes[skipBlanks(bytes, at + 1)];
  return next === OPENING_BRACE || next === OPENING_BRACKET + TO_CLOSING;
}
