import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseAllDocuments,
  visit,
  type Document,
} from 'yaml';
import type { At, Path, Position } from '../../place.ts';
import type { ParsedDocument, SyntaxFault } from './document.ts';

/** How many nodes aliases may stand for: far more than people write, far less than a bomb of aliases. */
const MOST_ALIASED_NODES = 10_000;

/** UTF-16 units of the longest YAML that is parsed: what a parser keeps of each node is some 200 times the node. */
const LONGEST_YAML = 4 * 1024 * 1024;

/** Members whose numbers are names: `ruleId: 1.10` is rule 1.10, not the number 1.1. */
const NAMES: ReadonlySet<string> = new Set(['ruleId']);

/** Parses the YAML 1.2 documents of a text; `!!binary` gives bytes. Numbers of the members `names` stay as written. */
export function parseYaml(
  text: string,
  file: string,
  names = NAMES,
): readonly ParsedDocument[] | SyntaxFault {
  if (text.length > LONGEST_YAML) {
    return {
      cause: `YAML of more than ${LONGEST_YAML / 1024 / 1024} Mi characters is not read; write JSON`,
      offset: 0,
    };
  }
  const lines = new LineCounter();
  const documents: ParsedDocument[] = [];
  try {
    for (const document of parseAllDocuments(text, {
      version: '1.2',
      customTags: ['binary'],
      lineCounter: lines,
      logLevel: 'silent',
      prettyErrors: false,
      // The parser compares every key with every other one; `repeatedKey` looks each up once.
      uniqueKeys: false,
    })) {
      const [error] = document.errors;
      if (error !== undefined) return { cause: inWords(error.message), offset: error.pos[0] };
      const repeated = repeatedKey(document);
      if (repeated !== undefined) return { cause: 'a key stands twice in one mapping', offset: repeated };
      const garbled = garbledBinary(document);
      if (garbled !== undefined) return { cause: 'this !!binary is not base64', offset: garbled };
      keepNamesAsWritten(document, names);
      const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASED_NODES });
      documents.push({
        value,
        source: { file, locate: (at) => locate(document, lines, at) },
        repeatedMembers: () => [],
      });
    }
  } catch (error) {
    // The parser gives up on a bomb of aliases with a ReferenceError, and on endless nesting with a RangeError.
    if (error instanceof ReferenceError) return { cause: 'its aliases stand for too many values', offset: 0 };
    if (error instanceof RangeError) return { cause: 'it is nested too deeply', offset: 0 };
    throw error;
  }
  return documents.filter((document) => document.value !== null || documents.length === 1);
}

/** The parser reports its own exhausted stack as if it were a fault of syntax. */
function inWords(message: string): string {
  return message.includes('call stack') ? 'it is nested too deeply' : message;
}

/** Where the second of two keys of one name in one mapping stands. */
function repeatedKey(document: Document): number | undefined {
  let repeated: number | undefined;
  visit(document, {
    Map(_, { items }) {
      const names = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        // As members of an object, `1` and `"1"` are the same.
        const name = String(key.value);
        if (names.has(name)) repeated ??= key.range?.[0] ?? 0;
        names.add(name);
      }
    },
  });
  return repeated;
}

/** Where a `!!binary` is no base64: the parser would skip what is not, and make other bytes of it. */
function garbledBinary(document: Document): number | undefined {
  let garbled: number | undefined;
  visit(document, {
    Scalar(_, { value, source = '', range }) {
      if (!(value instanceof Uint8Array)) return;
      const written = source.replaceAll(/\s+/g, '');
      if (Buffer.from(value).toString('base64') !== written) garbled ??= range?.[0] ?? 0;
    },
  });
  return garbled;
}

function keepNamesAsWritten(document: Document, names: ReadonlySet<string>): void {
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !names.has(String(key.value)) || !isScalar(value)) return;
      if (typeof value.value === 'number' && value.source !== undefined) value.value = value.source;
    },
  });
}

function locate(document: Document, lines: LineCounter, at: At): Position | undefined {
  if ('position' in at) return at.position;
  for (let depth = at.path.length; depth >= 0; depth -= 1) {
    const offset = offsetOf(document, at.path.slice(0, depth));
    if (offset === undefined) continue;
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  }
  return undefined;
}

/** Where a value stands; a collection at the name of its member. */
function offsetOf(document: Document, path: Path): number | undefined {
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] : undefined;
  for (const step of path) {
    const parent: unknown = isAlias(node) ? node.resolve(document) : node;
    if (isMap(parent)) {
      const pair: unknown = parent.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === step,
      );
      if (!isPair(pair)) return undefined;
      node = pair.value;
      const shown: unknown = isScalar(node) ? node : pair.key;
      offset = isNode(shown) ? shown.range?.[0] : offset;
    } else {
      const items: unknown = isNode(parent) && 'items' in parent ? parent.items : undefined;
      if (!Array.isArray(items) || typeof step !== 'number' || !(step in items)) return undefined;
      node = items[step];
      offset = isNode(node) ? node.range?.[0] : offset;
    }
  }
  return offset;
}
