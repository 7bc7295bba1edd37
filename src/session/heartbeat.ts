import { spawn } from 'node:child_process';
import { closeSync, constants, existsSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import type { Connection, Session } from '../inputs/connection.ts';
import type { Environment } from '../inputs/reader.ts';
import type { CisSessions } from '../inspector/client.ts';
import { failureOf } from '../inspector/failure.ts';
import type { Pace } from '../inspector/retry.ts';
import { isRecord } from '../json.ts';
import { WITHOUT_WAITING } from '../files.ts';
import { secretFinder } from '../secrets.ts';

/** Milliseconds after which heartbeats end, even if the job never stopped them. */
const LONGEST_LIFE = 24 * 60 * 60 * 1000;
/** Milliseconds between two checks of the log and stop files. */
const LOOK_INTERVAL = 200;

/** Why heartbeats end. */
export const HEARTBEATS_END = {
  asked: 'they were asked to stop',
  gone: 'the session no longer exists',
  day: '24 hours have passed',
} as const;

export type HeartbeatsEnd = (typeof HEARTBEATS_END)[keyof typeof HEARTBEATS_END];

/** What a heartbeat process reads from standard input, so that the token appears in no argument and no file. */
export interface HeartbeatPlan {
  readonly session: Session;
  readonly connection: Connection;
  /** Milliseconds between two heartbeats. */
  readonly interval: number;
  readonly files: HeartbeatFiles;
}

/** The files of a session's heartbeats, in the job's `RUNNER_TEMP`. */
export interface HeartbeatFiles {
  /** Their log. They end when it is gone: the runner has emptied `RUNNER_TEMP`, so the job is over. */
  readonly logFile: string;
  /** They end when this file exists. */
  readonly stopFile: string;
}

export function heartbeatFiles(temporaryDirectory: string, scanJobId: string): HeartbeatFiles {
  const base = join(temporaryDirectory, `inspector-cis-heartbeats-${scanJobId}`);
  return { logFile: `${base}.log`, stopFile: `${base}.stop` };
}

/**
 * Starts the heartbeats in a separate process that outlives the step. It does not share the step's standard streams: a
 * step does not end while a pipe of it is open.
 * @returns its process id.
 */
export function startHeartbeats(
  script: string,
  plan: HeartbeatPlan,
  environment: Environment,
): Promise<number> {
  const { O_WRONLY, O_CREAT, O_TRUNC } = constants;
  const log = openSync(plan.files.logFile, O_WRONLY | O_CREAT | O_TRUNC | WITHOUT_WAITING, 0o600);
  const child = spawn(process.execPath, [script], {
    detached: true,
    windowsHide: true,
    stdio: ['pipe', log, log],
    env: environmentOfHeartbeats(environment, plan.session.sessionToken),
  });
  closeSync(log);
  return new Promise((resolve, reject) => {
    const { stdin } = child;
    if (stdin === null) throw new TypeError('A process was started without the pipe that it was asked for.');
    child.on('error', reject);
    stdin.on('error', reject);
    child.on('spawn', () => {
      // Once the plan is written, closing the pipe detaches the two processes.
      stdin.end(JSON.stringify(plan), () => {
        stdin.destroy();
        child.unref();
        resolve(child.pid ?? 0);
      });
    });
  });
}

/**
 * The environment of the heartbeats: without the step's inputs, state and outputs, and without any variable that
 * contains the token, encoded or not, such as one that a workflow sets from a secret. The runner's tracking id stays:
 * if all else fails, the runner kills the process by it when the job ends.
 */
function environmentOfHeartbeats(environment: Environment, token: string): Environment {
  const holdsToken = secretFinder(token);
  const own = Object.entries(environment).filter(
    ([name, value = '']) =>
      !/^(INPUT_|STATE_|GITHUB_(OUTPUT|STATE|ENV|PATH|STEP_SUMMARY)$)/i.test(name) && !holdsToken(value),
  );
  return Object.fromEntries(own);
}

/**
 * Reads the plan that `startHeartbeats` wrote.
 * @throws Error when the input is not a plan.
 */
export async function readPlan(
  input: AsyncIterable<Buffer | string> & NodeJS.ReadableStream,
): Promise<HeartbeatPlan> {
  const plan = parsed(await text(input));
  if (!isPlan(plan)) throw new Error('There is no heartbeat plan on standard input.');
  return plan;
}

/** The parser's error is dropped: it would quote the plan, which holds the token. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isPlan(value: unknown): value is HeartbeatPlan {
  return (
    isRecord(value) &&
    isRecord(value['session']) &&
    isRecord(value['connection']) &&
    typeof value['interval'] === 'number' &&
    isRecord(value['files']) &&
    typeof value['files']['logFile'] === 'string' &&
    typeof value['files']['stopFile'] === 'string'
  );
}

/** A signal that is aborted once the stop file exists, or the log file no longer does. */
export function watchForStop({ logFile, stopFile }: HeartbeatFiles): AbortSignal {
  const stop = new AbortController();
  const timer = setInterval(() => {
    if (!existsSync(stopFile) && existsSync(logFile)) return;
    clearInterval(timer);
    stop.abort();
  }, LOOK_INTERVAL);
  timer.unref();
  return stop.signal;
}

/**
 * Sends a heartbeat every interval until it is asked to stop, the session no longer exists, or 24 hours have passed. A
 * failed heartbeat is logged and the next one still sent: it may succeed.
 * @returns why the heartbeats ended.
 */
export async function keepAlive(
  { session, interval }: HeartbeatPlan,
  sessions: Pick<CisSessions, 'sendHealth'>,
  stop: AbortSignal,
  pace: Pace,
  log: (line: string) => void,
): Promise<HeartbeatsEnd> {
  const end = pace.now() + LONGEST_LIFE;
  for (let beat = 1; ; beat += 1) {
    const left = Math.max(0, end - pace.now());
    if (!(await waited(pace, Math.min(interval, left), stop))) return HEARTBEATS_END.asked;
    if (pace.now() >= end) return HEARTBEATS_END.day;
    try {
      await sessions.sendHealth(session, { what: `heartbeat ${beat}`, log, stop, abort: stop });
      log(`Heartbeat ${beat} sent.`);
    } catch (error) {
      if (stop.aborted) return HEARTBEATS_END.asked;
      const { code, sentence, cause = '' } = failureOf(error, { what: `Heartbeat ${beat}` });
      log(`Heartbeat ${beat} failed: ${code}: ${sentence} ${cause}`);
      if (code === 'ConflictException') return HEARTBEATS_END.gone;
    }
  }
}

/** Waits; `false` if it was asked to stop meanwhile. */
async function waited(pace: Pace, interval: number, stop: AbortSignal): Promise<boolean> {
  try {
    await pace.wait(interval, stop);
    return true;
  } catch (error) {
    if (stop.aborted) return false;
    throw error;
  }
}
