import { FAILURE_CODES, failing, isFailureCode, type FailureCode } from '../failure.ts';
import { STATUSES_WORST_FIRST, isStatus, type Status } from '../status.ts';
import { anyOf, count, didYouMean, quote } from '../text.ts';

/**
 * The inputs of `action.yml` with their defaults, where they have one. A test holds the two and the README together.
 */
export const INPUT_DEFAULTS = {
  'scan-job-id': '',
  'session-token': '',
  'results-file': '',
  'results-format': 'auto',
  'details-encoding': 'text',
  'aws-region': '',
  'chunk-size': '150',
  concurrency: '4',
  'max-attempts': '5',
  'request-timeout': '30',
  'on-invalid': 'fail',
  'tolerate-errors': '',
  'fail-on-status': '',
  'dry-run': 'false',
  'undelivered-file': '',
  summary: 'true',
} as const;

/** The name of an input of `action.yml`. */
export type InputName = keyof typeof INPUT_DEFAULTS;

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

/** Everything that the user asked for, checked. */
export interface Inputs {
  readonly session: Session;
  /** Paths and globs, as given. */
  readonly resultsFiles: readonly string[];
  /** A scanner's name, or `auto`. */
  readonly resultsFormat: string;
  readonly detailsEncoding: 'text' | 'base64';
  readonly connection: Connection;
  /** Messages in one call, 1 to 150. */
  readonly chunkSize: number;
  /** Calls under way at once, 1 to 16. */
  readonly concurrency: number;
  readonly onInvalid: 'fail' | 'skip';
  readonly tolerateErrors: ReadonlySet<FailureCode>;
  readonly failOnStatus: ReadonlySet<Status>;
  readonly dryRun: boolean;
  readonly undeliveredFile?: string;
  readonly summary: boolean;
}

/** The part of `@actions/core` that inputs are read with. */
export interface InputSource {
  readonly getInput: (name: string) => string;
  readonly setSecret: (secret: string) => void;
}

/** The process's environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `scanJobId` and `sessionToken` (AWS API model: `UUID`). */
const UUID = /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/;
/** A Region becomes a part of a host name. */
const HOST_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** `request-timeout`, in seconds: nobody waits a quarter of an hour for one answer. */
const LONGEST_REQUEST_TIMEOUT = 900;

/**
 * Masks the session token, as given and lowered. Before anything else: whatever is printed later passes the mask.
 * @returns the token as it was given; empty when there is none.
 */
export function maskToken(source: InputSource, name = 'session-token'): string {
  const token = source.getInput(name).trim();
  if (token !== '') mask(source, token);
  return token;
}

/** Masks a secret as it stands, in lower and in upper case. */
export function mask(source: Pick<InputSource, 'setSecret'>, secret: string): void {
  for (const form of new Set([secret, secret.toLowerCase(), secret.toUpperCase()])) source.setSecret(form);
}

/**
 * Reads all inputs of the telemetry step, whose token is masked already.
 * @throws ActionFailure `InvalidInput`, naming every input that is missing or malformed.
 */
export function readInputs(
  source: InputSource,
  environment: Environment,
  formats: readonly string[],
): Inputs {
  const inputs = new InputReader(source, INPUT_DEFAULTS);

  const session = {
    scanJobId: inputs.uuid('scan-job-id'),
    sessionToken: inputs.uuid('session-token', { secret: true }),
  };
  const undeliveredFile = inputs.text('undelivered-file');
  const read: Inputs = {
    session,
    resultsFiles: inputs.lines('results-file'),
    resultsFormat: inputs.oneOf('results-format', ['auto', ...formats]),
    detailsEncoding: inputs.oneOf('details-encoding', ['text', 'base64']),
    connection: readConnection(inputs, environment),
    chunkSize: inputs.integer('chunk-size', 1, 150),
    concurrency: inputs.integer('concurrency', 1, 16),
    onInvalid: inputs.oneOf('on-invalid', ['fail', 'skip']),
    tolerateErrors: inputs.setOf('tolerate-errors', FAILURE_CODES, isFailureCode),
    failOnStatus: inputs.setOf('fail-on-status', STATUSES_WORST_FIRST, isStatus),
    dryRun: inputs.boolean('dry-run'),
    summary: inputs.boolean('summary'),
    ...(undeliveredFile === '' ? {} : { undeliveredFile }),
  };
  inputs.refuseSecretElsewhere(session.sessionToken, 'session-token');

  inputs.throwIfFaulty();
  return read;
}

/** The codes that `tolerate-errors` names: also when other inputs are not valid, which may be tolerated too. */
export function toleratedCodes(source: InputSource): ReadonlySet<FailureCode> {
  return new Set(wordsOf(source.getInput('tolerate-errors')).filter(isFailureCode));
}

function wordsOf(list: string): readonly string[] {
  return list.split(/[\s,]+/).filter((word) => word !== '');
}

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

/** Reads inputs one by one and remembers every fault, so that all of them are told at once. */
export class InputReader<Name extends string> {
  readonly #source: InputSource;
  readonly #defaults: Readonly<Record<Name, string>>;
  readonly #faults: string[] = [];

