import type { IncomingHttpHeaders } from 'node:http';
import type { Answer, ErrorAnswer } from './answers.ts';
import type { CisContent, OperationName } from './model.ts';

/** A request that was received completely. */
export interface ReceivedRequest {
  /** Its position in the order of arrival, from 1. */
  readonly number: number;
  /** How many requests were in progress when this one's headers arrived, including itself. */
  readonly inProgress: number;
  readonly requestId: string;
  readonly method: string;
  /** The request target as sent. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: Buffer;
  readonly operation: OperationName | undefined;
  /** Its position among the valid requests of its operation, from 1; 0 if it is invalid. */
  readonly ordinal: number;
  /** Its content, if it is valid. */
  readonly content: CisContent | undefined;
  /** Why it is invalid: its target, content type, signature or body. A conflict with its session is an `outcome`. */
  readonly refusal: ErrorAnswer | undefined;
  /** The answer from the script, if there is one. */
  scripted: Answer | undefined;
  /**
   * `pending`: not answered yet. `accepted`: its content counts. `refused`: it is invalid. `conflict`: its session does
   * not allow it. `not-accepted`: a scripted answer came instead.
   */
  outcome: 'pending' | 'accepted' | 'conflict' | 'refused' | 'not-accepted';
}

/** Selects requests. */
export type RequestPredicate = (request: ReceivedRequest) => boolean;

interface Waiter {
  readonly wanted: RequestPredicate;
  readonly resolve: (request: ReceivedRequest) => void;
  readonly reject: (reason: Error) => void;
}

/** Every request that was received, and the callers that wait for one. */
export class ReceivedRequests {
  readonly all: ReceivedRequest[] = [];
  private readonly waiters = new Set<Waiter>();
  private closed = false;

  add(request: ReceivedRequest): void {
    this.all.push(request);
    for (const waiter of this.waiters) this.offer(waiter, request);
  }

  /** The first request, past or future, that the predicate selects. It sees each request once, in order. */
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

  /** How many valid requests of an operation have been received. */
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
    waiter.reject(new Error('the local Inspector closed before the awaited request arrived'));
  }
}
