import { failing, type Fault } from '../failure.ts';
import type { Session } from '../inputs/connection.ts';
import { withoutUndefined } from '../json.ts';
import type { Status } from '../status.ts';
import { count, grouped, quote } from '../text.ts';
import { combine } from './combine.ts';
import type { ParsedDocument } from './parse/document.ts';
import { looksLikeXml, parseDocuments, parseXmlFile } from './parse/parse.ts';
import type { Place, Source } from '../place.ts';
import type { ResultsFile } from './reading/results-file.ts';
import { sessionFaults, targetFaults, type PlacedScan } from './refusals.ts';
import { explained } from './known-text.ts';
import { ambiguous, recognise, unrecognised } from './recognise.ts';
import type {
  DataScanner,
  DocumentFault,
  MessageDraft,
  Platform,
  RuleResult,
  Scan,
  Scanner,
  UnsupportedFormat,
  XmlScanner,
} from './reading/scanner.ts';

/** Results of all files together. The largest benchmarks have some thousand rules; ASFF has one a resource. */
const MOST_RESULTS = 1_000_000;

/** A rule result with its place and with who says so. */
export interface PlacedRuleResult extends RuleResult {
  readonly place: Place;
}

/** A message of a messages file with its place, and how its file says that string details are encoded. */
export interface PlacedDraft extends MessageDraft {
  readonly place: Place;
  readonly detailsEncoding?: 'text' | 'base64';
}

/** What one results file told, for the log and the summary. */
export interface FileReport {
  readonly file: string;
  readonly format: string;
  readonly scanner?: string;
  readonly benchmark?: string;
  readonly profile?: string;
  /** Whether an earlier run of this action wrote it, as what it could not deliver. */
  readonly isUndeliveredFile: boolean;
  /** Results of the file, before those for one rule combine. */
  readonly results: number;
}

/** What was scanned against what, as the first file that says so says it; for stopping a session. */
export interface ScanFacts {
  readonly benchmark?: string;
  readonly benchmarkVersion?: string;
  readonly profile?: string;
  readonly platform?: Platform;
}

/** A record of a scanner's file that cannot be read: the rule and the status that it states, where these can. */
export interface RecordFault extends Fault {
  readonly ruleId?: string;
  readonly status?: Status;
}

/** Everything that the results files say, rule by rule. */
export interface Results {
  /** Distinct formats, in order of first appearance. */
  readonly formats: readonly string[];
  readonly files: readonly FileReport[];
  readonly facts: ScanFacts;
  /** Of messages files, as they stand. */
  readonly drafts: readonly PlacedDraft[];
  /** Of scanners' files, one a rule. */
  readonly ruleResults: readonly PlacedRuleResult[];
  /** What spoils a document or the whole: nothing is sent, whatever `on-invalid` says. */
  readonly faults: readonly Fault[];
  /** Records of scanners' files that say no rule or no verdict: each would have been a message. */
  readonly recordFaults: readonly RecordFault[];
  readonly warnings: readonly Fault[];
}

interface FileScans {
  readonly file: ResultsFile;
  readonly format: string;
  readonly scans: readonly PlacedScan[];
}

/** How results files are to be read. */
export interface Reading {
  readonly session: Session;
  /** A scanner's name, or `auto`. */
  readonly format: string;
  readonly scanners: readonly Scanner[];
  readonly unsupported: readonly UnsupportedFormat[];
}

/**
 * Reads all that the files say: recognises each, refuses what belongs to another session or to several targets,
 * and combines several results for one rule to the worst.
 * @throws ActionFailure `ResultsFileUnreadable`, `ResultsFormatUnknown`, or `NoResults` when a file holds none.
 */
export function interpretResults(files: readonly ResultsFile[], reading: Reading): Results {
  const read = files.map((file) => readScans(file, reading));
  for (const file of read) refuseEmpty(file);

  const scans = read.flatMap((file) => file.scans);
  refuseTooMany(scans);
  const unreadable = new Set(
    scans.flatMap(({ scan }) => scan.unreadableRules ?? []).map(({ ruleId }) => ruleId),
  );
  const ruleResults = scans
    .flatMap(({ scan, source }) => placedRuleResults(scan, source))
    .filter(({ ruleId }) => !unreadable.has(ruleId));
  return {
    formats: [...new Set(read.map(({ format }) => format))],
    files: read.map(reportOf),
    facts: factsOf(scans.map(({ scan }) => scan)),
    drafts: scans.flatMap(({ scan, source }) => placedDrafts(scan, source)),
    ruleResults: combine(ruleResults),
    recordFaults: documentFaults(scans, true),
    faults: [
      ...documentFaults(scans, false),
      ...sessionFaults(scans, reading.session),
      ...targetFaults(scans),
    ],
    warnings: undefinedWords(ruleResults),
  };
}

