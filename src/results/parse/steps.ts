/**
 * Long work in steps: between two of them, some 10 to 100 ms apart, a signal may be heard and the work be given up.
 */
export type Steps<Result> = Generator<void, Result, void>;

/** Lets what waits be done, such as hearing a signal. What it throws ends the work. */
export type Pause = () => Promise<void>;

/** Does the work with a break between its steps, or without one. */
export async function withBreaks<Result>(steps: Steps<Result>, pause?: Pause): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause?.();
  }
}
