import type { Place } from './place.ts';

interface FailureKind {
  /** A few words, for the title of an annotation. */
  readonly title: string;
  /** What the code means, for docs/failures.md. */
  readonly meaning: string;
  /** What to do next, unless the failure states something better. */
  readonly remedy: string;
  /** Whether the same step may succeed if it is run again unchanged. */
  readonly retryable: boolean;
}

/** The only table of the ways in which a step can fail. Its keys are the values of the output `error-code`. */
export const FAILURES = {
  InvalidInput: {
    title: 'An input is not valid',
    meaning: 'An input is missing or malformed. All invalid inputs are reported at once.',
    remedy: 'Correct the inputs named above, under `with:` of this step.',
    retryable: false,
  },
  ResultsFileNotFound: {
    title: 'No results file found',
    meaning: 'A path or glob in `results-file` matches no file.',
    remedy:
      'Check that the scan step ran and wrote the file, and that `results-file` is relative to the working directory.',
    retryable: false,
  },
  ResultsFileUnreadable: {
    title: 'The results file cannot be read',
    meaning: 'The file is not UTF-8 or UTF-16 text, is too large, or is not well-formed JSON, YAML or XML.',
    remedy: 'Look at the place named above, and have the scanner write the file again.',
    retryable: false,
  },
  ResultsFormatUnknown: {
    title: 'The format of the results file is unknown',
    meaning: 'No scanner format recognises the document, or more than one does.',
    remedy: 'Set `results-format`, or have the scanner write one of the formats listed in the README.',
    retryable: false,
  },
  InvalidMessages: {
    title: 'The results are not valid',
    meaning:
      "Messages exceed one of Inspector's limits, contradict each other, or belong to another session or target.",
    remedy:
      'Correct the places named in the annotations, or set `on-invalid: skip` to send the valid messages without the invalid ones.',
    retryable: false,
  },
  NoResults: {
    title: 'There is nothing to send',
    meaning: 'The results files contain no results.',
    remedy:
      'Check that the scan ran the benchmark and profile you intended; an empty scan is not a passed scan.',
    retryable: false,
  },
  StaleResults: {
    title: 'The results are too old',
    meaning: 'A results file was written before the job began, or is older than `max-age` allows.',
    remedy:
      'Check that the scan step ran and wrote this file. If the results are meant to be older, set `max-age: 24h` (or another duration, or `any`): `scp -p`, `rsync -a`, `aws s3 cp`, `docker cp`, `tar`, `unzip`, `actions/cache` and unchanged files in a kept workspace all preserve the old time.',
    retryable: false,
  },
  NothingEvaluated: {
    title: 'No rule was evaluated',
    meaning:
      'Everything was delivered, but no rule ended in PASSED or FAILED: the content is for another system, OVAL definitions are missing, or the scanner lacked permissions.',
    remedy:
      'Check that the benchmark is for this system and that the scanner ran with sufficient permissions.',
    retryable: false,
  },
  SessionNotOpen: {
    title: 'The session of this job is not open',
    meaning:
      'The `session` step of this job was refused, or it was a dry run and this step is not. No call was made.',
    remedy: 'Fix the `session` step first; its log says why it was refused.',
    retryable: false,
  },
  CredentialsUnavailable: {
    title: 'There are no usable AWS credentials',
    meaning: 'No AWS credentials were found, or they have expired or were refused.',
    remedy:
      'Run `aws-actions/configure-aws-credentials` with `role-to-assume` before this step, in a job with `permissions: id-token: write`.',
    retryable: false,
  },
  RegionMissing: {
    title: 'No AWS Region is set',
    meaning: 'None of `aws-region`, `AWS_REGION`, `AWS_DEFAULT_REGION` and the AWS profile names a Region.',
    remedy: 'Set `aws-region` to the Region in which the scan job was created.',
    retryable: false,
  },
  ConflictException: {
    title: 'Inspector reports a conflict with the session',
    meaning:
      'Inspector refused the session: it is not open, it has another token, or another scan of the same target is in progress.',
    remedy:
      'Check that the `session` step of this job ran, and that `scan-job-id` and `session-token` are its outputs. A stopped session accepts no more results. If you re-ran the job, its first run stopped the session, and you need a new scan job. If the target is part of another scan, another CIS scan configuration covers it: wait for that scan, or remove the configuration.',
    retryable: false,
  },
  ValidationException: {
    title: 'Inspector refused the request as invalid',
    meaning: 'Inspector found a field of the request invalid.',
    remedy:
      'Correct the fields named above; for a field of a message, the log names its place in the results file.',
    retryable: false,
  },
  AccessDeniedException: {
    title: 'Access is denied',
    meaning: "The step's AWS principal is not allowed to call the operation.",
    remedy:
      "Allow this step's role the action `inspector2:SendCisSessionTelemetry`, for example with the policy `AmazonInspector2ManagedCisPolicy`, and check that the role belongs to the account of the scan job. `AmazonInspector2ManagedTelemetryPolicy` and the prefix `inspector2-telemetry` are for SBOM scanning, not for CIS.",
    retryable: false,
  },
  ThrottlingException: {
    title: 'Inspector is throttling',
    meaning: 'Inspector was still throttling requests after all attempts.',
    remedy:
      'Run the step again with the undelivered file as `results-file` while the session is open; lower `concurrency` or raise `max-attempts` if it recurs.',
    retryable: true,
  },
  InternalServerException: {
    title: 'Inspector had an internal error',
    meaning: 'Inspector was still returning internal errors after all attempts.',
    remedy: 'Run the step again with the undelivered file as `results-file` while the session is open.',
    retryable: true,
  },
  NetworkError: {
    title: 'Inspector could not be reached',
    meaning: 'All attempts failed without a response: DNS, connection, TLS, proxy or timeout.',
    remedy:
      "Check the Region and the runner's network (`HTTPS_PROXY`, `NO_PROXY`, firewall, VPC endpoint), then run the step again with the undelivered file.",
    retryable: true,
  },
  ServiceError: {
    title: 'The response did not come from Inspector',
    meaning:
      'The response is not one that the API declares: an unknown error, or a page from a proxy or portal.',
    remedy:
      'Check what is between the runner and AWS (proxy, captive portal, endpoint URL), then run the step again.',
    retryable: false,
  },
  Cancelled: {
    title: 'The step was cancelled',
    meaning: 'The workflow was cancelled (SIGINT or SIGTERM) before everything was delivered.',
    remedy: 'Run the step again with the undelivered file as `results-file` while the session is open.',
    retryable: true,
  },
  GateFailed: {
    title: 'Rules have a status that the gate does not allow',
    meaning:
      'Everything was delivered, but some rules have a status listed in `fail-on-status` or, with `fail-on-regression`, newly have one.',
    remedy:
      'Fix the rules listed in the summary, or accept those that are FAILED for a time in `exceptions-file`; see docs/policy.md.',
    retryable: false,
  },
  RunnerError: {
    title: "The runner's operating system refused",
    meaning:
      "The runner's operating system refused something that the action needs: the disk is full, a directory is not writable, or too many files are open.",
    remedy:
      "Free disk space if the disk is full, and check that the runner's user can write to `RUNNER_TEMP` and to the files named by `GITHUB_OUTPUT` and `GITHUB_STATE`. Then run the job again.",
    retryable: false,
  },
  UnexpectedError: {
    title: 'The action failed unexpectedly',
    meaning: 'A bug in this action.',
    remedy:
      'Please report it at https://github.com/your-org/inspector-cis-telemetry/issues with the log of a run with debug logging (`RUNNER_DEBUG: 1`), which contains the stack trace and no secrets.',
    retryable: false,
  },
} as const satisfies Record<string, FailureKind>;

