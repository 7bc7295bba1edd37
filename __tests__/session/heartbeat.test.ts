import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { failing, type FailureCode } from '../../src/failure.ts';
import type { CallOptions } from '../../src/inspector/client.ts';
import type { Pace } from '../../src/inspector/retry.ts';
import {
  heartbeatFiles,
  HEARTBEATS_END,
  keepAlive,
  readPlan,
  watchForStop,
  type HeartbeatFiles,
  type HeartbeatPlan,
} from '../../src/session/heartbeat.ts';

const DAY = 24 * 60 * 60 * 1000;
const TOKEN = 'fedcba98-7654-3210-fedc-ba9876543210';
const PLAN: HeartbeatPlan = {
  session: { scanJobId: '01234567-89ab-cdef-0123-456789abcdef', sessionToken: TOKEN },
  connection: { maxAttempts: 2, requestTimeout: 1000 },
  interval: 60_000,
  files: { logFile: '/nowhere', stopFile: '/nowhere' },
};

/** A clock that every wait moves forward, without waiting. */
function fakePace(): { pace: Pace; waits: readonly number[]; now: () => number } {
  const waits: number[] = [];
  let now = 1_000_000;
  const pace: Pace = {
    wait: (milliseconds, signal) => {
      if (signal.aborted) return Promise.reject(new Error('aborted'));
      waits.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
    random: () => 0,
    now: () => now,
  };
  return { pace, waits, now: () => now };
}

interface Life {
  readonly plan?: Partial<HeartbeatPlan>;
  /** Handles one heartbeat; it may call `askToStop`. */
  readonly beat: (number: number, askToStop: () => void) => Promise<unknown>;
}

async function live({ plan, beat }: Life): Promise<{
  end: string;
  log: readonly string[];
  calls: readonly CallOptions[];
  waits: readonly number[];
  lasted: number;
}> {
  const { pace, waits, now } = fakePace();
  const stop = new AbortController();
  const log: string[] = [];
  const calls: CallOptions[] = [];
  const born = now();
  const end = await keepAlive(
    { ...PLAN, ...plan },
    {
      sendHealth: async (session, call) => {
        expect(session).toEqual(PLAN.session);
        calls.push(call);
        await beat(calls.length, () => {
          stop.abort();
        });
        return { attempts: 1 };
      },
    },
    stop.signal,
    pace,
    (line) => void log.push(line),
  );
  return { end, log, calls, waits, lasted: now() - born };
}

const atOnce = (action: () => void): Promise<void> => {
  action();
  return Promise.resolve();
};
const failed = (code: FailureCode): Promise<never> =>
  Promise.reject(failing(code, 'It failed.', { cause: 'Why.' }));

test('a heartbeat is sent after every interval until they are asked to stop', async () => {
  const { end, log, waits } = await live({
    beat: (number, askToStop) => (number < 3 ? Promise.resolve() : atOnce(askToStop)),
  });
  expect(end).toBe(HEARTBEATS_END.asked);
  expect(waits).toEqual([60_000, 60_000, 60_000]);
  expect(log).toEqual(['Heartbeat 1 sent.', 'Heartbeat 2 sent.', 'Heartbeat 3 sent.']);
});

test.each(['NetworkError', 'AccessDeniedException', 'CredentialsUnavailable', 'UnexpectedError'] as const)(
  'a heartbeat that fails with %s is logged, and the next one is sent',
  async (code) => {
    const { end, log } = await live({
      beat: (number, askToStop) => (number < 3 ? failed(code) : atOnce(askToStop)),
    });
    expect(end).toBe(HEARTBEATS_END.asked);
    expect(log).toEqual([
      `Heartbeat 1 failed: ${code}: It failed. Why.`,
      `Heartbeat 2 failed: ${code}: It failed. Why.`,
      'Heartbeat 3 sent.',
    ]);
  },
);

test('heartbeats end when the session no longer exists', async () => {
  const { end, calls, log } = await live({
    beat: (number) => (number === 2 ? failed('ConflictException') : Promise.resolve()),
  });
  expect(end).toBe(HEARTBEATS_END.gone);
  expect(calls).toHaveLength(2);
  expect(log.at(-1)).toContain('ConflictException');
});

test('a heartbeat that is abandoned because they are asked to stop does not count as failed', async () => {
  const { end, log } = await live({
    beat: (_, askToStop) => {
      askToStop();
      return failed('Cancelled');
    },
  });
  expect(end).toBe(HEARTBEATS_END.asked);
  expect(log).toEqual([]);
});

test('asking them to stop aborts the call under way', async () => {
  const { calls } = await live({ beat: (_, askToStop) => atOnce(askToStop) });
  const [call] = calls;
  expect([call?.stop.aborted, call?.abort.aborted]).toEqual([true, true]);
});

test.each([60_000, 7 * 60_000, 3_600_000])(
  'with an interval of %d ms, heartbeats end after a day at the latest',
  async (interval) => {
    const { end, calls, lasted } = await live({ plan: { interval }, beat: () => Promise.resolve() });
    expect(end).toBe(HEARTBEATS_END.day);
    expect(lasted).toBe(DAY);
    expect(calls).toHaveLength(Math.ceil(DAY / interval) - 1);
  },
);

test('an error while waiting is not mistaken for a request to stop', async () => {
  const broken: Pace = { ...fakePace().pace, wait: () => Promise.reject(new Error('no timers')) };
  const sessions = { sendHealth: () => Promise.resolve({ attempts: 1 }) };
  await expect(
    keepAlive(PLAN, sessions, new AbortController().signal, broken, () => undefined),
  ).rejects.toThrow('no timers');
});

describe('the plan', () => {
  test('is read from standard input', async () => {
    expect(await readPlan(Readable.from([JSON.stringify(PLAN)]))).toEqual(PLAN);
  });

  test('is refused, but not quoted, if it is malformed or truncated', async () => {
    const text = JSON.stringify(PLAN);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
        const error = await readPlan(Readable.from([text.slice(0, length)])).catch(String);
        expect(error).toBe('Error: There is no heartbeat plan on standard input.');
      }),
    );
    await expect(readPlan(Readable.from(['{"session": 1}']))).rejects.toThrow('There is no heartbeat plan');
  });
});

test.each<[string, (files: HeartbeatFiles) => void]>([
  [
    'the stop file is written',
    ({ stopFile }) => {
      writeFileSync(stopFile, '');
    },
  ],
  [
    'RUNNER_TEMP is emptied, as the runner does after a job',
    ({ logFile }) => {
      rmSync(logFile);
    },
  ],
])('heartbeats are asked to stop when %s', async (_, change) => {
  const directory = mkdtempSync(join(tmpdir(), 'heartbeat-'));
  const files = heartbeatFiles(directory, PLAN.session.scanJobId);
  writeFileSync(files.logFile, '');
  const stop = watchForStop(files);
  const aborted = once(stop, 'abort');
  expect(stop.aborted).toBe(false);
  change(files);
  // Checking for the files does not keep the process alive; this timer does.
  const alive = setInterval(() => undefined, 1000);
  await aborted;
  clearInterval(alive);
  rmSync(directory, { recursive: true });
});
