import { failing } from '../../failure.ts';
import { quote } from '../../text.ts';
import type { Position } from '../../place.ts';
import type { ResultsFile } from '../reading/results-file.ts';
import type { XmlReader } from '../reading/scanner.ts';
import type { ParsedDocument, SyntaxFault } from './document.ts';
import { parseJson } from './json.ts';
import { decodeText, encodingOf, positionFinder } from './text.ts';

/** UTF-16 units of the longest text that is tried as YAML when it begins like JSON and is none. */
const LONGEST_FLOW_STYLE = 256 * 1024;

/** Whether a file's text begins with `<`, as XML does and no JSON or YAML document of ours. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, 4096));
  return beginning.trimStart().startsWith('<');
}

/**
 * Parses the JSON or YAML documents of a file. Text that begins with `{` or `[` is JSON (one document, or several
 * back to back); only when it is short and no JSON is it tried as YAML, whose flow style begins alike. `names`: members
 * whose numbers are names (`ruleId` where it is left out).
 * @throws ActionFailure `ResultsFileUnreadable` with the place of the first fault.
 */
export async function parseDocuments(
  file: ResultsFile,
  names?: ReadonlySet<string>,
): Promise<readonly ParsedDocument[]> {
  const text = decodeText(file.bytes, file.name);
  const beginning = /\S/.exec(text)?.[0];
  if (beginning === undefined) return [];
  if (beginning !== '{' && beginning !== '[') {
    const documents = await parseYaml(text, file.name, names);
    return isFault(documents) ? refuse(file, text, 'YAML', documents) : documents;
  }
  const documents = parseJson(text, file.name);
  if (!isFault(documents)) return documents;
  if (text.length <= LONGEST_FLOW_STYLE) {
    const flowStyle = await parseYaml(text, file.name, names);
    if (!isFault(flowStyle)) return flowStyle;
  }
  return refuse(file, text, 'JSON', documents);
}

/**
 * Parses an XML file in one pass for all readers.
 * @throws ActionFailure `ResultsFileUnreadable` with the place of the first fault.
 */
export async function parseXmlFile(file: ResultsFile, readers: readonly XmlReader[]): Promise<void> {
  const { parseXml, XmlError } = await import('./xml.ts');
  try {
    parseXml(file.bytes, readers);
  } catch (error) {
    if (error instanceof XmlError) refuseAt(file, 'XML', error.message, error.position);
    throw error;
  }
}

/** Loads the parser of YAML, which is larger than all that reads JSON, where there is YAML. */
async function parseYaml(
  text: string,
  file: string,
  names: ReadonlySet<string> | undefined,
): Promise<readonly ParsedDocument[] | SyntaxFault> {
  const yaml = await import('./yaml.ts');
  return yaml.parseYaml(text, file, names);
}

function isFault(parsed: readonly ParsedDocument[] | SyntaxFault): parsed is SyntaxFault {
  return 'cause' in parsed;
}

function refuse(file: ResultsFile, text: string, syntax: string, fault: SyntaxFault): never {
  refuseAt(file, syntax, fault.cause, positionFinder(text)(fault.offset));
}

function refuseAt(file: ResultsFile, syntax: string, cause: string, position: Position): never {
  const source = { file: file.name, locate: () => position };
  const sentence = `${quote(file.name)} is not well-formed ${syntax}: line ${position.line}, column ${position.column}: ${cause}.`;
  throw failing('ResultsFileUnreadable', sentence, {
    faults: [{ sentence, place: { source, at: { position } } }],
  });
}
