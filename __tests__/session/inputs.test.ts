import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ActionFailure } from '../../src/failure.ts';
import type { Environment } from '../../src/inputs/reader.ts';
import { isRecord, memberOf } from '../../src/json.ts';
import {
  readEndInputs,
  readJobStatus,
  readSessionInputs,
  SESSION_INPUT_DEFAULTS,
  sessionToken,
} from '../../src/session/inputs.ts';

const JOB = '01234567-89ab-cdef-0123-456789abcdef';
const TOKEN = 'fedcba98-7654-3210-fedc-ba9876543210';

type Given = Partial<Record<keyof typeof SESSION_INPUT_DEFAULTS, string>>;

/** Inputs that record how they are used, in order. */
function source(given: Given): {
  getInput: (name: string) => string;
  setSecret: (secret: string) => void;
  done: readonly string[];
} {
  const done: string[] = [];
  return {
    getInput: (name) => {
      done.push(`read ${name}`);
      return Object.entries({ 'scan-job-id': JOB, ...given }).find(([known]) => known === name)?.[1] ?? '';
    },
    setSecret: (secret) => void done.push(`mask ${secret}`),
    done,
  };
}

const read = (given: Given, environment: Environment = {}): ReturnType<typeof readSessionInputs> =>
  readSessionInputs(source(given), environment, TOKEN);

function refusalOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ActionFailure) {
      const { sentence, faults = [] } = error.failure;
      return [sentence, ...faults.map((fault) => fault.sentence)].join(' ');
    }
    throw error;
  }
  throw new Error('the inputs were accepted');
}

describe('the token', () => {
  test('is masked as given, in lower and in upper case, before any other input is read', () => {
    const inputs = source({ 'session-token': ` ${TOKEN.replace('f', 'F')} ` });
    expect(sessionToken(inputs)).toBe(TOKEN.replace('f', 'F'));
    expect(inputs.done).toEqual([
      'read session-token',
      `mask ${TOKEN.replace('f', 'F')}`,
      `mask ${TOKEN}`,
      `mask ${TOKEN.toUpperCase()}`,
    ]);
  });

  test('is random if none is given, and masked at once', () => {
    const inputs = source({});
    const token = sessionToken(inputs);
    expect(token).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(inputs.done.slice(1)).toEqual([`mask ${token}`, `mask ${token.toUpperCase()}`]);
    expect(sessionToken(source({}))).not.toBe(token);
  });

  test('is sent to Inspector in lower case', () => {
    const inputs = readSessionInputs(source({}), {}, TOKEN.toUpperCase());
    expect(inputs.session).toEqual({ scanJobId: JOB, sessionToken: TOKEN });
  });

  test('is refused, but not quoted, if it is not a UUID', () => {
    const refusal = refusalOf(() => readSessionInputs(source({}), {}, 'secret-that-is-none'));
    expect(refusal).toMatch(/`session-token` must be a UUID/);
    expect(refusal).not.toContain('secret-that');
  });

  test('is refused inside another input', () => {
    expect(refusalOf(() => read({ 'benchmark-profile': `x ${TOKEN.toUpperCase()}` }))).toBe(
      '`benchmark-profile` contains the value of `session-token`, which is a secret.',
    );
  });
});

test('every optional input has its default', () => {
  expect(read({})).toEqual({
    session: { scanJobId: JOB, sessionToken: TOKEN },
    dryRun: false,
    connection: { maxAttempts: 5, requestTimeout: 30_000 },
    healthInterval: 60_000,
    stated: { platform: {} },
  });
});

test('the defaults are those of session/action.yml', () => {
  const document: unknown = parse(readFileSync(new URL('../../session/action.yml', import.meta.url), 'utf8'));
  expect(document).toMatchObject({
    inputs: Object.fromEntries(
      Object.entries(SESSION_INPUT_DEFAULTS).map(([name, value]) => [
        name,
        value === '' ? expect.anything() : { default: value },
      ]),
    ),
    runs: { using: 'node24', main: 'open.js', post: 'close.js', 'post-if': 'always()' },
  });
  const inputs = memberOf(document, 'inputs');
  expect(Object.keys(isRecord(inputs) ? inputs : {})).toEqual(Object.keys(SESSION_INPUT_DEFAULTS));
});

