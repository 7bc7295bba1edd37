import { defaultProvider } from '@aws-sdk/credential-provider-node';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider, Logger } from '@smithy/types';
import { failing } from '../failure.ts';
import type { Environment } from '../inputs/reader.ts';
import { allOf, quote } from '../text.ts';
import { currentCall, type Pace } from './retry.ts';
import { asError, abortError } from './unreachable.ts';

/** Milliseconds for the whole search: environment, profile, web identity, container, instance role. */
const LONGEST_SEARCH = 60_000;

/** How the SDK's provider chain begins the log line of a provider without credentials. */
const NOTE_PREFIX = '@smithy/property-provider -> ';
/** The log lines of providers that are not configured. */
const NOT_CONFIGURED =
  /^(Unable to find environment|AWS_PROFILE is set|Skipping |Web identity configuration not|EC2 Instance Metadata Service access disabled)|did not contain credential_process/;
const NO_DEFAULT_PROFILE = /profile: \[default\]|Profile default could not be found/;

export interface SearchOptions {
  readonly environment: Environment;
  readonly pace: Pick<Pace, 'wait'>;
  readonly debug: ((line: string) => void) | undefined;
  /** Receives the secrets of the credentials that are found, before they are used. */
  readonly keepSecret: (secret: string) => void;
}

/** Shorter ones are those of test endpoints, such as `test`: they would be found everywhere. */
const SHORTEST_SECRET = 16;

/**
 * The SDK's own search for credentials, with a time limit, abandoned when the call that needs them is stopped, and with
 * an error that says where it looked and what went wrong there.
 */
export function explainedCredentials({
  environment,
  pace,
  debug,
  keepSecret,
}: SearchOptions): AwsCredentialIdentityProvider {
  const notes = new Set<string>();
  const search: AwsCredentialIdentityProvider = defaultProvider({ logger: chainLogger(notes, debug) });
  return async (properties) => {
    const stop = currentCall.getStore()?.stop;
    if (stop?.aborted === true) throw abortError();
    const over = new AbortController();
    const ended = new Promise<never>((_, reject) => {
      const stopped = (): void => {
        reject(abortError());
      };
      const tooLong = (): void => {
        reject(new Error(`No credentials were found within ${LONGEST_SEARCH / 1000} s`));
      };
      stop?.addEventListener('abort', stopped, { signal: over.signal });
      pace.wait(LONGEST_SEARCH, over.signal).then(tooLong, () => undefined);
    });
    notes.clear();
    try {
      const found = requireSendable(await Promise.race([search(properties), ended]));
      // A response may quote them: some proxies show a request's headers in their error pages.
      for (const secret of [found.secretAccessKey, found.sessionToken ?? ''])
        if (secret.length >= SHORTEST_SECRET) keepSecret(secret);
      return found;
    } catch (thrown) {
      const error = asError(thrown);
      if (error.name === 'AbortError') throw error;
      const sentence = 'No AWS credentials were found, or they could not be used.';
      throw failing(
        'CredentialsUnavailable',
        sentence,
        { cause: describeSearch(error, notes, environment) },
        error,
      );
    } finally {
      over.abort();
    }
  };
}

/**
 * Credentials are sent in HTTP headers, so a line break in one, such as a secret's trailing newline, would break the
 * request.
 */
function requireSendable(found: AwsCredentialIdentity): AwsCredentialIdentity {
  const parts = [
    ['access key id', found.accessKeyId],
    ['secret access key', found.secretAccessKey],
    ['session token', found.sessionToken ?? ''],
  ] as const;
  const wrong = parts.filter(([, value]) => !/^[!-~]*$/.test(value)).map(([name]) => name);
  if (wrong.length === 0) return found;
  throw new Error(
    `The ${allOf(wrong)} that ${wrong.length === 1 ? 'was' : 'were'} found ${wrong.length === 1 ? 'has' : 'have'} a line break or another character that credentials never have.`,
  );
}

/**
 * Collects what the providers of the SDK's chain log, because the chain's own error omits it. Requests and responses,
 * which the SDK's clients log with the credentials in them, are ignored.
 */
function chainLogger(notes: Set<string>, debug: ((line: string) => void) | undefined): Logger {
  return {
    debug: (text: unknown) => {
      if (typeof text === 'string' && text.startsWith(NOTE_PREFIX))
        notes.add(withoutCommand(text.slice(NOTE_PREFIX.length)));
    },
    // Without this, the SDK prints its advice about the environment to the console.
    warn: (text: unknown) => {
      if (typeof text === 'string') debug?.(text);
    },
    info: () => undefined,
    error: () => undefined,
  };
}

/** The command line and its output may contain secrets. */
function withoutCommand(note: string): string {
  return note.startsWith('Command failed') ? 'The `credential_process` of the AWS profile failed' : note;
}

function describeSearch(error: Error, notes: ReadonlySet<string>, environment: Environment): string {
  const last = withoutCommand(error.message);
  const reported = [...notes].filter(
    (note) =>
      !NOT_CONFIGURED.test(note) &&
      (isSet(environment['AWS_PROFILE']) || !NO_DEFAULT_PROFILE.test(note)) &&
      note !== last,
  );
  const sources = sourcesNamedBy(environment);
  return [last, ...reported, ...(sources.length === 0 ? [] : [`The environment names ${allOf(sources)}`])]
    .map((sentence) => `${sentence.trim().replace(/\.$/, '')}.`)
    .join(' ');
}

/** The variables that name sources of credentials. Addresses are not shown: they may contain secrets. */
function sourcesNamedBy(environment: Environment): readonly string[] {
  const shown = ['AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_ROLE_ARN'].flatMap((name) => {
    const value = environment[name];
    return isSet(value) ? [`${name} (${quote(value)})`] : [];
  });
  const hidden = ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'];
  return [...shown, ...hidden.filter((name) => isSet(environment[name]))];
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
