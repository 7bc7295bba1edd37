import { isRecord } from '../../../json.ts';
import type { Steps } from '../steps.ts';
import type { Utf8Text } from '../text.ts';
import { nameAt } from './document.ts';
import type { ScannedDocument } from './scan.ts';
import { endOfValue, nextAfter, OPENING_BRACE, skipBlanks, TO_CLOSING, valueOf } from './tokens.ts';

interface Parsed {
  readonly value: unknown;
  /** Its end in the text. */
  readonly end: number;
}

/**
 * Parses a document piece by piece, so that the whole text is never a string. Objects and lists larger than a piece are
 * assembled from runs of their smaller values.
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
    /** Where the run that is not yet added begins, and where its last value ends. */
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

/** A list assembled from large elements and from runs of small ones, which are JSON without the brackets. */
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

/** An object assembled from large members and from runs of small ones, which are JSON without the braces. */
class LargeObject {
  readonly value = {};

  add(run: string): void {
    const members: unknown = JSON.parse(`{${run}}`);
    if (isRecord(members)) for (const [name, value] of Object.entries(members)) this.put(name, value);
  }

  /** Defines the member rather than assigning it, because it may be called `__proto__`. */
  put(name: string, value: unknown): void {
    Object.defineProperty(this.value, name, { value, configurable: true, enumerable: true, writable: true });
  }
}
