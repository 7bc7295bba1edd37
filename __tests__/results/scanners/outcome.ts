import { ActionFailure } from '../../../src/failure.ts';
import { validate } from '../../../src/messages/validate.ts';
import { readWhole } from '../plain-scanner.ts';
import { FORMATS_ON_DEMAND } from '../../../src/results/scanners/on-demand.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../../src/status.ts';

/** What the action makes of a file: it refuses it, or it has rules and says something of it, in sentences. */
export type Outcome = 'refused' | { readonly statuses: readonly Status[]; readonly said: readonly string[] };

/** The outcome of a file with this content. */
export async function outcomeOf(content: string | Uint8Array): Promise<Outcome> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const file = { name: 'results', path: '/results', bytes, modified: 0, device: 0 };
  try {
    const results = await readWhole([file], {
      session: { scanJobId: '', sessionToken: '' },
      format: 'auto',
      formats: FORMATS_ON_DEMAND,
    });
    const { messages, faults } = validate(results, { detailsEncoding: 'text', secret: '' });
    const told = [results.faults, faults, results.warnings, results.notices].flat();
    const excluded = results.files.flatMap((one) => one.excluded ?? []);
    const said = [
      ...told.map(({ sentence }) => sentence),
      ...excluded.flatMap(({ what, count }) => Array.from({ length: count }, () => what)),
    ];
    return { statuses: messages.map(({ status }) => status), said };
  } catch (error) {
    if (error instanceof ActionFailure) return 'refused';
    throw error;
  }
}

/**
 * Changes that go unsaid, since by the format's own definition they mean something else: another rule, that goss could
 * not look, that nobody looked.
 */
export const MEANT: Readonly<Record<string, readonly RegExp[]>> = {
  goss: [/\/err is/, /\/CIS_ID is (?:"strange"|7)$/],
  // A control that nobody looked at has `null`, and few have a default status; an operator leaves the number out.
  'trivy-compliance': [
    /\/total_?fail is /i,
    /^Results\/\d+\/Results is null$/,
    /\/DefaultStatus (?:is missing|has another name|stands at)/,
  ],
  powerpipe: [/\/results is null$/],
  'wazuh-sca': [/\/result is null$/],
};

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