function readScans(file: ResultsFile, reading: Reading): FileScans {
  const scanners = reading.scanners.filter(
    ({ name }) => reading.format === 'auto' || reading.format === name,
  );
  try {
    return looksLikeXml(file.bytes) ? readXml(file, scanners) : readData(file, scanners, reading);
  } catch (error) {
    throw explained(error, file, reading.unsupported);
  }
}

function readXml(file: ResultsFile, scanners: readonly Scanner[]): FileScans {
  const xmlScanners = scanners.filter((scanner): scanner is XmlScanner => scanner.kind === 'xml');
  const readers = xmlScanners.map((scanner) => ({ format: scanner.name, reader: scanner.reader() }));
  parseXmlFile(
    file,
    readers.map(({ reader }) => reader),
  );
  const [first, second] = readers.flatMap(({ format, reader }) => {
    const scans = reader.end();
    return scans === undefined ? [] : [{ format, scans }];
  });
  if (first === undefined) throw unrecognised(file.name, 'XML of another kind', scanners);
  if (second !== undefined) {
    throw ambiguous(file.name, { name: first.format }, { name: second.format });
  }
  const source: Source = { file: file.name, locate: (at) => ('position' in at ? at.position : undefined) };
  return { file, format: first.format, scans: first.scans.map((scan) => ({ scan, source })) };
}

function readData(file: ResultsFile, scanners: readonly Scanner[], reading: Reading): FileScans {
  const documents = parseDocuments(file).filter(({ value }) => !isEmpty(value));
  if (documents.length === 0) {
    throw failing('NoResults', `${quote(file.name)} holds no result: it is empty.`);
  }
  const recognised = documents.map((document) => readDocument(file, document, scanners, reading));
  const formats = [...new Set(recognised.map(({ scanner }) => scanner.name))];
  const [format] = formats;
  if (format === undefined || formats.length > 1) {
    throw failing(
      'ResultsFormatUnknown',
      `${quote(file.name)} holds documents of several formats: ${formats.join(', ')}.`,
      {
        remedy: 'Write one file for each format, and name them all in `results-file`.',
      },
    );
  }
  return { file, format, scans: recognised.flatMap(({ scans }) => scans) };
}

