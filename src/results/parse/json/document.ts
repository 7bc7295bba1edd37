import type { At, Position, Source } from '../../../place.ts';
import type { ParsedDocument, RepeatedMember } from '../document.ts';
import type { Utf8Text } from '../text.ts';
import { JSON_BOUNDS, JsonScan } from './scan.ts';
import {
  endOfString,
  endOfValue,
  isOpening,
  nextAfter,
  OPENING_BRACE,
  skipBlanks,
  TO_CLOSING,
  valueOf,
} from './tokens.ts';

/** The most repeated members that are reported. */
export const MOST_REPEATED = 10_000;

/** A document that keeps only its value and the text; places are looked up in the text on demand. */
export class JsonDocument implements ParsedDocument, Source {
  readonly value: unknown;
  readonly file: string;
  readonly #text: Utf8Text;
  readonly #start: number;
  readonly #hasRepeated: boolean;
  /** The contents of the objects and lists on the way to the place that was last looked up. */
  readonly #children: Children[] = [];

  constructor(value: unknown, text: Utf8Text, file: string, start: number, hasRepeated: boolean) {
    this.value = value;
    this.file = file;
    this.#text = text;
    this.#start = start;
    this.#hasRepeated = hasRepeated;
  }

  get source(): Source {
    return this;
  }

  locate(at: At): Position | undefined {
    if ('position' in at) return at.position;
    const { bytes } = this.#text;
    let value = this.#start;
    let shown = value;
    for (const [depth, step] of at.path.entries()) {
      const child = this.#childrenOf(value, depth).get(step);
      if (child === undefined) break;
      const isMember = typeof step === 'string';
      value = isMember ? valueOf(bytes, child) : child;
      // A scalar is located at its value, a collection at the name of its member: that is the line to look at.
      shown = isMember && isOpening(bytes[value]) ? child : value;
    }
    return this.#text.positionOf(shown);
  }

  repeatedMembers(): readonly RepeatedMember[] {
    return this.#hasRepeated ? repeatedIn(this.#text, this.#start) : [];
  }

  #childrenOf(container: number, depth: number): Children {
    const known = this.#children[depth];
    if (known?.container === container) return known;
    const children = new Children(this.#text, container);
    this.#children.splice(depth, Infinity, children);
    return children;
  }
}

/** The contents of an object or list: where its elements or named members begin. Of several with one name, the last. */
class Children {
  readonly container: number;
  readonly #members = new Map<string, number>();
  readonly #elements: number[] = [];

  constructor(text: Utf8Text, container: number) {
    this.container = container;
    const { bytes } = text;
    const isObject = bytes[container] === OPENING_BRACE;
    const closing = (bytes[container] ?? 0) + TO_CLOSING;
    let at = skipBlanks(bytes, container + 1);
    while (isOpening(bytes[container]) && bytes[at] !== closing) {
      if (isObject) this.#members.set(nameAt(text, at), at);
      else this.#elements.push(at);
      at = nextAfter(bytes, endOfValue(bytes, isObject ? valueOf(bytes, at) : at));
    }
  }

  get(step: string | number): number | undefined {
    return typeof step === 'number' ? this.#elements[step] : this.#members.get(step);
  }
}

/** The name that begins at an offset. */
export function nameAt(text: Utf8Text, start: number): string {
  return String(JSON.parse(text.slice(start, endOfString(text.bytes, start))));
}

function valueAt(text: Utf8Text, start: number): unknown {
  return JSON.parse(text.slice(start, endOfValue(text.bytes, start)));
}

/** The members of the document at `start` whose names their objects already have. */
function repeatedIn(text: Utf8Text, start: number): readonly RepeatedMember[] {
  const repeated: RepeatedMember[] = [];
  const open: { readonly names: Map<string, number>; step: string | number }[] = [];
  new JsonScan(text.bytes, JSON_BOUNDS, Infinity).document(start, {
    open: () => {
      open.push({ names: new Map(), step: -1 });
    },
    close: () => {
      open.pop();
    },
    element: () => {
      const list = open.at(-1);
      if (typeof list?.step === 'number') list.step += 1;
    },
    name: (at) => {
      const object = open.at(-1);
      if (object === undefined) return;
      const name = nameAt(text, at);
      object.step = name;
      const before = object.names.get(name);
      if (before !== undefined && repeated.length < MOST_REPEATED) {
        const path = open.map(({ step }) => step);
        const earlier = (): unknown => valueAt(text, valueOf(text.bytes, before));
        repeated.push({ name, path, position: text.positionOf(at), earlier });
      }
      object.names.set(name, at);
    },
  });
  return repeated;
}
