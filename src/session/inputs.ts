import { randomUUID } from 'node:crypto';
import { readConnection, type Connection, type Session } from '../inputs/connection.ts';
import { InputReader, mask, maskToken, type Environment, type InputSource } from '../inputs/reader.ts';
import { withoutUndefined } from '../json.ts';
import { STOP_LIMITS, type JobStatus, type StatedFacts } from './stop-message.ts';

/** The inputs of `session/action.yml` with their defaults; empty where there is none. */
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

/** Seconds of `health-interval`. Less than one heartbeat per hour would not keep a session alive. */
const LONGEST_HEALTH_INTERVAL = 3600;

/** The inputs for stopping a session, validated. */
export interface EndInputs {
  readonly connection: Connection;
  readonly stated: StatedFacts;
}

/** The inputs for opening a session, validated. */
export interface SessionInputs extends EndInputs {
  readonly session: Session;
  /** Whether this is a rehearsal: no call is made. */
  readonly dryRun: boolean;
  /** Milliseconds between two heartbeats; 0 for none. */
  readonly healthInterval: number;
}

/** The token of the session: as given, or a new random one. It is masked before anything else happens. */
export function sessionToken(source: InputSource): string {
  const given = maskToken(source);
  if (given !== '') return given;
  const token = randomUUID();
  mask(source, token);
  return token;
}

/**
 * Reads the inputs for opening a session with this token.
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
 * Reads the inputs for stopping a session. The runner evaluates them again in the post step, so they may use outputs of
 * steps that ran in between. The session itself stays the one that was opened, even if its inputs have changed.
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
  return {
    ...withoutUndefined({
      benchmarkVersion: inputs.shortText('benchmark-version', STOP_LIMITS.benchmarkVersion),
      benchmarkProfile: inputs.shortText('benchmark-profile', STOP_LIMITS.benchmarkProfile),
    }),
    platform: withoutUndefined({
      vendor: inputs.shortText('platform-vendor', STOP_LIMITS.vendor),
      product: inputs.shortText('platform-product', STOP_LIMITS.product),
      version: inputs.shortText('platform-version', STOP_LIMITS.version),
    }),
  };
}

/** How the job ended. An unknown status counts as a failure. */
export function readJobStatus(source: InputSource): JobStatus {
  const status = source.getInput('job-status').trim().toLowerCase();
  return status === 'success' || status === 'cancelled' ? status : 'failure';
}
