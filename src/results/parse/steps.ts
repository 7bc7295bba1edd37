/**
 * Long work in steps of about 10 to 100 ms. Between two steps a signal can be handled and the work abandoned.
 */
export type Steps<Result> = Generator<void, Result, void>;

/** Lets pending events be handled, such as a signal. If it throws, the work ends. */
export type Pause = () => Promise<void>;

/** Does the work, with a break between its steps if there is a `pause`. */
export async function withBreaks<Result>(steps: Steps<Result>, pause?: Pause): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause?.();
  }
}

/** Does the work without a break. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Items that are done in one step. */
const ITEMS_AT_ONCE = 10_000;

/** Does something with each item, with a break after every 10,000. */
export function* eachInSteps<Item>(items: readonly Item[], act: (item: Item) => void): Steps<void> {
  for (const [index, item] of items.entries()) {
    act(item);
    if ((index + 1) % ITEMS_AT_ONCE === 0) yield;
  }
}
