import { failing, type ActionFailure, type Fault } from '../failure.ts';
import type { Path, Source } from '../place.ts';
import { quote } from '../text.ts';
import type { ParsedDocument } from './parse/document.ts';
import { MOST_DOCUMENTS } from './parse/json/scan.ts';
import type { PlacedScan } from './placed.ts';
import { TooMuch } from './reading/bounds.ts';
import type { DataScanner, Scan, Scanner } from './reading/scanner.ts';
import { repeatedFindings, type RepeatedFindings } from './repeated-members.ts';
import { recognise, recognisedBy, type Recognition } from './recognise.ts';

/** The scans in a document, and the scanner that wrote it. */
export interface DocumentScans {
  readonly scanner: DataScanner;
  readonly scans: readonly PlacedScan[];
}

/** A document, or one element of a list of documents, with its place. */
interface Part {
  readonly value: unknown;
  readonly source: Source;
}

/**
 * Reads a JSON or YAML document with the scanner that wrote it. A list of whole reports, as `jq -s` writes it, is read
 * report by report, if it has no more than a file may have documents.
 * @throws ActionFailure `ResultsFormatUnknown` when no scanner recognises the document, or more than one does;
 *   `ResultsFileUnreadable` when it is nested too deeply.
 */
export function readDocument(
  file: string,
  document: ParsedDocument,
  scanners: readonly Scanner[],
  recognition: Recognition,
): DocumentScans {
  try {
    const { scanner, scans } = readParts(file, document, scanners, recognition);
    const read = (value: unknown): readonly Scan[] =>
      readParts(file, { value, source: document.source }, scanners, recognition).scans.map(
        ({ scan }) => scan,
      );
    const repeated = repeatedFindings(document.value, document.repeatedMembers(), read);
    return { scanner, scans: withFindings(scans, repeated) };
  } catch (error) {
    if (error instanceof TooMuch) throw tooMuch(file, error);
    if (!(error instanceof RangeError)) throw error;
    throw failing('ResultsFileUnreadable', `${quote(file)} is nested too deeply.`, {}, error);
  }
}

function tooMuch(file: string, error: TooMuch): ActionFailure {
  return failing(
    'ResultsFileUnreadable',
    `${quote(file)} is too large: ${error.message}.`,
    {
      remedy:
        'Check that the file has the results of one benchmark on one target, as its scanner writes them.',
    },
    error,
  );
}

/** Adds the findings about repeated members to the first scan. */
function withFindings(scans: readonly PlacedScan[], found: RepeatedFindings): readonly PlacedScan[] {
  const [first, ...others] = scans;
  if (first === undefined || found.faults.length + found.warnings.length === 0) return scans;
  const { faults = [], warnings = [] } = first.scan;
  const scan = {
    ...first.scan,
    faults: [...faults, ...found.faults],
    warnings: [...warnings, ...found.warnings],
  };
  return [{ ...first, scan }, ...others];
}

function readParts(
  file: string,
  document: Part,
  scanners: readonly Scanner[],
  recognition: Recognition,
): DocumentScans {
  const { scanner, parts } = recognisedParts(file, document, scanners, recognition);
  const scans = parts.flatMap(({ value, source }) =>
    scanner.read(value).map((scan): PlacedScan => ({ scan, source, format: scanner.name })),
  );
  return { scanner, scans };
}

function recognisedParts(
  file: string,
  { value, source }: Part,
  scanners: readonly Scanner[],
  recognition: Recognition,
): { readonly scanner: DataScanner; readonly parts: readonly Part[] } {
  const whole = { value, source };
  const isList = Array.isArray(value) && value.length <= MOST_DOCUMENTS;
  if (!isList || recognisedBy(value, scanners, recognition.format).length > 0) {
    return { scanner: recognise(value, scanners, recognition, file), parts: [whole] };
  }
  const elements: readonly unknown[] = value;
  const kinds = elements.map((element) => recognisedBy(element, scanners, recognition.format));
  const scanner = kinds.find(([one]) => one !== undefined)?.[0];
  if (scanner === undefined) {
    return { scanner: recognise(value, scanners, recognition, file), parts: [whole] };
  }
  const others = kinds.flatMap((kind, index) =>
    kind.length === 1 && kind[0] === scanner
      ? []
      : [otherElement(kind, scanner, { source, at: { path: [index] } })],
  );
  if (others.length > 0) {
    throw failing(
      'ResultsFormatUnknown',
      `${quote(file)} is a list of \`${scanner.name}\` reports and something else.`,
      { faults: others, remedy: 'Write one file per format, and list them all in `results-file`.' },
    );
  }
  return {
    scanner,
    parts: elements.map((element, index) => ({ value: element, source: within(source, [index]) })),
  };
}

function otherElement(
  kind: readonly DataScanner[],
  scanner: DataScanner,
  place: Fault['place'] & object,
): Fault {
  const formats = kind.map(({ name }) => `\`${name}\``).join(' or ');
  const what = formats === '' ? 'not in a supported format' : formats;
  return { sentence: `The others are \`${scanner.name}\` reports; this one is ${what}.`, place };
}

/** The source of one list element: its paths begin at the element and need the element's own path in front. */
function within(source: Source, prefix: Path): Source {
  return {
    file: source.file,
    locate: (at) => source.locate('path' in at ? { path: [...prefix, ...at.path] } : at),
  };
}
