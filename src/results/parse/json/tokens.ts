import { FaultAtOffset } from '../document.ts';

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPENING_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const OPENING_BRACE = 0x7b;

/** In ASCII, `]` is two after `[`, and `}` is two after `{`. */
export const TO_CLOSING = 2;

const CLOSING_BRACKET = OPENING_BRACKET + TO_CLOSING;
const CLOSING_BRACE = OPENING_BRACE + TO_CLOSING;
const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const SMALL_U = 0x75;
/** Turns a capital letter into a small one. */
const TO_SMALL = 0x20;

const ESCAPES: ReadonlySet<number | undefined> = new Set(Buffer.from('"\\/bfnrt'));
const LITERALS = ['true', 'false', 'null'].map((literal) => Buffer.from(literal));

/** The fault for something unexpected where `what` should be. */
export function expected(bytes: Uint8Array, at: number, what: string): FaultAtOffset {
  if (at >= bytes.length) return new FaultAtOffset(`the text ends where ${what} is expected`, at, 'end');
  if (bytes[at] === SLASH) return new FaultAtOffset('JSON does not allow comments', at, 'comment');
  return new FaultAtOffset(`${what} is expected`, at);
}

/** The offset of the first byte at or after `at` that is not a blank. */
export function skipBlanks(bytes: Uint8Array, at: number): number {
  let next = at;
  while (isBlank(bytes[next])) next += 1;
  return next;
}

/** Whether a byte is a blank of JSON: a space, a tab or part of a line break. */
export function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === TAB;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= DIGIT_0 && byte <= DIGIT_9;
}

/** Whether the byte opens an object or a list. */
export function isOpening(byte: number | undefined): boolean {
  return byte === OPENING_BRACE || byte === OPENING_BRACKET;
}

/**
 * The end of the string that begins at `start`, which is a quotation mark.
 * @throws FaultAtOffset
 */
export function endOfString(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; ; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) at = lastOfEscape(bytes, at);
    else if (byte === undefined) throw new FaultAtOffset('this string does not end', start, 'end');
    else if (byte < SPACE) throw new FaultAtOffset(controlCharacter(byte), at);
  }
}

function controlCharacter(byte: number): string {
  const isLineBreak = byte === LINE_FEED || byte === CARRIAGE_RETURN;
  return `a string contains ${isLineBreak ? 'a line break' : 'a control character'}, which must be escaped`;
}

/** The last byte of an escape sequence; for `\u` the fourth digit. */
function lastOfEscape(bytes: Uint8Array, backslash: number): number {
  if (backslash + 1 >= bytes.length) throw new FaultAtOffset('the text ends in a string', backslash, 'end');
  if (ESCAPES.has(bytes[backslash + 1])) return backslash + 1;
  if (bytes[backslash + 1] !== SMALL_U) throw new FaultAtOffset('this is not an escape sequence', backslash);
  for (let at = backslash + 2; at < backslash + 6; at += 1) {
    if (isHexadecimal(bytes[at])) continue;
    if (at >= bytes.length) throw new FaultAtOffset('the text ends in a string', backslash, 'end');
    throw new FaultAtOffset('"\\u" needs four hexadecimal digits', backslash);
  }
  return backslash + 5;
}

function isHexadecimal(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const small = byte | TO_SMALL;
  return isDigit(byte) || (small >= 0x61 && small <= 0x66);
}

/**
 * The end of the string, number or literal that begins at `start`.
 * @throws FaultAtOffset if there is none, or it is not well-formed.
 */
export function endOfScalar(bytes: Uint8Array, start: number): number {
  const byte = bytes[start];
  if (byte === QUOTE) return endOfString(bytes, start);
  if (byte === MINUS || isDigit(byte)) return endOfNumber(bytes, start);
  const literal = LITERALS.find((name) => name.every((letter, index) => bytes[start + index] === letter));
  if (literal === undefined) throw expected(bytes, start, 'a value');
  return start + literal.length;
}

function endOfNumber(bytes: Uint8Array, start: number): number {
  let at = bytes[start] === MINUS ? start + 1 : start;
  at = bytes[at] === DIGIT_0 ? at + 1 : endOfDigits(bytes, at);
  if (bytes[at] === POINT) at = endOfDigits(bytes, at + 1);
  if (((bytes[at] ?? 0) | TO_SMALL) === 0x65) {
    const isSigned = bytes[at + 1] === PLUS || bytes[at + 1] === MINUS;
    at = endOfDigits(bytes, isSigned ? at + 2 : at + 1);
  }
  return at;
}

function endOfDigits(bytes: Uint8Array, start: number): number {
  if (!isDigit(bytes[start])) throw expected(bytes, start, 'a digit');
  let at = start + 1;
  while (isDigit(bytes[at])) at += 1;
  return at;
}

/** The end of the value that begins at `start`, in a text that is known to be well-formed. */
export function endOfValue(bytes: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; ;) {
    const byte = bytes[at];
    if (isOpening(byte)) {
      depth += 1;
      at += 1;
    } else if (byte === CLOSING_BRACE || byte === CLOSING_BRACKET) {
      depth -= 1;
      at += 1;
    } else if (byte === COMMA || byte === COLON || isBlank(byte)) at += 1;
    else at = endOfScalar(bytes, at);
    if (depth === 0) return at;
  }
}

/** Where a member's value begins, given where its name begins, in a text that is known to be well-formed. */
export function valueOf(bytes: Uint8Array, name: number): number {
  return skipBlanks(bytes, skipBlanks(bytes, endOfString(bytes, name)) + 1);
}

/** Where the next value or member begins after one that ends at `end`, or where the closing bracket is. */
export function nextAfter(bytes: Uint8Array, end: number): number {
  const at = skipBlanks(bytes, end);
  return bytes[at] === COMMA ? skipBlanks(bytes, at + 1) : at;
}