/** A value of the output `error-code`. */
export type FailureCode = keyof typeof FAILURES;

/** All failure codes, in the order of the table. */
export const FAILURE_CODES: readonly FailureCode[] = Object.keys(FAILURES).filter(isFailureCode);

/** Whether `value` is a failure code. */
export function isFailureCode(value: string): value is FailureCode {
  return Object.hasOwn(FAILURES, value);
}

/** Something wrong at one place, for one annotation. */
export interface Fault {
  readonly sentence: string;
  readonly place?: Place;
}

/** Why the step did not do all of its job. */
export interface Failure {
  readonly code: FailureCode;
  /** What could not be done, to what: one plain sentence. */
  readonly sentence: string;
  /** Why, in the words of the service, the system or the parser. */
  readonly cause?: string;
  /** What to do next. */
  readonly remedy: string;
  readonly retryable: boolean;
  /** AWS request id of the failed call. */
  readonly requestId?: string;
  /** The number of attempts of the failed call. */
  readonly attempts?: number;
  /** The rules that a gate does not allow, by the names that are sent to Inspector. */
  readonly rules?: readonly string[];
  /** The individual faults, each for one annotation. */
  readonly faults?: readonly Fault[];
}

/** A failure as an error to throw. `cause` is the original error, for the debug log. */
export class ActionFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, thrown?: unknown) {
    super(failure.sentence, thrown === undefined ? undefined : { cause: thrown });
    this.name = failure.code;
    this.failure = failure;
  }
}

/** A failure with this code, and with the table's remedy and retryability unless `more` has others. */
export function failureFor(
  code: FailureCode,
  sentence: string,
  more: Partial<Omit<Failure, 'code' | 'sentence'>> = {},
): Failure {
  const { remedy, retryable } = FAILURES[code];
  return { code, sentence, remedy, retryable, ...more };
}

/** The same as an error to throw. `thrown` is the original error. */
export function failing(
  code: FailureCode,
  sentence: string,
  more: Partial<Omit<Failure, 'code' | 'sentence'>> = {},
  thrown?: unknown,
): ActionFailure {
  return new ActionFailure(failureFor(code, sentence, more), thrown);
}

/** The message of anything thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
