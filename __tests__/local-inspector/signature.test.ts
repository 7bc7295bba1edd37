import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { EXAMPLE_CREDENTIALS } from '../../local-inspector/server.ts';
import { call, send, telemetry, TELEMETRY } from './raw-call.ts';
import type { RawCall } from './raw-call.ts';
import { withInspector } from './with-inspector.ts';

const { accessKeyId, secretAccessKey } = EXAMPLE_CREDENTIALS;

function replace(name: string, pattern: RegExp, by: string): RawCall {
  return {
    tamper: (headers) => {
      headers[name] = (headers[name] ?? '').replace(pattern, by);
    },
  };
}

const MINUTE = 60_000;
const stamp = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/[:-]|\.\d{3}/g, '');
const at = (milliseconds: number): RawCall => ({ headers: { 'x-amz-date': stamp(milliseconds) } });

const NOW = Date.UTC(2030, 0, 2, 12);

test.each<[string, RawCall]>([
  ['a correct one', {}],
  ['four minutes early', at(NOW - 4 * MINUTE)],
  ['four minutes late', at(NOW + 4 * MINUTE)],
  ['with the payload hash', { headers: { 'x-amz-content-sha256': hashOfGoodBody() } }],
  ['with a header that aws4 leaves out', { headers: { 'user-agent': 'test', range: 'none' } }],
  ['without content-length signed', { unsigned: ['content-length'] }],
  ['with white space in a value', { headers: { 'x-amz-meta': ' a   b ' } }],
])('a signature is accepted: %s', async (_what, change) => {
  await withInspector(
    async ({ url, requests }) => {
      const dated = { ...change, headers: { 'x-amz-date': stamp(NOW), ...change.headers } };
      expect(await call(url, dated)).toMatchObject({ status: 200, text: '{}' });
      expect(requests[0]).toMatchObject({ outcome: 'accepted', refusal: undefined });
    },
    { now: () => new Date(NOW), region: 'us-east-1' },
  );
});

const MISSING = 'MissingAuthenticationTokenException';
const UNKNOWN = 'UnrecognizedClientException';
const WRONG = 'InvalidSignatureException';
const MALFORMED = 'IncompleteSignatureException';

test.each<[string, string, RawCall]>([
  ['another key id', UNKNOWN, { credentials: { accessKeyId: 'AKIDOTHER', secretAccessKey } }],
  ['an unexpected session token', UNKNOWN, { headers: { 'x-amz-security-token': 'token' } }],
  ['another secret', WRONG, { credentials: { accessKeyId, secretAccessKey: 'other' } }],
  ['another service', WRONG, { service: 'inspector' }],
  ['another region', WRONG, { region: 'eu-west-1' }],
  ['a changed body', WRONG, { sentBody: JSON.stringify(telemetry()).replace('PASSED', 'FAILED') }],
  ['a changed header', WRONG, { headers: { 'x-amz-meta': 'a' }, ...replace('x-amz-meta', /a/, 'b') }],
  ['a changed signature', WRONG, replace('Authorization', /[a-f0-9]{64}$/, '0'.repeat(64))],
  ['a signature cut short', MALFORMED, replace('Authorization', /.$/, '')],
  ['a wrong payload hash', WRONG, { headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } }],
  ['an unsigned host', WRONG, { unsigned: ['host'] }],
  ['an unsigned date', WRONG, { unsigned: ['x-amz-date'] }],
  ['an unsigned content type', WRONG, { unsigned: ['content-type'] }],
  ['an unsigned AWS header', WRONG, { headers: { 'x-amz-meta': 'a' }, unsigned: ['x-amz-meta'] }],
  ['a signed header that was not sent', WRONG, replace('Authorization', /host;/, 'host;other;')],
  [
    'signed headers out of order',
    WRONG,
    replace('Authorization', /(SignedHeaders=)(.*?);(.*?),/, '$1$3;$2,'),
  ],
  ['a date six minutes early', WRONG, at(NOW - 6 * MINUTE)],
  ['a date six minutes late', WRONG, at(NOW + 6 * MINUTE)],
  ['a scope of another day', WRONG, replace('x-amz-date', /^2030/, '2031')],
  ['a malformed date', WRONG, replace('x-amz-date', /Z$/, '')],
  ['another algorithm', MALFORMED, replace('Authorization', /SHA256/, 'SHA512')],
  ['a scope cut short', MALFORMED, replace('Authorization', /\/aws4_request/, '')],
])('a signature is refused: %s is %s', async (_what, name, change) => {
  await withInspector(
    async ({ url, requests, sessions }) => {
      const dated = { ...change, headers: { 'x-amz-date': stamp(NOW), ...change.headers } };
      const answer = await call(url, dated);
      expect(answer.status).toBe(403);
      expect(answer.headers['x-amzn-errortype']).toBe(name);
      expect(answer.headers['x-amzn-requestid']).toBe(requests[0]?.requestId);
      expect(requests[0]).toMatchObject({ outcome: 'refused', refusal: { name }, ordinal: 0 });
      expect(sessions.size).toBe(0);
    },
    { now: () => new Date(NOW), region: 'us-east-1' },
  );
});

test('no signature at all is refused', async () => {
  await withInspector(async ({ url }) => {
    const body = JSON.stringify(telemetry());
    const answer = await send(url, 'PUT', TELEMETRY, { 'content-type': 'application/json' }, body);
    expect(answer).toMatchObject({ status: 403, headers: { 'x-amzn-errortype': MISSING } });
  });
});

test.each<[string, number, Record<string, string>]>([
  ['the right one is accepted', 200, { 'x-amz-security-token': 'given' }],
  ['another is refused', 403, { 'x-amz-security-token': 'other' }],
  ['none is refused', 403, {}],
])('if credentials have a session token, %s', async (_what, status, headers) => {
  await withInspector(
    async ({ url }) => {
      expect(await call(url, { headers })).toMatchObject({ status });
    },
    { credentials: { ...EXAMPLE_CREDENTIALS, sessionToken: 'given' } },
  );
});

function hashOfGoodBody(): string {
  return createHash('sha256').update(JSON.stringify(telemetry())).digest('hex');
}
