import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutUndefined } from '../../src/json.ts';
import { htmlPage, type Answer } from '../../local-inspector/answers.ts';
import type { LocalInspector } from '../../local-inspector/server.ts';
import type { Failure } from '../../src/failure.ts';
import type { Environment } from '../../src/inputs/reader.ts';
import { connect, type Receipt } from '../../src/inspector/client.ts';
import { failureOf } from '../../src/inspector/failure.ts';
import { chunk } from '../../src/messages/chunk.ts';
import { VERSION } from '../../src/version.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { messagesOf } from '../messages/drafts.ts';

const session = {
  scanJobId: '01234567-89ab-cdef-0123-456789abcdef',
  sessionToken: 'fedcba98-7654-3210-fedc-ba9876543210',
};

// The SDK always looks for Region, credentials and endpoint in the environment of the process.
const before = { ...process.env };
beforeEach(() => {
  for (const name of Object.keys(process.env))
    if (/^AWS_|_PROXY$/i.test(name)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, {
    AWS_CONFIG_FILE: '/nowhere/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
    AWS_EC2_METADATA_DISABLED: 'true',
  });
});
afterEach(() => {
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, before);
});

interface Sending {
  readonly environment?: Environment;
  readonly region?: string;
  readonly requestTimeout?: number;
  readonly maxAttempts?: number;
  readonly abort?: AbortSignal;
  readonly workflowRun?: string;
  readonly debug?: (line: string) => void;
}

/** Sends one chunk of three messages to a local Inspector: the receipt, or the failure. */
async function send(inspector: LocalInspector, options: Sending = {}): Promise<Receipt | Failure> {
  const { requestTimeout = 10_000, maxAttempts = 1, abort = new AbortController().signal } = options;
  for (const [name, value] of Object.entries(options.environment ?? inspector.environment))
    if (value !== undefined) process.env[name] = value;
  const region = withoutUndefined({ region: options.region });
  try {
    const sessions = await connect(
      { requestTimeout, maxAttempts, ...region },
      {
        environment: {},
        pace: { wait: (_, signal) => credentialsNeverTakeLong(signal), random: () => 0, now: Date.now },
        debug: options.debug,
        keepSecret: () => undefined,
        workflowRun: options.workflowRun,
      },
    );
    const [only] = chunk(messagesOf(3), 150);
    if (only === undefined) throw new Error('no chunk');
    try {
      return await sessions.sendTelemetry(session, only, {
        what: 'the chunk',
        log: () => undefined,
        stop: abort,
        abort,
      });
    } finally {
      sessions.close();
    }
  } catch (error) {
    return failureOf(error, { what: 'The chunk' });
  }
}

/** A wait that ends only when it is aborted. */
const credentialsNeverTakeLong = (signal: AbortSignal): Promise<void> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('aborted'));
    });
  });

test('a chunk arrives unchanged and signed, and the receipt has the request id', async () => {
  await withInspector(async (inspector) => {
    expect(await send(inspector)).toEqual({ attempts: 1, requestId: inspector.requests[0]?.requestId });
    expect(inspector.messages(session.scanJobId).map(({ ruleId }) => ruleId)).toEqual([
      'rule-0',
      'rule-1',
      'rule-2',
    ]);
  });
});

