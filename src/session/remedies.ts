import type { Failure, FailureCode } from '../failure.ts';

type Remedies = Readonly<Partial<Record<FailureCode, string>>>;

/** What to do when a session could not be opened. */
const OF_START: Remedies = {
  ConflictException:
    'A scan job has one session: check that no other job or step has opened it. If you re-ran this job, its first run stopped the session, and you need a new scan job. If the target is part of another scan, another CIS scan configuration covers it: wait for that scan, or remove the configuration.',
  ValidationException: 'Correct the fields named above.',
  ThrottlingException: 'Run the job again later; raise `max-attempts` if it recurs.',
  InternalServerException: 'Run the job again; raise `max-attempts` if it recurs.',
  NetworkError:
    "Check the runner's network (`HTTPS_PROXY`, `NO_PROXY`, firewall, VPC endpoint), then run the job again.",
  Cancelled: 'Run the job again.',
};

const END_NOT_TOLD =
  'Inspector has what was delivered; only the end of the session was not reported. Raise `max-attempts` of the session step if it recurs.';

/** What to do when a session could not be stopped. */
const OF_STOP: Remedies = {
  ConflictException:
    'The session is no longer open, or never was: an earlier attempt got through, something else stopped it, or it ended by itself. There is nothing left to do.',
  CredentialsUnavailable:
    'Run `aws-actions/configure-aws-credentials` once in the job, before the session, with `role-duration-seconds` as long as the job: ' +
    'a later one removes the credentials in its own post step, which runs before the session is stopped.',
  ThrottlingException: END_NOT_TOLD,
  InternalServerException: END_NOT_TOLD,
  NetworkError: `Check the runner's network (\`HTTPS_PROXY\`, \`NO_PROXY\`, firewall, VPC endpoint). ${END_NOT_TOLD}`,
  ServiceError: `Check what is between the runner and AWS (proxy, captive portal, endpoint URL). ${END_NOT_TOLD}`,
  Cancelled: END_NOT_TOLD,
};

/** The failure of a session's start, with what to do about it. */
export function atStart(failure: Failure): Failure {
  return withRemedy(failure, OF_START);
}

/** The failure of a session's stop, with what to do about it. */
export function atStop(failure: Failure): Failure {
  return withRemedy(failure, OF_STOP);
}

function withRemedy(failure: Failure, remedies: Remedies): Failure {
  const remedy = remedies[failure.code];
  return remedy === undefined ? failure : { ...failure, remedy };
}
