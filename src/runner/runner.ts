import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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

/** Everything outside that the actions talk to. */
export interface Runner {
  readonly inputs: InputSource;
  readonly log: Log;
  /** From now on no line and no child process gets the secret: it leaves log and environment. */
  readonly keepSecret: (secret: string) => void;
  readonly publication: Publication;
  /** Values that one phase of an action leaves for a later one. */
  readonly saveState: (name: string, value: string) => void;
  /** A value that an earlier phase left; empty when it left none. */
  readonly getState: (name: string) => string;
  readonly environment: Environment;
  readonly workingDirectory: string;
  /** The repository that is checked out (`GITHUB_WORKSPACE`). */
  readonly workspace: string;
  /** `RUNNER_TEMP`: lives as long as the job. */
  readonly temporaryDirectory: string;
  readonly cancellation: Cancellation;
  readonly pace: Pace;
  /** When the job began; where the runner does not show it, what the job's session step found. */
  readonly jobBeginning: (foundBefore: KnownBeginning | undefined) => Promise<JobBeginning>;
  /** Makes a client of Inspector; throws what `connect` of `inspector/client.ts` throws. */
  readonly connect: (connection: Connection) => Promise<CisSessions>;
  /** The check runs of the commit; throws what `checkRunsOf` of `runner/github.ts` throws. */
  readonly checkRuns: (token: string) => Promise<CheckRuns>;
}

/** Time and chance of the real world. */
export const realPace: Pace = {
  wait: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
  random: Math.random,
  now: Date.now,
};

/** Variables that the AWS SDK reads and of which it takes an empty one for an answer. */
const HIDING_WHEN_BLANK = ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE'] as const;

/**
 * `AWS_REGION: ${{ vars.REGION }}` is blank where there is no such variable. To the SDK, which reads the process's
 * environment itself, that is a Region, and hides the one of the profile. The GitHub toolkit reads the proxies there, and
 * throws at one that it does not understand.
 * @throws ActionFailure `NetworkError` for a proxy that cannot be one.
 */
function clearEnvironment(): void {
  const blank = HIDING_WHEN_BLANK.filter((name) => process.env[name]?.trim() === '');
  const proxies = Object.entries(proxiesOf(process.env));
  for (const [name, value] of [...blank.map((name) => [name, undefined] as const), ...proxies]) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

/** A variable of the environment that is set to something. */
function given(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

/**
 * Takes the variables of a prefix, in which the runner passes inputs and state, out of the environment: child processes
 * such as a `credential_process` do not get them.
 */
function takenFromEnvironment(prefix: 'INPUT_' | 'STATE_'): ReadonlyMap<string, string> {
  const names = Object.keys(process.env).filter((name) => name.startsWith(prefix));
  const taken = names.map((name) => [name.slice(prefix.length), process.env[name]?.trim() ?? ''] as const);
  for (const name of names) Reflect.deleteProperty(process.env, name);
  return new Map(taken);
}

/**
 * A value for a later step or phase, in one of the runner's command files.
 * @throws ActionFailure `RunnerError` when the file is missing or cannot be written, as on a full disk.
 */
function inCommandFile(
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

/** When the job began, by the runner's own folder in `RUNNER_TEMP`. */
async function findJobBeginning(temporaryDirectory: string): Promise<JobBeginning> {
  try {
    return jobBeginningOf(await stat(join(temporaryDirectory, COMMANDS_FOLDER)), Date.now());
  } catch (error) {
    if (isSystemError(error)) return jobBeginningOf(undefined, Date.now());
    throw error;
  }
}

/** The runner that GitHub Actions runs this step on. */
export function gitHubRunner(cancellation: Cancellation): Runner {
  const workingDirectory = process.cwd();
  const inputs = takenFromEnvironment('INPUT_');
  const state = takenFromEnvironment('STATE_');
  const temporaryDirectory = given('RUNNER_TEMP') ?? tmpdir();
  const workspace = given('GITHUB_WORKSPACE') ?? workingDirectory;
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
      setOutput: inCommandFile('GITHUB_OUTPUT', setOutput),
      addSummary: async (markup) => {
        await summary.addRaw(markup).write();
      },
    },
    saveState: inCommandFile('GITHUB_STATE', saveState),
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
      clearEnvironment();
      // Only a step that makes a check run loads the client of GitHub's API.
      const { checkRunsOf } = await import('./github.ts');
      return checkRunsOf(token, log.debug);
    },
    connect: async (connection) => {
      clearEnvironment();
      // The SDK takes half of the start-up: only a step that sends loads it.
      const { connect } = await import('../inspector/client.ts');
      return connect(connection, {
        environment: process.env,
        pace: realPace,
        debug: log.debug,
        workflowRun: workflowRun(process.env),
      });
    },
  };
}
