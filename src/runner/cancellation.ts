import type { Cancellation } from '../inspector/deliver.ts';

/** Milliseconds that calls under way have to settle: the runner sends SIGTERM after 7.5 s and kills after 10 s. */
const SETTLING = 5000;

/** What the runner sends when a workflow is cancelled; Windows knows the last one only. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;

/** What receives signals: a process. */
interface Signalled {
  readonly on: (signal: (typeof SIGNALS)[number], listener: () => void) => unknown;
}

/** Ends a run early when the runner says so: nothing new at once, and what is under way is given up after 5 s. */
export function cancellationBySignals(process: Signalled): Cancellation {
  const stop = new AbortController();
  const abort = new AbortController();
  const cancel = (): void => {
    if (stop.signal.aborted) return;
    stop.abort();
    setTimeout(() => {
      abort.abort();
    }, SETTLING).unref();
  };
  for (const signal of SIGNALS) process.on(signal, cancel);
  return { stop: stop.signal, abort: abort.signal };
}
