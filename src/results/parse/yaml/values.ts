import { isAlias, isMap, isNode, isScalar, isSeq, type Alias, type Node, type Scalar } from 'yaml';
import type { Path } from '../../../place.ts';
import { FaultAtOffset } from '../document.ts';

/** A node that aliases may refer to. */
interface Anchored {
  readonly node: Node;
  /** Absent while the node is being read. */
  read?: { readonly value: unknown; readonly nodes: number };
}

/**
 * Turns one document's nodes into plain values, in one pass in the order of the text; the parser's own conversion
 * searches all anchors for each alias. Refuses whatever would be read differently from how it is written.
 */
export class YamlValues {
  readonly #names: ReadonlySet<string>;
  readonly #mostAliased: number;
  readonly #anchors = new Map<string, Anchored>();
  readonly #targets = new Map<Alias, Node>();
  #nodes = 0;
  #aliased = 0;

  /** `names` are members whose numbers are names: they keep their text as written. */
  constructor(names: ReadonlySet<string>, mostAliased: number) {
    this.#names = names;
    this.#mostAliased = mostAliased;
  }

  /**
   * @throws FaultAtOffset
   */
  valueOf(node: unknown): unknown {
    this.#nodes += 1;
    if (!isNode(node)) return null;
    if (isAlias(node)) return this.#aliasedValue(node);
    const anchored: Anchored = { node };
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, anchored);
    const before = this.#nodes;
    const value = this.#written(node);
    anchored.read = { value, nodes: this.#nodes - before + 1 };
    return value;
  }

  /** The offset of a value; for a collection, that of its member's name. `undefined` if the path leads nowhere. */
  offsetOf(root: unknown, path: Path): number | undefined {
    let node = root;
    let offset = isNode(node) ? node.range?.[0] : undefined;
    for (const step of path) {
      const parent = isAlias(node) ? this.#targets.get(node) : node;
      if (isMap(parent)) {
        const pair = parent.items.find(({ key }) => isScalar(key) && nameOf(key) === step);
        if (pair === undefined) return undefined;
        node = pair.value;
        const shown: unknown = isScalar(node) ? node : pair.key;
        offset = isNode(shown) ? shown.range?.[0] : offset;
      } else {
        if (!isSeq(parent) || typeof step !== 'number' || !(step in parent.items)) return undefined;
        node = parent.items[step];
        offset = isNode(node) ? node.range?.[0] : offset;
      }
    }
    return offset;
  }

  #written(node: Node): unknown {
    if (isScalar(node)) return scalarValue(node);
    if (isSeq(node)) return node.items.map((item) => this.valueOf(item));
    if (!isMap(node)) return null;
    const members = {};
    for (const { key, value } of node.items) {
      const name = this.#key(key);
      if (Object.hasOwn(members, name))
        throw new FaultAtOffset('a key is repeated in one mapping', startOf(key));
      const plain = this.#names.has(name) && isScalar(value) ? asWritten(value) : this.valueOf(value);
      // Defined rather than assigned, because the member may be called `__proto__`.
      Object.defineProperty(members, name, {
        value: plain,
        configurable: true,
        enumerable: true,
        writable: true,
      });
    }
    return members;
  }

  #key(key: unknown): string {
    const named = isAlias(key) ? this.#anchors.get(key.source)?.node : key;
    if (isScalar(named)) {
      if (named === key) this.valueOf(named);
      return nameOf(named);
    }
    if (key === null) return '';
    throw new FaultAtOffset('a key must be text', startOf(key));
  }

  #aliasedValue(alias: Alias): unknown {
    const anchored = this.#anchors.get(alias.source);
    if (anchored === undefined)
      throw new FaultAtOffset('no anchor with this name comes before the alias', startOf(alias));
    if (anchored.read === undefined)
      throw new FaultAtOffset('this alias refers to a value that contains it', startOf(alias));
    const { value, nodes } = anchored.read;
    this.#nodes += nodes;
    this.#aliased += nodes;
    if (this.#aliased > this.#mostAliased) {
      throw new FaultAtOffset('aliases expand to too many values', startOf(alias), 'bound');
    }
    this.#targets.set(alias, anchored.node);
    return value;
  }
}

/** The name of a member as it is written: 1.10 is not 1.1. */
function nameOf(key: Scalar): string {
  return key.value === null ? '' : String(asWritten(key));
}

/** A scalar's value, but for a number the text it is written as. */
function asWritten(scalar: Scalar): unknown {
  return typeof scalar.value === 'number' && scalar.source !== undefined
    ? scalar.source
    : scalarValue(scalar);
}

function scalarValue({ value, source = '', range }: Scalar): unknown {
  if (!(value instanceof Uint8Array)) return value;
  // The parser skips characters that are not base64, which gives other bytes.
  const written = source.replaceAll(/\s+/g, '');
  if (Buffer.from(value).toString('base64') === written) return value;
  throw new FaultAtOffset('this !!binary is not base64', range?.[0] ?? 0);
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
