import { describe, expect, test } from '@jest/globals';
import { withoutUndefined } from '../../src/json.ts';
import { FAILURES, failing, type Failure } from '../../src/failure.ts';
import { ForeignResponse, failureOf, fieldsOf } from '../../src/inspector/failure.ts';
import { Unreachable } from '../../src/inspector/unreachable.ts';

interface Answer {
  readonly name?: string;
  readonly message?: string;
  readonly $metadata?: object;
  readonly [member: string]: unknown;
}

/** An error like those that the SDK throws. */
const thrown = ({ name = 'Error', message = 'why', ...more }: Answer): Error =>
  Object.assign(new Error(message), { name, ...more });
const read = (error: unknown): Failure =>
  failureOf(error, { what: 'Chunk 1 of 2', iamAction: 'inspector2:SendCisSessionTelemetry' });
const metadata = (httpStatusCode: number, attempts = 3): Answer => ({
  $metadata: { httpStatusCode, requestId: 'request-1', attempts },
});

test.each<[string, Answer, string, boolean, RegExp]>([
  [
    'a conflict',
    { name: 'ConflictException', resourceType: 'CIS_SESSION', resourceId: 'job', ...metadata(409) },
    'ConflictException',
    false,
    /conflicts with CIS_SESSION job/,
  ],
  [
    'a conflict without a resource',
    { name: 'ConflictException', ...metadata(409) },
    'ConflictException',
    false,
    /conflicts with the session/,
  ],
  [
    'an invalid request',
    { name: 'ValidationException', reason: 'OTHER', ...metadata(400) },
    'ValidationException',
    false,
    /invalid \(OTHER\)/,
  ],
  [
    'denied access',
    { name: 'AccessDeniedException', ...metadata(403) },
    'AccessDeniedException',
    false,
    /access is denied/,
  ],
  [
    'throttling',
    { name: 'ThrottlingException', ...metadata(429) },
    'ThrottlingException',
    true,
    /throttled after 3 attempts/,
  ],
  [
    'an internal error',
    { name: 'InternalServerException', ...metadata(500) },
    'InternalServerException',
    true,
    /internal error in Inspector after 3 attempts/,
  ],
  ...[
    'ExpiredTokenException',
    'UnrecognizedClientException',
    'InvalidSignatureException',
    'InvalidClientTokenId',
    'SignatureDoesNotMatch',
    'MissingAuthenticationTokenException',
    'IncompleteSignatureException',
    'ExpiredToken',
    'RequestExpired',
    'AuthFailure',
    'IncompleteSignature',
    'InvalidAccessKeyId',
    'MissingAuthenticationToken',
    'RequestTimeTooSkewed',
    'TokenRefreshRequired',
  ].map((name): [string, Answer, string, boolean, RegExp] => [
    name,
    { name, ...metadata(403) },
    'CredentialsUnavailable',
    false,
    /rejected the credentials/,
  ]),
  [
    'a page of HTML with 502',
    { name: 'SyntaxError', $response: { body: Buffer.from('<html>') }, ...metadata(502) },
    'ServiceError',
    true,
    /HTTP 502/,
  ],
  [
    'a page of HTML with 403',
    { name: 'SyntaxError', $response: { body: Buffer.from('<html>') }, ...metadata(403) },
    'ServiceError',
    false,
    /HTTP 403/,
  ],
  [
    'an undeclared error with 503',
    { name: 'ServiceUnavailable', ...metadata(503) },
    'ServiceError',
    true,
    /HTTP 503/,
  ],
  [
    'an undeclared error with 429',
    { name: 'TooManyRequests', ...metadata(429) },
    'ServiceError',
    true,
    /HTTP 429/,
  ],
  [
    'an undeclared error with 408',
    { name: 'RequestTimeout', ...metadata(408) },
    'ServiceError',
    true,
    /HTTP 408/,
  ],
  [
    'an undeclared error with 404',
    { name: 'UnknownOperationException', ...metadata(404) },
    'ServiceError',
    false,
    /HTTP 404/,
  ],
  ['an abort', { name: 'AbortError' }, 'Cancelled', true, /abandoned because the step was cancelled/],
  ['a bug', { name: 'TypeError' }, 'UnexpectedError', false, /in an unexpected way/],
])('%s becomes the right failure', (_what, answer, code, retryable, sentence) => {
  const failure = read(thrown(answer));
  expect([failure.code, failure.retryable]).toEqual([code, retryable]);
  expect(failure.sentence).toMatch(sentence);
  expect(failure.cause ?? 'why').toMatch(/why|html/);
  if (answer.$metadata !== undefined) expect(failure).toMatchObject({ requestId: 'request-1', attempts: 3 });
});

test('the remedy for refused credentials says how to get them, and how long they last', () => {
  const { remedy } = read(thrown({ name: 'ExpiredTokenException', ...metadata(403) }));
  expect(remedy).toContain(FAILURES.CredentialsUnavailable.remedy);
  expect(remedy).toContain('after an hour unless `role-duration-seconds`');
});

test('a system error is RunnerError, not a bug', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  });
  expect(read(full)).toMatchObject({
    code: 'RunnerError',
    retryable: false,
    cause: 'ENOSPC: no space left on device, write',
  });
});

