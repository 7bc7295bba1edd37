import { isRecord } from '../../../json.ts';
import { FaultAtOffset, SyntaxFault, type ParsedDocument } from '../document.ts';
import type { Steps } from '../steps.ts';
import type { Utf8Text } from '../text.ts';
import { JsonDocument } from './document.ts';
import { PieceParser } from './pieces.ts';
import { JSON_BOUNDS, JsonScan, type JsonBounds, type ScannedDocument } from './scan.ts';
import { BACKSLASH, COLON, expected, isBlank, isOpening, skipBlanks } from './tokens.ts';

/** How many bytes `JSON.parse` gets at a time: about 10 ms of work. */
const PIECE_BYTES = 1024 * 1024;

/**
 * Texts of up to this many bytes go to `JSON.parse` without a scan beforehand, which is fastest. It takes 75 bytes of
 * memory for each bracket, so the worst case takes 300 MB.
 */
const SHORT_BYTES = 4 * 1024 * 1024;

/** How a JSON text is parsed; tests choose small bounds and pieces. */
export interface JsonParsing {
  /** Where the first document begins; by default at the beginning of the text. */
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

/** The one document of a short text, which nearly every file is; `undefined` if it is not JSON, or too deep. */
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

/** The number of member names in a JSON text. Strings are skipped at the speed of `indexOf`. */
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

/** The number of members of all objects in a value; NaN if it nests deeper than `depth`. */
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

/** The documents of a text. The whole text is scanned before any value is made. */
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
