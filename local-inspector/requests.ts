import type { IncomingHttpHeaders } from 'node:http';
import type { Answer, ErrorAnswer } from './answers.ts';
import type { CisContent, OperationName } from './model.ts';

/** A request that arrived whole. */
export interface ReceivedRequest {
  /** Order of arrival, from 1. */
  readonly number: number;
  /** How many requests were in progress when this one's headers arrived, itself included. */
  readonly inProgress: number;
  readonly requestId: string;
  readonly method: string;
  /** The request target as sent. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: Buffer;
  readonly operation: OperationName | undefined;
  /** Which good request of its operation this is, from 1; 0 for a refused one. */
  readonly ordinal: number;
  /** What it says, when nothing is wrong with it. */
  readonly content: CisContent | undefined;
  /** Why it was refused: a wrong target, type, signature or body. Session state is told by `outcome`. */
  readonly refusal: ErrorAnswer | undefined;
  /** The answer that a script chose; `undefined` without one. */
  scripted: Answer | undefined;
  /** `accepted`: its content was taken. `conflict`: the session's state forbade it. `pending` until decided. */
  outcome: 'pending' | 'accepted' | 'conflict' | 'refused' | 'not-accepted';
}

/** Whether something applies to a request. */
export type RequestPredicate = (request: ReceivedRequest) => boolean;

interface Waiter {
  readonly wanted: RequestPredicate;
  readonly resolve: (request: ReceivedRequest) => void;
  readonly reject: (reason: Error) => void;
}

/** Everything that was sent, and who waits for what. */
export class ReceivedRequests {
  readonly all: ReceivedRequest[] = [];
  private readonly waiters = new Set<Waiter>();
  private closed = false;

  add(request: ReceivedRequest): void {
    this.all.push(request);
    for (const waiter of this.waiters) this.offer(waiter, request);
  }

  /** The first request, past or to come, that is wanted; each one is asked about once, in order. */
  waitFor(wanted: RequestPredicate): Promise<ReceivedRequest> {
    return new Promise((resolve, reject) => {
      const waiter = { wanted, resolve, reject };
      this.waiters.add(waiter);
      for (const request of this.all) {
        if (this.offer(waiter, request)) return;
      }
      if (this.closed) this.abandon(waiter);
    });
  }

  /** How many good requests of an operation came so far. */
  count(operation: OperationName): number {
    return this.all.filter((request) => request.operation === operation && request.content !== undefined)
      .length;
  }

  close(): void {
    this.closed = true;
    for (const waiter of this.waiters) this.abandon(waiter);
  }

  private offer(waiter: Waiter, request: ReceivedRequest): boolean {
    try {
      if (!waiter.wanted(request)) return false;
      waiter.resolve(request);
    } catch (error) {
      waiter.reject(error instanceof Error ? error : new Error(String(error)));
    }
    this.waiters.delete(waiter);
    return true;
  }

  private abandon(waiter: Waiter): void {
    this.waiters.delete(waiter);
    waiter.reject(new Error('the local inspector closed before the awaited request came'));
  }
}
