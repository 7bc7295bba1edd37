import { textOf } from '../../json.ts';

/**
 * The time of an RFC 3339 text, in milliseconds since the epoch; `undefined` when it is none. So is one before the
 * epoch: a Go program writes the year 1 for a time that it does not know.
 */
export function timeOf(value: unknown): number | undefined {
  const time = Date.parse(textOf(value) ?? '');
  return time > 0 ? time : undefined;
}
