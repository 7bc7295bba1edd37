import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import * as core from '@actions/core';
import { cancellationBySignals } from './cancellation.ts';
import type { Connection, Environment, InputSource } from './inputs.ts';
import type { CisSessions } from './inspector/client.ts';
import type { Cancellation } from './inspector/deliver.ts';
import type { Pace } from './inspector/retry.ts';
import { Log } from './report/log.ts';
import type { Publication } from './report/publish.ts';

/** Everything outside that the actions talk to. */
export interface Edges {
  readonly inputs: InputSource;
  readonly log: Log;
  readonly publication: Publication;
  /** Values that one phase of an action leaves for a later one. */
  readonly saveState: (name: string, value: string) => void;
  /** A value that an earlier phase left; empty when it left none. */
  readonly getState: (name: string) => string;
  readonly environment: Environment;
  readonly workingDirectory: string;
  /** `RUNNER_TEMP`: lives as long as the job. */
  readonly temporaryDirectory: string;
  readonly cancellation: Cancellation;
  readonly pace: Pace;
  /** Makes a client of Inspector; throws what `connect` of `inspector/client.ts` throws. */
  readonly connect: (connection: Connection) => Promise<CisSessions>;
}

/** Time and chance of the real world. */
export const realPace: Pace = {
  wait: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
  random: Math.random,
  now: Date.now,
};

/** The edges of a step that the runner runs. */
export function realEdges(): Edges {
  const workingDirectory = process.cwd();
  const log = new Log(core, process.env['GITHUB_WORKSPACE'] ?? workingDirectory, workingDirectory);
  return {
    inputs: core,
    log,
    publication: {
      setOutput: core.setOutput,
      addSummary: async (markup) => {
        await core.summary.addRaw(markup).write();
      },
    },
    saveState: core.saveState,
    getState: core.getState,
    environment: process.env,
    workingDirectory,
    temporaryDirectory: process.env['RUNNER_TEMP'] ?? tmpdir(),
    cancellation: cancellationBySignals(process),
    pace: realPace,
    connect: async (connection) => {
      // The SDK takes a third of the start-up: only a step that sends loads it. `eager` keeps dist one file.
      const { connect } = await import(/* webpackMode: "eager" */ './inspector/client.ts');
      const { runOfWorkflow } = await import(/* webpackMode: "eager" */ './workflow.ts');
      const { debug } = log;
      return connect(connection, {
        environment: process.env,
        pace: realPace,
        debug,
        runner: runOfWorkflow(),
      });
    },
  };
}
