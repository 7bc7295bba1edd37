import { FAILURE_CODES, isFailureCode, type FailureCode } from '../failure.ts';
import { withoutUndefined } from '../json.ts';
import { STATUSES_WORST_FIRST, isStatus, type Status } from '../status.ts';
import { quote } from '../text.ts';
import { readConnection, type Connection, type Session } from './connection.ts';
import { InputReader, splitList, type Environment, type InputSource } from './reader.ts';

/** The most messages in one call (AWS API model of Inspector2, `SendCisSessionTelemetry`). */
const LARGEST_CHUNK = 150;

/**
 * The inputs of `action.yml` with their defaults; empty where there is none. A test compares them with `action.yml` and
 * the README.
 */
export const INPUT_DEFAULTS = {
  'scan-job-id': '',
  'session-token': '',
  'results-file': '',
  'results-format': 'auto',
  'rule-id': 'cis',
  'max-age': 'job',
  'expected-target': '',
  'exceptions-file': '',
  'baseline-file': '',
  'details-encoding': 'text',
  'aws-region': '',
  'chunk-size': String(LARGEST_CHUNK),
  concurrency: '4',
  'max-attempts': '5',
  'request-timeout': '30',
  'on-invalid': 'fail',
  'tolerate-errors': '',
  'fail-on-status': '',
  'fail-on-regression': 'false',
  'dry-run': 'false',
  'github-token': '',
  'check-name': '',
  'undelivered-file': '',
  'report-file': '',
  'sarif-file': '',
  summary: 'true',
} as const;

/** Characters of `expected-target`. A host name has at most 253; few identifiers are longer. */
const LONGEST_TARGET = 500;

/** Characters of `check-name`. */
const LONGEST_CHECK_NAME = 200;

/** The name of an input of `action.yml`. */
export type InputName = keyof typeof INPUT_DEFAULTS;

/** How old results may be: from this job, up to a duration, or of any age. `text` is what the user wrote. */
export type MaxAge =
  | { readonly kind: 'job' | 'any' }
  | { readonly kind: 'duration'; readonly milliseconds: number; readonly text: string };

/** The inputs of the telemetry step, validated. */
export interface Inputs {
  /** In a dry run, either member may be empty. */
  readonly session: Session;
  /** Paths and globs, as given. */
  readonly resultsFiles: readonly string[];
  /** A scanner's name, or `auto`. */
  readonly resultsFormat: string;
  /** How rules are named for Inspector: by their numbers in the CIS benchmark, or by the scanner's own ids. */
  readonly ruleId: 'cis' | 'scanner';
  readonly maxAge: MaxAge;
  /** A name or identifier that must be among the targets that the results state. */
  readonly expectedTarget?: string;
  /** The file of accepted failures. It affects the gate, never what is sent. */
  readonly exceptionsFile?: string;
  /** The report of an earlier run to compare with. */
  readonly baselineFile?: string;
  readonly detailsEncoding: 'text' | 'base64';
  readonly connection: Connection;
  /** Messages per call, 1 to 150. */
  readonly chunkSize: number;
  /** Calls under way at the same time, 1 to 16. */
  readonly concurrency: number;
  readonly onInvalid: 'fail' | 'skip';
  readonly tolerateErrors: ReadonlySet<FailureCode>;
  readonly failOnStatus: ReadonlySet<Status>;
  /** Whether the gate counts only what is new since the baseline. */
  readonly failOnRegression: boolean;
  readonly dryRun: boolean;
  readonly undeliveredFile?: string;
  readonly summary: boolean;
}

/**
 * Reads all inputs of the telemetry step. The token is already masked.
 * @throws ActionFailure `InvalidInput`, naming every input that is missing or malformed.
 */
