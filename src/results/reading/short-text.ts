import { textOf } from '../../json.ts';

/** What is handed on of one free text at most; `cisRuleDetails` holds 1000 bytes in all. In UTF-16 units. */
const FREE_TEXT_AT_MOST = 500;

/** A free text of a results file on one line, cut to `limit` UTF-16 units; `undefined` when it is no text. */
export function shortText(value: unknown, limit = FREE_TEXT_AT_MOST): string | undefined {
  // A member can be megabytes long: no more of it is looked at than can be needed.
  const text = textOf(typeof value === 'string' ? value.slice(0, limit * 8) : value);
  return text === undefined ? undefined : cut(text.replaceAll(/\s+/gu, ' '), limit);
}

/**
 * A message of one line, at most `limit` UTF-16 units long; `undefined` for anything else. What has several lines, or
 * goes on and on, is no message but what a scanner found: the content of a file, the output of a command.
 */
export function singleLine(value: unknown, limit = 300): string | undefined {
  const text = textOf(value);
  return text === undefined || text.length > limit || /[\r\n\u2028\u2029]/.test(text)
    ? undefined
    : shortText(text);
}

/** A short word of a results file: a text, or a number or truth value as its text. */
export function wordOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return shortText(value, 100);
}

/** Some texts of a list, or a single one, as words. */
export function wordsOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map(wordOf).filter((word) => word !== undefined);
}

/** Texts that are there, joined; `undefined` when there is none. */
export function joined(texts: readonly (string | undefined)[], separator: string): string | undefined {
  return shortText(texts.filter((text) => text !== undefined && text !== '').join(separator));
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 1);
  // A surrogate pair is not cut in two.
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
