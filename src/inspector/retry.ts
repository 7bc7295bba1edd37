import { AsyncLocalStorage } from 'node:async_hooks';
import type { Inspector2ClientConfig } from '@aws-sdk/client-inspector2';
import { failureOf } from './failure.ts';
import { asError } from './unreachable.ts';

/** Milliseconds before the second try; each further wait is twice as long, less a jitter of up to a half. */
const FIRST_WAIT = 1000;
/** Milliseconds of the longest wait of our own. */
const LONGEST_WAIT = 20_000;
/** Milliseconds of the longest `Retry-After` that is honoured: a service that asks for more is down. */
const LONGEST_RETRY_AFTER = 120_000;

type Strategy = Exclude<NonNullable<Inspector2ClientConfig['retryStrategy']>, { retry: unknown }>;
type Token = Awaited<ReturnType<Strategy['acquireInitialRetryToken']>>;
type ErrorInfo = Parameters<Strategy['refreshRetryTokenForRetry']>[1];

/** Time and chance, passed in. */
export interface Pace {
  /** Waits; rejects at once when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** One call of the service and all of its tries. */
export interface Call {
  /** What is done, for the log: `chunk 3 of 7`. */
  readonly what: string;
  /** No further try is begun, and no wait goes on, after this. */
  readonly stop: AbortSignal;
  readonly log: (line: string) => void;
}

/** The call that is under way: the SDK's loop of tries does not tell a strategy which one it asks for. */
export const currentCall = new AsyncLocalStorage<Call>();

/**
 * A strategy for the SDK's loop that gives every call its `maxAttempts` tries and waits long enough for a brief
 * outage to pass. The SDK's own waits 50 ms at first, cuts `Retry-After` to 5 s, and spends one quota on all calls.
 */
export function patientRetries(maxAttempts: number, pace: Pace): Strategy {
  return {
    acquireInitialRetryToken: () => Promise.resolve(token(0)),
    recordSuccess: () => undefined,
    async refreshRetryTokenForRetry(previous: Token, info: ErrorInfo): Promise<Token> {
      const failure = failureOf(info.error, { what: 'The request' });
      const tries = previous.getRetryCount() + 1;
      const call = currentCall.getStore();
      const mayTryAgain = failure.retryable || isClockCorrected(info.error);
      if (!mayTryAgain || tries >= maxAttempts || call?.stop.aborted === true) throw asError(info.error);

      const wait = waitBefore(tries, info.retryAfterHint, pace);
      const reason = [failure.code, failure.cause].filter((part) => part !== undefined).join(': ');
      call?.log(
        `${capitalised(call.what)}: try ${tries} of ${maxAttempts} failed (${reason}); trying again in ${seconds(wait)}.`,
      );
      await pace.wait(wait, call?.stop ?? new AbortController().signal);
      return token(tries);
    },
  };
}

/** A `Retry-After` of nothing, or a date that has passed, asks for no wait; a service in trouble gets one all the same. */
function waitBefore(tries: number, retryAfter: Date | undefined, { random, now }: Pace): number {
  const asked = retryAfter === undefined ? 0 : retryAfter.getTime() - now();
  if (asked > 0) return Math.min(asked, LONGEST_RETRY_AFTER);
  const longest = Math.min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT);
  return longest * (1 - random() / 2);
}

/** The wait is over when a token is given: the SDK's own could not be stopped with the call. */
function token(tries: number): Token {
  return { getRetryCount: () => tries, getRetryDelay: () => 0, isLongPoll: () => false };
}

/** The SDK corrects a wrong clock by the service's answer; the next try is signed with the right time. */
function isClockCorrected(error: unknown): boolean {
  const metadata: unknown = error instanceof Error && '$metadata' in error ? error.$metadata : undefined;
  return (
    typeof metadata === 'object' &&
    metadata !== null &&
    'clockSkewCorrected' in metadata &&
    metadata.clockSkewCorrected === true
  );
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