test('a 200 that is not from Inspector is a ServiceError with its text', () => {
  expect(read(new ForeignResponse(200, 'It was a page.'))).toMatchObject({
    code: 'ServiceError',
    cause: 'It was a page.',
    retryable: false,
  });
});

test('for an HTML page, the cause is its beginning, not the parser’s error', () => {
  const $response = { body: Buffer.from(` <html>${'x'.repeat(500)}`) };
  const { cause } = read(
    thrown({ name: 'SyntaxError', message: 'Unexpected token', $response, ...metadata(502) }),
  );
  expect(cause).toMatch(/^The response is not JSON: "<html>x+…"$/);
});

test.each([
  [
    { location: 'https://portal.example/login' },
    'HTTP 307 is a redirect: Location "https://portal.example/login", but Inspector never redirects.',
  ],
  [{}, 'HTTP 307 is a redirect, but Inspector never redirects.'],
])('for a redirect, the cause says where to: %j', (headers, cause) => {
  expect(read(thrown({ name: 'Unknown', $response: { headers }, ...metadata(307) }))).toMatchObject({
    code: 'ServiceError',
    cause,
  });
});

test('a very long redirect target is shortened', () => {
  const $response = { headers: { location: `https://portal.example/${'x'.repeat(9000)}` } };
  expect(read(thrown({ name: 'Unknown', $response, ...metadata(302) })).cause).toMatch(/^.{100,160}$/);
});

test('for a response without information, the cause says so', () => {
  expect(read(thrown({ name: 'Unknown', message: 'UnknownError', ...metadata(404) })).cause).toBe(
    'The response is HTTP 404 with no further information.',
  );
});

test.each<[string, unknown]>([
  ['an undeclared error', thrown({ name: 'Odd', message: '🐌'.repeat(450_000), ...metadata(400) })],
  ['a declared error', thrown({ name: 'ValidationException', message: '🐌'.repeat(450_000) })],
  ['a bug', thrown({ message: '🐌'.repeat(450_000) })],
  ['a thrown string', '🐌'.repeat(450_000)],
  ['our own failure', failing('CredentialsUnavailable', 'No.', { cause: '🐌'.repeat(450_000) })],
])('the text of %s is shortened to 2,000 code points', (_what, error) => {
  const { cause = '', sentence } = read(error);
  expect(cause).toMatch(/🐌…$/u);
  expect(Array.from(cause)).toHaveLength(2001);
  expect(sentence.length).toBeLessThan(1000);
});

test('names from the service are shortened in sentences and faults', () => {
  const long = 'x'.repeat(9000);
  const fields = [{ name: long, message: long }];
  for (const error of [
    thrown({ name: 'ConflictException', resourceType: long, resourceId: long }),
    thrown({ name: 'ValidationException', reason: long, fields }),
  ])
    expect(read(error).sentence.length).toBeLessThan(500);
  const [field] = fieldsOf(thrown({ fields }));
  expect([field?.name.length, field?.message.length]).toEqual([201, 2001]);
});

test('for denied access, the remedy says which IAM action to allow', () => {
  expect(read(thrown({ name: 'AccessDeniedException' })).remedy).toContain(
    '`inspector2:SendCisSessionTelemetry`',
  );
});

test('for an unreachable host, the failure has host, stage and system code', () => {
  const system = Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED' });
  expect(read(new Unreachable('host:443', 'connecting', system))).toMatchObject({
    code: 'NetworkError',
    retryable: true,
    sentence: 'Chunk 1 of 2 could not be sent to host:443: the network failed (connecting).',
    cause: 'ECONNREFUSED: connect refused',
  });
});

test('our own failure stays unchanged', () => {
  const ours = failing('RegionMissing', 'No Region.');
  expect(read(ours)).toBe(ours.failure);
});

test.each(['text', null, undefined, 5, {}])('%j, if thrown, is UnexpectedError', (value) => {
  expect(read(value).code).toBe('UnexpectedError');
});

describe('the fields of a ValidationException', () => {
  test.each<[string, number | undefined]>([
    ['messages.1.member.ruleId', 0],
    ['messages.150.member.cisRuleDetails', 149],
    ['/messages/0/ruleId', 0],
    ['messages[12].status', 12],
    ['scanJobId', undefined],
    ['messages', undefined],
  ])('%s belongs to message %s', (name, messageIndex) => {
    const [field] = fieldsOf(thrown({ name: 'ValidationException', fields: [{ name, message: 'bad' }] }));
    expect(field).toEqual({ name, message: 'bad', ...withoutUndefined({ messageIndex }) });
  });

  test('are listed in the cause', () => {
    const fields = [
      { name: 'a', message: 'bad' },
      { name: 'b', message: 'worse' },
    ];
    expect(read(thrown({ name: 'ValidationException', fields })).cause).toBe('why; a: bad; b: worse');
  });

  test.each([undefined, null, 'x', [null], [5], [{}]])('can have any shape without a crash: %j', (fields) => {
    expect(fieldsOf(thrown({ fields })).every(({ name }) => name === '')).toBe(true);
  });
});
