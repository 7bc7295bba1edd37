import type { Fault } from '../failure.ts';
import type { Place } from '../place.ts';
import { count, quote } from '../text.ts';
import { scannerName, type PlacedScan } from './placed.ts';
import type { RuleResult } from './reading/scanner.ts';
import { comparableName, realNames } from './targets.ts';

/** The runs of scanners with the results that still count, and what was replaced. */
export interface CurrentRuns {
  readonly scans: readonly PlacedScan[];
  /** Which run replaces which, and which was given twice. */
  readonly notices: readonly Fault[];
}

/** One run, and every copy of it that was given; usually there is one. */
interface ScannerRun {
  /** Its scans with their indexes, each without the results that the first already has. */
  readonly copies: [index: number, placed: PlacedScan][];
  readonly verdicts: ReadonlyMap<string, string>;
}

/**
 * This scan only: if one target was scanned several times with the same benchmark and profile, a later run replaces an
 * earlier one rule by rule, and rules that only the earlier run has are kept. Runs without an end time, or whose target
 * has no real name, replace nothing: their results are combined to the worst. A run that is given twice counts once.
 */
export function currentRuns(scans: readonly PlacedScan[]): CurrentRuns {
  const { runs, notices: repeats } = distinctRuns(scans);
  const { current, notices: replacements } = keepLatest(runs);
  return {
    scans: scans.map((placed, index) => current.get(index) ?? placed),
    notices: [...repeats, ...replacements],
  };
}

/**
 * Finds runs that were given twice, such as `results.xml` and `arf.xml` of one scan: the second's results count only
 * where they differ from the first's. The id alone does not identify a run, because OpenSCAP derives it from the
 * profile's name.
 */
function distinctRuns(scans: readonly PlacedScan[]): {
  readonly runs: readonly ScannerRun[];
  readonly notices: Fault[];
} {
  const runs = new Map<string, ScannerRun>();
  const notices: Fault[] = [];
  for (const [index, placed] of scans.entries()) {
    const key = identityOf(placed) ?? String(index);
    const known = runs.get(key);
    const verdicts = verdictsOf(placed.scan.ruleResults);
    if (known === undefined) {
      runs.set(key, { copies: [[index, placed]], verdicts });
      continue;
    }
    const copy = withResults(placed, ({ ruleId }) => known.verdicts.get(ruleId) !== verdicts.get(ruleId));
    known.copies.push([index, copy]);
    // Converters give every file the same id. Results that share no rule are parts of a run, not a repetition.
    if (copy.scan.ruleResults.length < placed.scan.ruleResults.length) notices.push(repeat(placed, known));
  }
  return { runs: [...runs.values()], notices };
}

/** What distinguishes a run from every other; `undefined` if the file does not state enough. */
function identityOf(placed: PlacedScan): string | undefined {
  const { runId, started, ended, targets = [] } = placed.scan;
  if (runId === undefined || ended === undefined) return undefined;
  return JSON.stringify([
    scannerName(placed),
    runId,
    started,
    ended,
    targets.map(({ scheme, names }) => [scheme, names]),
  ]);
}

/** The statuses of each rule as one string, for comparison. */
function verdictsOf(results: readonly RuleResult[]): ReadonlyMap<string, string> {
  const verdicts = new Map<string, string[]>();
  for (const { ruleId, status } of results) {
    const known = verdicts.get(ruleId);
    if (known === undefined) verdicts.set(ruleId, [status]);
    else known.push(status);
  }
  return new Map([...verdicts].map(([ruleId, statuses]) => [ruleId, statuses.sort().join()]));
}

/** A run with a known target, benchmark and end time. */
interface DatedScannerRun extends ScannerRun {
  /** Its position in the order of the files. */
  readonly index: number;
  readonly ended: number;
  /** Scanner, benchmark, profile and target, once for each name of the target. Runs that share one can replace each other. */
  readonly kinds: readonly string[];
}

