import { failing } from '../failure.ts';
import { isRegion } from '../region.ts';
import { anyOf, count, didYouMean, quote } from '../text.ts';

/** The part of `@actions/core` that reads inputs. */
export interface InputSource {
  readonly getInput: (name: string) => string;
  readonly setSecret: (secret: string) => void;
}

/** The process's environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `scanJobId` and `sessionToken` (AWS API model: `UUID`). */
const UUID = /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/;
/** A GitHub token: visible ASCII, and long enough not to be part of a path by chance. */
const GITHUB_TOKEN = /^[\x21-\x7e]{20,}$/;

/**
 * Masks the session token before anything else is done: a mask applies only to what is printed later.
 * @returns the token as given; empty if there is none.
 */
export function maskToken(source: InputSource, name = 'session-token'): string {
  const token = source.getInput(name).trim();
  if (token !== '') mask(source, token);
  return token;
}

/** Masks a secret as given, in lower case and in upper case. */
export function mask(source: Pick<InputSource, 'setSecret'>, secret: string): void {
  for (const form of new Set([secret, secret.toLowerCase(), secret.toUpperCase()])) source.setSecret(form);
}

/**
 * An input that is a UUID, in lower case, else an empty text. For code that runs even if other inputs are not valid.
 */
export function uuidOf(source: InputSource, name: string): string {
  const text = source.getInput(name).trim().toLowerCase();
  return UUID.test(text) ? text : '';
}

/** Reads inputs one by one and collects their faults, so that all of them are reported at once. */
export class InputReader<Name extends string> {
  readonly #source: InputSource;
  readonly #defaults: Readonly<Record<Name, string>>;
  readonly #faults: string[] = [];

  constructor(source: InputSource, defaults: Readonly<Record<Name, string>>) {
    this.#source = source;
    this.#defaults = defaults;
  }

  /** The input's text without surrounding white space; its default if it is empty. */
  text(name: Name): string {
    const text = this.#source.getInput(name).trim();
    return text === '' ? this.#defaults[name] : text;
  }

  /** The input's text; `undefined` if it is empty. */
  optionalText(name: Name): string | undefined {
    const text = this.text(name);
    return text === '' ? undefined : text;
  }

  /** A UUID, in lower case. A secret one is never quoted; an optional one may be empty. */
  uuid(name: Name, { secret = false, optional = false } = {}): string {
    const text = this.text(name).toLowerCase();
    if (text === '') {
      if (!optional) this.fault(`\`${name}\` is required unless \`dry-run\` is set.`);
    } else if (!UUID.test(text)) {
      const seen = secret ? `its value (${text.length} characters) is not` : `${quote(text)} is not`;
      this.fault(`\`${name}\` must be a UUID such as 01234567-89ab-cdef-0123-456789abcdef; ${seen}.`);
    }
    return text;
  }

  /** A GitHub token, which is never quoted; empty if there is none. */
  gitHubToken(name: Name): string {
    const text = this.text(name);
    if (text !== '' && !GITHUB_TOKEN.test(text))
      this.fault(`\`${name}\` must be a GitHub token; its value (${text.length} characters) is not.`);
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

  /** A boolean in any spelling of YAML 1.2's core schema. */
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

  /** Words separated by commas, white space or line breaks. */
  setOf<Word extends string>(
    name: Name,
    words: readonly Word[],
    isWord: (text: string) => text is Word,
  ): ReadonlySet<Word> {
    const given = splitList(this.text(name));
    const known = given.filter(isWord);
    for (const text of given) {
      if (isWord(text)) continue;
      this.fault(
        `\`${name}\` has ${quote(text)}, which is not one of ${anyOf(words)}.${didYouMean(text, words)}`,
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

  /** A text of at most `most` characters (Unicode code points); `undefined` if it is empty. */
  shortText(name: Name, most: number): string | undefined {
    const text = this.text(name);
    const length = Array.from(text).length;
    if (length > most) this.fault(`\`${name}\` may have at most ${most} characters; it has ${length}.`);
    return text === '' ? undefined : text;
  }

  /** The Region of the input or the environment. The AWS SDK for JavaScript reads only `AWS_REGION`. */
  region(this: InputReader<Name | 'aws-region'>, environment: Environment): string | undefined {
    const named = [
      ['`aws-region`', this.text('aws-region')],
      ['The environment variable AWS_REGION', environment['AWS_REGION']?.trim() ?? ''],
      ['The environment variable AWS_DEFAULT_REGION', environment['AWS_DEFAULT_REGION']?.trim() ?? ''],
    ] as const;
    const [where, region] = named.find(([, value]) => value !== '') ?? ['', ''];
    if (region === '') return undefined;
    if (!isRegion(region)) {
      this.fault(`${where} must be an AWS Region such as us-east-1; ${quote(region)} is not.`);
    }
    return region;
  }

  /** Refuses a secret inside another input, such as a path, which would have to be printed. */
  refuseSecretElsewhere(secret: string, secretName: Name): void {
    if (!(secretName === 'github-token' ? GITHUB_TOKEN : UUID).test(secret)) return;
    for (const name of Object.keys(this.#defaults)) {
      if (name !== secretName && this.#source.getInput(name).toLowerCase().includes(secret.toLowerCase())) {
        this.fault(`\`${name}\` contains the value of \`${secretName}\`, which is a secret.`);
      }
    }
  }

  /** Adds a fault. */
  fault(sentence: string): void {
    this.#faults.push(sentence);
  }

  /** @throws ActionFailure `InvalidInput` with every fault so far. */
  throwIfFaulty(): void {
    const faults = this.#faults.map((sentence) => ({ sentence }));
    const [first] = faults;
    if (first === undefined) return;
    if (faults.length === 1) throw failing('InvalidInput', first.sentence);
    throw failing('InvalidInput', `${count(faults.length, 'input')} are not valid.`, { faults });
  }
}

/** The words of a list separated by commas, white space or line breaks. */
export function splitList(list: string): readonly string[] {
  return list.split(/[\s,]+/).filter((word) => word !== '');
}
