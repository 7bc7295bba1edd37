import type { Cancellation } from '../../src/inspector/deliver.ts';

/**
 * Cancels a step at a given moment. Moments are counted, not timed: each log line and each turn of a wait is one, so the
 * same trial is cancelled at the same point on every machine.
 */
export class Moments implements Cancellation {
  // Properties of the object itself: the action copies a cancellation by spreading it.
  readonly stop: AbortSignal;
  readonly abort: AbortSignal;
  readonly #stop = new AbortController();
  readonly #abort = new AbortController();
  readonly #stopAt: number;
  readonly #abortAt: number;
  #passed = 0;

  /** After `stopAt` moments, nothing new may begin; `grace` moments later, calls under way are aborted. */
  constructor(stopAt: number, grace: number) {
    this.stop = this.#stop.signal;
    this.abort = this.#abort.signal;
    this.#stopAt = stopAt;
    this.#abortAt = stopAt + grace;
  }

  pass(): void {
    this.#passed += 1;
    if (this.#passed === this.#stopAt) this.#stop.abort();
    if (this.#passed === this.#abortAt) this.#abort.abort();
  }
}
