import { isUtf8 } from 'node:buffer';
import { failing, type ActionFailure } from '../../failure.ts';
import { withoutUndefined } from '../../json.ts';
import type { Position } from '../../place.ts';
import { quote } from '../../text.ts';
import type { ResultsFile } from '../reading/results-file.ts';
import { binaryKindOf } from './binary.ts';

/** The encodings that results files come in; PowerShell's `>` writes UTF-16. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How many bytes of UTF-16 are decoded at a time, so that the whole text is never in memory: an even number. */
const SLICE_BYTES = 1024 * 1024;

/** The number of bytes between two remembered positions. */
const MARK_EVERY = 4096;

const NUL = 0x00;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The encoding that a file's byte order mark states; UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * Refuses a file that cannot be text, before it is parsed.
 * @throws ActionFailure `ResultsFileUnreadable`, which says what the file is or where it has a NUL byte.
 */
export function refuseBinary({ bytes, name }: ResultsFile): void {
  const kind = binaryKindOf(bytes);
  if (kind !== undefined) {
    throw failing('ResultsFileUnreadable', `${quote(name)} is ${kind.name}.`, { remedy: kind.remedy });
  }
  if (encodingOf(bytes) === 'utf-8') refuseNul(name, new Utf8Text(bytes));
}

/**
 * A text as UTF-8, which takes at most half of a string's memory. Offsets into it are in bytes; columns are in UTF-16
 * units, as everywhere.
 */
export class Utf8Text {
  readonly bytes: Buffer;
  /** The position at every `MARK_EVERY` bytes, as far as it was asked for. */
  readonly #marks: Position[] = [{ line: 1, column: 1 }];

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** A part of the text; all of it by default. */
  slice(start = 0, end = this.bytes.length): string {
    return this.bytes.toString('utf8', start, end);
  }

  /** The line and column of an offset. The first call reads all the text before it. */
  positionOf(offset: number): Position {
    const marks = Math.floor(offset / MARK_EVERY);
    while (this.#marks.length <= marks) {
      const known = this.#marks.length * MARK_EVERY;
      this.#marks.push(this.#advance(this.#marks.length - 1, known));
    }
    return this.#advance(marks, offset);
  }

  #advance(mark: number, end: number): Position {
    let { line, column } = this.#marks[mark] ?? { line: 1, column: 1 };
    for (let at = mark * MARK_EVERY; at < end; at += 1) {
      const byte = this.bytes[at] ?? NUL;
      const endsLine = byte === LINE_FEED || (byte === CARRIAGE_RETURN && this.bytes[at + 1] !== LINE_FEED);
      if (endsLine) {
        line += 1;
        column = 1;
      } else column += unitsOf(byte);
    }
    return { line, column };
  }
}

/** How many UTF-16 units begin at a byte of UTF-8: 0 if it continues a character, 2 for a character beyond U+FFFF. */
function unitsOf(byte: number): number {
  if (isContinuation(byte)) return 0;
  return byte >= 0xf0 ? 2 : 1;
}

/**
 * A file's text without its byte order mark.
 * @throws ActionFailure `ResultsFileUnreadable` when the bytes are not text in their encoding, with the place.
 */
export function decodedText(file: ResultsFile): Utf8Text {
  const encoding = encodingOf(file.bytes);
  return encoding === 'utf-8' ? utf8Text(file) : utf16Text(file, encoding);
}

function utf8Text({ name, bytes }: ResultsFile): Utf8Text {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = new Utf8Text(hasMark ? bytes.subarray(3) : bytes);
  if (isUtf8(text.bytes)) return text;
  throw notText(name, 'utf-8', text.positionOf(firstNotUtf8(text.bytes)));
}

function utf16Text({ name, bytes }: ResultsFile, encoding: Encoding): Utf8Text {
  const decoder = new TextDecoder(encoding, { fatal: true });
  // Two bytes become three at most. Pages that are never written to take no memory.
  const utf8 = Buffer.allocUnsafe(Math.ceil(bytes.length / 2) * 3);
  let length = 0;
  for (let start = 0; start < bytes.length; start += SLICE_BYTES) {
    const slice = bytes.subarray(start, start + SLICE_BYTES);
    const text = decoded(decoder, slice, start + SLICE_BYTES < bytes.length);
    if (text === undefined) throw notText(name, encoding);
    length += utf8.write(text, length);
  }
  const text = new Utf8Text(utf8.subarray(0, length));
  refuseNul(name, text);
  return text;
}

/** Text never contains NUL, but binary data does, and so do files after a crash or on a full disk. */
function refuseNul(name: string, text: Utf8Text): void {
  const index = text.bytes.indexOf(NUL);
  if (index < 0) return;
  throw refusedAt(name, text.positionOf(index), 'has a NUL byte, which text never contains', {
    remedy: 'The file is binary, or was damaged when it was written. Have the scanner write it again.',
  });
}

function notText(name: string, encoding: Encoding, position?: Position): ActionFailure {
  const what = `is not ${encoding.toUpperCase()} text`;
  const remedy = 'Write the file as UTF-8, or as UTF-16 with a byte order mark.';
  return position === undefined
    ? failing('ResultsFileUnreadable', `${quote(name)} ${what}.`, { remedy })
    : refusedAt(name, position, what, { remedy });
}

/** The failure for a fault at one place of a file's text. */
export function refusedAt(
  name: string,
  position: Position,
  what: string,
  more: { readonly remedy: string | undefined; readonly because?: string; readonly thrown?: unknown },
): ActionFailure {
  const { remedy, because, thrown } = more;
  const where = `line ${position.line}, column ${position.column}`;
  const sentence = `${quote(name)} ${what}: ${where}${because === undefined ? '' : `: ${because}`}.`;
  const place = { source: { file: name, locate: () => position }, at: { position } };
  const known = { faults: [{ sentence, place }], ...withoutUndefined({ remedy }) };
  return failing('ResultsFileUnreadable', sentence, known, thrown);
}

/** The text of some bytes; `undefined` if they are not text in the decoder's encoding. */
export function decoded(
  decoder: InstanceType<typeof TextDecoder>,
  bytes: Uint8Array,
  moreFollows: boolean,
): string | undefined {
  try {
    return decoder.decode(bytes, { stream: moreFollows });
  } catch (error) {
    if (isInvalidText(error)) return undefined;
    throw error;
  }
}

function isInvalidText(error: unknown): boolean {
  const code = 'ERR_ENCODING_INVALID_ENCODED_DATA';
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/** Where the first invalid character begins, in bytes that are not UTF-8. Searches blocks first, then characters. */
function firstNotUtf8(bytes: Buffer): number {
  let start = 0;
  let end = endOfBlock(bytes, start);
  while (isUtf8(bytes.subarray(start, end))) [start, end] = [end, endOfBlock(bytes, end)];
  for (end = start; isUtf8(bytes.subarray(start, end)); end = endOfCharacter(bytes, start)) start = end;
  return start;
}

/** The end of a block, at a boundary between two characters. */
function endOfBlock(bytes: Buffer, start: number): number {
  let end = Math.min(start + SLICE_BYTES, bytes.length);
  while (end > start + 1 && isContinuation(bytes[end])) end -= 1;
  return end;
}

function endOfCharacter(bytes: Buffer, start: number): number {
  const lead = bytes[start] ?? 0;
  return start + (lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

/** The position after some text that begins at `position`. */
export function advance(position: Position, text: string): Position {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1)?.length ?? 0;
  return lines.length === 1
    ? { line: position.line, column: position.column + last }
    : { line: position.line + lines.length - 1, column: last + 1 };
}
