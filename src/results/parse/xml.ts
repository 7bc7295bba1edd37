import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Position } from '../../place.ts';
import { grouped } from '../../text.ts';
import type { XmlElement, XmlReader } from '../reading/scanner.ts';
import { SyntaxFault } from './document.ts';
import type { Steps } from './steps.ts';
import { advance, decoded, encodingOf, type Encoding } from './text.ts';

/** Elements within elements. ARF reports nest some 20 deep; what an element costs the parser grows with its depth. */
export const DEEPEST_NESTING = 128;

/** Elements of a document, each of which takes the parser some 0.3 to 2 µs. Real ones have 80 bytes or more for each. */
export const MOST_ELEMENTS = 4 * 1024 * 1024;

/** UTF-16 units of one comment or text between tags, which the parser holds whole. Real ones stay below 1 Mi. */
export const LONGEST_PIECE = 16 * 1024 * 1024;

/** UTF-16 units of one tag, whose attributes the parser holds all at once. Real ones stay below 10 Ki. */
export const LONGEST_TAG = 256 * 1024;

/**
 * Bytes decoded and parsed at a time, so that a large file's text never stands in memory as a whole. With larger ones
 * V8 optimises the parser before it has seen the end of a slice, and does so anew after each (measured on Node 24).
 */
const SLICE_BYTES = 32 * 1024;

/** Bytes that are parsed in one step. */
const BYTES_AT_ONCE = 1024 * 1024;

/**
 * Reads an XML document in one pass, slice by slice, and tells the readers what stands in it. The text is UTF-8, or
 * UTF-16 with a byte order mark. Nothing is expanded but XML's five entities and character references, and nothing
 * is fetched. Tests choose small slices and few elements.
 * @throws SyntaxFault with line and column.
 */
export function* parseXml(
  bytes: Uint8Array,
  readers: readonly XmlReader[],
  sliceBytes: number = SLICE_BYTES,
  mostElements: number = MOST_ELEMENTS,
): Steps<void> {
  const encoding = encodingOf(bytes);
  const decoder = new TextDecoder(encoding, { fatal: true });
  const document = new DocumentStream(readers, mostElements);
  for (let start = 0; start < bytes.length; start += sliceBytes) {
    const end = Math.min(start + sliceBytes, bytes.length);
    const text = decoded(decoder, bytes.subarray(start, end), end < bytes.length);
    if (text === undefined) refuseBytes(document, bytes.subarray(0, end), start, encoding);
    document.write(text);
    if (end % BYTES_AT_ONCE < sliceBytes) yield;
  }
  document.end();
}

/** Parses on to the first byte that is not text, which tells its line and column, and refuses the document there. */
function refuseBytes(document: DocumentStream, bytes: Uint8Array, slice: number, encoding: Encoding): never {
  const start = startOfCharacter(bytes, slice, encoding);
  const textTo = (end: number): string | undefined => {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: start > 0 });
    return decoded(decoder, bytes.subarray(start, end), true);
  };
  let good = start;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (textTo(middle) === undefined) bad = middle;
    else good = middle;
  }
  document.write(textTo(good) ?? '');
  document.refuseEncoding(encoding);
}

/** Where the character begins that stands across `index`, at which a slice ended; else `index`. */
function startOfCharacter(bytes: Uint8Array, index: number, encoding: Encoding): number {
  if (encoding === 'utf-8') {
    for (let lead = index - 1; lead >= Math.max(0, index - 3); lead -= 1) {
      const byte = bytes[lead] ?? 0;
      const length = byte < 0x80 ? 1 : byte < 0xc0 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      if (length > 0) return lead + length > index ? lead : index;
    }
    return index;
  }
  const unit = index - (index % 2);
  const highByte = bytes[encoding === 'utf-16le' ? unit - 1 : unit - 2] ?? 0;
  return highByte >= 0xd8 && highByte <= 0xdb ? unit - 2 : unit;
}

/**
 * The parser, and what it does not tell by itself: where a piece of the document begins (a tag, with the comments and
 * processing instructions just before it, or the text between tags), and when to stop.
 *
 * Of the streaming parsers for Node, saxes is the one that checks well-formedness: sax takes two root elements,
 * repeated attributes and control characters without a word, and takes twice the time.
 */
class DocumentStream {
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  readonly #readers: readonly XmlReader[];
  readonly #mostElements: number;
  #depth = 0;
  #elements = 0;
  #isAtEnd = false;
  /** Where the piece begins that is being read, as people count and in UTF-16 units from the document's start. */
  #start: Position = { line: 1, column: 1 };
  #startOffset = 0;
  /** Its first two characters, as far as they are read: the whole of a long one is not to be looked at again and again. */
  #head = '';
  /** The text from some offset at or before the piece's start, for looking back. */
  #text = '';
  #textOffset = 0;

