import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Position } from '../../place.ts';
import { grouped } from '../../text.ts';
import { detached } from '../reading/nested-reader.ts';
import type { XmlElement, XmlReader } from '../reading/scanner.ts';
import { SyntaxFault } from './document.ts';
import type { Steps } from './steps.ts';
import { advance, decoded, encodingOf, type Encoding } from './text.ts';

/** How deep elements may nest. ARF reports nest about 20 deep; the parser's cost for an element grows with its depth. */
export const DEEPEST_NESTING = 128;

/** The most elements in a document. Each takes the parser 0.3 to 2 µs; real documents have at least 80 bytes for each. */
export const MOST_ELEMENTS = 4 * 1024 * 1024;

/** UTF-16 units of the longest comment or text between tags; the parser holds it whole. Real ones stay below 1 Mi. */
export const LONGEST_PIECE = 2 * 1024 * 1024;

/** UTF-16 units of the longest tag; the parser holds all its attributes at once. Real ones stay below 10 Ki. */
export const LONGEST_TAG = 64 * 1024;

/** The most UTF-16 units of all attributes that readers use: ids and links. A real file of 7 MB has 1.7 Mi. */
export const MOST_ATTRIBUTE_TEXT = 16 * 1024 * 1024;

/**
 * How many bytes are decoded and parsed at a time, so that a large file's text is never in memory as a whole. With larger
 * slices V8 optimises the parser before it has seen the end of a slice, and again after each slice (measured on Node 24).
 */
const SLICE_BYTES = 32 * 1024;

/** How many bytes are parsed in one step. */
const BYTES_AT_ONCE = 1024 * 1024;

/**
 * Parses an XML document in one pass, slice by slice, and reports its elements and texts to the readers. The text is
 * UTF-8, or UTF-16 with a byte order mark. Only XML's five entities and character references are expanded, and nothing
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

/** Parses up to the first byte that is not text, to find its line and column, and refuses the document there. */
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

/** Where the character begins that the slice boundary `index` splits; `index` if it splits none. */
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
 * The parser, and what it does not report itself: where a piece of the document begins (a tag, with the comments and
 * processing instructions just before it, or the text between tags), and when to stop.
 *
 * Of the streaming parsers for Node, only saxes checks well-formedness: sax silently accepts two root elements,
 * repeated attributes and control characters, and takes twice as long.
 */
class DocumentStream {
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  #readers: readonly XmlReader[];
  readonly #mostElements: number;
  #depth = 0;
  readonly #read: AttributesRead = { units: 0 };
  #elements = 0;
  #isAtEnd = false;
  /** Where the current piece begins: its line and column, and its offset from the document's start in UTF-16 units. */
  #start: Position = { line: 1, column: 1 };
  #startOffset = 0;
  /** Its first two characters, as far as they have been read, so that a long piece is not examined again for each slice. */
  #head = '';
  /** The text from `#textOffset` on, which is at or before the start of the piece, for looking back. */
  #text = '';
  #textOffset = 0;

