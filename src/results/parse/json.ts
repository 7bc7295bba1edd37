import {
  createScanner,
  findNodeAtLocation,
  parse,
  parseTree,
  type Node,
  type ParseError,
  visit,
} from 'jsonc-parser';
import { isRecord } from '../../json.ts';
import type { At, Position } from '../../place.ts';
import type { ParsedDocument, RepeatedMember, SyntaxFault } from './document.ts';
import { positionFinder } from './text.ts';

/** Kinds of tokens, by jsonc-parser's `SyntaxKind`, a constant enumeration that isolated modules cannot name. */
const OPENING = new Set([1, 3]);
const CLOSING = new Set([2, 4]);
const END_OF_TEXT = 17;

/** jsonc-parser's `ParseErrorCode` in words. */
const FAULTS: Readonly<Record<number, string>> = {
  1: 'this is not a JSON value',
  2: 'this is not a JSON number',
  3: 'a member name in double quotation marks is expected',
  4: 'a value is expected',
  5: 'a colon is expected',
  6: 'a comma is expected',
  7: 'a closing brace is expected',
  8: 'a closing bracket is expected',
  9: 'the document should end here',
  10: 'JSON has no comments',
  11: 'a comment does not end',
  12: 'a string does not end',
  13: 'a number does not end',
  14: 'this is not a Unicode escape',
  15: 'this is not an escape',
  16: 'a string holds a character that must be escaped',
};

/**
 * Parses one JSON document or several back to back. `JSON.parse` is fast and tells no places; the places are found
 * by a second parse, when somebody asks.
 */
export function parseJson(text: string, file: string): readonly ParsedDocument[] | SyntaxFault {
  const whole = parseValue(text);
  if (whole !== undefined) return [documentOf(whole.value, text, file, positionFinder(text), 0)];

  const positionOf = positionFinder(text);
  const documents: ParsedDocument[] = [];
  for (const [start, end] of partsOf(text)) {
    const part = text.slice(start, end);
    const parsed = parseValue(part);
    if (parsed === undefined) return { ...syntaxFault(part), offset: start + syntaxFault(part).offset };
    documents.push(documentOf(parsed.value, part, file, positionOf, start));
  }
  return documents;
}

function parseValue(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Where the values of a text begin and end; text that is none stays with the value before it. */
function partsOf(text: string): readonly (readonly [number, number])[] {
  const scanner = createScanner(text, true);
  const parts: [number, number][] = [];
  let depth = 0;
  let start = 0;
  for (let token: number = scanner.scan(); token !== END_OF_TEXT; token = scanner.scan()) {
    if (OPENING.has(token)) depth += 1;
    if (CLOSING.has(token)) depth -= 1;
    if (depth > 0 || !CLOSING.has(token)) continue;
    const end = scanner.getTokenOffset() + scanner.getTokenLength();
    parts.push([start, end]);
    start = end;
  }
  if (text.slice(start).trim() !== '') parts.push([start, text.length]);
  return parts;
}

function syntaxFault(text: string): SyntaxFault {
  const errors: ParseError[] = [];
  const options = { disallowComments: true, allowTrailingComma: false };
  const parsed = unlessTooDeep(() => ({ value: parse(text, errors, options) as unknown }));
  if (parsed === undefined) return { cause: 'it is nested too deeply', offset: 0 };
  const [first] = errors;
  if (first === undefined) return { cause: 'it is not well-formed JSON', offset: 0 };
  return { cause: FAULTS[first.error] ?? 'it is not well-formed JSON', offset: first.offset };
}

function documentOf(
  value: unknown,
  part: string,
  file: string,
  positionOf: (offset: number) => Position,
  start: number,
): ParsedDocument {
  let tree: Node | undefined;

  const locate = (at: At): Position | undefined => {
    if ('position' in at) return at.position;
    tree ??= unlessTooDeep(() => parseTree(part));
    for (let depth = at.path.length; tree !== undefined && depth >= 0; depth -= 1) {
      const node = findNodeAtLocation(tree, at.path.slice(0, depth));
      if (node !== undefined) return positionOf(start + shownAt(node));
    }
    return undefined;
  };
  const repeatedMembers = (): RepeatedMember[] =>
    keepsEveryMember(part, value)
      ? []
      : (unlessTooDeep(() => repeatedIn(part)) ?? []).map(({ name, offset }) => ({
          name,
          position: positionOf(start + offset),
        }));
  return { value, source: { file, locate }, repeatedMembers };
}

/**
 * Whether the value has every member of its text, so that a second parse would find none repeated. A colon of JSON text
 * follows a member's name or stands in a string: where `JSON.parse` lost a member, the value has fewer colons. An escaped
 * colon stands in strings of the value only, and could make up for a lost one.
 */
function keepsEveryMember(text: string, value: unknown): boolean {
  return !/\\u003a/i.test(text) && colonsIn(text) === colonsOfMembers(value);
}

/** The colons that stand in the strings of a value and after the names of its members. */
function colonsOfMembers(value: unknown): number {
  let colons = 0;
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') colons += colonsIn(next);
    else if (Array.isArray(next)) for (const item of next) waiting.push(item);
    else if (isRecord(next)) {
      for (const [name, member] of Object.entries(next)) {
        colons += colonsIn(name) + 1;
        waiting.push(member);
      }
    }
  }
  return colons;
}

function colonsIn(text: string): number {
  let colons = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) colons += 1;
  return colons;
}

function repeatedIn(text: string): { readonly name: string; readonly offset: number }[] {
  const repeated: { readonly name: string; readonly offset: number }[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (name, offset) => {
      const names = open.at(-1);
      if (names?.has(name) === true) repeated.push({ name, offset });
      names?.add(name);
    },
  });
  return repeated;
}

/** These parsers are recursive: of a document that is nested without end there are values, but no places. */
function unlessTooDeep<Found>(find: () => Found): Found | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A scalar is shown at itself, a collection at the name of its member: that is the line to look at. */
function shownAt(node: Node): number {
  const isCollection = node.type === 'object' || node.type === 'array';
  return node.parent?.type === 'property' && isCollection ? node.parent.offset : node.offset;
}
