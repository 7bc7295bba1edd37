import { expect, test } from '@jest/globals';
import { htmlPage, type Answer } from '../../local-inspector/answers.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { errorsOf, fileOf, messagesOf, placeIn, send, undeliveredOf } from './sending.ts';

const FILES = { 'results.json': fileOf(messagesOf(3)) };
const DENIED =
  'User: arn:aws:sts::111122223333:assumed-role/scanner/ci is not authorized to perform: inspector2:SendCisSessionTelemetry';

/** What a run with `max-attempts: 3` does if every response is the same. */
interface Case {
  readonly what: string;
  readonly answer: Answer;
  readonly code: string;
  readonly attempts: number;
  readonly retryable: boolean;
  /** What the log says about it. */
  readonly says: RegExp;
}

const declared: readonly Case[] = [
  {
    what: 'ConflictException',
    answer: { kind: 'error', name: 'ConflictException', resourceId: 'job-7', resourceType: 'CIS_SESSION' },
    code: 'ConflictException',
    attempts: 1,
    retryable: false,
    says: /conflicts with CIS_SESSION job-7/,
  },
  {
    what: 'ValidationException',
    answer: {
      kind: 'error',
      name: 'ValidationException',
      reason: 'FIELD_VALIDATION_FAILED',
      fields: [{ name: 'scanJobId', message: 'is of another account' }],
    },
    code: 'ValidationException',
    attempts: 1,
    retryable: false,
    says: /FIELD_VALIDATION_FAILED[^]*scanJobId: is of another account/,
  },
  {
    what: 'AccessDeniedException',
    answer: { kind: 'error', name: 'AccessDeniedException', message: DENIED },
    code: 'AccessDeniedException',
    attempts: 1,
    retryable: false,
    says: /assumed-role\/scanner\/ci[^]*Allow this step's role the action `inspector2:SendCisSessionTelemetry`/,
  },
  {
    what: 'ThrottlingException',
    answer: { kind: 'error', name: 'ThrottlingException', retryAfterSeconds: 0.05 },
    code: 'ThrottlingException',
    attempts: 3,
    retryable: true,
    says: /attempt 1 of 3 failed[^]*attempt 2 of 3 failed[^]*throttled after 3 attempts/,
  },
  {
    what: 'InternalServerException',
    answer: { kind: 'error', name: 'InternalServerException', retryAfterSeconds: 0.05 },
    code: 'InternalServerException',
    attempts: 3,
    retryable: true,
    says: /internal error in Inspector after 3 attempts/,
  },
];

const undeclared: readonly Case[] = [
  {
    what: 'an expired token',
    answer: { kind: 'undeclared-error', name: 'ExpiredTokenException', status: 403 },
    code: 'CredentialsUnavailable',
    attempts: 1,
    retryable: false,
    says: /aws-actions\/configure-aws-credentials[^]*id-token: write/,
  },
  {
    what: 'an exception that the API does not declare',
    answer: { kind: 'undeclared-error', name: 'TeapotException', status: 418, message: 'short and stout' },
    code: 'ServiceError',
    attempts: 1,
    retryable: false,
    says: /HTTP 418[^]*TeapotException: short and stout/,
  },
  {
    what: 'a 503 that the API does not declare',
    answer: {
      kind: 'undeclared-error',
      name: 'ServiceUnavailable',
      status: 503,
      headers: { 'retry-after': '0.05' },
    },
    code: 'ServiceError',
    attempts: 3,
    retryable: true,
    says: /HTTP 503/,
  },
  {
    what: "a captive portal's page with status 200",
    answer: htmlPage(200),
    code: 'ServiceError',
    attempts: 1,
    retryable: false,
    says: /HTTP 200[^]*Sign in to the network/,
  },
  {
    what: 'a page with status 403',
    answer: htmlPage(403, 'Blocked by policy'),
    code: 'ServiceError',
    attempts: 1,
    retryable: false,
    says: /HTTP 403[^]*Blocked by policy/,
  },
  {
    what: "a gateway's page with status 502",
    answer: { ...htmlPage(502, 'Bad gateway'), headers: { 'retry-after': '0.05' } },
    code: 'ServiceError',
    attempts: 3,
    retryable: true,
    says: /HTTP 502[^]*Bad gateway/,
  },
  {
    what: 'a list instead of an object',
    answer: { kind: 'raw', status: 200, contentType: 'application/json', body: '[]' },
    code: 'ServiceError',
    attempts: 1,
    retryable: false,
    says: /HTTP 200/,
  },
];

