import { spawn } from 'node:child_process';
import { openSync, closeSync, existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import type { Connection, Environment, Session } from '../inputs.ts';
import type { CisSessions } from '../inspector/client.ts';
import { failureOf } from '../inspector/failure.ts';
import type { Pace } from '../inspector/retry.ts';
import { isRecord } from '../results/json.ts';

/** Milliseconds after which heartbeats end by themselves, whatever became of the job. */
const LONGEST_LIFE = 24 * 60 * 60 * 1000;
/** Milliseconds between two looks for the stop file. */
const STOP_FILE_INTERVAL = 200;

/** What a heartbeat process is told, through its standard input: the token is in no argument and no file. */
export interface HeartbeatPlan {
  readonly session: Session;
  readonly connection: Connection;
  /** Milliseconds between two heartbeats. */
  readonly interval: number;
  /** The heartbeats end when this file is there. */
  readonly stopFile: string;
}

/** Where a session's heartbeats log, and the file that ends them. */
export function heartbeatFiles(
  temporaryDirectory: string,
  scanJobId: string,
): { logFile: string; stopFile: string } {
  const base = join(temporaryDirectory, `inspector-cis-heartbeats-${scanJobId}`);
  return { logFile: `${base}.log`, stopFile: `${base}.stop` };
}

/**
 * Starts the heartbeats as a process of their own that outlives the step. Its standard streams are not the step's: a
 * step with an open pipe does not end. Inputs, state and outputs of the step are not for it; the runner's tracking id
 * is, so that the runner clears it away with the job if all else fails.
 * @returns its process id, when it could be started.
 */
export function startHeartbeats(
  script: string,
  plan: HeartbeatPlan,
  logFile: string,
  environment: Environment,
): Promise<number> {
  const log = openSync(logFile, 'a', 0o600);
  const own = Object.entries(environment).filter(
    ([name]) => !/^(INPUT_|STATE_|GITHUB_(OUTPUT|STATE|ENV|PATH|STEP_SUMMARY)$)/.test(name),
  );
  const child = spawn(process.execPath, [script], {
    detached: true,
    windowsHide: true,
    stdio: ['pipe', log, log],
    env: Object.fromEntries(own),
  });
  closeSync(log);
  return new Promise((resolve, reject) => {
    const { stdin } = child;
    if (stdin === null) throw new TypeError('A process was started without the pipe that it was asked for.');
    child.on('error', reject);
    stdin.on('error', reject);
    child.on('spawn', () => {
      // The pipe is closed once the plan is through: nothing ties the two processes any more.
      stdin.end(JSON.stringify(plan), () => {
        stdin.destroy();
        child.unref();
        resolve(child.pid ?? 0);
      });
    });
  });
}

/**
 * Reads the plan that `startHeartbeats` wrote.
 * @throws Error when it is none.
 */
export async function readPlan(
  input: AsyncIterable<Buffer | string> & NodeJS.ReadableStream,
): Promise<HeartbeatPlan> {
  const plan: unknown = JSON.parse(await text(input));
  if (!isPlan(plan)) throw new Error('There is no plan for heartbeats on the standard input.');
  return plan;
}

function isPlan(value: unknown): value is HeartbeatPlan {
  return (
    isRecord(value) &&
    isRecord(value['session']) &&
    isRecord(value['connection']) &&
    typeof value['interval'] === 'number' &&
    typeof value['stopFile'] === 'string'
  );
}

/** A signal that is aborted when the stop file is there. */
export function watchForStop(stopFile: string): AbortSignal {
  const stop = new AbortController();
  const timer = setInterval(() => {
    if (!existsSync(stopFile)) return;
    clearInterval(timer);
    stop.abort();
  }, STOP_FILE_INTERVAL);
  timer.unref();
  return stop.signal;
}

/**
 * Sends a heartbeat every interval until it is told to stop, the session is gone, or a day has passed. A heartbeat
 * that fails is logged and outlived: the next one may come through.
 */
export async function keepAlive(
  { session, interval }: HeartbeatPlan,
  sessions: Pick<CisSessions, 'sendHealth'>,
  stop: AbortSignal,
  pace: Pace,
  log: (line: string) => void,
): Promise<void> {
  const end = pace.now() + LONGEST_LIFE;
  for (let beat = 1; pace.now() < end; beat += 1) {
    if (!(await waited(pace, interval, stop))) {
      log('Stopped.');
      return;
    }
    try {
      await sessions.sendHealth(session, { what: `heartbeat ${beat}`, log, stop, abort: stop });
      log(`Heartbeat ${beat} sent.`);
    } catch (error) {
      const { code, sentence, cause = '' } = failureOf(error, { what: `Heartbeat ${beat}` });
      log(`Heartbeat ${beat} failed: ${code}: ${sentence} ${cause}`);
      if (code === 'ConflictException') return;
    }
  }
  log('Stopped after a day.');
}

/** Waits; `false` when it was told to stop meanwhile. */
async function waited(pace: Pace, interval: number, stop: AbortSignal): Promise<boolean> {
  try {
    await pace.wait(interval, stop);
    return true;
  } catch (error) {
    if (stop.aborted) return false;
    throw error;
  }
}
