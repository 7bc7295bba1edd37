import { failureFor, type Failure } from '../failure.ts';
import { describeChunk } from '../messages/chunk.ts';
import type { Chunk } from '../messages/message.ts';
import type { CisSessions, Receipt } from './client.ts';
import { failureOf } from './failure.ts';

/** How a run ends early: first nothing new is begun, later what is under way is given up. */
export interface Cancellation {
  readonly stop: AbortSignal;
  readonly abort: AbortSignal;
}

/** Sends one chunk. */
export type Send = (chunk: Chunk) => Promise<Receipt>;

/** How chunks are delivered, and what is called for each. */
export interface DeliveryOptions {
  /** Chunks under way at once, after the first one. */
  readonly concurrency: number;
  readonly stop: AbortSignal;
  readonly onDelivered: (chunk: Chunk, receipt: Receipt) => void;
}

/** Why not every chunk was delivered. */
export interface DeliveryFailure {
  readonly failure: Failure;
  /** What was thrown, and the chunk that was being sent; absent when the run was cancelled between two. */
  readonly thrown?: unknown;
  readonly chunk?: Chunk;
}

/**
 * Delivers chunks: the first alone, since a wrong session or a missing permission then costs one call, the others
 * `concurrency` at a time. A chunk that fails for good ends it; chunks under way settle, so that what is reported as
 * delivered is exactly what Inspector confirmed.
 * @returns the first failure; `undefined` when every chunk was delivered.
 */
export async function deliver(
  chunks: readonly Chunk[],
  send: Send,
  { concurrency, stop, onDelivered }: DeliveryOptions,
): Promise<DeliveryFailure | undefined> {
  const isStopped = (): boolean => stop.aborted;
  const delivery: { readonly waiting: Chunk[]; failed?: DeliveryFailure } = { waiting: [...chunks] };

  const sendNext = async (): Promise<boolean> => {
    if (delivery.failed !== undefined || isStopped()) return false;
    const chunk = delivery.waiting.shift();
    if (chunk === undefined) return false;
    try {
      onDelivered(chunk, await send(chunk));
      return true;
    } catch (thrown) {
      delivery.waiting.unshift(chunk);
      const failure = failureOf(thrown, { what: describeChunk(chunk, chunks.length), iamAction: IAM_ACTION });
      delivery.failed ??= {
        failure: isStopped() && failure.retryable ? cancelled() : failure,
        thrown,
        chunk,
      };
      return false;
    }
  };
  const sendOn = async (): Promise<void> => {
    while (await sendNext());
  };

  if (await sendNext()) await Promise.all(Array.from({ length: concurrency }, sendOn));
  return delivery.failed ?? (delivery.waiting.length > 0 ? { failure: cancelled() } : undefined);
}

const IAM_ACTION = 'inspector2:SendCisSessionTelemetry';

/** The failure of a run that a signal ended. */
export function cancelled(): Failure {
  return failureFor('Cancelled', 'The step was cancelled before every message was delivered.');
}

/** A signal that came while the last messages were under way: a cancelled step is red all the same. */
export function cancelledLate(): Failure {
  return failureFor('Cancelled', 'The step was cancelled, but every message was delivered anyway.', {
    remedy: 'There is nothing left to send.',
  });
}

/** A `Send` through Inspector's client; the tries of each chunk are logged. */
export function sendThrough(
  sessions: CisSessions,
  session: Parameters<CisSessions['sendTelemetry']>[0],
  chunks: number,
  cancellation: Cancellation,
  log: (line: string) => void,
): Send {
  return (chunk) =>
    sessions.sendTelemetry(session, chunk, { what: describeChunk(chunk, chunks), log, ...cancellation });
}
