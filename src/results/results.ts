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
import {
  placedDrafts,
  placedRuleResults,
  type PlacedDraft,
  type PlacedRuleResult,
  type PlacedScan,
} from './placed.ts';
import { readFile, type FileScans, type Reading } from './read.ts';
import type { ResultsFile } from './reading/results-file.ts';
import { sessionFaults } from './refusals.ts';
import { standingRuns } from './runs.ts';
import { isRead, readOrUnread, type FoundFile } from './unread.ts';
import { expectedTargetFaults, targetFaults, targetNames } from './targets.ts';

export type { Disagreement, Opinion } from './disagreements.ts';
export type { RecordFault } from './faults.ts';
export type { FileReport, ScanFacts } from './file-report.ts';
export type { PlacedDraft, PlacedRuleResult, ScannerRule } from './placed.ts';

/** Results of all files together. The largest benchmarks have some thousand rules; ASFF has one a resource. */
const MOST_RESULTS = 1_000_000;

/** Something that `results-file` names and that cannot be used. */
export interface UnreadFile {
  readonly failure: ActionFailure;
  /** How many of the files that could be read come before it. */
  readonly after: number;
}

/** Everything that the results files say, rule by rule. */
export interface Results {
  /** What cannot be used, in the order of `results-file`: nothing is sent, whatever `on-invalid` says. */
  readonly unread: readonly UnreadFile[];
  /** Distinct formats, in order of first appearance. */
  readonly formats: readonly string[];
  readonly files: readonly FileReport[];
  readonly facts: ScanFacts;
  /** Every name and identifier of what was scanned; empty where no file says. */
  readonly targets: readonly string[];
  /** Of messages files, as they stand. */
  readonly drafts: readonly PlacedDraft[];
  /** Of scanners' files, one a rule, by the name that goes to Inspector. */
  readonly ruleResults: readonly PlacedRuleResult[];
  /** What spoils a document or the whole: nothing is sent, whatever `on-invalid` says. */
  readonly faults: readonly Fault[];
  /** Records of scanners' files that say no rule or no verdict: each would have been a message. */
  readonly recordFaults: readonly RecordFault[];
  /**
   * Names of rules with a record that cannot be read: they have no rule result, and a message of a messages file must
   * not stand for them.
   */
  readonly unreadable: ReadonlySet<string>;
  /** Rules of scanners that are named by a recommendation's number instead of their own id. */
  readonly renamed: number;
  /** Rules that keep their own id because the file states no number for them. */
  readonly kept: number;
  /** Rules that one scanner passed and another one failed. */
  readonly disagreements: readonly Disagreement[];
  /** What the user should know and what keeps nothing from being sent: each a warning annotation. */
  readonly warnings: readonly Fault[];
  /** What was done with the results that is no fault of theirs: each a notice annotation. */
  readonly notices: readonly Fault[];
}

/**
 * Reads all that the files say: recognises each, refuses what belongs to another session or to several targets, lets
 * a later run replace an earlier one, names the rules, and combines several results for one rule to the worst.
 * What cannot be used stands in `unread`, and the other files are read all the same.
 * @throws ActionFailure `ResultsFileUnreadable` when there are too many results; `Cancelled`.
 */
export async function interpretResults(found: readonly FoundFile[], reading: Reading): Promise<Results> {
  const { ruleId: naming = 'cis', expectedTarget, session } = reading;

  // What each file says.
  const { read, unread } = await readEach(found, reading);
  const scans = read.flatMap((file) => file.scans);
  refuseTooMany(scans);
  const drafts = scans.flatMap(placedDrafts);

  // What stands of it, rule by rule: naming comes before leaving out and combining.
  const runs = standingRuns(scans);
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
    notices: [...read.flatMap(passedOver), ...runs.notices, ...benchmarks.notices],
  };
}

function passedOver({ file, linesPassedOver: lines = 0 }: FileScans): Fault[] {
  const sentence = `${quote(file.name)} has ${count(lines, 'line')} of other text before its results, which ${lines === 1 ? 'was' : 'were'} skipped.`;
  return lines === 0 ? [] : [{ sentence }];
}

/** What each file says, or why it cannot be used: `ResultsFileUnreadable`, `ResultsFormatUnknown`, `NoResults`. */
async function readEach(
  found: readonly FoundFile[],
  reading: Reading,
): Promise<{ readonly read: readonly FileScans[]; readonly unread: readonly UnreadFile[] }> {
  const read: FileScans[] = [];
  const unread: UnreadFile[] = [];
  for (const file of found) {
    const scans = isRead(file) ? await readOrUnread(() => readResults(file, reading)) : file;
    await reading.pause?.();
    if (isRead(scans)) read.push(scans);
    else unread.push({ failure: scans.unread, after: read.length });
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

/** No benchmark has so many rules, and no session takes them: a file that says so is a mistake or a trap. */
function refuseTooMany(scans: readonly PlacedScan[]): void {
  const results = scans.reduce((sum, { scan }) => sum + resultsIn(scan), 0);
  if (results <= MOST_RESULTS) return;
  throw failing(
    'ResultsFileUnreadable',
    `The files contain ${count(results, 'result')}; the limit is ${grouped(MOST_RESULTS)}.`,
    { remedy: 'Check that the files are results of one benchmark on one target.' },
  );
}