function keepLatest(runs: readonly ScannerRun[]): {
  readonly current: ReadonlyMap<number, PlacedScan>;
  readonly notices: Fault[];
} {
  const current = new Map(runs.flatMap(({ copies }) => copies));
  const latestFirst = runs
    .flatMap(datedScannerRun)
    .sort((one, other) => other.ended - one.ended || other.index - one.index);
  /** The rules of each kind that a later run reports, and the latest such run. */
  const replacing = new Map<string, { readonly rules: Set<string>; readonly by: DatedScannerRun }>();
  const notices: Fault[] = [];
  for (const run of latestFirst) {
    const later = run.kinds.flatMap((kind) => replacing.get(kind) ?? []);
    const isKept = ({ ruleId }: RuleResult): boolean => !later.some(({ rules }) => rules.has(ruleId));
    for (const [index, placed] of run.copies) current.set(index, withResults(placed, isKept));
    const [latest] = later;
    if (latest !== undefined) notices.push(replacement(run, latest.by, isKept));
    for (const kind of run.kinds) {
      const known = replacing.get(kind) ?? { rules: new Set<string>(), by: run };
      replacing.set(kind, known);
      for (const { ruleId } of ruleResultsOf(run)) known.rules.add(ruleId);
    }
  }
  return { current, notices: notices.reverse() };
}

function datedScannerRun(run: ScannerRun): readonly DatedScannerRun[] {
  const [first] = run.copies;
  if (first === undefined) return [];
  const [index, placed] = first;
  const { ended, benchmark, benchmarkVersion, profile, targets = [] } = placed.scan;
  if (ended === undefined || benchmark === undefined) return [];
  // Without the version of the content (SSG 0.1.80): newer content follows the same benchmark.
  const head = [scannerName(placed), benchmark, benchmarkVersion, profile];
  const kinds = targets
    .filter(({ isHostName = false }) => isHostName)
    .flatMap((target) =>
      realNames(target).map((name) => JSON.stringify([...head, target.scheme, comparableName(name)])),
    );
  return kinds.length === 0 ? [] : [{ ...run, index, ended, kinds: [...new Set(kinds)] }];
}

function withResults(placed: PlacedScan, keep: (result: RuleResult) => boolean): PlacedScan {
  return { ...placed, scan: { ...placed.scan, ruleResults: placed.scan.ruleResults.filter(keep) } };
}

function ruleResultsOf({ copies }: ScannerRun): readonly RuleResult[] {
  return copies.flatMap(([, { scan }]) => scan.ruleResults);
}

function repeat(placed: PlacedScan, { copies }: ScannerRun): Fault {
  const { runId = '', ended = Number.NaN } = placed.scan;
  const file = copies[0]?.[1].source.file ?? '';
  const where = file === placed.source.file ? 'in this file' : `here and in ${quote(file)}`;
  return {
    sentence: `The run ${quote(runId)} that ended at ${exactTime(ended)} appears twice ${where}: it counts once.`,
    ...placeOf(placed),
  };
}

function replacement(
  run: DatedScannerRun,
  by: DatedScannerRun,
  isKept: (result: RuleResult) => boolean,
): Fault {
  const rules = (results: readonly RuleResult[]): number => new Set(results.map(({ ruleId }) => ruleId)).size;
  const own = ruleResultsOf(run);
  const kept = rules(own.filter(isKept));
  const [[, placed] = []] = run.copies;
  const [[, later] = []] = by.copies;
  const inFile =
    later === undefined || later.source.file === placed?.source.file ? '' : ` in ${quote(later.source.file)}`;
  const only =
    kept === 0
      ? ''
      : `; ${count(kept, 'rule')} that only the earlier run has ${kept === 1 ? 'is' : 'are'} kept`;
  return {
    sentence:
      `The target was scanned again: the run that ended at ${exactTime(by.ended)}${inFile} replaces this one of ` +
      `${exactTime(run.ended)} for ${count(rules(own) - kept, 'rule')}${only}.`,
    ...placeOf(placed),
  };
}

function placeOf(placed: PlacedScan | undefined): { readonly place?: Place } {
  const at = placed?.scan.targets?.[0]?.at ?? placed?.scan.ruleResults[0]?.at;
  return placed === undefined || at === undefined ? {} : { place: { source: placed.source, at } };
}

function exactTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? 'an unknown time' : date.toISOString().replace('.000Z', 'Z');
}
