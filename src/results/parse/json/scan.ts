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

/** Objects and lists within each other. Real results nest some 13 deep; readers are recursive. As for XML. */
export const DEEPEST_JSON = 128;

/**
 * Objects, lists and scalars of a file. V8 takes up to 50 bytes for a short string. Real results have 40 to 120 bytes of
 * text for each value, so that 256 MiB of them stay below.
 */
export const MOST_VALUES = 8 * 1024 * 1024;

/** Objects and lists of a file, of which V8 takes 40 to 200 bytes for one. Real results have 100 to 400 of text. */
export const MOST_CONTAINERS = 5 * 512 * 1024;

/**
 * Members of objects that are unlike all before: with other names, in another order, or with numbers for names. V8
 * shares the layout of objects that are alike; for every other one it takes 100 to 200 bytes a member.
 */
export const MOST_UNSHARED_MEMBERS = 1024 * 1024;

/** Bytes of one text or number, of which as much is held again as its value. As for XML; real ones stay below 1 Mi. */
export const LONGEST_SCALAR = 16 * 1024 * 1024;

/** Documents back to back, each of which is recognised by itself: JSON Lines of more messages than a session takes. */
export const MOST_DOCUMENTS = 128 * 1024;

/** What is read of a file at most. */
export interface JsonBounds {
  readonly depth: number;
  readonly values: number;
  readonly containers: number;
  readonly unsharedMembers: number;
  readonly documents: number;
  readonly scalarBytes: number;
}

/** The bounds of every results file. */
export const JSON_BOUNDS: JsonBounds = {
  depth: DEEPEST_JSON,
  values: MOST_VALUES,
  containers: MOST_CONTAINERS,
  unsharedMembers: MOST_UNSHARED_MEMBERS,
  documents: MOST_DOCUMENTS,
  scalarBytes: LONGEST_SCALAR,
};

/** Receives the names in a document, object by object. */
export interface NameListener {
  readonly open: () => void;
  /** The name of the next value of the object that is open begins at `start`. */
  readonly name: (start: number) => void;
  /** The next value of the list that is open begins. */
  readonly element: () => void;
  readonly close: () => void;
}

/** A document in a text, as the bytes from `start` to `end`. */
export interface ScannedDocument {
  readonly start: number;
  readonly end: number;
  /** Members of all its objects, as they are written. */
  readonly members: number;
  /** Where its objects and lists begin that take at least so many bytes as the scan was told. */
  readonly large: ReadonlySet<number>;
}

/**
 * Reads the documents of one JSON text byte by byte, as RFC 8259 has it, without making anything of them: what is
 * there, where it ends, and whether it stays within the bounds. It takes memory for the depth only, so that a hostile
 * text is refused before `JSON.parse` makes gigabytes of it.
 */
export class JsonScan {
  readonly #bytes: Uint8Array;
  readonly #bounds: JsonBounds;
  readonly #largeBytes: number;
  /** By depth: the byte that closes the container, where it begins, and of an object its members and their names. */
  readonly #closing: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #members: Uint32Array;
  readonly #names: Int32Array;
  readonly #knownNames = new Set<number>();
  #documents = 0;
  #values = 0;
  #containers = 0;
  #unshared = 0;

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
   * The document that begins at an offset, which is no blank. Offsets in it are from the beginning of the text.
   * @throws FaultAtOffset
   */
  document(start: number, listener?: NameListener): ScannedDocument {
    const bytes = this.#bytes;
    const closing = this.#closing;
    const large = new Set<number>();
    let members = 0;
    let depth = 0;
    let at = start;
    this.#documents += 1;
    if (this.#documents > this.#bounds.documents) this.#exceed('documents back to back', 'documents', at);
    for (;;) {
      // A value begins here.
      this.#values += 1;
      if (this.#values > this.#bounds.values) this.#exceed('values', 'values', at);
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
      } else at = this.#limited(at, endOfScalar(bytes, at));

      // It has ended. So may what it is in, and what that is in.
      while (depth > 0) {
        at = skipBlanks(bytes, at);
        const end = closing[depth - 1];
        if (bytes[at] === end) {
          depth -= 1;
          at += 1;
          const begun = this.#close(depth);
          if (at - begun >= this.#largeBytes) large.add(begun);
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
      if (depth === 0) return { start, end: at, members, large };
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
    this.#containers += 1;
    if (this.#containers > this.#bounds.containers) this.#exceed('objects and lists', 'containers', at);
    this.#closing[depth] = opening + TO_CLOSING;
    this.#starts[depth] = at;
    this.#members[depth] = 0;
    this.#names[depth] = 0;
  }

  /** Where the container begins that ends here. */
  #close(depth: number): number {
    const start = this.#starts[depth] ?? 0;
    const names = this.#names[depth] ?? 0;
    const members = this.#members[depth] ?? 0;
    if (members === 0 || this.#knownNames.has(names)) return start;
    this.#knownNames.add(names);
    this.#countUnshared(members, start);
    return start;
  }

  #countUnshared(members: number, at: number): void {
    this.#unshared += members;
    if (this.#unshared > this.#bounds.unsharedMembers) {
      this.#exceed('members of objects that are unlike all others', 'unsharedMembers', at);
    }
  }

  /** Where the value of the name begins that begins here. */
  #name(depth: number, start: number, listener: NameListener | undefined): number {
    const bytes = this.#bytes;
    if (bytes[start] !== QUOTE) throw expected(bytes, start, 'a member name in double quotation marks');
    const end = this.#limited(start, endOfString(bytes, start));
    const colon = skipBlanks(bytes, end);
    if (bytes[colon] !== COLON) throw expected(bytes, colon, 'a colon');
    listener?.name(start);
    this.#countName(depth, start + 1, end - 1);
    if (isIndex(bytes, start + 1, end - 1)) this.#countUnshared(1, start);
    return skipBlanks(bytes, colon + 1);
  }

  #countName(depth: number, start: number, end: number): void {
    const bytes = this.#bytes;
    let hash = this.#names[depth] ?? 0;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    this.#names[depth] = Math.imul(hash ^ QUOTE, 0x01000193);
    this.#members[depth] = (this.#members[depth] ?? 0) + 1;
  }

  /** The end of a text or number, unless it is too long. */
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

/** Whether a name is a number as V8 sees it: it takes such members for elements of a sparse list. */
function isIndex(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start <= 10 && isDigit(bytes[start]) && isDigit(bytes[end - 1]);
}
