import { grouped } from '../../../text.ts';
import { FaultAtOffset } from '../document.ts';
import {
  COLON,
  COMMA,
  endOfScalar,
  endOfString,
  expected,
  isDigit,
  OPENING_BRACE,
  OPENING_BRACKET,
  QUOTE,
  skipBlanks,
  TO_CLOSING,
} from './tokens.ts';

/** How deep objects and lists may nest, as for XML. Real results nest about 13 deep; readers are recursive. */
export const DEEPEST_JSON = 128;

/**
 * The most values in a file, where objects, lists and elements of lists count as two. Of whatever kind they are, V8
 * takes up to 80 bytes for each that is counted, so that reading the worst file takes less than 512 MB in all (measured
 * on Node 24). This is enough for 900,000 messages, and for 100 to 200 MB of what scanners write.
 */
export const MOST_VALUES = 4_510_000;

/**
 * What a member counts besides its value when its object is unlike all earlier ones: with other names, in another
 * order, or with a number as the name. V8 shares the layout of similar objects; for any other it takes 100 to 200 bytes
 * per member.
 */
const UNSHARED_MEMBER = 3;

/** Bytes of the longest string or number, which is held again as its value. As for XML; real ones stay below 1 Mi. */
const LONGEST_SCALAR = 16 * 1024 * 1024;

/** The most documents back to back, each recognised separately: JSON Lines with more messages than a session accepts. */
export const MOST_DOCUMENTS = 128 * 1024;

/** The most that is read of a file. */
export interface JsonBounds {
  readonly depth: number;
  readonly values: number;
  readonly documents: number;
  readonly scalarBytes: number;
}

/** The bounds of every results file. */
export const JSON_BOUNDS: JsonBounds = {
  depth: DEEPEST_JSON,
  values: MOST_VALUES,
  documents: MOST_DOCUMENTS,
  scalarBytes: LONGEST_SCALAR,
};

/** Receives the names in a document, object by object. */
export interface NameListener {
  readonly open: () => void;
  /** The name of the next member of the open object begins at `start`. */
  readonly name: (start: number) => void;
  /** The next element of the open list begins. */
  readonly element: () => void;
  readonly close: () => void;
}

/** A document in a text, as the bytes from `start` to `end`. */
export interface ScannedDocument {
  readonly start: number;
  readonly end: number;
  /** The number of members in all its objects, as they are written. */
  readonly members: number;
  /** Where its large objects and lists begin: those of at least the number of bytes given to the scan. */
  readonly large: ReadonlySet<number>;
}

/** Shared by all documents without large parts, because a set for each of 131,072 would take 30 MB. */
const NOTHING_LARGE: ReadonlySet<number> = new Set();

/**
 * Scans the documents of one JSON text byte by byte, by RFC 8259, without making values: what is there, where it ends,
 * and whether it stays within the bounds. It takes memory for the depth only, so a hostile text is refused before
 * `JSON.parse` can turn it into gigabytes.
 */
export class JsonScan {
  readonly #bytes: Uint8Array;
  readonly #bounds: JsonBounds;
  readonly #largeBytes: number;
  /** By depth: the byte that closes the container, where it begins, and an object's member count and a hash of the names. */
  readonly #closing: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #members: Uint32Array;
  readonly #names: Int32Array;
  readonly #knownNames = new Set<number>();
  #documents = 0;
  #values = 0;

  constructor(bytes: Uint8Array, bounds: JsonBounds, largeBytes: number) {
    this.#bytes = bytes;
    this.#bounds = bounds;
    this.#largeBytes = largeBytes;
    this.#closing = new Uint8Array(bounds.depth);
    this.#starts = new Uint32Array(bounds.depth);
    this.#members = new Uint32Array(bounds.depth);
    this.#names = new Int32Array(bounds.depth);
  }

