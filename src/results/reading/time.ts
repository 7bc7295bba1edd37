import { textOf } from '../../json.ts';

/**
 * An RFC 3339 time in milliseconds since the epoch; `undefined` if `value` is not one. A time before the epoch does not
 * count either: Go programs write the year 1 for an unknown time.
 */
export function timeOf(value: unknown): number | undefined {
  const time = Date.parse(textOf(value) ?? '');
  return time > 0 ? time : undefined;
}

/** The earliest of some times; `undefined` if none is known. */
export function earliest(times: readonly (number | undefined)[]): number | undefined {
  return extreme(times, Math.min);
}

/** The latest of some times; `undefined` if none is known. */
export function latest(times: readonly (number | undefined)[]): number | undefined {
  return extreme(times, Math.max);
}

// A loop, because `Math.min(...times)` cannot take as many arguments as a large file has times.
function extreme(
  times: readonly (number | undefined)[],
  of: (one: number, other: number) => number,
): number | undefined {
  let known: number | undefined;
  for (const time of times) if (time !== undefined) known = known === undefined ? time : of(known, time);
  return known;
}
