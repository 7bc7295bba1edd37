import { singleLine } from '../../reading/short-text.ts';
import { descriptionOf, foundIn, writtenMessage } from '../inspec/message.ts';

/** MITRE's converters write the results of InSpec into a message, one after the other (`hdf2xccdf`). */
const CONVERTED = /(?:^|[\n"])\s*(PASS(?:ED)?|FAILED|SKIP(?:PED)?|ERROR) -- /;

/** The part of any scanner's message that says what was found. */
const FOUND = /\b(?:got|found|actual(?: value)?|returned)\s*[:=].*$/i;

/** The most UTF-16 units of a message: a longer text is evidence. */
const LONGEST_MESSAGE = 240;

/** The parts of a rule-result's message that are shown: never what it quotes from the target. */
export function shownOf(message: string): readonly string[] {
  const [before = '', ...converted] = message.split(CONVERTED);
  if (converted.length === 0) {
    const shown = writtenMessage(singleLine(message, LONGEST_MESSAGE)?.replace(FOUND, '…'));
    return shown === undefined ? [] : [shown];
  }
  const results = pairsOf(converted).flatMap(([word, text]) => describeTestLine(word, text) ?? []);
  return before.trim() === '' ? results : [...shownOf(before), ...results];
}

/** One InSpec result: what was examined and required, and what was found if that reveals no content. */
function describeTestLine(word: string, text: string): string | undefined {
  const [, test, message = ''] = /^(?:Test: )?([^]*?)(?:\n\s*Message: ([^]*))?$/.exec(text) ?? [];
  if (word.startsWith('PASS')) return undefined;
  if (word.startsWith('SKIP')) return writtenMessage(message === '' ? test : message);
  return [descriptionOf(test), foundIn(message)].filter((part) => part !== undefined).join(': ');
}

function pairsOf(parts: readonly string[]): readonly (readonly [string, string])[] {
  return parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ''] as const] : []));
}
