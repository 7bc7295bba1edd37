import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { sendTelemetry } from '../../src/action.ts';
import { connect } from '../../src/inspector/client.ts';
import { Log } from '../../src/report/log.ts';
import type { Runner } from '../../src/runner/runner.ts';
import type { Chance } from '../chance.ts';
import type { DeliveryRecord, Given } from './invariants.ts';
import { Moments } from './moments.ts';
import { Service, type Behaviour } from './service.ts';

/** A step that runs in this process. */
export interface InProcessStep {
  readonly given: Given;
  readonly inputs: Readonly<Record<string, string>>;
  /** Results files by their names in the step's own directory. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly behaviour: Behaviour;
  readonly stopAt: number;
  readonly grace: number;
  readonly isDebug: boolean;
}

/** How many turns of the event loop a wait between two attempts takes, however long it is meant to be. */
const TURNS_OF_A_WAIT = 3;
/** The fake clock's time when a step begins, long before the trial's files are written. */
const BEGINNING = Date.UTC(2026, 0, 1);

/**
 * Runs a telemetry step with the real SDK in its own directory, without sockets or timers: the service, the clock and
 * the runner are simulated in this process.
 */
export async function runInProcess(
  step: InProcessStep,
  directory: string,
  chance: Chance,
): Promise<DeliveryRecord> {
  const temporaryDirectory = join(directory, 'temporary');
  mkdirSync(temporaryDirectory, { recursive: true });
  for (const [name, text] of Object.entries(step.files)) writeFileSync(join(directory, name), text);
  const moments = new Moments(step.stopAt, step.grace);
  const service = new Service(chance, step.behaviour, moments);
  const outputs: Record<string, string> = {};
  const said: string[] = [];
  let errors = 0;
  let clock = BEGINNING;

  const say = (text: string): void => {
    moments.pass();
    said.push(text);
  };
  const annotate = (text: string, properties: object = {}): void => {
    say(`${text} ${JSON.stringify(properties)}`);
  };
  const sink = {
    info: say,
    startGroup: say,
    endGroup: () => undefined,
    debug: say,
    isDebug: () => step.isDebug,
    notice: annotate,
    warning: annotate,
    error: (text: string, properties: object = {}) => {
      errors += 1;
      annotate(text, properties);
    },
  };
  const log = new Log(sink, directory, directory);
  const runner: Runner = {
    inputs: { getInput: (name) => step.inputs[name] ?? '', setSecret: () => undefined },
    log,
    keepSecret: (secret) => {
      log.keepSecret(secret);
    },
    publication: {
      setOutput: (name, value) => {
        outputs[name] = value;
      },
      addSummary: (markup) => {
        said.push(markup);
        return Promise.resolve();
      },
    },
    saveState: () => undefined,
    getState: () => '',
    environment: {},
    workingDirectory: directory,
    workspace: directory,
    temporaryDirectory,
    cancellation: moments,
    pace: {
      wait: async (milliseconds, signal) => {
        for (let turns = 0; turns < TURNS_OF_A_WAIT; turns += 1) {
          moments.pass();
          await turn(undefined, { signal });
        }
        clock += milliseconds;
      },
      random: chance.next,
      now: () => clock,
    },
    jobBeginning: () => Promise.resolve({ began: BEGINNING, device: 0 }),
    connect: (connection) =>
      connect(connection, {
        environment: {},
        pace: runner.pace,
        debug: log.debug,
        keepSecret: (secret) => {
          log.keepSecret(secret);
        },
        workflowRun: undefined,
        carrier: service,
      }),
    checkRuns: () => Promise.reject(new Error('No trial requests a check run.')),
  };

  const exitCode = await sendTelemetry(runner);
  const left = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !(entry.name in step.files))
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')] as const);
  rmSync(directory, { recursive: true });
  return {
    given: step.given,
    calls: service.calls,
    end: {
      exitCode,
      outputs,
      errors,
      undeliveredFiles: left
        .map(([, text]) => text)
        .filter((text) => text.includes('"detailsEncoding": "base64"')),
      traces: [...said, ...Object.values(outputs), ...left.flat(), service.headers].join('\n'),
    },
  };
}
