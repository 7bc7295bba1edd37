import type { Environment, InputReader } from './reader.ts';

/** The CIS session that results are sent to: a scan job and the token that opened it. Both lower-case UUIDs. */
export interface Session {
  readonly scanJobId: string;
  readonly sessionToken: string;
}

/** How Inspector is reached: what the AWS environment does not say. */
export interface Connection {
  /** `aws-region`, `AWS_REGION` or `AWS_DEFAULT_REGION`; absent: the SDK searches on. */
  readonly region?: string;
  /** Tries of one call, 1 to 10. */
  readonly maxAttempts: number;
  /** Milliseconds for one try. */
  readonly requestTimeout: number;
}

/** `request-timeout`, in seconds: nobody waits a quarter of an hour for one answer. */
const LONGEST_REQUEST_TIMEOUT = 900;

/** Reads `aws-region`, `max-attempts` and `request-timeout`, which every action of this repository has. */
export function readConnection(
  inputs: InputReader<'aws-region' | 'max-attempts' | 'request-timeout'>,
  environment: Environment,
): Connection {
  const region = inputs.region(environment);
  return {
    maxAttempts: inputs.integer('max-attempts', 1, 10),
    requestTimeout: inputs.integer('request-timeout', 1, LONGEST_REQUEST_TIMEOUT) * 1000,
    ...(region === undefined ? {} : { region }),
  };
}
