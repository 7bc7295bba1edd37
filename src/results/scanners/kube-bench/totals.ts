import { listOf, memberOf } from '../../../json.ts';
import { allOf } from '../../../text.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';

/** The members that count a control group's tests by state (kube-bench, `check/controls.go`). */
const TOTALS = { PASS: 'total_pass', FAIL: 'total_fail', WARN: 'total_warn', INFO: 'total_info' } as const;

export type State = keyof typeof TOTALS;
export type Counts = Readonly<Partial<Record<State, number>>>;

export const STATES: readonly State[] = ['PASS', 'FAIL', 'WARN', 'INFO'];

/** How many tests ended in which state, as stated for a group or for all; `undefined` if not stated. */
export function totalsOf(owner: unknown): Counts | undefined {
  const stated = STATES.flatMap((state) => {
    const total = memberOf(owner, TOTALS[state]);
    return typeof total === 'number' ? [[state, total] as const] : [];
  });
  return stated.length === 0 ? undefined : Object.fromEntries(stated);
}

export function countsOf(group: Entry): Counts {
  const counts: Partial<Record<State, number>> = {};
  for (const section of listOf(memberOf(group.value, 'tests'))) {
    for (const check of listOf(memberOf(section, 'results'))) {
      const state = STATES.find((known) => known === memberOf(check, 'status'));
      if (state !== undefined) counts[state] = (counts[state] ?? 0) + 1;
    }
  }
  return counts;
}

export function sumTotals(all: readonly Counts[]): Counts {
  return Object.fromEntries(
    STATES.map((state) => [state, all.reduce((total, counts) => total + (counts[state] ?? 0), 0)]),
  );
}

/** Warns if kube-bench's counts differ from what the file contains. */
export function compareTotals(
  stated: Counts | undefined,
  found: Counts,
  where: string,
  path: Entry['path'],
  reader: RecordReader,
): void {
  if (stated === undefined) return;
  const differing = STATES.filter(
    (state) => stated[state] !== undefined && stated[state] !== (found[state] ?? 0),
  );
  if (differing.length === 0) return;
  const described = (counts: Counts): string =>
    allOf(differing.map((state) => `${counts[state] ?? 0} ${state}`));
  reader.warn(
    `kube-bench counted ${described(stated)} in ${where}; the file contains ${described(found)}: results may be missing.`,
    path,
  );
}
