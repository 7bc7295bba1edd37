import { ActionFailure } from '../../../src/failure.ts';
import { validate } from '../../../src/messages/validate.ts';
import { readWhole } from '../plain-scanner.ts';
import { FORMATS_ON_DEMAND } from '../../../src/results/scanners/on-demand.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../../src/status.ts';

/** What the action makes of a file: it refuses the file, or it finds statuses of rules and has sentences for the user. */
export type Outcome =
  'refused' | { readonly statuses: readonly Status[]; readonly sentences: readonly string[] };

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
    const reported = [results.faults, faults, results.warnings, results.notices].flat();
    const excluded = results.files.flatMap((one) => one.excluded ?? []);
    const sentences = [
      ...reported.map(({ sentence }) => sentence),
      ...excluded.flatMap(({ what, count }) => Array.from({ length: count }, () => what)),
    ];
    return { statuses: messages.map(({ status }) => status), sentences };
  } catch (error) {
    if (error instanceof ActionFailure) return 'refused';
    throw error;
  }
}

/**
 * Changes that need no sentence because, by the format's own definition, they change what the document means: it is
 * about another rule, goss could not run the check, or nobody has checked.
 */
export const CHANGES_OF_MEANING: Readonly<Record<string, readonly RegExp[]>> = {
  goss: [/\/err is/, /\/CIS_ID is (?:"strange"|7)$/],
  // Unchecked controls have `null`, few controls have a default status, and the operator leaves the number out.
  'trivy-compliance': [
    /\/total_?fail is /i,
    /^Results\/\d+\/Results is null$/,
    /\/DefaultStatus (?:is missing|has another name|stands at)/,
  ],
  powerpipe: [/\/results is null$/],
  'wazuh-sca': [/\/result is null$/],
};

/** Whether a rule is lost or has a better status than before, and no sentence says so. */
export function isSilent(before: Outcome, after: Outcome): boolean {
  if (before === 'refused' || after === 'refused' || saysMore(before.sentences, after.sentences))
    return false;
  const is = ranksOf(after.statuses);
  return ranksOf(before.statuses).some((rank, index) => (is[index] ?? Number.POSITIVE_INFINITY) > rank);
}

function saysMore(before: readonly string[], after: readonly string[]): boolean {
  const times = (sentences: readonly string[], sentence: string): number =>
    sentences.filter((one) => one === sentence).length;
  return after.some((sentence) => times(after, sentence) > times(before, sentence));
}

function ranksOf(statuses: readonly Status[]): readonly number[] {
  return statuses.map((status) => STATUSES_WORST_FIRST.indexOf(status)).sort((one, other) => one - other);
}