  constructor(source: InputSource, defaults: Readonly<Record<Name, string>>) {
    this.#source = source;
    this.#defaults = defaults;
  }

  /** The input's text without surrounding white space; its default when it is empty. */
  text(name: Name): string {
    const text = this.#source.getInput(name).trim();
    return text === '' ? this.#defaults[name] : text;
  }

  /** A UUID, lowered. A secret one is never quoted. An optional one may be empty. */
  uuid(name: Name, { secret = false, optional = false } = {}): string {
    const text = this.text(name).toLowerCase();
    if (text === '') {
      if (!optional) this.fault(`\`${name}\` is required.`);
    } else if (!UUID.test(text)) {
      const seen = secret ? `its value (${text.length} characters) is not` : `${quote(text)} is not`;
      this.fault(`\`${name}\` must be a UUID such as 01234567-89ab-cdef-0123-456789abcdef; ${seen}.`);
    }
    return text;
  }

  /** A whole number in plain decimal digits. */
  integer(name: Name, least: number, most: number): number {
    const text = this.text(name);
    const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(number >= least && number <= most)) {
      this.fault(`\`${name}\` must be a whole number from ${least} to ${most}; ${quote(text)} is not.`);
    }
    return number;
  }

  /** YAML 1.2's booleans, in any of the spellings that the core schema has. */
  boolean(name: Name): boolean {
    const text = this.text(name);
    if (!/^(true|True|TRUE|false|False|FALSE)$/.test(text)) {
      this.fault(`\`${name}\` must be true or false; ${quote(text)} is neither.`);
    }
    return text.toLowerCase() === 'true';
  }

  /** One word of a list. */
  oneOf<Word extends string>(name: Name, words: readonly [Word, ...Word[]]): Word {
    const text = this.text(name);
    const word = words.find((candidate) => candidate === text);
    if (word !== undefined) return word;
    this.fault(`\`${name}\` must be ${anyOf(words)}; ${quote(text)} is not.${didYouMean(text, words)}`);
    return words[0];
  }

  /** Words parted by commas, white space or lines. */
  setOf<Word extends string>(
    name: Name,
    words: readonly Word[],
    isWord: (text: string) => text is Word,
  ): ReadonlySet<Word> {
    const given = wordsOf(this.text(name));
    const known = given.filter(isWord);
    for (const text of given) {
      if (isWord(text)) continue;
      this.fault(
        `\`${name}\` has ${quote(text)}, which is none of ${anyOf(words)}.${didYouMean(text, words)}`,
      );
    }
    return new Set(known);
  }

  /** At least one line that is not blank. */
  lines(name: Name): readonly string[] {
    const lines = this.text(name)
      .split(/\r\n|\r|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length === 0) this.fault(`\`${name}\` is required.`);
    return lines;
  }

  /** A text of at most `most` characters (Unicode code points); `undefined` when it is empty. */
  shortText(name: Name, most: number): string | undefined {
    const text = this.text(name);
    const length = Array.from(text).length;
    if (length > most) this.fault(`\`${name}\` may have at most ${most} characters; it has ${length}.`);
    return text === '' ? undefined : text;
  }

  /** The Region that the input or the environment names. The AWS SDK for JavaScript knows only `AWS_REGION`. */
  region(this: InputReader<Name | 'aws-region'>, environment: Environment): string | undefined {
    const named = [
      ['`aws-region`', this.text('aws-region')],
      ['The environment variable AWS_REGION', environment['AWS_REGION']?.trim() ?? ''],
      ['The environment variable AWS_DEFAULT_REGION', environment['AWS_DEFAULT_REGION']?.trim() ?? ''],
    ] as const;
    const [where, region] = named.find(([, value]) => value !== '') ?? ['', ''];
    if (region === '') return undefined;
    if (!HOST_LABEL.test(region)) {
      this.fault(`${where} must be an AWS Region such as us-east-1; ${quote(region)} is not.`);
    }
    return region;
  }

  /** A token inside a path or an id would have to be printed; it is refused instead. */
  refuseSecretElsewhere(secret: string, secretName: Name): void {
    if (!UUID.test(secret)) return;
    for (const name of Object.keys(this.#defaults)) {
      if (name !== secretName && this.#source.getInput(name).toLowerCase().includes(secret)) {
        this.fault(`\`${name}\` holds the value of \`${secretName}\`, which is a secret.`);
      }
    }
  }

  /** Remembers a fault of the inputs. */
  fault(sentence: string): void {
    this.#faults.push(sentence);
  }

  /** @throws ActionFailure `InvalidInput` with every fault so far. */
  throwIfFaulty(): void {
    const faults = this.#faults.map((sentence) => ({ sentence }));
    const [first] = faults;
    if (first === undefined) return;
    const sentence = faults.length === 1 ? first.sentence : `${count(faults.length, 'input')} are not valid.`;
    throw failing(
      'InvalidInput',
      sentence,
      faults.length === 1 ? {} : { faults, cause: this.#faults.join(' ') },
    );
  }
}
