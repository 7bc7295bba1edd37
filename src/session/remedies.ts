import type { Failure, FailureCode } from '../failure.ts';

type Remedies = Readonly<Partial<Record<FailureCode, string>>>;

/** What to do when a session could not be opened. */
const OF_START: Remedies = {
  ConflictException:
    'A scan job takes one session: check that no other job or step has opened it. When this job was run again, its first run has stopped the session, and a new scan job is needed. If the target is part of another scan, another CIS scan configuration covers it: wait for that scan, or remove the configuration.',
  ValidationException: 'Correct the fields named above.',
  ThrottlingException: 'Run the job again later; raise `max-attempts` if it recurs.',
  InternalServerException: 'Run the job again; raise `max-attempts` if it recurs.',
  NetworkError:
    "Check the runner's network (`HTTPS_PROXY`, `NO_PROXY`, firewall, VPC endpoint), then run the job again.",
  Cancelled: 'Run the job again.',
};

const END_NOT_TOLD =
  'What was delivered is with Inspector; only the end was not told. Raise `max-attempts` of the session step if it recurs.';

/** What to do when a session could not be stopped. */
const OF_STOP: Remedies = {
  ConflictException:
    'The session is not open any more: an earlier try came through, somebody else stopped it, or it ended by itself; or it was never opened. Nothing is left to do here.',
  CredentialsUnavailable:
    'Run `aws-actions/configure-aws-credentials` once in the job, before the session, with `role-duration-seconds` as long as the job: ' +
    'one that runs later takes the credentials away in its own end, which comes before the end of the session.',
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