export function readInputs(
  source: InputSource,
  environment: Environment,
  formats: readonly string[],
): Inputs {
  const inputs = new InputReader(source, INPUT_DEFAULTS);

  // If it is malformed, the fault is reported in its place below.
  const isDryRun = inputs.text('dry-run').toLowerCase() === 'true';
  const session = {
    scanJobId: inputs.uuid('scan-job-id', { optional: isDryRun }),
    sessionToken: inputs.uuid('session-token', { secret: true, optional: isDryRun }),
  };
  const baselineFile = inputs.optionalText('baseline-file');
  const read: Inputs = {
    session,
    resultsFiles: inputs.lines('results-file'),
    resultsFormat: inputs.oneOf('results-format', ['auto', ...formats]),
    ruleId: inputs.oneOf('rule-id', ['cis', 'scanner']),
    maxAge: readMaxAge(inputs),
    detailsEncoding: inputs.oneOf('details-encoding', ['text', 'base64']),
    connection: readConnection(inputs, environment),
    chunkSize: inputs.integer('chunk-size', 1, LARGEST_CHUNK),
    concurrency: inputs.integer('concurrency', 1, 16),
    onInvalid: inputs.oneOf('on-invalid', ['fail', 'skip']),
    tolerateErrors: inputs.setOf('tolerate-errors', FAILURE_CODES, isFailureCode),
    failOnStatus: inputs.setOf('fail-on-status', STATUSES_WORST_FIRST, isStatus),
    failOnRegression: inputs.boolean('fail-on-regression'),
    dryRun: inputs.boolean('dry-run'),
    summary: inputs.boolean('summary'),
    ...withoutUndefined({
      undeliveredFile: inputs.optionalText('undelivered-file'),
      baselineFile,
      exceptionsFile: inputs.optionalText('exceptions-file'),
      expectedTarget: inputs.shortText('expected-target', LONGEST_TARGET),
    }),
  };
  const gitHubToken = inputs.gitHubToken('github-token');
  inputs.shortText('check-name', LONGEST_CHECK_NAME);
  if (read.failOnRegression && baselineFile === undefined)
    inputs.fault('`fail-on-regression` needs `baseline-file`, which says what failed before.');
  inputs.refuseSecretElsewhere(session.sessionToken, 'session-token');
  inputs.refuseSecretElsewhere(gitHubToken, 'github-token');

  inputs.throwIfFaulty();
  return read;
}

const MILLISECONDS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function readMaxAge(inputs: InputReader<InputName>): MaxAge {
  const text = inputs.text('max-age');
  if (text === 'job' || text === 'any') return { kind: text };
  const [, number = '', unit = ''] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  if ((unit === 'm' || unit === 'h' || unit === 'd') && Number(number) > 0) {
    return { kind: 'duration', milliseconds: Number(number) * MILLISECONDS[unit], text };
  }
  inputs.fault(`\`max-age\` must be job, any, or a duration such as 90m, 24h or 7d; ${quote(text)} is not.`);
  return { kind: 'job' };
}

/**
 * The codes in `tolerate-errors`. They are needed even if other inputs are not valid, since `InvalidInput` may be
 * tolerated, too.
 */
export function toleratedCodes(source: InputSource): ReadonlySet<FailureCode> {
  return new Set(splitList(source.getInput('tolerate-errors')).filter(isFailureCode));
}

/**
 * The paths of `report-file`, `sarif-file` and `baseline-file`, before the inputs are validated: a report of an earlier
 * step must not survive a step with invalid inputs. A path that contains a token is ignored.
 */
export function reportPathsIn(source: InputSource): {
  readonly reportFile: string | undefined;
  readonly sarifFile: string | undefined;
  readonly baselineFile: string | undefined;
} {
  const tokens = ['session-token', 'github-token']
    .map((name) => source.getInput(name).trim().toLowerCase())
    .filter((token) => token !== '');
  const path = (name: InputName): string | undefined => {
    const text = source.getInput(name).trim();
    return text === '' || tokens.some((token) => text.toLowerCase().includes(token)) ? undefined : text;
  };
  return {
    reportFile: path('report-file'),
    sarifFile: path('sarif-file'),
    baselineFile: path('baseline-file'),
  };
}
