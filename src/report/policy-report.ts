import type { Acceptance } from '../policy/acceptance.ts';
import type { Change, Comparison } from '../policy/comparison.ts';
import type { Findings, SinceBaseline } from '../policy/findings.ts';
import { allOf, count, grouped, quote } from '../text.ts';
import type { Log } from './log.ts';

/** The most lines of one kind. */
const MOST_LINES = 1000;

/** Reports what the exceptions and the baseline say. `baselineFile` is the input. */
export function reportFindings(log: Log, findings: Findings, baselineFile: string | undefined): void {
  reportAcceptance(log, findings.acceptance);
  if (findings.since !== undefined) reportComparison(log, findings.since);
  else if (baselineFile !== undefined) {
    const sentence = `There is no baseline yet in ${quote(baselineFile)}: every failure counts as new.`;
    log.annotate('notice', { sentence }, 'No baseline yet');
  }
}

/** Reports which failures are accepted, by whom and until when, and warns about exceptions that accept nothing. */
function reportAcceptance(log: Log, { accepted, warnings, forOtherScans }: Acceptance): void {
  if (accepted.size > 0) {
    const are = accepted.size === 1 ? 'is' : 'are';
    log.info(`${count(accepted.size, 'failed rule')} ${are} accepted, but still sent as FAILED:`);
    list(
      log,
      [...accepted].flatMap(([rule, exceptions]) =>
        exceptions.map(({ owner, expires, reason }) => `${rule}: by ${owner} until ${expires}: ${reason}`),
      ),
    );
  }
  if (forOtherScans > 0) {
    const are = forOtherScans === 1 ? 'is' : 'are';
    log.info(`${count(forOtherScans, 'exception')} ${are} for other targets or benchmarks.`);
  }
  if (warnings.length > 0) {
    const accept = warnings.length === 1 ? 'accepts' : 'accept';
    const headline = `${count(warnings.length, 'exception')} ${accept} nothing.`;
    log.annotateAll('warning', headline, 'About the exceptions', warnings);
  }
}

function reportComparison(log: Log, { baseline, comparison, warnings }: SinceBaseline): void {
  for (const sentence of warnings) log.annotate('warning', { sentence }, 'About the baseline');
  log.info(`${sinceWhen(baseline.created)}: ${describeComparison(comparison)}.`);
  for (const [head, changes] of changesOf(comparison)) {
    if (changes.length === 0) continue;
    log.info(`${head}:`);
    list(log, changes.map(describeChange));
  }
}

/** `Since the baseline of …`. */
export function sinceWhen(created: string | undefined): string {
  return created === undefined ? 'Since the baseline' : `Since the baseline of ${created}`;
}

/** The kinds of changes, worst first, each with its heading. */
export function changesOf(
  comparison: Comparison,
): readonly (readonly [head: string, changes: readonly Change[]])[] {
  return [
    ['Newly failed', comparison.newlyFailed],
    ['Newly passed', comparison.newlyPassed],
    ['Changed otherwise', comparison.otherwise],
    ['New', comparison.added],
    ['Gone', comparison.gone],
  ];
}

/** `2 newly failed and 1 gone`, without zeros; `nothing has changed`. */
export function describeComparison(comparison: Comparison): string {
  const changes = changesOf(comparison)
    .filter(([, changes]) => changes.length > 0)
    .map(([head, changes]) => `${grouped(changes.length)} ${head.toLowerCase()}`);
  return changes.length === 0 ? 'nothing has changed' : allOf(changes);
}

/** `1.1.1: PASSED, now FAILED`; the only status of a rule that is new or gone. */
function describeChange({ id, from, to }: Change): string {
  return from === undefined || to === undefined ? `${id}: ${to ?? from ?? ''}` : `${id}: ${from}, now ${to}`;
}

function list(log: Log, lines: readonly string[]): void {
  for (const line of lines.slice(0, MOST_LINES)) log.info(`  ${line}`);
  if (lines.length > MOST_LINES) log.info(`  and ${grouped(lines.length - MOST_LINES)} more.`);
}
