import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withoutUndefined } from '../../src/json.ts';
import { currentCall, retryStrategy } from '../../src/inspector/retry.ts';

const NOW = 1_000_000;

/** An error in the SDK's retry loop. */
class SdkError extends Error {
  declare cause?: Error;
}

const answer = (name: string, httpStatusCode: number, more: object = {}): SdkError =>
  Object.assign(new SdkError('why'), { name, $metadata: { httpStatusCode, ...more } });
const throttled = answer('ThrottlingException', 429);

interface Options {
  readonly maxAttempts?: number;
  readonly error?: SdkError;
  readonly retryAfterHint?: Date;
  readonly random?: number;
  readonly stop?: AbortSignal;
}

/** Makes every attempt of a call fail. Returns the waits between its attempts, and its log. */
async function failAlways({
  maxAttempts = 5,
  error = throttled,
  retryAfterHint,
  random = 0,
  stop = new AbortController().signal,
}: Options): Promise<{ waits: readonly number[]; log: readonly string[]; thrown: unknown }> {
  const waits: number[] = [];
  const log: string[] = [];
  const strategy = retryStrategy(maxAttempts, {
    wait: (milliseconds) => Promise.resolve(void waits.push(milliseconds)),
    random: () => random,
    now: () => NOW,
  });
  const call = { what: 'chunk 1 of 2', stop, log: (line: string): void => void log.push(line) };
  return currentCall.run(call, async () => {
    let token = await strategy.acquireInitialRetryToken('scope');
    try {
      for (;;) {
        token = await strategy.refreshRetryTokenForRetry(token, {
          error,
          errorType: 'TRANSIENT',
          ...withoutUndefined({ retryAfterHint }),
        });
        expect(token.getRetryDelay()).toBe(0);
      }
    } catch (thrown) {
      return { waits, log, thrown };
    }
  });
}

test('waits double from 1 s, up to 20 s', async () => {
  const { waits, thrown } = await failAlways({ maxAttempts: 8 });
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
  expect(thrown).toBe(throttled);
});

test('jitter shortens a wait by up to half, and every call gets all its attempts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 10 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      async (maxAttempts, random) => {
        const { waits } = await failAlways({ maxAttempts, random });
        expect(waits).toHaveLength(maxAttempts - 1);
        for (const [index, wait] of waits.entries()) {
          const longest = Math.min(1000 * 2 ** index, 20_000);
          expect(wait).toBeGreaterThan(longest / 2 - 1);
          expect(wait).toBeLessThanOrEqual(longest);
        }
      },
    ),
  );
});

test.each([
  ['is honoured above 5 s', 8_000, 8_000],
  ['is honoured below a second', 300, 300],
  ['of 0 is ignored', 0, 1000],
  ['in the past is ignored', -5_000, 1000],
  ['is honoured up to two minutes', 120_000, 120_000],
  ['is capped at two minutes', 3_600_000, 120_000],
])('Retry-After %s', async (_promise, after, expected) => {
  const { waits } = await failAlways({ maxAttempts: 2, retryAfterHint: new Date(NOW + after) });
  expect(waits).toEqual([expected]);
});

test('failing calls do not share a quota', async () => {
  const calls = await Promise.all(Array.from({ length: 100 }, () => failAlways({ maxAttempts: 10 })));
  for (const { waits } of calls) expect(waits).toHaveLength(9);
});

describe('what is retried', () => {
  test.each<[string, SdkError, number]>([
    ['throttling', throttled, 4],
    ['an internal error', answer('InternalServerException', 500), 4],
    ['an HTML page with 502', answer('SyntaxError', 502), 4],
    ['a corrected clock', answer('InvalidSignatureException', 403, { clockSkewCorrected: true }), 4],
    ['not a conflict', answer('ConflictException', 409), 0],
    ['not an invalid request', answer('ValidationException', 400), 0],
    ['not denied access', answer('AccessDeniedException', 403), 0],
    ['not refused credentials', answer('ExpiredTokenException', 403), 0],
    ['not an unknown operation', answer('UnknownOperationException', 404), 0],
    ['not a bug', new SdkError('bug'), 0],
  ])('%s', async (_what, error, attempts) => {
    const { waits, thrown } = await failAlways({ error });
    expect(waits).toHaveLength(attempts);
    expect(thrown).toBe(error);
  });
});

test('each failed attempt is logged: which one, why, and when the next one begins', async () => {
  const { log } = await failAlways({ maxAttempts: 3 });
  expect(log).toEqual([
    'Chunk 1 of 2: attempt 1 of 3 failed (ThrottlingException: why); trying again in 1.0 s.',
    'Chunk 1 of 2: attempt 2 of 3 failed (ThrottlingException: why); trying again in 2.0 s.',
  ]);
});

test('a stopped call is not retried', async () => {
  const { waits, thrown } = await failAlways({ stop: AbortSignal.abort() });
  expect([waits, thrown]).toEqual([[], throttled]);
});

test('stopping a call ends its wait, and no further attempt begins', async () => {
  const stop = new AbortController();
  const strategy = retryStrategy(5, {
    wait: (_milliseconds, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('stopped'));
        });
        stop.abort();
      }),
    random: () => 0,
    now: () => NOW,
  });
  const call = { what: 'chunk', stop: stop.signal, log: () => undefined };
  const token = await strategy.acquireInitialRetryToken('scope');
  await expect(
    currentCall.run(call, () =>
      strategy.refreshRetryTokenForRetry(token, { error: throttled, errorType: 'THROTTLING' }),
    ),
  ).rejects.toThrow('stopped');
});
