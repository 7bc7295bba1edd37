import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  debug,
  endGroup,
  error,
  info,
  isDebug,
  notice,
  saveState,
  setOutput,
  setSecret,
  startGroup,
  summary,
  warning,
} from '@actions/core';
import { failing, messageOf } from '../failure.ts';
import { workflowRun } from './workflow.ts';
import { secretFinder } from '../secrets.ts';
import { isSystemError } from '../files.ts';
import { COMMANDS_FOLDER, jobBeginningOf, type JobBeginning, type KnownBeginning } from '../job.ts';
import type { Connection } from '../inputs/connection.ts';
import type { Environment, InputSource } from '../inputs/reader.ts';
import type { CisSessions } from '../inspector/client.ts';
import type { Cancellation } from '../inspector/deliver.ts';
import { proxiesOf } from '../inspector/proxies.ts';
import type { Pace } from '../inspector/retry.ts';
import { Log } from '../report/log.ts';
import type { CheckRuns } from './github.ts';
import type { Publication } from '../report/publish.ts';

/** Everything outside that the actions use. */
export interface Runner {
  readonly inputs: InputSource;
  readonly log: Log;
  /** From now on, the secret is redacted in the log, and removed from the environment of child processes. */
  readonly keepSecret: (secret: string) => void;
  readonly publication: Publication;
  /** Saves a value for a later phase of the action. */
  readonly saveState: (name: string, value: string) => void;
  /** A value that an earlier phase saved; empty if it saved none. */
  readonly getState: (name: string) => string;
  readonly environment: Environment;
  readonly workingDirectory: string;
  /** Where the repository is checked out (`GITHUB_WORKSPACE`). */
  readonly workspace: string;
  /** `RUNNER_TEMP`, which the runner empties after the job. */
  readonly temporaryDirectory: string;
  readonly cancellation: Cancellation;
  readonly pace: Pace;
  /** When the job began: what the runner shows, or else what the job's session step found. */
  readonly jobBeginning: (foundBefore: KnownBeginning | undefined) => Promise<JobBeginning>;
  /** Creates a client of Inspector. Throws what `connect` of `inspector/client.ts` throws. */
  readonly connect: (connection: Connection) => Promise<CisSessions>;
  /** The check runs of the commit. Throws what `checkRunsOf` of `runner/github.ts` throws. */
  readonly checkRuns: (token: string) => Promise<CheckRuns>;
}

/** Real time and randomness. */
export const realPace: Pace = {
  wait: async (milliseconds, signal) => {
    // Loaded when a call is tried again, which is rare.
    const { setTimeout: wait } = await import('node:timers/promises');
    return wait(milliseconds, undefined, { signal });
  },
  random: Math.random,
  now: Date.now,
};

/** Variables of which the AWS SDK accepts a blank value. */
const HIDING_IF_BLANK = ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE'] as const;

/**
 * Removes blank variables from the environment, and normalises proxies. `AWS_REGION: ${{ vars.REGION }}` is blank if
 * there is no such variable; the SDK would use that as the Region, instead of the one in the profile. The GitHub
 * toolkit throws at proxies that it does not understand.
 * @throws ActionFailure `NetworkError` for an unusable proxy.
 */
function normaliseEnvironment(): void {
  const blank = HIDING_IF_BLANK.filter((name) => process.env[name]?.trim() === '');
  const proxies = Object.entries(proxiesOf(process.env));
  for (const [name, value] of [...blank.map((name) => [name, undefined] as const), ...proxies]) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

/** An environment variable; `undefined` if it is empty. */
function variable(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

/**
 * Moves the variables with a prefix, in which the runner passes inputs and state, out of the environment, so that child
 * processes such as a `credential_process` do not get them.
 */
function takeFromEnvironment(prefix: 'INPUT_' | 'STATE_'): ReadonlyMap<string, string> {
  const names = Object.keys(process.env).filter((name) => name.startsWith(prefix));
  const taken = names.map((name) => [name.slice(prefix.length), process.env[name]?.trim() ?? ''] as const);
  for (const name of names) Reflect.deleteProperty(process.env, name);
  return new Map(taken);
}

/**
 * Wraps a function that writes to one of the runner's command files.
 * @throws ActionFailure `RunnerError` when the file is missing or cannot be written, for example because the disk is
 *   full.
 */
function toCommandFile(
  variable: 'GITHUB_OUTPUT' | 'GITHUB_STATE',
  write: (name: string, value: string) => void,
): (name: string, value: string) => void {
  return (name, value) => {
    try {
      write(name, value);
    } catch (error) {
      const cause = messageOf(error);
      throw failing('RunnerError', `The file of ${variable} could not be written.`, { cause }, error);
    }
  };
}

/** When the job began, from the time of the runner's own folder in `RUNNER_TEMP`. */
async function findJobBeginning(temporaryDirectory: string): Promise<JobBeginning> {
  try {
    return jobBeginningOf(await stat(join(temporaryDirectory, COMMANDS_FOLDER)), Date.now());
  } catch (error) {
    if (isSystemError(error)) return jobBeginningOf(undefined, Date.now());
    throw error;
  }
}

/** The GitHub Actions runner that runs this step. */
export function gitHubRunner(cancellation: Cancellation): Runner {
  const workingDirectory = process.cwd();
  const inputs = takeFromEnvironment('INPUT_');
  const state = takeFromEnvironment('STATE_');
  const temporaryDirectory = variable('RUNNER_TEMP') ?? tmpdir();
  const workspace = variable('GITHUB_WORKSPACE') ?? workingDirectory;
  const sink = { debug, endGroup, error, info, isDebug, notice, startGroup, warning };
  const log = new Log(sink, workspace, workingDirectory);
  return {
    inputs: { getInput: (name) => inputs.get(name.toUpperCase()) ?? '', setSecret },
    log,
    keepSecret: (secret) => {
      log.keepSecret(secret);
      const holdsSecret = secretFinder(secret);
      const holding = Object.keys(process.env).filter((name) => holdsSecret(process.env[name] ?? ''));
      for (const name of holding) Reflect.deleteProperty(process.env, name);
    },
    publication: {
      setOutput: toCommandFile('GITHUB_OUTPUT', setOutput),
      addSummary: async (markup) => {
        await summary.addRaw(markup).write();
      },
    },
    saveState: toCommandFile('GITHUB_STATE', saveState),
    getState: (name) => state.get(name) ?? '',
    environment: process.env,
    workingDirectory,
    workspace,
    temporaryDirectory,
    cancellation,
    pace: realPace,
    jobBeginning: async (foundBefore) => {
      const found = await findJobBeginning(temporaryDirectory);
      return 'unknown' in found ? (foundBefore ?? found) : found;
    },
    checkRuns: async (token) => {
      normaliseEnvironment();
      // Loaded only by steps that create a check run.
      const { checkRunsOf } = await import('./github.ts');
      return checkRunsOf(token, log.debug);
    },
    connect: async (connection) => {
      normaliseEnvironment();
      // Loading the SDK takes half of the start-up time, so only steps that send load it.
      const { connect } = await import('../inspector/client.ts');
      return connect(connection, {
        environment: process.env,
        pace: realPace,
        debug: log.debug,
        keepSecret: (secret) => {
          log.keepSecret(secret);
        },
        workflowRun: workflowRun(process.env),
      });
    },
  };
}
