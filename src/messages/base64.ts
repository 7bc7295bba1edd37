import type { Fault } from '../failure.ts';
import { memberOf } from '../json.ts';
import { eachInSteps, type Steps } from '../results/parse/steps.ts';
import type { PlacedDraft } from '../results/results.ts';
import { quote } from '../text.ts';

/** Characters that do not occur in text: control characters other than white space. */
const NOT_TEXT = /[^\P{Cc}\s]/u;

/**
 * A notice for each file whose details are read as text, but all look like base64 of text. Input files of the AWS CLI
 * are like that, and their details would appear as base64.
 */
export function* base64Notices(
  drafts: readonly PlacedDraft[],
  encoding: 'text' | 'base64',
): Steps<readonly Fault[]> {
  const firsts = new Map<string, PlacedDraft>();
  const others = new Set<string>();
  yield* eachInSteps(drafts, (draft) => {
    const details = (draft.detailsEncoding ?? encoding) === 'text' ? textDetails(draft) : undefined;
    const { file } = draft.place.source;
    if (details === undefined || others.has(file)) return;
    if (!firsts.has(file)) firsts.set(file, draft);
    if (!isBase64OfText(details)) others.add(file);
  });
  return [...firsts].flatMap(([file, { place }]) => {
    if (others.has(file)) return [];
    const sentence = `All details in ${quote(file)} look like base64, and are sent unchanged. If they are base64, set \`details-encoding: base64\`.`;
    return [{ sentence, place }];
  });
}

/** The details, if they are a string that is not empty. */
function textDetails({ value }: PlacedDraft): string | undefined {
  const details = memberOf(value, 'cisRuleDetails');
  return typeof details === 'string' && details !== '' ? details : undefined;
}

function isBase64OfText(details: string): boolean {
  const bytes = Buffer.from(details, 'base64');
  // Node skips invalid characters, so only canonical base64 (RFC 4648) encodes to the same text again.
  if (bytes.toString('base64') !== details) return false;
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) && !NOT_TEXT.test(text);
}
