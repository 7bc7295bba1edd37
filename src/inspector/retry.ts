import { AsyncLocalStorage } from 'node:async_hooks';
import type { Inspector2ClientConfig } from '@aws-sdk/client-inspector2';
import { failureOf } from './failure.ts';
import { asError } from './unreachable.ts';

/** Milliseconds before the second attempt. Each further wait is twice as long; jitter shortens a wait by up to half. */
const FIRST_WAIT = 1000;
/** Milliseconds of the longest wait, unless the service asks for a longer one. */
const LONGEST_WAIT = 20_000;
/** Milliseconds of the longest `Retry-After` that is honoured. */
const LONGEST_RETRY_AFTER = 120_000;

type Strategy = Exclude<NonNullable<Inspector2ClientConfig['retryStrategy']>, { retry: unknown }>;
type Token = Awaited<ReturnType<Strategy['acquireInitialRetryToken']>>;
type ErrorInfo = Parameters<Strategy['refreshRetryTokenForRetry']>[1];

/** Time and randomness, passed in. */
export interface Pace {
  /** Waits; rejects as soon as the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** One call of the service, with all of its attempts. */
export interface Call {
  /** What is sent, for the log: `chunk 3 of 7`. */
  readonly what: string;
  /** When aborted, waits end and no further attempt begins. */
  readonly stop: AbortSignal;
  readonly log: (line: string) => void;
}

/** The call under way: the SDK does not tell a retry strategy which call it asks about. */
export const currentCall = new AsyncLocalStorage<Call>();

/**
 * A retry strategy for the SDK that gives every call `maxAttempts` attempts, and waits long enough for a brief outage
 * to pass. The SDK's own strategy first waits 50 ms, caps `Retry-After` at 5 s, and shares one quota between all calls.
 */
export function retryStrategy(maxAttempts: number, pace: Pace): Strategy {
  return {
    acquireInitialRetryToken: () => Promise.resolve(token(0)),
    recordSuccess: () => undefined,
    async refreshRetryTokenForRetry(previous: Token, info: ErrorInfo): Promise<Token> {
      const failure = failureOf(info.error, { what: 'The request' });
      const attempts = previous.getRetryCount() + 1;
      const call = currentCall.getStore();
      const mayTryAgain = failure.retryable || isClockCorrected(info.error);
      if (!mayTryAgain || attempts >= maxAttempts || call?.stop.aborted === true) throw asError(info.error);

      const wait = waitBefore(attempts, info.retryAfterHint, pace);
      const reason = [failure.code, failure.cause].filter((part) => part !== undefined).join(': ');
      call?.log(
        `${capitalised(call.what)}: attempt ${attempts} of ${maxAttempts} failed (${reason}); trying again in ${seconds(wait)}.`,
      );
      await pace.wait(wait, call?.stop ?? new AbortController().signal);
      return token(attempts);
    },
  };
}

/** A `Retry-After` of 0, or with a past date, is ignored: a service in trouble needs a wait. */
function waitBefore(attempts: number, retryAfter: Date | undefined, { random, now }: Pace): number {
  const asked = retryAfter === undefined ? 0 : retryAfter.getTime() - now();
  if (asked > 0) return Math.min(asked, LONGEST_RETRY_AFTER);
  const longest = Math.min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT);
  return longest * (1 - random() / 2);
}

/** The delay is 0 because `refreshRetryTokenForRetry` has already waited; the SDK's wait could not be aborted. */
function token(attempts: number): Token {
  return { getRetryCount: () => attempts, getRetryDelay: () => 0, isLongPoll: () => false };
}

/** The SDK corrects a wrong clock from the response, so that the next attempt is signed with the right time. */
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
