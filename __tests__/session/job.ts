import { expect } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LocalInspector } from '../../local-inspector/server.ts';
import type { StopMessage } from '../../local-inspector/model.ts';
import { startStep, type RunningStep, type StepResult } from '../../local-runner/step.ts';
import { memberOf } from '../../src/json.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { fileOf, newDirectory, SCAN_JOB_ID, type FileMessage } from '../action/sending.ts';

// A job with a session: its steps share RUNNER_TEMP, and the post step gets the state that the main step saved.

type Texts = Readonly<Record<string, string>>;

/** How a step is run, besides its inputs. */
export interface Setting {
  /** Overrides the environment for the endpoint: credentials and Region. */
  readonly environment?: Texts;
}

/** A job that opens a session of `SCAN_JOB_ID`, unless its inputs say otherwise. */
export class Job {
  readonly temporaryDirectory = newDirectory();
  readonly #inspector: Pick<LocalInspector, 'environment'>;

  constructor(inspector: Pick<LocalInspector, 'environment'>) {
    this.#inspector = inspector;
  }

  /** Starts to open a session, by default without heartbeats. */
  startToOpen(inputs: Texts = {}, setting: Setting = {}): RunningStep {
    return this.#start('main', { 'health-interval': '0', ...inputs }, setting, {});
  }

  /** Opens a session, and expects success. */
  async open(inputs: Texts = {}, setting: Setting = {}): Promise<OpenSession> {
    const opened = await this.startToOpen(inputs, setting).result;
    expect([opened.exitCode, opened.log]).toEqual([0, expect.stringMatching(/is open in us-east-1/)]);
    return sessionOf(opened);
  }

  /** Starts a telemetry step over messages. */
  startToSend(session: OpenSession, messages: readonly FileMessage[], inputs: Texts = {}): RunningStep {
    const workspace = newDirectory();
    writeFileSync(join(workspace, 'results.json'), fileOf(messages));
    return startStep({
      workspace,
      temporaryDirectory: this.temporaryDirectory,
      inputs: {
        'scan-job-id': session.scanJobId,
        'session-token': session.token,
        'results-file': 'results.json',
        ...inputs,
      },
      environment: this.#inspector.environment,
    });
  }

  /** Runs a telemetry step over messages. */
  send(session: OpenSession, messages: readonly FileMessage[], inputs: Texts = {}): Promise<StepResult> {
    return this.startToSend(session, messages, inputs).result;
  }

  /** Ends the job: runs the post step, and expects that it does not fail. */
  async end(
    { opened }: Pick<OpenSession, 'opened'>,
    jobStatus: 'success' | 'failure' | 'cancelled' = 'success',
    inputs: Texts = {},
    setting: Setting = {},
  ): Promise<StepResult> {
    const ended = await this.#start('post', { 'job-status': jobStatus, ...inputs }, setting, opened.state)
      .result;
    expect([ended.exitCode, ended.commands.filter(({ name }) => name === 'error')]).toEqual([0, []]);
    return ended;
  }

  /** Every file in RUNNER_TEMP, as one text. */
  files(): string {
    return readdirSync(this.temporaryDirectory)
      .map((name) => `${name}\n${readFileSync(join(this.temporaryDirectory, name), 'utf8')}`)
      .join('\n');
  }

  #start(phase: 'main' | 'post', inputs: Texts, { environment = {} }: Setting, state: Texts): RunningStep {
    return startStep({
      action: 'session',
      phase,
      workspace: newDirectory(),
      temporaryDirectory: this.temporaryDirectory,
      state,
      inputs: { 'scan-job-id': SCAN_JOB_ID, 'max-attempts': '1', ...inputs },
      environment: { ...this.#inspector.environment, ...environment },
    });
  }
}

/** A session that the main step opened, or may have opened. */
export interface OpenSession {
  readonly opened: StepResult;
  readonly scanJobId: string;
  readonly token: string;
  /** The process id of its heartbeats; 0 without heartbeats. */
  readonly heartbeats: number;
}

/** The session in the state that the main step saved. */
export function sessionOf(opened: StepResult): OpenSession {
  const { state } = opened;
  return {
    opened,
    scanJobId: state['scan-job-id'] ?? '',
    token: state['session-token'] ?? '',
    heartbeats: Number(state['heartbeat-process'] ?? 0),
  };
}

/** Runs a test with a job and an endpoint that tracks which sessions are open. */
export async function withJob(story: (inspector: LocalInspector, job: Job) => Promise<void>): Promise<void> {
  await withInspector(
    async (inspector) => {
      await story(inspector, new Job(inspector));
    },
    { sessions: 'tracked' },
  );
}

/** How the session was stopped; `undefined` if it was not. */
export function stopOf(inspector: LocalInspector, scanJobId = SCAN_JOB_ID): StopMessage | undefined {
  return inspector.sessions.get(scanJobId)?.stop;
}

/** The operations that the endpoint accepted, in order. */
export function acceptedOperations({ requests }: LocalInspector): readonly (string | undefined)[] {
  return requests.filter(({ outcome }) => outcome === 'accepted').map(({ operation }) => operation);
}

/** The warnings of a step, as people see them. */
export function warningsOf({ commands }: StepResult): readonly string[] {
  return commands.filter(({ name }) => name === 'warning').map(({ data }) => data);
}

/** Resolves once no process has this id; a zombie counts as gone. */
export async function gone(pid: number): Promise<void> {
  expect(pid).toBeGreaterThan(0);
  while (isAlive(pid)) await nextTurn();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z');
  } catch (error) {
    // The process may end between the two checks.
    if (['ESRCH', 'ENOENT'].includes(String(memberOf(error, 'code')))) return false;
    throw error;
  }
}