  constructor(readers: readonly XmlReader[], mostElements: number) {
    this.#readers = readers;
    this.#mostElements = mostElements;
    const parser = this.#parser;
    // At most six handlers: with a seventh, V8 turns the parser into a dictionary, which makes it four times as slow.
    parser.on('text', (text) => {
      // The parser has already read the next `<`. It reports everything else at its end.
      if (this.#depth > 0) this.#beginPiece(-1);
      for (const reader of this.#readers) reader.text(text);
    });
    parser.on('cdata', (text) => {
      this.#beginPiece(0);
      for (const reader of this.#readers) reader.text(text);
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

  /** Parses the next part of the document. */
  write(text: string): void {
    const offset = this.#textOffset + this.#text.length;
    this.#text = this.#text.slice(this.#startOffset - this.#textOffset) + text;
    this.#textOffset = this.#startOffset;
    this.#parser.write(text);
    const begun = this.#startOffset - offset;
    this.#head = begun >= 0 ? text.slice(begun, begun + 2) : (this.#head + text.slice(0, 2)).slice(0, 2);
    this.#limitPiece();
  }

  /** Checks that the document is complete. */
  end(): void {
    this.#isAtEnd = true;
    this.#parser.close();
  }

  /** Refuses the document because of the bytes after what was read. */
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
    const element = new ParsedElement(tag, position, this.#read);
    if (this.#depth === 1) this.#readers = this.#readers.filter(({ accepts }) => accepts?.(element) ?? true);
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
   * No scanner's results need a DOCTYPE. It can declare entities and default attributes: ignoring them could change the
   * document's meaning, and expanding them is how XML attacks read files and exhaust memory.
   */
  #refuseDoctype(): never {
    const position = this.#startOf('<!DOCTYPE');
    throw new SyntaxFault('a document type declaration (<!DOCTYPE …>) is not allowed', position);
  }

  #refuse(reason: string): never {
    const outside = this.#textOutside();
    if (outside !== undefined) throw new SyntaxFault('text outside the root element', outside);
    const ampersand = this.#bareAmpersand();
    if (ampersand !== undefined) throw new SyntaxFault('a bare & (write &amp;)', ampersand);
    const { line, columnIndex } = this.#parser;
    const column = this.#isAtEnd ? columnIndex + 1 : Math.max(1, columnIndex);
    throw new SyntaxFault(reason.replace(/\.$/, ''), { line, column }, this.#isAtEnd ? 'end' : 'other');
  }

  /** The piece as far as it has been read. */
  #piece(): string {
    return this.#text.slice(this.#startOffset - this.#textOffset, this.#parser.position - this.#textOffset);
  }

  /** Where the last markup of the piece begins. A tag contains no other `<`: it is not allowed in attributes. */
  #startOf(markup: string): Position {
    const piece = this.#piece();
    const index = piece.lastIndexOf(markup);
    return index <= 0 ? this.#start : advance(this.#start, piece.slice(0, index));
  }

  /** Where text outside the root begins: the parser reports it only when the text or the slice ends. */
  #textOutside(): Position | undefined {
    if (this.#depth > 0) return undefined;
    const piece = this.#piece();
    const allowed = /^(?:[ \t\r\n]+|<!--[^]*?-->|<\?[^]*?\?>)*/.exec(piece)?.[0] ?? '';
    const next = piece[allowed.length];
    return next === undefined || next === '<' ? undefined : advance(this.#start, allowed);
  }

  /** Where a bare `&` is. The parser takes everything up to the next `;` for an entity's name, which may be lines away. */
  #bareAmpersand(): Position | undefined {
    const piece = this.#piece();
    if (/^\s*<[!?]/.test(piece)) return undefined;
    const index = piece.search(/&(?!#?\w[\w.-]*;)/);
    return index < 0 ? undefined : advance(this.#start, piece.slice(0, index));
  }
}

/** The UTF-16 units of the attributes that readers have used so far. */
interface AttributesRead {
  units: number;
}

/** An element in the form that readers get. */
class ParsedElement implements XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly position: Position;
  readonly #tag: SaxesTagNS;
  readonly #read: AttributesRead;

  constructor(tag: SaxesTagNS, position: Position, read: AttributesRead) {
    this.name = tag.local;
    this.namespace = tag.uri;
    this.position = position;
    this.#tag = tag;
    this.#read = read;
  }

  get attributes(): XmlElement['attributes'] {
    const { attributes } = this.#tag;
    // An attribute without a prefix is in no namespace.
    return {
      get: (name) => {
        const value = attributes[name]?.value;
        if (value === undefined) return undefined;
        this.#read.units += value.length;
        if (this.#read.units <= MOST_ATTRIBUTE_TEXT) return detached(value);
        const what = `the attributes of results and rules have more than ${grouped(MOST_ATTRIBUTE_TEXT)} characters`;
        throw new SyntaxFault(what, this.position, 'bound');
      },
    };
  }

  get language(): string | undefined {
    return this.#tag.attributes['xml:lang']?.value;
  }
}
