import type { Cancellation } from '../inspector/deliver.ts';

/**
 * Milliseconds for calls under way to finish: the runner sends SIGTERM after 7.5 s, and kills the process after 10 s.
 */
const SETTLE_TIME = 5000;

/** The signals of a cancelled workflow; Windows has only the last one. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;

/** The part of a process that receives signals. */
interface SignalSource {
  readonly on: (signal: (typeof SIGNALS)[number], listener: () => void) => unknown;
}

/** Ends a run when the runner cancels it: nothing new begins, and calls under way are aborted after 5 s. */
export function cancellationBySignals(process: SignalSource): Cancellation {
  const stop = new AbortController();
  const abort = new AbortController();
  const cancel = (): void => {
    if (stop.signal.aborted) return;
    stop.abort();
    setTimeout(() => {
      abort.abort();
    }, SETTLE_TIME).unref();
  };
  for (const signal of SIGNALS) process.on(signal, cancel);
  return { stop: stop.signal, abort: abort.signal };
}
