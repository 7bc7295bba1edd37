import type { Fault } from '../failure.ts';
import type { Place } from '../place.ts';
import { count, quote } from '../text.ts';
import { scannerName, type PlacedScan } from './placed.ts';
import type { RuleResult } from './reading/scanner.ts';
import { comparableName, realNames } from './targets.ts';

/** The runs of a scanner with the results that stand, and what was replaced. */
export interface StandingRuns {
  readonly scans: readonly PlacedScan[];
  /** Which run replaces which, and which is given twice. */
  readonly notices: readonly Fault[];
}

/** One run, as often as it is given: mostly once. */
interface Run {
  /** Its scans with their indexes; each with the results that none before it has. */
  readonly copies: [index: number, placed: PlacedScan][];
  readonly verdicts: ReadonlyMap<string, string>;
}

/**
 * This scan only: of several runs of one benchmark and profile on one target, a later result replaces the earlier one rule
 * by rule, and a rule that only the earlier run has stays. Runs whose target has no real name, or without an end time,
 * replace nothing: they combine to the worst. The same run given twice counts once.
 */
export function standingRuns(scans: readonly PlacedScan[]): StandingRuns {
  const { runs, notices: repeats } = distinctRuns(scans);
  const { standing, notices: replacements } = keepLatest(runs);
  return {
    scans: scans.map((placed, index) => standing.get(index) ?? placed),
    notices: [...repeats, ...replacements],
  };
}

/**
 * The same run given twice, as `results.xml` and `arf.xml` of one scan are: the second's results count only where they
 * differ from the first's. The id alone does not tell, since OpenSCAP makes it of the profile's name.
 */
function distinctRuns(scans: readonly PlacedScan[]): {
  readonly runs: readonly Run[];
  readonly notices: Fault[];
} {
  const runs = new Map<string, Run>();
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
    // Converters give every file the same id: results that share no rule are parts, not a repetition.
    if (copy.scan.ruleResults.length < placed.scan.ruleResults.length) notices.push(repeat(placed, known));
  }
  return { runs: [...runs.values()], notices };
}

/** What distinguishes a run from every other; `undefined` where the file does not say enough. */
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

/** What is said of each rule, to compare. */
function verdictsOf(results: readonly RuleResult[]): ReadonlyMap<string, string> {
  const verdicts = new Map<string, string[]>();
  for (const { ruleId, status } of results) {
    const known = verdicts.get(ruleId);
    if (known === undefined) verdicts.set(ruleId, [status]);
    else known.push(status);
  }
  return new Map([...verdicts].map(([ruleId, statuses]) => [ruleId, statuses.sort().join()]));
}

/** A run of which it is known what was scanned with what, and when. */
interface DatedRun extends Run {
  /** Its place in the order of the files. */
  readonly index: number;
  readonly ended: number;
  /** Benchmark, profile and one name of the target, for each of its names: runs that share one are of one kind. */
  readonly kinds: readonly string[];
}

function keepLatest(runs: readonly Run[]): {
  readonly standing: ReadonlyMap<number, PlacedScan>;
  readonly notices: Fault[];
} {
  const standing = new Map(runs.flatMap(({ copies }) => copies));
  const latestFirst = runs
    .flatMap(datedRun)
    .sort((one, other) => other.ended - one.ended || other.index - one.index);
  /** The rules of each kind that a later run reports, and the latest such run. */
  const replacing = new Map<string, { readonly rules: Set<string>; readonly by: DatedRun }>();
  const notices: Fault[] = [];
  for (const run of latestFirst) {
    const later = run.kinds.flatMap((kind) => replacing.get(kind) ?? []);
    const stands = ({ ruleId }: RuleResult): boolean => !later.some(({ rules }) => rules.has(ruleId));
    for (const [index, placed] of run.copies) standing.set(index, withResults(placed, stands));
    const [latest] = later;
    if (latest !== undefined) notices.push(replacement(run, latest.by, stands));
    for (const kind of run.kinds) {
      const known = replacing.get(kind) ?? { rules: new Set<string>(), by: run };
      replacing.set(kind, known);
      for (const { ruleId } of ruleResultsOf(run)) known.rules.add(ruleId);
    }
  }
  return { standing, notices: notices.reverse() };
}

function datedRun(run: Run): readonly DatedRun[] {
  const [first] = run.copies;
  if (first === undefined) return [];
  const [index, placed] = first;
  const { ended, benchmark, benchmarkVersion, profile, targets = [] } = placed.scan;
  if (ended === undefined || benchmark === undefined) return [];
  // Newer content (SSG 0.1.80) is of the same benchmark.
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

function ruleResultsOf({ copies }: Run): readonly RuleResult[] {
  return copies.flatMap(([, { scan }]) => scan.ruleResults);
}

function repeat(placed: PlacedScan, { copies }: Run): Fault {
  const { runId = '', ended = Number.NaN } = placed.scan;
  const file = copies[0]?.[1].source.file ?? '';
  const where = file === placed.source.file ? 'in this file' : `here and in ${quote(file)}`;
  return {
    sentence: `The run ${quote(runId)} that ended at ${exactTime(ended)} appears twice ${where}: it counts once.`,
    ...placeOf(placed),
  };
}

function replacement(run: DatedRun, by: DatedRun, stands: (result: RuleResult) => boolean): Fault {
  const rules = (results: readonly RuleResult[]): number => new Set(results.map(({ ruleId }) => ruleId)).size;
  const own = ruleResultsOf(run);
  const stay = rules(own.filter(stands));
  const [[, placed] = []] = run.copies;
  const [[, later] = []] = by.copies;
  const inFile =
    later === undefined || later.source.file === placed?.source.file ? '' : ` in ${quote(later.source.file)}`;
  const only =
    stay === 0
      ? ''
      : `; ${count(stay, 'rule')} that only the earlier run has ${stay === 1 ? 'stays' : 'stay'}`;
  return {
    sentence:
      `The target was scanned again: the run that ended at ${exactTime(by.ended)}${inFile} replaces this one of ` +
      `${exactTime(run.ended)} for ${count(rules(own) - stay, 'rule')}${only}.`,
    ...(placed === undefined ? {} : placeOf(placed)),
  };
}

function placeOf({ scan, source }: PlacedScan): { readonly place?: Place } {
  const at = scan.targets?.[0]?.at ?? scan.ruleResults[0]?.at;
  return at === undefined ? {} : { place: { source, at } };
}

function exactTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? 'an unknown time' : date.toISOString().replace('.000Z', 'Z');
}
