import { isRecord } from '../../../json.ts';
import { FaultAtOffset, SyntaxFault, type ParsedDocument } from '../document.ts';
import type { Steps } from '../steps.ts';
import type { Utf8Text } from '../text.ts';
import { JsonDocument } from './document.ts';
import { PieceParser } from './pieces.ts';
import { JSON_BOUNDS, JsonScan, type JsonBounds, type ScannedDocument } from './scan.ts';
import { BACKSLASH, COLON, expected, isBlank, isOpening, skipBlanks } from './tokens.ts';

/** Bytes that `JSON.parse` is given at a time: some 10 ms of work. */
const PIECE_BYTES = 1024 * 1024;

/**
 * Bytes that `JSON.parse` is given at once, without a look at them before: it is the fastest to look. It takes 75 bytes
 * for each bracket, so that the worst takes 300 MB.
 */
const SHORT_BYTES = 4 * 1024 * 1024;

/** How a JSON text is parsed; tests choose small bounds and pieces. */
export interface JsonParsing {
  /** Where the first document begins; else the beginning of the text. */
  readonly start?: number;
  readonly bounds?: JsonBounds;
  readonly pieceBytes?: number;
  readonly shortBytes?: number;
}

/**
 * Parses one JSON document, or objects and lists back to back.
 * @throws SyntaxFault
 */
export function* parseJson(
  text: Utf8Text,
  file: string,
  { start = 0, bounds = JSON_BOUNDS, pieceBytes = PIECE_BYTES, shortBytes = SHORT_BYTES }: JsonParsing = {},
): Steps<readonly ParsedDocument[]> {
  const isShort = text.bytes.length - start <= shortBytes;
  const short = isShort ? shortDocument(text, file, start, bounds) : undefined;
  if (short !== undefined) return [short];
  const documents: ParsedDocument[] = [];
  for (const scanned of scanDocuments(text, new JsonScan(text.bytes, bounds, pieceBytes), start)) {
    const value = yield* new PieceParser(text, scanned, pieceBytes).value();
    const hasRepeated = countMembersBelow(value, bounds.depth) < scanned.members;
    documents.push(new JsonDocument(value, text, file, scanned.start, hasRepeated));
  }
  return documents;
}

/** The one document of a short text, as nearly every file is; `undefined` when it is no JSON, or too deep. */
function shortDocument(
  text: Utf8Text,
  file: string,
  start: number,
  { depth }: JsonBounds,
): ParsedDocument | undefined {
  const written = text.slice(start);
  const parsed = parsedOrNot(written);
  if (parsed === undefined) return undefined;
  const members = countMembersBelow(parsed.value, depth);
  if (Number.isNaN(members)) return undefined;
  const hasRepeated = members < countNames(written);
  return new JsonDocument(parsed.value, text, file, skipBlanks(text.bytes, start), hasRepeated);
}

/** Member names in a text that is JSON. Strings are passed over at the speed of `indexOf`. */
function countNames(text: string): number {
  let names = 0;
  for (let quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    do quote = text.indexOf('"', quote + 1);
    while (isEscaped(text, quote));
    let after = quote + 1;
    while (isBlank(text.charCodeAt(after))) after += 1;
    if (text.charCodeAt(after) === COLON) names += 1;
  }
  return names;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}

/** Members of all objects in a value; not a number when it nests deeper than `depth`. */
function countMembersBelow(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth === 0) return NaN;
  let members = 0;
  if (Array.isArray(value)) for (const element of value) members += countMembersBelow(element, depth - 1);
  else if (isRecord(value))
    for (const name in value) members += 1 + countMembersBelow(value[name], depth - 1);
  return members;
}

function parsedOrNot(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The documents of a text. All of it is looked at before anything is made of it. */
function scanDocuments(text: Utf8Text, scan: JsonScan, start: number): readonly ScannedDocument[] {
  const { bytes } = text;
  const documents: ScannedDocument[] = [];
  try {
    let at = skipBlanks(bytes, start);
    while (at < bytes.length) {
      if (documents.length > 0 && !(isOpening(bytes[at]) && isOpening(bytes[documents[0]?.start ?? at]))) {
        throw new FaultAtOffset('other text follows the document', at);
      }
      const document = scan.document(at);
      documents.push(document);
      at = skipBlanks(bytes, document.end);
    }
    if (documents.length === 0) throw expected(bytes, at, 'a value');
    return documents;
  } catch (error) {
    if (!(error instanceof FaultAtOffset)) throw error;
    throw new SyntaxFault(error.message, text.positionOf(error.offset), error.kind);
  }
}
