import type { ActionFailure } from '../../failure.ts';
import { isRecord } from '../../json.ts';
import { TooMuch } from '../reading/bounds.ts';
import type { ResultsFile } from '../reading/results-file.ts';
import type { XmlReader } from '../reading/scanner.ts';
import { SyntaxFault, type FaultKind, type ParsedDocument } from './document.ts';
import { parseJson } from './json/json.ts';
import { isOpening, skipBlanks } from './json/tokens.ts';
import { jsonAfterLines } from './lines.ts';
import { withBreaks, type Pause, type Steps } from './steps.ts';
import { encodingOf, refuseBinary, refusedAt, decodedText, type Utf8Text } from './text.ts';

/** Size in bytes of the longest text that is tried as YAML when it begins like JSON but is not. */
const LONGEST_FLOW_STYLE = 256 * 1024;

/** What to do about a fault, if more than looking at its place is needed. */
const REMEDIES: Readonly<Partial<Record<FaultKind, string>>> = {
  end: 'The file ends too early: usually the scan step was stopped, or its disk was full. Run the scan again.',
  comment: 'Remove the comments from the file.',
  bound: 'Check that the path names the results file, or split the results into several files.',
};

type Documents = readonly ParsedDocument[];

/** The documents of a file. */
export interface ParsedFile {
  readonly documents: Documents;
  /** How many whole lines of other text before the documents, such as a log, were skipped. */
  readonly skippedLines: number;
}

/** How a file is parsed. */
export interface Parsing {
  /** Members whose numbers are names in YAML; by default `ruleId`. */
  readonly names?: ReadonlySet<string>;
  /** Whether whole lines of other text before JSON are skipped. The caller must tell the user. */
  readonly skipsLines?: boolean;
  /** Called between steps, so that signals are handled while large files are parsed. If it throws, parsing ends. */
  readonly pause?: Pause | undefined;
}

/** Whether a file's text begins with `<`, as XML does and no JSON or YAML results file does. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, 4096));
  return beginning.trimStart().startsWith('<');
}

/**
 * Parses the JSON or YAML documents of a file. Text that begins with `{` or `[` is JSON: one document, or several
 * back to back. If it is short and not JSON, it is tried as YAML, whose flow style begins the same way. In text that is
 * neither, whole lines before JSON may be skipped.
 * @throws ActionFailure `ResultsFileUnreadable` with the place of the first fault.
 */
export async function parseDocuments(file: ResultsFile, parsing: Parsing = {}): Promise<ParsedFile> {
  refuseBinary(file);
  const text = decodedText(file);
  const start = skipBlanks(text.bytes, 0);
  if (start === text.bytes.length) return { documents: [], skippedLines: 0 };

  const isJson = isOpening(text.bytes[start]);
  const parser = new DocumentParser(text, file.name, parsing);
  const documents = await (isJson ? parser.jsonOrFlowStyle() : parser.yaml());
  const isFault = documents instanceof SyntaxFault;
  if (!isFault && documents.some(({ value }) => isListOrObject(value))) return { documents, skippedLines: 0 };

  const after = parsing.skipsLines === true ? jsonAfterLines(text) : undefined;
  if (after !== undefined) {
    const later = await parser.json(after.start);
    if (later instanceof SyntaxFault) throw refusal(file, 'JSON', later);
    return { documents: later, skippedLines: after.lines };
  }
  if (isFault) throw refusal(file, isJson ? 'JSON' : 'YAML', documents);
  return { documents, skippedLines: 0 };
}

/**
 * Parses an XML file in one pass for all readers.
 * @throws ActionFailure `ResultsFileUnreadable` with the place of the first fault.
 */
export async function parseXmlFile(
  file: ResultsFile,
  readers: readonly XmlReader[],
  pause?: Pause,
): Promise<void> {
  refuseBinary(file);
  const { parseXml } = await import('./xml.ts');
  const fault = await parsedOrFault(parseXml(file.bytes, readers), pause);
  if (fault instanceof SyntaxFault) throw refusal(file, 'XML', fault);
}

/** The ways to parse one text. The YAML parser is larger than all the code for JSON, so it is loaded only when used. */
class DocumentParser {
  readonly #text: Utf8Text;
  readonly #file: string;
  readonly #parsing: Parsing;

  constructor(text: Utf8Text, file: string, parsing: Parsing) {
    this.#text = text;
    this.#file = file;
    this.#parsing = parsing;
  }

  json(start = 0): Promise<Documents | SyntaxFault> {
    return parsedOrFault(parseJson(this.#text, this.#file, { start }), this.#parsing.pause);
  }

  async yaml(): Promise<Documents | SyntaxFault> {
    const { parseYaml } = await import('./yaml/yaml.ts');
    const { names, pause } = this.#parsing;
    return parsedOrFault(parseYaml(this.#text, this.#file, names), pause);
  }

  /** JSON, or YAML that begins the same way. If the text is neither, the JSON fault is the one people understand. */
  async jsonOrFlowStyle(): Promise<Documents | SyntaxFault> {
    const json = await this.json();
    const mayBeYaml = json instanceof SyntaxFault && json.kind === 'other';
    if (!mayBeYaml || this.#text.bytes.length > LONGEST_FLOW_STYLE) return json;
    const yaml = await this.yaml();
    return yaml instanceof SyntaxFault ? json : yaml;
  }
}

async function parsedOrFault<Parsed>(
  parsing: Steps<Parsed>,
  pause: Pause | undefined,
): Promise<Parsed | SyntaxFault> {
  try {
    return await withBreaks(parsing, pause);
  } catch (error) {
    if (error instanceof SyntaxFault) return error;
    // An XML reader has received more than its bounds allow it to keep.
    if (error instanceof TooMuch && error.at !== undefined && 'position' in error.at) {
      return new SyntaxFault(error.message, error.at.position, 'bound');
    }
    throw error;
  }
}

function isListOrObject(value: unknown): boolean {
  return isRecord(value) || Array.isArray(value);
}

function refusal({ name }: ResultsFile, syntax: string, fault: SyntaxFault): ActionFailure {
  const { message, position, kind } = fault;
  const what = kind === 'bound' ? 'is too large or too deep' : `is not well-formed ${syntax}`;
  return refusedAt(name, position, what, { because: message, remedy: REMEDIES[kind], thrown: fault });
}