  /**
   * The document that begins at `start`, which must not be a blank. Its offsets are from the beginning of the text.
   * @throws FaultAtOffset
   */
  document(start: number, listener?: NameListener): ScannedDocument {
    const bytes = this.#bytes;
    const closing = this.#closing;
    let large: Set<number> | undefined;
    let members = 0;
    let depth = 0;
    let at = start;
    this.#documents += 1;
    if (this.#documents > this.#bounds.documents) this.#exceed('documents back to back', 'documents', at);
    for (;;) {
      // A value begins here.
      this.#count(1, at);
      const opening = bytes[at];
      if (opening === OPENING_BRACE || opening === OPENING_BRACKET) {
        this.#open(depth, opening, at);
        depth += 1;
        listener?.open();
        at = skipBlanks(bytes, at + 1);
        if (bytes[at] !== opening + TO_CLOSING) {
          if (opening === OPENING_BRACE) {
            at = this.#name(depth - 1, at, listener);
            members += 1;
          } else listener?.element();
          continue;
        }
      } else {
        at = this.#limited(at, endOfScalar(bytes, at));
        if (closing[depth - 1] === OPENING_BRACKET + TO_CLOSING) this.#count(1, at);
      }

      // The value has ended. The containers around it may end here too.
      while (depth > 0) {
        at = skipBlanks(bytes, at);
        const end = closing[depth - 1];
        if (bytes[at] === end) {
          depth -= 1;
          at += 1;
          const begun = this.#close(depth);
          if (at - begun >= this.#largeBytes) (large ??= new Set()).add(begun);
          listener?.close();
          continue;
        }
        if (bytes[at] !== COMMA) throw expected(bytes, at, `a comma or "${String.fromCharCode(end ?? 0)}"`);
        at = skipBlanks(bytes, at + 1);
        if (end === OPENING_BRACE + TO_CLOSING) {
          at = this.#name(depth - 1, at, listener);
          members += 1;
        } else listener?.element();
        break;
      }
      if (depth === 0) return { start, end: at, members, large: large ?? NOTHING_LARGE };
    }
  }

  #open(depth: number, opening: number, at: number): void {
    if (depth >= this.#bounds.depth) {
      throw new FaultAtOffset(
        `objects and lists are nested more than ${this.#bounds.depth} deep`,
        at,
        'bound',
      );
    }
    this.#count(1, at);
    this.#closing[depth] = opening + TO_CLOSING;
    this.#starts[depth] = at;
    this.#members[depth] = 0;
    this.#names[depth] = 0;
  }

  /** Where the container that ends here begins. */
  #close(depth: number): number {
    const start = this.#starts[depth] ?? 0;
    const names = this.#names[depth] ?? 0;
    const members = this.#members[depth] ?? 0;
    if (members === 0 || this.#knownNames.has(names)) return start;
    this.#knownNames.add(names);
    this.#count(members * UNSHARED_MEMBER, start);
    return start;
  }

  #count(values: number, at: number): void {
    this.#values += values;
    if (this.#values > this.#bounds.values) {
      this.#exceed('values, where objects, lists and elements of lists count as two', 'values', at);
    }
  }

  /** Reads the member name at `start`; returns where its value begins. */
  #name(depth: number, start: number, listener: NameListener | undefined): number {
    const bytes = this.#bytes;
    if (bytes[start] !== QUOTE) throw expected(bytes, start, 'a member name in double quotation marks');
    const end = this.#limited(start, endOfString(bytes, start));
    const colon = skipBlanks(bytes, end);
    if (bytes[colon] !== COLON) throw expected(bytes, colon, 'a colon');
    listener?.name(start);
    this.#countName(depth, start + 1, end - 1);
    if (isIndex(bytes, start + 1, end - 1)) this.#count(UNSHARED_MEMBER, start);
    return skipBlanks(bytes, colon + 1);
  }

  #countName(depth: number, start: number, end: number): void {
    const bytes = this.#bytes;
    let hash = this.#names[depth] ?? 0;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    this.#names[depth] = Math.imul(hash ^ QUOTE, 0x01000193);
    this.#members[depth] = (this.#members[depth] ?? 0) + 1;
  }

  /** `end`, the end of a string or number, unless that is too long. */
  #limited(start: number, end: number): number {
    if (end - start <= this.#bounds.scalarBytes) return end;
    throw new FaultAtOffset(
      `a text of more than ${grouped(this.#bounds.scalarBytes)} bytes begins here`,
      start,
      'bound',
    );
  }

  #exceed(what: string, bound: keyof JsonBounds, at: number): never {
    throw new FaultAtOffset(`there are more than ${grouped(this.#bounds[bound])} ${what}`, at, 'bound');
  }
}

/** Whether V8 treats a name as a number: it stores such members like elements of a sparse list. */
function isIndex(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start <= 10 && isDigit(bytes[start]) && isDigit(bytes[end - 1]);
}