  constructor(readers: readonly XmlReader[], mostElements: number) {
    this.#readers = readers;
    this.#mostElements = mostElements;
    const parser = this.#parser;
    // Six handlers at most: with a seventh, V8 makes a dictionary of the parser, which is then four times as slow.
    parser.on('text', (text) => {
      // The parser has read the next `<` by now; of the others it tells at their end.
      if (this.#depth > 0) this.#beginPiece(-1);
      for (const reader of readers) reader.text(text);
    });
    parser.on('cdata', (text) => {
      this.#beginPiece(0);
      for (const reader of readers) reader.text(text);
    });
    parser.on('opentag', (tag) => {
      this.#open(tag);
    });
    parser.on('closetag', (tag) => {
      this.#close(tag);
    });
    parser.on('doctype', () => {
      this.#refuseDoctype();
    });
    parser.on('error', (error) => {
      this.#refuse(error.message);
    });
  }

  /** Reads on. */
  write(text: string): void {
    const offset = this.#textOffset + this.#text.length;
    this.#text = this.#text.slice(this.#startOffset - this.#textOffset) + text;
    this.#textOffset = this.#startOffset;
    this.#parser.write(text);
    const begun = this.#startOffset - offset;
    this.#head = begun >= 0 ? text.slice(begun, begun + 2) : (this.#head + text.slice(0, 2)).slice(0, 2);
    this.#limitPiece();
  }

  /** Checks that the document is whole. */
  end(): void {
    this.#isAtEnd = true;
    this.#parser.close();
  }

  /** Refuses the document for the bytes that follow what was read. */
  refuseEncoding(encoding: Encoding): never {
    const declared = this.#parser.xmlDecl.encoding;
    const sentence = `the bytes from here on are not ${encoding.toUpperCase()} text`;
    const isOther = declared !== undefined && !/^(utf-?(8|16(le|be)?)|us-ascii)$/i.test(declared);
    throw new SyntaxFault(
      isOther ? `${sentence}; the file declares ${declared}, and only UTF-8 and UTF-16 are read` : sentence,
      advance(this.#start, this.#text.slice(this.#startOffset - this.#textOffset)),
    );
  }

  #beginPiece(ahead: number): void {
    const { line, columnIndex, position } = this.#parser;
    this.#start = { line, column: columnIndex + 1 + ahead };
    this.#startOffset = position + ahead;
  }

  #open(tag: SaxesTagNS): void {
    const position = this.#startOf('<');
    this.#elements += 1;
    if (this.#elements > this.#mostElements) {
      throw new SyntaxFault(`there are more than ${grouped(this.#mostElements)} elements`, position, 'bound');
    }
    this.#depth += 1;
    if (this.#depth > DEEPEST_NESTING) {
      throw new SyntaxFault(`elements are nested more than ${DEEPEST_NESTING} deep`, position, 'bound');
    }
    this.#beginPiece(0);
    const element = new ParsedElement(tag, position);
    for (const reader of this.#readers) reader.open(element);
  }

  #close(tag: SaxesTagNS): void {
    this.#depth -= 1;
    this.#beginPiece(0);
    for (const reader of this.#readers) reader.close(tag.local);
  }

  #limitPiece(): void {
    const isTag = /^<[^!?]/.test(this.#head);
    const most = isTag ? LONGEST_TAG : LONGEST_PIECE;
    if (this.#textOffset + this.#text.length - this.#startOffset <= most) return;
    const what = isTag ? 'a tag' : 'a comment or text';
    throw new SyntaxFault(
      `${what} of more than ${most / 1024} Ki characters begins here`,
      this.#start,
      'bound',
    );
  }

  /**
   * No scanner's results need a DOCTYPE. With one, entities and default attributes may be declared: not reading those
   * could turn what the document says into something else, and reading them is how XML opens files and explodes.
   */
  #refuseDoctype(): never {
    const position = this.#startOf('<!DOCTYPE');
    throw new SyntaxFault('a document type declaration (<!DOCTYPE …>) is not allowed', position);
  }

  #refuse(reason: string): never {
    const outside = this.#textOutside();
    if (outside !== undefined) throw new SyntaxFault('text outside of the root element', outside);
    const ampersand = this.#bareAmpersand();
    if (ampersand !== undefined) throw new SyntaxFault('a bare & (write &amp;)', ampersand);
    const { line, columnIndex } = this.#parser;
    const column = this.#isAtEnd ? columnIndex + 1 : Math.max(1, columnIndex);
    throw new SyntaxFault(reason.replace(/\.$/, ''), { line, column }, this.#isAtEnd ? 'end' : 'other');
  }

  /** What has been read of the piece so far. */
  #piece(): string {
    return this.#text.slice(this.#startOffset - this.#textOffset, this.#parser.position - this.#textOffset);
  }

  /** Where the last markup of the piece begins. A tag holds no other `<`: in attributes it is not well-formed. */
  #startOf(markup: string): Position {
    const piece = this.#piece();
    const index = piece.lastIndexOf(markup);
    return index <= 0 ? this.#start : advance(this.#start, piece.slice(0, index));
  }

  /** The parser tells of text outside of the root when the text ends, or the slice. */
  #textOutside(): Position | undefined {
    if (this.#depth > 0) return undefined;
    const piece = this.#piece();
    const allowed = /^(?:[ \t\r\n]+|<!--[^]*?-->|<\?[^]*?\?>)*/.exec(piece)?.[0] ?? '';
    const next = piece[allowed.length];
    return next === undefined || next === '<' ? undefined : advance(this.#start, allowed);
  }

  /** The parser takes all up to the next `;` for an entity's name, maybe many lines on; the fault is at the `&`. */
  #bareAmpersand(): Position | undefined {
    const piece = this.#piece();
    if (/^\s*<[!?]/.test(piece)) return undefined;
    const index = piece.search(/&(?!#?\w[\w.-]*;)/);
    return index < 0 ? undefined : advance(this.#start, piece.slice(0, index));
  }
}

/** An element as readers see it. */
class ParsedElement implements XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly position: Position;
  readonly #tag: SaxesTagNS;

  constructor(tag: SaxesTagNS, position: Position) {
    this.name = tag.local;
    this.namespace = tag.uri;
    this.position = position;
    this.#tag = tag;
  }

  get attributes(): XmlElement['attributes'] {
    const { attributes } = this.#tag;
    // An attribute without a prefix is in no namespace.
    return { get: (name) => attributes[name]?.value };
  }

  get language(): string | undefined {
    return this.#tag.attributes['xml:lang']?.value;
  }
}
