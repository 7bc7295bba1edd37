import { isRecord } from '../../../json.ts';
import type { Steps } from '../steps.ts';
import type { Utf8Text } from '../text.ts';
import { nameAt } from './document.ts';
import type { ScannedDocument } from './scan.ts';
import { endOfValue, nextAfter, OPENING_BRACE, skipBlanks, TO_CLOSING, valueOf } from './tokens.ts';

interface Parsed {
  readonly value: unknown;
  /** Where it ends in the text. */
  readonly end: number;
}

/**
 * Makes values of a document, piece by piece, so that no string of the whole text is made. Objects and lists that are
 * larger than a piece are put together of runs of their smaller values.
 */
export class PieceParser {
  readonly #text: Utf8Text;
  readonly #document: ScannedDocument;
  readonly #pieceBytes: number;

  constructor(text: Utf8Text, document: ScannedDocument, pieceBytes: number) {
    this.#text = text;
    this.#document = document;
    this.#pieceBytes = pieceBytes;
  }

  *value(): Steps<unknown> {
    const { start, end, large } = this.#document;
    return large.has(start) ? (yield* this.#large(start)).value : this.#small(start, end);
  }

  #small(start: number, end: number): unknown {
    const value: unknown = JSON.parse(this.#text.slice(start, end));
    return value;
  }

  *#large(start: number): Steps<Parsed> {
    const { bytes } = this.#text;
    const isObject = bytes[start] === OPENING_BRACE;
    const closing = (bytes[start] ?? 0) + TO_CLOSING;
    const whole = isObject ? new LargeObject() : new LargeList();
    /** Where the run begins that is not yet added, and where its last value ends. */
    let run = skipBlanks(bytes, start + 1);
    let runEnd = run;
    const addRun = (next: number): void => {
      if (runEnd > run) whole.add(this.#text.slice(run, runEnd));
      run = runEnd = next;
    };
    let at = run;
    while (bytes[at] !== closing) {
      const valueAt = isObject ? valueOf(bytes, at) : at;
      const small = this.#document.large.has(valueAt) ? undefined : endOfValue(bytes, valueAt);
      if (small !== undefined && small - at < this.#pieceBytes) {
        runEnd = small;
        at = nextAfter(bytes, small);
        if (at - run < this.#pieceBytes) continue;
        addRun(at);
      } else {
        const { value, end } =
          small === undefined
            ? yield* this.#large(valueAt)
            : { value: this.#small(valueAt, small), end: small };
        const name = isObject ? nameAt(this.#text, at) : '';
        at = nextAfter(bytes, end);
        addRun(at);
        whole.put(name, value);
      }
      yield;
    }
    addRun(at);
    return { value: whole.value, end: at + 1 };
  }
}

/** A list that is put together of runs of elements, as JSON without its brackets, and of large elements. */
class LargeList {
  readonly value: unknown[] = [];

  add(run: string): void {
    const elements: unknown = JSON.parse(`[${run}]`);
    if (Array.isArray(elements)) for (const element of elements) this.value.push(element);
  }

  put(_name: string, element: unknown): void {
    this.value.push(element);
  }
}

/** An object that is put together of runs of members, as JSON without its braces, and of large members. */
class LargeObject {
  readonly value = {};

  add(run: string): void {
    const members: unknown = JSON.parse(`{${run}}`);
    if (isRecord(members)) for (const [name, value] of Object.entries(members)) this.put(name, value);
  }

  /** `__proto__` too is only a name. */
  put(name: string, value: unknown): void {
    Object.defineProperty(this.value, name, { value, configurable: true, enumerable: true, writable: true });
  }
}
