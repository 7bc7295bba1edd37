import type { Fault } from '../failure.ts';
import { withoutUndefined } from '../json.ts';
import type { Disagreement, FileReport, Results } from '../results/results.ts';
import { allOf, count, grouped, quote, shortened } from '../text.ts';
import type { Level, Log } from './log.ts';

/** The runner keeps this many annotations of each level; the others are lines in the log. */
const MOST_ANNOTATIONS = 10;
/** The most lines of one kind. */
const MOST_LINES = 1000;

/** Reports what was read from each file, how its rules are named, and what the user should know about it. */
export function reportResults(log: Log, results: Results): void {
  for (const file of results.files) {
    log.info(describeFile(file));
    for (const { what, count: times } of file.excluded ?? []) {
      log.info(`  excluded: ${what} (${grouped(times)})`);
    }
  }
  const naming = describeNaming(results);
  if (naming !== undefined) log.info(naming);
  annotate(log, 'warning', results.warnings, 'About the results');
  const disagreements = results.disagreements.map(describeDisagreement);
  if (disagreements.length > 0) {
    const headline = `Scanners disagree about ${count(disagreements.length, 'rule')}: the worst verdict is sent.`;
    log.annotateAll('warning', headline, 'Scanners disagree', disagreements);
  }
  annotate(log, 'notice', results.notices, 'About the results');
}

/** A file in one line: how many results, by what scanner, for what target and benchmark, and when. */
function describeFile(file: FileReport): string {
  const { format, scanner, benchmark, profile, target, ended } = file;
  const who = [...new Set([format, scanner, benchmark, profile].filter((part) => part !== undefined))];
  const facts = [
    `${file.file}: ${count(file.results, 'result')} (${who.join(', ')})`,
    format === 'messages' ? undefined : describeTarget(target),
    ended === undefined ? undefined : `scanned until ${timeToTheSecond(ended)}`,
  ];
  return facts.filter((fact) => fact !== undefined).join('; ');
}

function describeTarget(target: string | undefined): string {
  return target === undefined ? 'no target stated' : `target ${target}`;
}

/** A time in UTC, to the second. */
export function timeToTheSecond(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? 'an unknown time' : date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** How scanners' rules are named; `undefined` if there are none. */
export function describeNaming({ renamed, kept }: Pick<Results, 'renamed' | 'kept'>): string | undefined {
  const named = `${count(renamed, 'rule')} ${renamed === 1 ? 'is' : 'are'} named by ${renamed === 1 ? 'its number' : 'their numbers'} in the CIS benchmark`;
  const own = `${count(kept, 'rule')} without a number in the results ${kept === 1 ? 'keeps its own id' : 'keep their own ids'}`;
  const parts = [...(renamed > 0 ? [named] : []), ...(kept > 0 ? [own] : [])];
  return parts.length === 0 ? undefined : `${parts.join('; ')}.`;
}

/** Which scanner says what about a rule, at the place where it failed. */
function describeDisagreement({ ruleId, title, opinions }: Disagreement): Fault {
  const said = opinions.map(({ scanner, status }) => `${scanner} says ${status}`);
  const place = opinions.find(({ status }) => status === 'FAILED')?.place;
  const of = title === undefined ? quote(ruleId) : `${quote(ruleId)} (${shortened(title, 100)})`;
  return { sentence: `Rule ${of}: ${allOf(said)}.`, ...withoutUndefined({ place }) };
}

function annotate(log: Log, level: Level, faults: readonly Fault[], title: string): void {
  for (const fault of faults.slice(0, MOST_ANNOTATIONS)) log.annotate(level, fault, title);
  for (const { sentence } of faults.slice(MOST_ANNOTATIONS, MOST_LINES)) log.info(`  ${sentence}`);
  const omitted = faults.length - MOST_LINES;
  if (omitted > 0) log.info(`  and ${omitted} more.`);
}