describe('an input is accepted', () => {
  test.each<[Given, object]>([
    [{ 'health-interval': '0' }, { healthInterval: 0 }],
    [{ 'health-interval': '1' }, { healthInterval: 1000 }],
    [{ 'health-interval': '3600' }, { healthInterval: 3_600_000 }],
    [{ 'max-attempts': '10' }, { connection: { maxAttempts: 10 } }],
    [{ 'request-timeout': '900' }, { connection: { requestTimeout: 900_000 } }],
    [{ 'aws-region': 'eu-west-1' }, { connection: { region: 'eu-west-1' } }],
    [{ 'scan-job-id': JOB.toUpperCase() }, { session: { scanJobId: JOB } }],
    [{ 'benchmark-version': '12345678' }, { stated: { benchmarkVersion: '12345678' } }],
    [{ 'benchmark-profile': '😀'.repeat(128) }, { stated: { benchmarkProfile: '😀'.repeat(128) } }],
    [{ 'platform-vendor': 'v'.repeat(16) }, { stated: { platform: { vendor: 'v'.repeat(16) } } }],
    [{ 'platform-product': 'p'.repeat(32) }, { stated: { platform: { product: 'p'.repeat(32) } } }],
    [{ 'platform-version': 'é'.repeat(8) }, { stated: { platform: { version: 'é'.repeat(8) } } }],
  ])('%o', (given, expected) => {
    expect(read(given)).toMatchObject(expected);
  });
});

const REFUSED: readonly [keyof typeof SESSION_INPUT_DEFAULTS, string][] = [
  ['scan-job-id', ''],
  ['scan-job-id', 'job'],
  ['health-interval', '-1'],
  ['health-interval', '3601'],
  ['health-interval', '1.5'],
  ['health-interval', '6O'],
  ['max-attempts', '0'],
  ['max-attempts', '11'],
  ['request-timeout', '0'],
  ['request-timeout', '901'],
  ['aws-region', 'eu west 1'],
  ['benchmark-version', '123456789'],
  ['benchmark-profile', 'x'.repeat(129)],
  ['platform-vendor', 'x'.repeat(17)],
  ['platform-product', 'x'.repeat(33)],
  ['platform-version', '😀'.repeat(9)],
];
test.each(REFUSED)('%s is refused when it is "%s"', (name, value) => {
  expect(refusalOf(() => read({ [name]: value }))).toContain(`\`${name}\``);
});

test('all faults are reported at once', () => {
  const refusal = refusalOf(() => read({ 'health-interval': 'x', 'platform-vendor': 'x'.repeat(17) }));
  expect(refusal).toContain('`health-interval`');
  expect(refusal).toContain('`platform-vendor`');
});

describe('the post step', () => {
  test('reads its inputs again, except for the session', () => {
    const inputs = source({ 'scan-job-id': 'changed', 'session-token': '', 'platform-version': '24.04' });
    expect(readEndInputs(inputs, { AWS_REGION: 'eu-west-1' }, TOKEN)).toEqual({
      connection: { maxAttempts: 5, requestTimeout: 30_000, region: 'eu-west-1' },
      stated: { platform: { version: '24.04' } },
    });
  });

  test('refuses inputs that have become invalid', () => {
    const refusal = refusalOf(() => readEndInputs(source({ 'benchmark-version': '123456789' }), {}, TOKEN));
    expect(refusal).toContain('`benchmark-version`');
  });

  test.each([
    ['success', 'success'],
    [' Cancelled ', 'cancelled'],
    ['failure', 'failure'],
    ['', 'failure'],
    ['skipped', 'failure'],
  ])('reads the job status "%s" as %s', (given, status) => {
    expect(readJobStatus(source({ 'job-status': given }))).toBe(status);
  });
});
