import { failing, type Fault } from '../failure.ts';
import { withoutUndefined } from '../json.ts';
import type { Place } from '../place.ts';
import { worstOf, type Status } from '../status.ts';
import { allOf, count, grouped, quote } from '../text.ts';
import { benchmarkFindings } from './benchmarks.ts';
import { combine } from './combine.ts';
import { disagreementsOf, type Disagreement } from './disagreements.ts';
import {
  factsOf,
  isUndelivered,
  reportOf,
  resultsIn,
  type FileReport,
  type ScanFacts,
} from './file-report.ts';
import { leaveOutUnreadable, nameRules, namesOf, type Naming } from './naming.ts';
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
import { expectedTargetFaults, targetFaults, targetNames } from './targets.ts';

export type { Disagreement, Opinion } from './disagreements.ts';
export type { FileReport, ScanFacts } from './file-report.ts';
export type { PlacedDraft, PlacedRuleResult, ScannerRule } from './placed.ts';

/** Results of all files together. The largest benchmarks have some thousand rules; ASFF has one a resource. */
const MOST_RESULTS = 1_000_000;
/** Rules that a sentence names. */
const MOST_NAMED = 5;

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
 * @throws ActionFailure `ResultsFileUnreadable`, `ResultsFormatUnknown`, or `NoResults` when a file holds none.
 */
export async function interpretResults(files: readonly ResultsFile[], reading: Reading): Promise<Results> {
  const { ruleId: naming = 'cis', expectedTarget, session } = reading;

  // What each file says.
  const read: FileScans[] = [];
  for (const file of files) read.push(await readFile(file, reading));
  for (const file of read) refuseEmpty(file);
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
    formats: [...new Set(read.map(({ format }) => format))],
    files: read.map(reportOf),
    facts: factsOf(scans.map(({ scan }) => scan)),
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
    notices: [...runs.notices, ...benchmarks.notices],
  };
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

function documentFaults(scans: readonly PlacedScan[]): Fault[] {
  return scans.flatMap(({ scan, source }) =>
    (scan.faults ?? [])
      .filter(({ ofRecord = false }) => !ofRecord)
      .map(({ sentence, at }) => ({ sentence, place: { source, at } })),
  );
}

/**
 * The records that cannot be read, by the names of their rules. What other results say of such a rule is left out with
 * it, and no gate must lose it: the record counts with the worst of all, or as any status where its own is not known.
 */
function recordFaultsOf(
  scans: readonly PlacedScan[],
  leftOut: readonly PlacedRuleResult[],
  naming: Naming,
): RecordFault[] {
  const others = new Map(combine(leftOut).map(({ ruleId, status }) => [ruleId, status]));
  return scans.flatMap(({ scan, source }) => {
    const rules = new Map((scan.unreadableRules ?? []).map((rule) => [rule.ruleId, namesOf(rule, naming)]));
    return (scan.faults ?? []).flatMap(({ ofRecord = false, sentence, at, ruleId, status }) => {
      if (!ofRecord) return [];
      const names = ruleId === undefined ? [] : (rules.get(ruleId) ?? [ruleId]);
      const statuses = [status, ...names.map((name) => others.get(name))].filter((one) => one !== undefined);
      const known = {
        ruleId: names.length === 0 ? undefined : names.join(', '),
        status: status === undefined ? undefined : worstOf(statuses),
      };
      return [{ sentence, place: { source, at }, ...withoutUndefined(known) }];
    });
  });
}

/** Results that could be read and are left out with an unreadable one of their rule. */
function leftOutWarning(leftOut: readonly PlacedRuleResult[]): Fault[] {
  const rules = [...new Set(leftOut.map(({ ruleId }) => ruleId))];
  if (rules.length === 0) return [];
  const more = rules.length > MOST_NAMED ? [`${grouped(rules.length - MOST_NAMED)} more`] : [];
  const named = allOf([...rules.slice(0, MOST_NAMED).map(quote), ...more]);
  const are = leftOut.length === 1 ? 'is' : 'are';
  return [
    {
      sentence: `${count(leftOut.length, 'result')} ${are} left out because another result of the same rule cannot be read: ${named}.`,
    },
  ];
}

function scanWarnings({ scan, source }: PlacedScan): Fault[] {
  return (scan.warnings ?? []).map(({ sentence, at }) => ({ sentence, place: { source, at } }));
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
