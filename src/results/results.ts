import { failing, type ActionFailure, type Fault } from '../failure.ts';
import { count, grouped, quote } from '../text.ts';
import { benchmarkFindings } from './benchmarks.ts';
import { combine } from './combine.ts';
import { disagreementsOf, type Disagreement } from './disagreements.ts';
import {
  documentFaults,
  leftOutWarning,
  recordFaultsOf,
  scanWarnings,
  undefinedWords,
  type RecordFault,
} from './faults.ts';
import {
  commonFacts,
  isUndelivered,
  reportOf,
  resultsIn,
  type FileReport,
  type ScanFacts,
} from './file-report.ts';
import { leaveOutUnreadable, nameRules } from './naming.ts';
import { placedDrafts, placedRuleResults, type PlacedDraft, type PlacedRuleResult } from './placed.ts';
import { readFile, type FileScans, type Reading } from './read.ts';
import { MOST_RESULTS } from './reading/bounds.ts';
import type { ResultsFile } from './reading/results-file.ts';
import { sessionFaults } from './session-faults.ts';
import { currentRuns } from './runs.ts';
import { isRead, readOrUnread, type FoundFile } from './unread.ts';
import { expectedTargetFaults, targetFaults, targetNames } from './targets.ts';

export type { Disagreement } from './disagreements.ts';
export type { FileReport, ScanFacts } from './file-report.ts';
export type { PlacedDraft, PlacedRuleResult, ScannerRule } from './placed.ts';

/** Something that `results-file` names but that cannot be used. */
export interface UnreadFile {
  readonly failure: ActionFailure;
  /** How many of the files that could be read come before it. */
  readonly after: number;
}

/** Everything that the results files contain, rule by rule. */
export interface Results {
  /** What cannot be used, in the order of `results-file`. Then nothing is sent, regardless of `on-invalid`. */
  readonly unread: readonly UnreadFile[];
  /** Distinct formats, in order of first appearance. */
  readonly formats: readonly string[];
  readonly files: readonly FileReport[];
  readonly facts: ScanFacts;
  /** Every name and identifier of what was scanned; empty if no file states any. */
  readonly targets: readonly string[];
  /** The messages of messages files, not yet checked. */
  readonly drafts: readonly PlacedDraft[];
  /** The results of scanners' files, one per rule, under the name that goes to Inspector. */
  readonly ruleResults: readonly PlacedRuleResult[];
  /** What makes a document, or the results as a whole, unusable: nothing is sent, regardless of `on-invalid`. */
  readonly faults: readonly Fault[];
  /** Records of scanners' files without a readable rule or verdict: each would have been a message. */
  readonly recordFaults: readonly RecordFault[];
  /**
   * Names of rules with a record that cannot be read: they have no rule result, and a message of a messages file must
   * not replace it.
   */
  readonly unreadable: ReadonlySet<string>;
  /** The number of scanners' rules that are named by a recommendation's number instead of their own id. */
  readonly renamed: number;
  /** The number of rules that keep their own id because the file states no number for them. */
  readonly kept: number;
  /** Rules that one scanner passed and another failed. */
  readonly disagreements: readonly Disagreement[];
  /** What the user should know but does not stop anything from being sent: each is a warning annotation. */
  readonly warnings: readonly Fault[];
  /** What was done with the results, although nothing is wrong with them: each is a notice annotation. */
  readonly notices: readonly Fault[];
}

/**
 * Reads all files: recognises each, refuses results of another session or of several targets, lets a later run replace
 * an earlier one, names the rules, and combines several results of one rule into the worst. Files that cannot be used
 * are listed in `unread`; the others are still read.
 * @throws ActionFailure `ResultsFileUnreadable` when there are too many results; `Cancelled`.
 */
