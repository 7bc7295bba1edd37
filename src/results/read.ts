import { failing } from '../failure.ts';
import type { Session } from '../inputs/connection.ts';
import type { Source } from '../place.ts';
import { quote } from '../text.ts';
import { explained, isExplainable, repaired } from './known-text.ts';
import type { Naming } from './naming.ts';
import type { ParsedDocument } from './parse/document.ts';
import { looksLikeXml, parseDocuments, parseXmlFile } from './parse/parse.ts';
import type { Pause } from './parse/steps.ts';
import type { PlacedScan } from './placed.ts';
import type { ResultsFile } from './reading/results-file.ts';
import type { Formats, KnownFormats, Repaired, Scanner } from './reading/scanner.ts';
import { readDocument } from './read-document.ts';
import { ambiguous, unrecognised } from './recognise.ts';

/** What one results file contains: one scan for each run of a scanner. */
export interface FileScans {
  readonly file: ResultsFile;
  readonly format: string;
  readonly scans: readonly PlacedScan[];
  /** How many whole lines of other text before its documents were skipped. */
  readonly skippedLines?: number;
}

/** How results files are to be read. */
export interface Reading {
  readonly session: Session;
  /** A scanner's name, or `auto`. */
  readonly format: string;
  /** How scanners' rules are named: the input `rule-id`, or its default if absent. */
  readonly ruleId?: Naming;
  /** What must have been scanned: the input `expected-target`. */
  readonly expectedTarget?: string | undefined;
  readonly formats: Formats;
  /** Called between steps of the work, so that signals are handled while large files are read. If it throws, reading ends. */
  readonly pause?: Pause;
}

/**
 * Reads a file with the scanner that wrote it.
 * @throws ActionFailure `ResultsFileUnreadable`, `ResultsFormatUnknown`, or `NoResults` when the file is empty.
 */
export async function readFile(file: ResultsFile, reading: Reading): Promise<FileScans> {
  try {
    return await (looksLikeXml(file.bytes) ? readXml(file, reading) : readData(file, reading));
  } catch (error) {
    if (!isExplainable(error)) throw error;
    const { unsupported } = await reading.formats.all();
    const repair = repaired(error, file, unsupported);
    if (repair === undefined) throw explained(error, file, unsupported);
    return readRepaired(file, repair, reading);
  }
}

/** Reads the repaired text of a malformed file, and adds a warning about the repair. */
async function readRepaired(
  file: ResultsFile,
  { text, warning }: Repaired,
  reading: Reading,
): Promise<FileScans> {
  try {
    const read = await readData({ ...file, bytes: Buffer.from(text) }, reading);
    const warnings = [{ sentence: warning, at: { position: { line: 1, column: 1 } } }];
    return {
      ...read,
      file,
      scans: [
        ...read.scans,
        { scan: { ruleResults: [], warnings }, source: sourceOf(file), format: read.format },
      ],
    };
  } catch (error) {
    const { unsupported } = await reading.formats.all();
    throw explained(error, file, unsupported);
  }
}

/** Whether `results-format` allows a format. */
function isWanted({ name }: Scanner, { format }: Reading): boolean {
  return format === 'auto' || format === name;
}

async function readXml(file: ResultsFile, reading: Reading): Promise<FileScans> {
  const xmlScanners = (await reading.formats.xml()).filter((scanner) => isWanted(scanner, reading));
  const readers = xmlScanners.map((scanner) => ({ format: scanner.name, reader: scanner.reader() }));
  await parseXmlFile(
    file,
    readers.map(({ reader }) => reader),
    reading.pause,
  );
  const [first, second] = readers.flatMap(({ format, reader }) => {
    const scans = reader.end();
    return scans === undefined ? [] : [{ format, scans }];
  });
  if (first === undefined) {
    const { scanners } = await reading.formats.all();
    throw unrecognised(
      file.name,
      'XML of another kind',
      scanners.filter((scanner) => isWanted(scanner, reading)),
    );
  }
  if (second !== undefined) {
    throw ambiguous(file.name, { name: first.format }, { name: second.format });
  }
  const source = sourceOf(file);
  return {
    file,
    format: first.format,
    scans: first.scans.map((scan) => ({ scan, source, format: first.format })),
  };
}

/** The source of a file whose places are already positions. */
function sourceOf(file: ResultsFile): Source {
  return { file: file.name, locate: (at) => ('position' in at ? at.position : undefined) };
}

async function readData(file: ResultsFile, reading: Reading): Promise<FileScans> {
  const { documents: parsed, skippedLines } = await parseDocuments(file, {
    skipsLines: true,
    pause: reading.pause,
  });
  const documents = parsed.filter(({ value }) => !isEmpty(value));
  if (documents.length === 0) {
    throw failing('NoResults', `${quote(file.name)} contains no results: it is empty.`);
  }
  const { scanners, unsupported } = await formatsFor(documents, reading);
  const recognition = { format: reading.format, unsupported };
  const recognised = documents.map((document) => readDocument(file.name, document, scanners, recognition));
  const formats = [...new Set(recognised.map(({ scanner }) => scanner.name))];
  const [format] = formats;
  if (format === undefined || formats.length > 1) {
    throw failing(
      'ResultsFormatUnknown',
      `${quote(file.name)} contains documents in several formats: ${formats.join(', ')}.`,
      {
        remedy: 'Write one file per format, and list them all in `results-file`.',
      },
    );
  }
  return { file, format, scans: recognised.flatMap(({ scans }) => scans), skippedLines };
}

/** The formats that documents may be in: only the action's own, if they can be in no other. */
async function formatsFor(documents: readonly ParsedDocument[], reading: Reading): Promise<KnownFormats> {
  const { own, isOwn, all } = reading.formats;
  if (isWanted(own, reading) && documents.every(({ value }) => isOwn(value)))
    return { scanners: [own], unsupported: [] };
  const { scanners, unsupported } = await all();
  return { scanners: scanners.filter((scanner) => isWanted(scanner, reading)), unsupported };
}

/** An empty document or list: it has no format's shape, and no results in any format. */
function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