test.concurrent.each([...declared, ...undeclared])(
  '$what is $code, after $attempts attempts',
  async ({ answer, code, attempts, retryable, says }) => {
    await withInspector(async (inspector) => {
      inspector.answerWhen(() => true, answer);
      const result = await send(inspector, { files: FILES, inputs: { 'max-attempts': '3' } });
      expect(result.exitCode).toBe(1);
      expect(inspector.requests).toHaveLength(attempts);
      expect(result.outputs).toMatchObject({
        outcome: 'failed',
        'messages-sent': '0',
        'chunks-sent': '0',
        'error-code': code,
        'error-retryable': String(retryable),
        'request-id': answer.kind === 'raw' ? '' : inspector.requests.at(-1)?.requestId,
      });
      expect(result.log).toMatch(says);
      expect(errorsOf(result)).toHaveLength(1);
      expect(result.summary).toContain(`<code>${code}</code>`);
      expect(undeliveredOf(result)).toEqual(messagesOf(3));
    });
  },
);

test.concurrent('throttling that passes is not a failure', async () => {
  await withInspector(async (inspector) => {
    const throttled: Answer = { kind: 'error', name: 'ThrottlingException', retryAfterSeconds: 0.05 };
    inspector.answerNext(throttled, throttled);
    const result = await send(inspector, { files: FILES });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ outcome: 'sent', 'error-code': '', 'messages-sent': '3' });
    expect(inspector.requests).toHaveLength(3);
    expect(result.log).toMatch(/attempt 2 of 5 failed[^]*sent, 3 attempts/);
  });
});

test.concurrent('every chunk gets its own attempts', async () => {
  await withInspector(async (inspector) => {
    const throttled: Answer = { kind: 'error', name: 'ThrottlingException', retryAfterSeconds: 0.05 };
    inspector.answerWhen(({ ordinal }) => ordinal % 2 === 1, throttled);
    const result = await send(inspector, {
      files: { 'results.json': fileOf(messagesOf(12)) },
      inputs: { 'chunk-size': '1', concurrency: '1', 'max-attempts': '2' },
    });
    expect(result.outputs).toMatchObject({ outcome: 'sent', 'chunks-sent': '12' });
    expect(inspector.requests).toHaveLength(24);
  });
});

test.concurrent.each([
  { tolerated: 'ThrottlingException, InternalServerException', exitCode: 0, level: 'warning' },
  { tolerated: 'NetworkError', exitCode: 1, level: 'error' },
])(
  'throttling with `tolerate-errors: $tolerated` is a $level with exit code $exitCode',
  async ({ tolerated, exitCode, level }) => {
    await withInspector(async (inspector) => {
      inspector.answerWhen(() => true, {
        kind: 'error',
        name: 'ThrottlingException',
        retryAfterSeconds: 0.05,
      });
      const result = await send(inspector, {
        files: FILES,
        inputs: { 'tolerate-errors': tolerated, 'max-attempts': '2' },
      });
      expect(result.exitCode).toBe(exitCode);
      expect(result.commands.filter(({ name }) => name !== 'add-mask')).toMatchObject([{ name: level }]);
      expect(result.outputs).toMatchObject({ outcome: 'failed', 'error-code': 'ThrottlingException' });
      expect(undeliveredOf(result)).toHaveLength(3);
    });
  },
);

test.concurrent.each(['messages.2.member.ruleId', 'messages[1].ruleId', '/messages/1/ruleId'])(
  'a refused field %s is annotated at its message in the results file',
  async (name) => {
    await withInspector(async (inspector) => {
      const file = fileOf(messagesOf(5));
      // The second message of the second chunk of two is the fourth of the file.
      inspector.answerNext(
        { kind: 'accept' },
        {
          kind: 'error',
          name: 'ValidationException',
          reason: 'FIELD_VALIDATION_FAILED',
          fields: [{ name, message: 'is not to my taste' }],
        },
      );
      const result = await send(inspector, {
        files: { 'reports/results.json': file },
        inputs: { 'chunk-size': '2', concurrency: '1' },
      });
      expect(errorsOf(result)).toMatchObject([
        { properties: {} },
        {
          properties: { file: 'reports/results.json', ...placeIn(file, '{"ruleId":"1.4"') },
          data: expect.stringContaining('is not to my taste'),
        },
      ]);
      expect(result.outputs).toMatchObject({ outcome: 'partial', 'messages-sent': '2' });
      expect(undeliveredOf(result)).toEqual(messagesOf(5).slice(2));
    });
  },
);
