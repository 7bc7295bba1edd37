/** Milliseconds that writing may take after a signal: with what comes before and after, a step ends within 2 s. */
const LONGEST_ENDING = 1200;

/** Whether a cancelled step has no time left to write what is large. */
export type TimeIsUp = () => boolean;

/** The end of a step has all the time that it needs until a signal comes, and 1.2 s from then on. */
export function endingAfter(stop: AbortSignal, now: () => number): TimeIsUp {
  let end: number | undefined;
  return () => {
    if (!stop.aborted) return false;
    end ??= now() + LONGEST_ENDING;
    return now() >= end;
  };
}

/** The most messages whose rules are still reported after a signal. To put more in order takes more than a moment. */
const MOST_REPORTED = 50_000;

/** Whether a cancelled step has no time left for a report of its rules. */
export function endingOfReport(messages: number, stop: AbortSignal, timeIsUp: TimeIsUp): TimeIsUp {
  return () => timeIsUp() || (stop.aborted && messages > MOST_REPORTED);
}

/** A cancelled step had no time to write a file. */
export class OutOfTime extends Error {
  constructor() {
    super('the step was cancelled, and there was no time left');
    this.name = 'OutOfTime';
  }
}

/**
 * The pieces of a text as long as there is time for them.
 * @throws OutOfTime
 */
export function* whileThereIsTime(pieces: Iterable<string>, timeIsUp: TimeIsUp): Generator<string> {
  for (const piece of pieces) {
    if (timeIsUp()) throw new OutOfTime();
    yield piece;
  }
}