test('the user agent contains the action, its version and the workflow run', async () => {
  await withInspector(async (inspector) => {
    await send(inspector, { workflowRun: 'owner/repository/42' });
    const agent = inspector.requests[0]?.headers['user-agent'] ?? '';
    expect(agent).toContain(`inspector-cis-telemetry/${VERSION}`);
    expect(agent).toMatch(/md\/github-run[#/]owner.repository.42/);
  });
});

test('the request is signed for the Region of the input, not of the environment', async () => {
  await withInspector(
    async (inspector) => {
      expect(
        await send(inspector, {
          region: 'eu-west-1',
          environment: { ...inspector.environment, AWS_REGION: 'us-east-1' },
        }),
      ).toMatchObject({ attempts: 1 });
    },
    { region: 'eu-west-1' },
  );
});

describe('without', () => {
  test.each([
    ['a Region', 'AWS_REGION', 'RegionMissing'],
    ['credentials', 'AWS_ACCESS_KEY_ID', 'CredentialsUnavailable'],
  ])('%s, nothing is sent, and the failure says so', async (_what, missing, code) => {
    await withInspector(async (inspector) => {
      const environment = Object.fromEntries(
        Object.entries(inspector.environment).filter(([name]) => name !== missing),
      );
      expect(await send(inspector, { environment })).toMatchObject({ code, retryable: false });
      expect(inspector.requests).toHaveLength(0);
    });
  });
});

describe('an unusable AWS configuration is InvalidInput, and nothing is sent:', () => {
  test.each<[string, Environment, string, string]>([
    ['FIPS with a custom endpoint', { AWS_USE_FIPS_ENDPOINT: 'true' }, '', 'FIPS and custom endpoint'],
    [
      'dual stack with a custom endpoint',
      { AWS_USE_DUALSTACK_ENDPOINT: 'true' },
      '',
      'Dualstack and custom endpoint',
    ],
    [
      'an endpoint in the profile that is not a URL',
      {},
      'endpoint_url = not a url',
      'is not an HTTP or HTTPS URL',
    ],
    ['an endpoint with another scheme', {}, 'endpoint_url = localhost:4566', 'is not an HTTP or HTTPS URL'],
    [
      'an endpoint with a query',
      {},
      'endpoint_url = http://127.0.0.1:1/?stage=test',
      'has a query or a fragment',
    ],
  ])('%s', async (_what, settings, profile, cause) => {
    await withInspector(async (inspector) => {
      const { AWS_ENDPOINT_URL_INSPECTOR2: url, ...others } = inspector.environment;
      const endpoint = profile === '' ? { AWS_ENDPOINT_URL_INSPECTOR2: url } : configuration(profile);
      expect(await send(inspector, { environment: { ...others, ...endpoint, ...settings } })).toMatchObject({
        code: 'InvalidInput',
        retryable: false,
        cause: expect.stringContaining(cause),
      });
      expect(inspector.requests).toHaveLength(0);
    });
  });

  test('a Region in the profile that has no endpoint', async () => {
    await withInspector(async (inspector) => {
      const environment = {
        ...inspector.environment,
        AWS_REGION: undefined,
        ...configuration('region = aws-global'),
      };
      expect(await send(inspector, { environment })).toMatchObject({
        code: 'InvalidInput',
        sentence: 'The Region of the AWS profile, "aws-global", has no endpoint.',
      });
    });
  });
});

const directory = mkdtempSync(join(tmpdir(), 'client-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

/**
 * A configuration file with a setting in the default profile. Each is a new file, because the SDK caches what it read.
 */
function configuration(setting: string): Environment {
  const config = join(directory, randomUUID());
  writeFileSync(config, `[default]\n${setting}\n`);
  return { AWS_CONFIG_FILE: config };
}

const raw = (status: number, body: string, contentType = 'application/json'): Answer => ({
  kind: 'raw',
  status,
  body,
  contentType,
});

describe('a response', () => {
  test.each<[string, Answer, object]>([
    ['of 200 with an empty body counts', raw(200, ''), { attempts: 1 }],
    ['of 200 with white space counts', raw(200, ' \n'), { attempts: 1 }],
    ['of 200 with any JSON object counts', raw(200, '{"new": 1}'), { attempts: 1 }],
    ['of 200 with a page does not', htmlPage(200), { code: 'ServiceError', retryable: false }],
    ['of 200 with text does not', raw(200, 'OK', 'text/plain'), { code: 'ServiceError' }],
    ['of 200 with a JSON list does not', raw(200, '[]'), { code: 'ServiceError' }],
    ['of 200 with null does not', raw(200, 'null'), { code: 'ServiceError' }],
    ['of 204 does not', raw(204, ''), { code: 'ServiceError' }],
    ['of 202 does not', raw(202, '{}'), { code: 'ServiceError' }],
    [
      'of 302 does not',
      { kind: 'raw', status: 302, headers: { location: 'http://127.0.0.1/' } },
      {
        code: 'ServiceError',
        cause: expect.stringContaining('HTTP 302 is a redirect: Location "http://127.0.0.1/"'),
      },
    ],
    [
      'of 502 with a page is a retryable ServiceError',
      htmlPage(502),
      { code: 'ServiceError', retryable: true },
    ],
    [
      'of 403 with a page is not AccessDeniedException',
      htmlPage(403),
      { code: 'ServiceError', retryable: false },
    ],
    [
      'of expired credentials is CredentialsUnavailable',
      { kind: 'undeclared-error', name: 'ExpiredTokenException', status: 403 },
      { code: 'CredentialsUnavailable' },
    ],
    ['that is reset is a NetworkError', { kind: 'reset' }, { code: 'NetworkError', retryable: true }],
    [
      'of throttling is ThrottlingException',
      { kind: 'error', name: 'ThrottlingException' },
      { code: 'ThrottlingException', retryable: true, attempts: 1 },
    ],
    [
      'of a conflict names the resource',
      { kind: 'error', name: 'ConflictException', resourceId: 'job-1' },
      { code: 'ConflictException', sentence: expect.stringContaining('job-1') },
    ],
  ])('%s', async (_promise, answer, expected) => {
    await withInspector(async (inspector) => {
      inspector.answerNext(answer);
      const result = await send(inspector);
      expect(result).toMatchObject(expected);
      // A failure has attempts, too.
      expect('code' in result).toBe('code' in expected);
      expect(inspector.requests).toHaveLength(1);
    });
  });

  test.each<[string, Answer, string]>([
    ['that never comes', { kind: 'hang' }, 'waiting for the response'],
    ['that stalls', { kind: 'stall-body' }, 'reading the response'],
  ])('%s is a NetworkError after the timeout', async (_what, answer, stage) => {
    await withInspector(async (inspector) => {
      inspector.answerNext(answer);
      const failure = await send(inspector, { requestTimeout: 1000 });
      expect(failure).toMatchObject({
        code: 'NetworkError',
        retryable: true,
        sentence: expect.stringContaining(stage),
      });
    });
  });
});

test('an aborted call is Cancelled', async () => {
  await withInspector(async (inspector) => {
    inspector.answerNext({ kind: 'hang' });
    const abort = new AbortController();
    void inspector
      .waitFor(() => true)
      .then(() => {
        abort.abort();
      });
    expect(await send(inspector, { abort: abort.signal })).toMatchObject({ code: 'Cancelled' });
  });
});

test('refused credentials do not appear in the debug log', async () => {
  await withInspector(async (inspector) => {
    const lines: string[] = [];
    await send(inspector, {
      debug: (line) => lines.push(line),
      environment: { ...inspector.environment, AWS_SESSION_TOKEN: 'the-session-secret' },
    });
    const log = lines.join('\n');
    expect(log).toMatch(/PUT 127\.0\.0\.1\/cissession\/telemetry\/send/);
    expect(log).toMatch(/authorization: \*\*\*/i);
    for (const secret of ['the-session-secret', 'Signature=', session.sessionToken])
      expect(log).not.toContain(secret);
  });
});
