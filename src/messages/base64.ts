import type { Fault } from '../failure.ts';
import { memberOf } from '../json.ts';
import type { PlacedDraft } from '../results/results.ts';
import { quote } from '../text.ts';

/** Characters that do not occur in text: control characters other than white space. */
const NOT_TEXT = /[^\P{Cc}\s]/u;

/**
 * A notice for each file whose details are read as text, but all look like base64 of text. Input files of the AWS CLI
 * are like that, and their details would appear as base64.
 */
export function base64Notices(drafts: readonly PlacedDraft[], encoding: 'text' | 'base64'): Fault[] {
  const byFile = new Map<string, PlacedDraft[]>();
  for (const draft of drafts) {
    if ((draft.detailsEncoding ?? encoding) !== 'text' || textDetails(draft) === undefined) continue;
    const { file } = draft.place.source;
    const known = byFile.get(file);
    if (known === undefined) byFile.set(file, [draft]);
    else known.push(draft);
  }
  return [...byFile].flatMap(([file, [first, ...others]]) => {
    if (first === undefined || ![first, ...others].every(isBase64OfText)) return [];
    const sentence = `All details in ${quote(file)} look like base64, and are sent unchanged. If they are base64, set \`details-encoding: base64\`.`;
    return [{ sentence, place: first.place }];
  });
}

/** The details, if they are a string that is not empty. */
function textDetails({ value }: PlacedDraft): string | undefined {
  const details = memberOf(value, 'cisRuleDetails');
  return typeof details === 'string' && details !== '' ? details : undefined;
}

function isBase64OfText(draft: PlacedDraft): boolean {
  const details = textDetails(draft);
  if (details === undefined) return false;
  const bytes = Buffer.from(details, 'base64');
  // Node skips invalid characters, so only canonical base64 (RFC 4648) encodes to the same text again.
  if (bytes.toString('base64') !== details) return false;
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) && !NOT_TEXT.test(text);
}
