import { Composer, Lexer, LineCounter, Parser, type CST, type Document, type YAMLError } from 'yaml';
import type { At, Position } from '../../../place.ts';
import { grouped } from '../../../text.ts';
import { FaultAtOffset, SyntaxFault, type ParsedDocument } from '../document.ts';
import { MOST_DOCUMENTS } from '../json/scan.ts';
import type { Steps } from '../steps.ts';
import { advance, type Utf8Text } from '../text.ts';
import { YamlValues } from './values.ts';

/** The most bytes of YAML that are read. What people write and `kubectl` prints is about 100 KiB. */
export const LONGEST_YAML = 4 * 1024 * 1024;

/**
 * The most tokens of YAML, including blanks and line breaks: as many as 16,000 messages with details have. The parser
 * takes up to 5 µs and 500 bytes for each.
 */
export const MOST_YAML_TOKENS = 1024 * 1024;

/** How deep mappings and lists may nest, as for JSON. The parser is recursive. */
export const DEEPEST_YAML = 128;

/** The most values that aliases may expand to: far more than people write, far fewer than an alias bomb. */
export const MOST_ALIASED_VALUES = 10_000;

/** Members whose numbers are names: `ruleId: 1.10` is rule 1.10, not the number 1.1. */
const NAMES: ReadonlySet<string> = new Set(['ruleId']);

/** The most that is read of a YAML text. */
export interface YamlBounds {
  readonly bytes: number;
  readonly tokens: number;
  readonly depth: number;
  readonly documents: number;
  readonly aliased: number;
}

/** The bounds of every results file. */
export const YAML_BOUNDS: YamlBounds = {
  bytes: LONGEST_YAML,
  tokens: MOST_YAML_TOKENS,
  depth: DEEPEST_YAML,
  documents: MOST_DOCUMENTS,
  aliased: MOST_ALIASED_VALUES,
};

/** What the bracket that opens a flow collection counts: the parser takes some 1800 bytes for one. */
const FLOW_COLLECTION = 3;

/** How many tokens are read in one step. */
const TOKENS_AT_ONCE = 64 * 1024;

/**
 * Parses the YAML 1.2 documents of a text; `!!binary` gives bytes. Numbers in the members `names` keep their text as
 * written. Tests choose small bounds.
 * @throws SyntaxFault
 */
export function* parseYaml(
  text: Utf8Text,
  file: string,
  names: ReadonlySet<string> = NAMES,
  bounds: YamlBounds = YAML_BOUNDS,
): Steps<readonly ParsedDocument[]> {
  if (text.bytes.length > bounds.bytes) {
    const most = `YAML of more than ${grouped(bounds.bytes)} bytes is not supported; write JSON instead`;
    throw new SyntaxFault(most, { line: 1, column: 1 }, 'bound');
  }
  const written = text.slice();
  try {
    const documents = yield* new YamlText(written, file, names, bounds).documents();
    return documents.filter(({ value }) => value !== null || documents.length === 1);
  } catch (error) {
    if (!(error instanceof FaultAtOffset)) throw error;
    const { message, offset, kind } = error;
    const isAtEnd = kind === 'other' && offset >= written.trimEnd().length;
    const position = advance({ line: 1, column: 1 }, written.slice(0, offset));
    throw new SyntaxFault(message, position, isAtEnd ? 'end' : kind);
  }
}

/** Parses a text token by token, so that it can stop as soon as the text exceeds a bound or has a fault. */
class YamlText {
  readonly #text: string;
  readonly #file: string;
  readonly #names: ReadonlySet<string>;
  readonly #bounds: YamlBounds;
  readonly #lines = new LineCounter();
  readonly #parser = new Parser(this.#lines.addNewLine);
  readonly #composer = new Composer({
    version: '1.2',
    customTags: ['binary'],
    logLevel: 'silent',
    prettyErrors: false,
    // The parser would compare every key with every other; `YamlValues` looks each up once.
    uniqueKeys: false,
  });

  #documents = 0;

  constructor(text: string, file: string, names: ReadonlySet<string>, bounds: YamlBounds) {
    this.#text = text;
    this.#file = file;
    this.#names = names;
    this.#bounds = bounds;
  }

  *documents(): Steps<readonly ParsedDocument[]> {
    const documents: ParsedDocument[] = [];
    for (const document of yield* this.#composed()) {
      const [error] = document.errors;
      if (error !== undefined) throw new FaultAtOffset(inWords(error), error.pos[0]);
      documents.push(this.#parsed(document));
    }
    return documents;
  }

  #parsed({ contents }: Document): ParsedDocument {
    const values = new YamlValues(this.#names, this.#bounds.aliased);
    const value = values.valueOf(contents);
    const locate = (at: At): Position | undefined => {
      if ('position' in at) return at.position;
      for (let depth = at.path.length; depth >= 0; depth -= 1) {
        const offset = values.offsetOf(contents, at.path.slice(0, depth));
        if (offset === undefined) continue;
        const { line, col } = this.#lines.linePos(offset);
        return { line, column: col };
      }
      return undefined;
    };
    return { value, source: { file: this.#file, locate }, repeatedMembers: () => [] };
  }

  /** The documents up to and including the first with a syntax fault. */
  *#composed(): Steps<readonly Document[]> {
    const documents: Document[] = [];
    let tokens = 0;
    let read = 0;
    this.#lines.addNewLine(0);
    for (const token of new Lexer().lex(this.#text)) {
      tokens += token === '[' || token === '{' ? FLOW_COLLECTION : 1;
      if (tokens > this.#bounds.tokens) this.#exceed(this.#bounds.tokens, 'tokens');
      read += 1;
      if (read % TOKENS_AT_ONCE === 0) yield;
      for (const piece of this.#parser.next(token)) {
        documents.push(...this.#compose(piece));
        if (piece.type === 'error') return [...documents, ...this.#composer.end()];
      }
      this.#limitDepth();
    }
    yield;
    for (const piece of this.#parser.end()) documents.push(...this.#compose(piece));
    return [...documents, ...this.#composer.end()];
  }

  #compose(piece: CST.Token): readonly Document[] {
    if (piece.type === 'document') this.#documents += 1;
    if (this.#documents > this.#bounds.documents) this.#exceed(this.#bounds.documents, 'documents');
    return withoutStacks(() => [...this.#composer.next(piece)]);
  }

  #limitDepth(): void {
    const { stack, offset } = this.#parser;
    const { depth } = this.#bounds;
    // The stack also holds the document, and may have a scalar on top.
    if (stack.length <= depth + 1 || stack.filter(isCollection).length <= depth) return;
    throw new FaultAtOffset(`mappings and lists are nested more than ${depth} deep`, offset, 'bound');
  }

  #exceed(bound: number, what: string): never {
    const message = `there are more than ${grouped(bound)} ${what}; write JSON`;
    throw new FaultAtOffset(message, this.#parser.offset, 'bound');
  }
}

/** Calls the parser, which makes an error for every fault of a document. Only the first is reported, without its stack. */
function withoutStacks<Made>(make: () => Made): Made {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function isCollection({ type }: CST.Token): boolean {
  return type === 'block-map' || type === 'block-seq' || type === 'flow-collection';
}

/** The parser's message, with what to do where the message does not say. */
function inWords({ code, message }: YAMLError): string {
  if (message.startsWith('Nested mappings') || code === 'BLOCK_IN_FLOW') {
    return 'this text contains ": ", which starts a mapping in YAML: put the text in quotation marks';
  }
  if (code === 'BAD_SCALAR_START') return `${message}: put the text in quotation marks`;
  return message;
}
