import type { Failure, FailureCode } from '../failure.ts';

type Remedies = Readonly<Partial<Record<FailureCode, string>>>;

/** What to do when a session could not be opened. */
const START_REMEDIES: Remedies = {
  ConflictException:
    'A scan job has one session: check that no other job or step has opened it. If you re-ran this job, its first run stopped the session, and you need a new scan job. If the target is part of another scan, another CIS scan configuration covers it: wait for that scan, or remove the configuration.',
  ValidationException: 'Correct the fields named above.',
  ThrottlingException: 'Run the job again later; raise `max-attempts` if it recurs.',
  InternalServerException: 'Run the job again; raise `max-attempts` if it recurs.',
  NetworkError:
    "Check the runner's network (`HTTPS_PROXY`, `NO_PROXY`, firewall, VPC endpoint), then run the job again.",
  Cancelled: 'Run the job again.',
};

const ONLY_STOP_FAILED =
  'Inspector has everything that was delivered; only the stop of the session failed. Raise `max-attempts` of the session step if it recurs.';

/** What to do when a session could not be stopped. */
const STOP_REMEDIES: Remedies = {
  ConflictException:
    'The session is no longer open, or never was: an earlier attempt got through, something else stopped it, or it ended by itself. There is nothing left to do.',
  CredentialsUnavailable:
    'Run `aws-actions/configure-aws-credentials` once in the job, before the session, with `role-duration-seconds` as long as the job: ' +
    'a later one removes the credentials in its own post step, which runs before the session is stopped.',
  ThrottlingException: ONLY_STOP_FAILED,
  InternalServerException: ONLY_STOP_FAILED,
  NetworkError: `Check the runner's network (\`HTTPS_PROXY\`, \`NO_PROXY\`, firewall, VPC endpoint). ${ONLY_STOP_FAILED}`,
  ServiceError: `Check what is between the runner and AWS (proxy, captive portal, endpoint URL). ${ONLY_STOP_FAILED}`,
  Cancelled: ONLY_STOP_FAILED,
};

/** A failure to open a session, with the remedy that fits it. */
export function withStartRemedy(failure: Failure): Failure {
  return withRemedy(failure, START_REMEDIES);
}

/** A failure to stop a session, with the remedy that fits it. */
export function withStopRemedy(failure: Failure): Failure {
  return withRemedy(failure, STOP_REMEDIES);
}

function withRemedy(failure: Failure, remedies: Remedies): Failure {
  const remedy = remedies[failure.code];
  return remedy === undefined ? failure : { ...failure, remedy };
}
