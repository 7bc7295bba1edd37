import { singleLine } from '../../reading/short-text.ts';
import { descriptionOf, foundIn, writtenMessage } from '../inspec/message.ts';

/** MITRE's converters write the results of InSpec into a message, one after the other (`hdf2xccdf`). */
const CONVERTED = /(?:^|[\n"])\s*(PASS(?:ED)?|FAILED|SKIP(?:PED)?|ERROR) -- /;

/** Where what was found begins, in a message of any scanner. */
const FOUND = /\b(?:got|found|actual(?: value)?|returned)\s*[:=].*$/i;

/** UTF-16 units of a message at most: what goes on and on is what a scanner found. */
const LONGEST_MESSAGE = 240;

/** What is shown of a rule-result's message: nothing that it quotes of the target. */
export function shownOf(message: string): readonly string[] {
  const [before = '', ...converted] = message.split(CONVERTED);
  if (converted.length === 0) {
    const shown = writtenMessage(singleLine(message, LONGEST_MESSAGE)?.replace(FOUND, '…'));
    return shown === undefined ? [] : [shown];
  }
  const results = pairsOf(converted).flatMap(([word, text]) => describeTestLine(word, text) ?? []);
  return before.trim() === '' ? results : [...shownOf(before), ...results];
}

/** One result of InSpec: what was looked at and required, and what of the finding is no content. */
function describeTestLine(word: string, text: string): string | undefined {
  const [, test, message = ''] = /^(?:Test: )?([^]*?)(?:\n\s*Message: ([^]*))?$/.exec(text) ?? [];
  if (word.startsWith('PASS')) return undefined;
  if (word.startsWith('SKIP')) return writtenMessage(message === '' ? test : message);
  return [descriptionOf(test), foundIn(message)].filter((part) => part !== undefined).join(': ');
}

function pairsOf(parts: readonly string[]): readonly (readonly [string, string])[] {
  return parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ''] as const] : []));
}
