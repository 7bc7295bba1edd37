import { textOf } from '../../json.ts';
import { withSingleSpaces } from '../../text.ts';

/** The most that is kept of one free text, in UTF-16 units; `cisRuleDetails` holds 1000 bytes in all. */
const FREE_TEXT_AT_MOST = 500;

/** A free text in a results file as one line, cut to `limit` UTF-16 units; `undefined` if it is not text. */
export function shortText(value: unknown, limit = FREE_TEXT_AT_MOST): string | undefined {
  // A member can be megabytes long, so only as much as may be needed is processed.
  const text = textOf(typeof value === 'string' ? value.slice(0, limit * 8) : value);
  return text === undefined ? undefined : cut(withSingleSpaces(text), limit);
}

/**
 * A message of one line, at most `limit` UTF-16 units long; `undefined` for anything else. A text of several lines or
 * great length is not a message but evidence: the content of a file, the output of a command.
 */
export function singleLine(value: unknown, limit = 300): string | undefined {
  const text = textOf(value);
  return text === undefined || text.length > limit || /[\r\n\u2028\u2029]/.test(text)
    ? undefined
    : shortText(text);
}

/** A short word in a results file: a string, or a number or boolean as a string. */
export function wordOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return shortText(value, 100);
}

/** The words in a list, or a single word. */
export function wordsOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map(wordOf).filter((word) => word !== undefined);
}

/** The texts that are present, joined; `undefined` if there are none. */
export function joined(texts: readonly (string | undefined)[], separator: string): string | undefined {
  return shortText(texts.filter((text) => text !== undefined && text !== '').join(separator));
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 1);
  // Do not cut a surrogate pair in two.
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
