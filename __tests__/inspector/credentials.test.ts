import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '../../src/failure.ts';
import { explainedCredentials } from '../../src/inspector/credentials.ts';
import { failureOf } from '../../src/inspector/failure.ts';
import { currentCall, type Pace } from '../../src/inspector/retry.ts';

const directory = mkdtempSync(join(tmpdir(), 'credentials-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

// The SDK always looks in the environment of the process.
const before = { ...process.env };
beforeEach(() => {
  for (const name of Object.keys(process.env))
    if (name.startsWith('AWS_')) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, {
    AWS_SHARED_CREDENTIALS_FILE: join(directory, 'no-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
  });
});
afterEach(() => {
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, before);
});

interface Search {
  readonly configuration?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly wait?: Pace['wait'];
  readonly stop?: AbortSignal;
}

const never: Pace['wait'] = (_, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('aborted'));
    });
  });

/** The access key id that a search finds, or its failure, with the debug log. */
async function search(
  searched: Search,
): Promise<{ found: string | Failure; debug: readonly string[]; secrets: readonly string[] }> {
  const {
    configuration = '',
    environment = {},
    wait = never,
    stop = new AbortController().signal,
  } = searched;
  // A new file, because the SDK caches what it read.
  const config = join(directory, randomUUID());
  writeFileSync(config, configuration);
  Object.assign(process.env, { AWS_CONFIG_FILE: config, ...environment });
  const debug: string[] = [];
  const secrets: string[] = [];
  const credentials = explainedCredentials({
    environment: process.env,
    pace: { wait },
    debug: (line) => debug.push(line),
    keepSecret: (secret) => secrets.push(secret),
  });
  const call = { what: 'the call', log: () => undefined, stop };
  try {
    return { found: (await currentCall.run(call, () => credentials())).accessKeyId, debug, secrets };
  } catch (error) {
    return { found: failureOf(error, { what: 'The call' }), debug, secrets };
  }
}

// Long enough that the search does not end first, but short, because the process outlives the tests.
const ENDLESS = '[default]\ncredential_process = sleep 1\n';

test('stopping a call cancels its search, although the SDK goes on', async () => {
  const stop = new AbortController();
  const ended = search({ configuration: ENDLESS, stop: stop.signal });
  stop.abort();
  expect((await ended).found).toMatchObject({ code: 'Cancelled' });
});

test.each<[string, readonly string[]]>([
  [
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'a-long-session-token'],
  ],
  ['test', ['a-long-session-token']],
])('the secrets that are found are kept before they are used, except short ones: %s', async (key, kept) => {
  const environment = {
    AWS_ACCESS_KEY_ID: 'AKID',
    AWS_SECRET_ACCESS_KEY: key,
    AWS_SESSION_TOKEN: 'a-long-session-token',
  };
  expect(await search({ environment })).toMatchObject({ found: 'AKID', secrets: kept });
});

test('no search begins after the call is stopped', async () => {
  const environment = { AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'secret' };
  const { found } = await search({ environment, stop: AbortSignal.abort() });
  expect(found).toMatchObject({ code: 'Cancelled' });
});

test('there is one time limit of 60 s for all sources together', async () => {
  const waits: number[] = [];
  const wait: Pace['wait'] = (milliseconds) => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const { found } = await search({ configuration: ENDLESS, wait });
  expect(found).toMatchObject({
    code: 'CredentialsUnavailable',
    retryable: false,
    cause: 'No credentials were found within 60 s.',
  });
  expect(waits).toEqual([60_000]);
});

test.each<[string, Search, string]>([
  ['nothing is configured', {}, 'Could not load credentials from any providers.'],
  [
    'the default profile has a Region only',
    { configuration: '[default]\nregion = us-east-1\n' },
    'Could not load credentials from any providers.',
  ],
  [
    'the profile does not exist',
    { environment: { AWS_PROFILE: 'nobody' } },
    'Could not load credentials from any providers. Could not resolve credentials using profile: [nobody] in configuration/credentials file(s). Profile nobody could not be found in shared credentials file. The environment names AWS_PROFILE ("nobody").',
  ],
  [
    'the process fails, without showing its command line or output',
    { configuration: '[default]\ncredential_process = sh -c "echo hunter2 >&2; exit 3"\n' },
    'Could not load credentials from any providers. The `credential_process` of the AWS profile failed.',
  ],
  [
    'the process writes no credentials',
    { configuration: '[default]\ncredential_process = echo hunter2\n' },
    'Could not load credentials from any providers. Profile default credential_process returned invalid JSON.',
  ],
  [
    'the token file does not exist',
    { environment: { AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere/token', AWS_ROLE_ARN: 'arn:aws:iam::1:role/r' } },
    'ENOENT: no such file or directory, open \'/nowhere/token\'. The environment names AWS_WEB_IDENTITY_TOKEN_FILE ("/nowhere/token") and AWS_ROLE_ARN ("arn:aws:iam::1:role/r").',
  ],
])('when %s, the cause says where the search looked and what went wrong', async (_when, searched, cause) => {
  expect((await search(searched)).found).toMatchObject({ code: 'CredentialsUnavailable', cause });
});

test('the variable with the address of a container’s credentials is named, but its value not shown', async () => {
  const environment = { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'ftp://127.0.0.1/hunter2' };
  const { found } = await search({ environment });
  expect(found).toMatchObject({ cause: expect.stringContaining('AWS_CONTAINER_CREDENTIALS_FULL_URI') });
  expect(JSON.stringify(found)).not.toContain('hunter2');
});

test('the SDK’s advice about the environment goes to the debug log', async () => {
  const environment = { AWS_PROFILE: 'mine', AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'hunter2' };
  const configuration = '[profile mine]\naws_access_key_id = MINE\naws_secret_access_key = secret\n';
  const { found, debug } = await search({ environment, configuration });
  expect(found).toBe('MINE');
  expect(debug).toEqual([expect.stringContaining('Multiple credential sources detected')]);
  expect(debug.join('')).not.toContain('hunter2');
});

test.each([
  ['access key id', { AWS_ACCESS_KEY_ID: 'AKID\n', AWS_SECRET_ACCESS_KEY: 'hunter2' }, 'was found has'],
  [
    'access key id and session token',
    { AWS_ACCESS_KEY_ID: 'AK ID', AWS_SECRET_ACCESS_KEY: 'hunter2', AWS_SESSION_TOKEN: 'hunter3\r\n' },
    'were found have',
  ],
  [
    'secret access key',
    { AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'hunter\u200b2' },
    'was found has',
  ],
])(
  'a line break or a similar character in the %s makes the credentials unusable',
  async (part, environment, verb) => {
    const { found } = await search({ environment });
    expect(found).toMatchObject({
      code: 'CredentialsUnavailable',
      retryable: false,
      cause: `The ${part} that ${verb} a line break or another character that credentials never have.`,
    });
    expect(JSON.stringify(found)).not.toContain('hunter');
  },
);