export async function interpretResults(found: readonly FoundFile[], reading: Reading): Promise<Results> {
  const { ruleId: naming = 'cis', expectedTarget, session } = reading;

  const { read, unread } = await readEach(found, reading);
  const scans = read.flatMap((file) => file.scans);
  const drafts = scans.flatMap(placedDrafts);

  // Rules must be named before they can be left out or combined.
  const runs = currentRuns(scans);
  const placed = runs.scans.flatMap(placedRuleResults);
  const named = nameRules(placed, naming);
  const unreadableRules = scans.flatMap(({ scan }) => scan.unreadableRules ?? []);
  const { ruleResults, leftOut, unreadable } = leaveOutUnreadable(named.ruleResults, unreadableRules, naming);
  const benchmarks = benchmarkFindings(runs.scans, naming);

  return {
    unread,
    formats: [...new Set(read.map(({ format }) => format))],
    files: read.map(reportOf),
    facts: commonFacts(scans.map(({ scan }) => scan)),
    targets: targetNames(scans),
    drafts,
    ruleResults: combine(ruleResults),
    recordFaults: recordFaultsOf(scans, leftOut, naming),
    unreadable,
    renamed: named.renamed,
    kept: named.kept,
    disagreements: disagreementsOf(ruleResults, drafts),
    faults: [
      ...documentFaults(scans),
      ...sessionFaults(scans, session),
      ...targetFaults(scans),
      ...expectedTargetFaults(scans, expectedTarget, ({ scan }) => isUndelivered(scan)),
      ...benchmarks.faults,
    ],
    warnings: [
      ...undefinedWords(placed),
      ...scans.flatMap(scanWarnings),
      ...benchmarks.warnings,
      ...leftOutWarning(leftOut),
    ],
    notices: [...read.flatMap(skippedText), ...runs.notices, ...benchmarks.notices],
  };
}

function skippedText({ file, skippedLines: lines = 0 }: FileScans): Fault[] {
  const sentence = `${quote(file.name)} has ${count(lines, 'line')} of other text before its results, which ${lines === 1 ? 'was' : 'were'} skipped.`;
  return lines === 0 ? [] : [{ sentence }];
}

/** The scans of each file, or why it cannot be used: `ResultsFileUnreadable`, `ResultsFormatUnknown`, `NoResults`. */
async function readEach(
  found: readonly FoundFile[],
  reading: Reading,
): Promise<{ readonly read: readonly FileScans[]; readonly unread: readonly UnreadFile[] }> {
  const read: FileScans[] = [];
  const unread: UnreadFile[] = [];
  for (const file of found) {
    const scans = isRead(file) ? await readOrUnread(() => readResults(file, reading)) : file;
    await reading.pause?.();
    if (isRead(scans)) {
      read.push(scans);
      refuseTooMany(read);
    } else unread.push({ failure: scans.unread, after: read.length });
  }
  return { read, unread };
}

async function readResults(file: ResultsFile, reading: Reading): Promise<FileScans> {
  const scans = await readFile(file, reading);
  refuseEmpty(scans);
  return scans;
}

function refuseEmpty({ file, scans }: FileScans): void {
  if (scans.some(({ scan }) => resultsIn(scan) > 0 || (scan.faults?.length ?? 0) > 0)) return;
  const why = scans.find(({ scan }) => scan.emptyBecause !== undefined)?.scan.emptyBecause;
  throw failing(
    'NoResults',
    `${quote(file.name)} contains no results${why === undefined ? '' : `: ${why}`}.`,
  );
}

/** No benchmark has this many rules, and no session accepts them: such a file is a mistake or an attack. */
function refuseTooMany(files: readonly FileScans[]): void {
  const results = files.flatMap(({ scans }) => scans).reduce((sum, { scan }) => sum + resultsIn(scan), 0);
  if (results <= MOST_RESULTS) return;
  throw failing(
    'ResultsFileUnreadable',
    `The files contain ${count(results, 'result')}; the limit is ${grouped(MOST_RESULTS)}.`,
    { remedy: 'Check that the files are results of one benchmark on one target.' },
  );
}
