import type { Cancellation } from '../../src/inspector/deliver.ts';

/**
 * Cancels a step at a moment. Moments are counted, not timed: each line of the log, each turn of a wait and each call is
 * one, so the same trial is cancelled at the same place on every machine.
 */
export class Moments implements Cancellation {
  readonly #stop = new AbortController();
  readonly #abort = new AbortController();
  readonly #stopAt: number;
  readonly #abortAt: number;
  #passed = 0;

  /** After `stopAt` moments nothing new may begin; `patience` moments later what is under way is given up. */
  constructor(stopAt: number, patience: number) {
    this.#stopAt = stopAt;
    this.#abortAt = stopAt + patience;
  }

  get stop(): AbortSignal {
    return this.#stop.signal;
  }

  get abort(): AbortSignal {
    return this.#abort.signal;
  }

  pass(): void {
    this.#passed += 1;
    if (this.#passed === this.#stopAt) this.#stop.abort();
    if (this.#passed === this.#abortAt) this.#abort.abort();
  }
}