function readDocument(
  file: ResultsFile,
  document: ParsedDocument,
  scanners: readonly Scanner[],
  reading: Reading,
): { readonly scanner: DataScanner; readonly scans: readonly PlacedScan[] } {
  const { value, source } = document;
  try {
    const scanner = recognise(value, scanners, reading, file.name);
    const repeated = { ruleResults: [], faults: repeatedMemberFaults(document) };
    const scans = [...scanner.read(value), ...(repeated.faults.length > 0 ? [repeated] : [])];
    return { scanner, scans: scans.map((scan) => ({ scan, source })) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw failing('ResultsFileUnreadable', `${quote(file.name)} is nested too deeply.`, {}, error);
  }
}

function repeatedMemberFaults(document: ParsedDocument): DocumentFault[] {
  return document.repeatedMembers().map(({ name, position }) => ({
    sentence: `${quote(name)} stands twice in one object: one of the two would be lost.`,
    at: { position },
  }));
}

/** An empty document, a scanner's empty list: no format's shape, and no results in any. */
function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function refuseEmpty({ file, scans }: FileScans): void {
  if (scans.some(({ scan }) => resultsIn(scan) > 0 || (scan.faults?.length ?? 0) > 0)) return;
  const why = scans.find(({ scan }) => scan.emptyBecause !== undefined)?.scan.emptyBecause;
  throw failing('NoResults', `${quote(file.name)} holds no result${why === undefined ? '' : `: ${why}`}.`);
}

/** No benchmark has so many rules, and no session takes them: a file that says so is a mistake or a trap. */
function refuseTooMany(scans: readonly PlacedScan[]): void {
  const results = scans.reduce((sum, { scan }) => sum + resultsIn(scan), 0);
  if (results <= MOST_RESULTS) return;
  throw failing(
    'ResultsFileUnreadable',
    `The files hold ${count(results, 'result')}; at most ${grouped(MOST_RESULTS)} are read.`,
    { remedy: 'Check that the files are results of one benchmark on one target.' },
  );
}

function resultsIn(scan: Scan): number {
  return scan.ruleResults.length + (scan.drafts?.length ?? 0);
}

function placedRuleResults(scan: Scan, source: Source): PlacedRuleResult[] {
  return scan.ruleResults.map((result) => {
    const who = [
      nameAndVersion(scan.scanner, scan.scannerVersion),
      benchmarkOf(scan),
      scan.profile,
      result.source,
    ];
    const described = who.filter((part) => part !== undefined).join(', ');
    return {
      ...result,
      ...(described === '' ? {} : { source: described }),
      place: { source, at: result.at },
    };
  });
}

function placedDrafts(scan: Scan, source: Source): PlacedDraft[] {
  const encoding = scan.detailsEncoding === undefined ? {} : { detailsEncoding: scan.detailsEncoding };
  return (scan.drafts ?? []).map((draft) => ({ ...draft, ...encoding, place: { source, at: draft.at } }));
}

function documentFaults(scans: readonly PlacedScan[], ofRecords: boolean): RecordFault[] {
  return scans.flatMap(({ scan, source }) =>
    (scan.faults ?? [])
      .filter(({ ofRecord = false }) => ofRecord === ofRecords)
      .map(({ sentence, at, ruleId, status }) => ({
        sentence,
        place: { source, at },
        ...withoutUndefined({ ruleId, status }),
      })),
  );
}

/** Promise 3: a word that the format does not define is a warning, once a word. */
function undefinedWords(results: readonly PlacedRuleResult[]): Fault[] {
  const firstOfWord = new Map<string, { readonly place: Place; readonly times: number }>();
  for (const { undefinedWord, place } of results) {
    if (undefinedWord === undefined) continue;
    const known = firstOfWord.get(undefinedWord);
    firstOfWord.set(undefinedWord, { place: known?.place ?? place, times: (known?.times ?? 0) + 1 });
  }
  return [...firstOfWord].map(([word, { place, times }]) => ({
    sentence: `The format does not define the status ${quote(word)} (${count(times, 'result')}): sent as UNKNOWN.`,
    place,
  }));
}

function reportOf({ file, format, scans }: FileScans): FileReport {
  const facts = factsOf(scans.map(({ scan }) => scan));
  const named = scans.find(({ scan }) => scan.scanner !== undefined)?.scan;
  const scanner = nameAndVersion(named?.scanner, named?.scannerVersion);
  const benchmark = benchmarkOf(facts);
  return {
    file: file.name,
    format,
    isUndeliveredFile: scans.every(({ scan }) => isUndelivered(scan)),
    results: scans.reduce((sum, { scan }) => sum + resultsIn(scan), 0),
    ...(scanner === undefined ? {} : { scanner }),
    ...(benchmark === undefined ? {} : { benchmark }),
    ...(facts.profile === undefined ? {} : { profile: facts.profile }),
  };
}

function isUndelivered({ detailsEncoding, session = [] }: Scan): boolean {
  return detailsEncoding === 'base64' && session.some(({ member }) => member === 'scanJobId');
}

function factsOf(scans: readonly Scan[]): ScanFacts {
  const benchmark = scans.find((scan) => scan.benchmark !== undefined)?.benchmark;
  const benchmarkVersion = scans.find((scan) => scan.benchmarkVersion !== undefined)?.benchmarkVersion;
  const profile = scans.find((scan) => scan.profile !== undefined)?.profile;
  const platform = scans.find((scan) => scan.platform !== undefined)?.platform;
  return {
    ...(benchmark === undefined ? {} : { benchmark }),
    ...(benchmarkVersion === undefined ? {} : { benchmarkVersion }),
    ...(profile === undefined ? {} : { profile }),
    ...(platform === undefined ? {} : { platform }),
  };
}

function benchmarkOf(facts: ScanFacts): string | undefined {
  return nameAndVersion(facts.benchmark, facts.benchmarkVersion);
}

function nameAndVersion(name: string | undefined, version: string | undefined): string | undefined {
  return name === undefined || version === undefined ? name : `${name} ${version}`;
}
