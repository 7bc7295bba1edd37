import { failureFor, type Failure } from '../failure.ts';
import { describeChunk } from '../messages/chunk.ts';
import type { Chunk } from '../messages/message.ts';
import type { CisSessions, Receipt } from './client.ts';
import { failureOf } from './failure.ts';

/** How a run ends early: after `stop` nothing new begins; after `abort` calls under way are abandoned. */
export interface Cancellation {
  readonly stop: AbortSignal;
  readonly abort: AbortSignal;
}

/** Sends one chunk. */
export type Send = (chunk: Chunk) => Promise<Receipt>;

export interface DeliveryOptions {
  /** Chunks under way at once, after the first one. */
  readonly concurrency: number;
  readonly stop: AbortSignal;
  readonly onDelivered: (chunk: Chunk, receipt: Receipt) => void;
}

/** Why not every chunk was delivered. */
export interface DeliveryFailure {
  readonly failure: Failure;
  /** What was thrown, and the chunk that was being sent; absent if the run was cancelled between two chunks. */
  readonly thrown?: unknown;
  readonly chunk?: Chunk;
}

/**
 * Delivers chunks: the first one alone, so that a wrong session or a missing permission costs one call, then
 * `concurrency` at a time. The first chunk that fails for good ends the delivery. Calls under way are awaited, so that
 * exactly what Inspector confirmed is reported as delivered.
 * @returns the first failure; `undefined` if every chunk was delivered.
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
      const failure = failureOf(thrown, { what: describeChunk(chunk, chunks.length), iamAction: IAM_ACTION });
      delivery.failed ??= {
        failure: isStopped() && failure.retryable ? cancelled() : failure,
        thrown,
        chunk,
      };
      return false;
    }
  };
  const sendRest = async (): Promise<void> => {
    while (await sendNext());
  };

  if (await sendNext()) await Promise.all(Array.from({ length: concurrency }, sendRest));
  return delivery.failed ?? (delivery.waiting.length > 0 ? { failure: cancelled() } : undefined);
}

const IAM_ACTION = 'inspector2:SendCisSessionTelemetry';

export function cancelled(): Failure {
  return failureFor('Cancelled', 'The step was cancelled before every message was delivered.');
}

/** For a signal that arrives during the last calls: even then, a cancelled step must fail. */
export function cancelledLate(): Failure {
  return failureFor('Cancelled', 'The step was cancelled, but every message was delivered anyway.', {
    remedy: 'There is nothing left to send.',
  });
}

/** A `Send` through Inspector's client, which logs failed attempts. */
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
