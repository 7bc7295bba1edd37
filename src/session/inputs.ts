import { randomUUID } from 'node:crypto';
import { readConnection, type Connection, type Session } from '../inputs/connection.ts';
import { InputReader, mask, maskToken, type Environment, type InputSource } from '../inputs/reader.ts';
import { STOP_LIMITS, type JobStatus, type StatedFacts } from './stop-message.ts';

/** The inputs of `session/action.yml` with their defaults, where they have one. */
export const SESSION_INPUT_DEFAULTS = {
  'scan-job-id': '',
  'session-token': '',
  'aws-region': '',
  'health-interval': '60',
  'max-attempts': '5',
  'request-timeout': '30',
  'benchmark-version': '',
  'benchmark-profile': '',
  'platform-vendor': '',
  'platform-product': '',
  'platform-version': '',
  'dry-run': 'false',
  'job-status': '',
} as const;

/** `health-interval`: a heart that beats less than once an hour keeps nothing alive. */
const LONGEST_HEALTH_INTERVAL = 3600;

/** What the user asked of the end of a session, checked. */
export interface EndInputs {
  readonly connection: Connection;
  readonly stated: StatedFacts;
}

/** What the user asked of a session, checked. */
export interface SessionInputs extends EndInputs {
  readonly session: Session;
  /** Whether the whole workflow is only rehearsed: no call is made. */
  readonly dryRun: boolean;
  /** Milliseconds between two heartbeats; 0: none. */
  readonly healthInterval: number;
}

/**
 * The token of the session: as given, or a new random one. It is masked at once, before anything else happens.
 */
export function sessionToken(source: InputSource): string {
  const given = maskToken(source);
  if (given !== '') return given;
  const token = randomUUID();
  mask(source, token);
  return token;
}

/**
 * Reads the inputs of a session, with its token.
 * @throws ActionFailure `InvalidInput` with every fault.
 */
export function readSessionInputs(
  source: InputSource,
  environment: Environment,
  token: string,
): SessionInputs {
  const withToken: InputSource = {
    ...source,
    getInput: (name) => (name === 'session-token' ? token : source.getInput(name)),
  };
  const inputs = new InputReader(withToken, SESSION_INPUT_DEFAULTS);
  const dryRun = inputs.boolean('dry-run');
  const read: SessionInputs = {
    dryRun,
    session: {
      scanJobId: inputs.uuid('scan-job-id', { optional: dryRun }) || randomUUID(),
      sessionToken: inputs.uuid('session-token', { secret: true }),
    },
    connection: readConnection(inputs, environment),
    healthInterval: inputs.integer('health-interval', 0, LONGEST_HEALTH_INTERVAL) * 1000,
    stated: readStatedFacts(inputs),
  };
  inputs.refuseSecretElsewhere(read.session.sessionToken, 'session-token');
  inputs.throwIfFaulty();
  return read;
}

/**
 * Reads the inputs again for the end of a session: the runner evaluates them anew, so that they may hold what steps in
 * between found out. The session itself is the one that was opened, whatever the inputs say by now.
 * @throws ActionFailure `InvalidInput` with every fault.
 */
export function readEndInputs(source: InputSource, environment: Environment, token: string): EndInputs {
  const inputs = new InputReader(source, SESSION_INPUT_DEFAULTS);
  const read = { connection: readConnection(inputs, environment), stated: readStatedFacts(inputs) };
  inputs.refuseSecretElsewhere(token, 'session-token');
  inputs.throwIfFaulty();
  return read;
}

function readStatedFacts(inputs: InputReader<keyof typeof SESSION_INPUT_DEFAULTS>): StatedFacts {
  const benchmarkVersion = inputs.shortText('benchmark-version', STOP_LIMITS.benchmarkVersion);
  const benchmarkProfile = inputs.shortText('benchmark-profile', STOP_LIMITS.benchmarkProfile);
  const vendor = inputs.shortText('platform-vendor', STOP_LIMITS.vendor);
  const product = inputs.shortText('platform-product', STOP_LIMITS.product);
  const version = inputs.shortText('platform-version', STOP_LIMITS.version);
  return {
    ...(benchmarkVersion === undefined ? {} : { benchmarkVersion }),
    ...(benchmarkProfile === undefined ? {} : { benchmarkProfile }),
    platform: {
      ...(vendor === undefined ? {} : { vendor }),
      ...(product === undefined ? {} : { product }),
      ...(version === undefined ? {} : { version }),
    },
  };
}

/** How the job ended; what the runner does not say counts as a failure, which claims nothing. */
export function readJobStatus(source: InputSource): JobStatus {
  const status = source.getInput('job-status').trim().toLowerCase();
  return status === 'success' || status === 'cancelled' ? status : 'failure';
}
