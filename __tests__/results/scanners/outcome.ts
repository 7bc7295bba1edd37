import { ActionFailure } from '../../../src/failure.ts';
import { readWhole } from '../plain-scanner.ts';
import { FORMATS_ON_DEMAND } from '../../../src/results/scanners/on-demand.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../../src/status.ts';

/** What the action makes of a file: it refuses it, or it has rules and says something of it, in sentences. */
export type Outcome = 'refused' | { readonly statuses: readonly Status[]; readonly said: readonly string[] };

/** The outcome of a file with this text. */
export async function outcomeOf(text: string): Promise<Outcome> {
  const bytes = new TextEncoder().encode(text);
  const file = { name: 'results', path: '/results', bytes, modified: 0, device: 0 };
  try {
    const { ruleResults, files, ...told } = await readWhole([file], {
      session: { scanJobId: '', sessionToken: '' },
      format: 'auto',
      formats: FORMATS_ON_DEMAND,
    });
    const faults = [told.faults, told.recordFaults, told.warnings, told.notices].flat();
    const excluded = files.flatMap((one) => one.excluded ?? []);
    const said = [
      ...faults.map(({ sentence }) => sentence),
      ...excluded.flatMap(({ what, count }) => Array.from({ length: count }, () => what)),
    ];
    return { statuses: ruleResults.map(({ status }) => status), said };
  } catch (error) {
    if (error instanceof ActionFailure) return 'refused';
    throw error;
  }
}

/** Whether fewer rules are left, or better ones, and nothing is said of it. */
export function isSilent(before: Outcome, after: Outcome): boolean {
  if (before === 'refused' || after === 'refused' || saysMore(before.said, after.said)) return false;
  const is = ranksOf(after.statuses);
  return ranksOf(before.statuses).some((rank, index) => (is[index] ?? Number.POSITIVE_INFINITY) > rank);
}

function saysMore(before: readonly string[], after: readonly string[]): boolean {
  const times = (said: readonly string[], sentence: string): number =>
    said.filter((one) => one === sentence).length;
  return after.some((sentence) => times(after, sentence) > times(before, sentence));
}

function ranksOf(statuses: readonly Status[]): readonly number[] {
  return statuses.map((status) => STATUSES_WORST_FIRST.indexOf(status)).sort((one, other) => one - other);
}
