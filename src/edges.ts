import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import * as core from '@actions/core';
import { cancellationBySignals } from './cancellation.ts';
import type { Environment, InputSource } from './inputs.ts';
import type { Cancellation } from './inspector/deliver.ts';
import type { Pace } from './inspector/retry.ts';
import { Log } from './report/log.ts';
import type { Publication } from './report/publish.ts';
import { runOfWorkflow } from './workflow.ts';

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
  /** `owner/repository/run`, for the user agent. */
  readonly runner: string | undefined;
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
  return {
    inputs: core,
    log: new Log(core, process.env['GITHUB_WORKSPACE'] ?? workingDirectory, workingDirectory),
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
    runner: runOfWorkflow(),
  };
}
