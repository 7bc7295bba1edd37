import { OPENING_BRACE, OPENING_BRACKET, skipBlanks, TO_CLOSING } from './json/tokens.ts';
import type { Utf8Text } from './text.ts';

/** The most bytes of other text that may come before JSON. A scanner's startup log has a few KiB. */
export const LONGEST_OTHER_TEXT = 1024 * 1024;

const LINE_FEED = 0x0a;

/**
 * Where JSON begins after whole lines of other text, as in the output of `kubectl logs` or `2>&1`, and after how many
 * lines. The first line that begins like an object or a list of objects is taken for the beginning, even if the JSON is
 * broken: taken for other text, its results would be lost.
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

/** `{`, or `[` followed by `{` or `]`; not `[INFO]` or `[12:00]`. */
function beginsDocument(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] === OPENING_BRACE) return true;
  if (bytes[at] !== OPENING_BRACKET) return false;
  const next = bytes[skipBlanks(bytes, at + 1)];
  return next === OPENING_BRACE || next === OPENING_BRACKET + TO_CLOSING;
}
