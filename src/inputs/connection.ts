import { withoutUndefined } from '../json.ts';
import type { Environment, InputReader } from './reader.ts';

/** The CIS session that results are sent to: a scan job and the token that opened it. Both are lower-case UUIDs. */
export interface Session {
  readonly scanJobId: string;
  readonly sessionToken: string;
}

/** How Inspector is reached. */
export interface Connection {
  /** From `aws-region`, `AWS_REGION` or `AWS_DEFAULT_REGION`; if absent, the SDK looks in the AWS profile. */
  readonly region?: string;
  /** Attempts per call, 1 to 10. */
  readonly maxAttempts: number;
  /** Milliseconds per attempt. */
  readonly requestTimeout: number;
}

/** Seconds of `request-timeout`. */
const LONGEST_REQUEST_TIMEOUT = 900;

/** Reads `aws-region`, `max-attempts` and `request-timeout`, which both actions have. */
export function readConnection(
  inputs: InputReader<'aws-region' | 'max-attempts' | 'request-timeout'>,
  environment: Environment,
): Connection {
  return {
    maxAttempts: inputs.integer('max-attempts', 1, 10),
    requestTimeout: inputs.integer('request-timeout', 1, LONGEST_REQUEST_TIMEOUT) * 1000,
    ...withoutUndefined({ region: inputs.region(environment) }),
  };
}
