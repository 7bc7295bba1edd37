import { expect, test } from '@jest/globals';
import { htmlPage, type Answer } from '../../local-inspector/answers.ts';
import { isTelemetry } from '../../local-inspector/script.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import {
  fileOf,
  finished,
  messagesOf,
  send,
  SESSION_TOKEN,
  startSending,
  tracesOf,
  type Sending,
} from './sending.ts';

const CREDENTIALS = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'aws-secret-access-key-of-this-test',
  // As long as real ones.
  sessionToken: `IQoJb3JpZ2luX2VjEAwaCXVzLWVhc3QtMSJ${'Example/+'.repeat(80)}==`,
};
const FILES = { 'results.json': fileOf(messagesOf(3)) };
const TOKEN_IN_DETAILS = { ruleId: '1', status: 'PASSED', cisRuleDetails: `env: ${SESSION_TOKEN}` };
const TOKEN_IN_RULE = { ruleId: SESSION_TOKEN.toUpperCase(), status: 'PASSED', cisRuleDetails: '' };

/** A way for a step to end. `finished` searches everything that it leaves for the token. */
interface Ending {
  readonly what: string;
  readonly sending?: Partial<Sending>;
  readonly answer?: Answer;
  readonly code: string;
}

const endings: readonly Ending[] = [
  { what: 'success', code: '' },
  {
    what: 'a response that quotes the token',
    answer: { kind: 'error', name: 'ConflictException', message: `no session ${SESSION_TOKEN}` },
    code: 'ConflictException',
  },
  {
    what: 'a page that quotes the token',
    answer: htmlPage(200, SESSION_TOKEN.toLowerCase()),
    code: 'ServiceError',
  },
  {
    what: 'a response that quotes the credentials',
    answer: {
      kind: 'error',
      name: 'AccessDeniedException',
      message: `x-amz-security-token: ${CREDENTIALS.sessionToken}, key ${CREDENTIALS.secretAccessKey}`,
    },
    code: 'AccessDeniedException',
  },
  {
    what: 'a page that quotes the credentials',
    answer: htmlPage(502, `${'x'.repeat(200)} ${CREDENTIALS.sessionToken}`),
    code: 'ServiceError',
  },
  {
    what: 'denied access',
    answer: { kind: 'error', name: 'AccessDeniedException' },
    code: 'AccessDeniedException',
  },
  {
    what: 'refused credentials',
    sending: { environment: { AWS_SESSION_TOKEN: 'x' } },
    code: 'CredentialsUnavailable',
  },
  { what: 'a reset', answer: { kind: 'reset' }, code: 'NetworkError' },
  {
    what: 'throttling',
    answer: { kind: 'error', name: 'ThrottlingException', retryAfterSeconds: 0.05 },
    code: 'ThrottlingException',
  },
  { what: 'an input', sending: { inputs: { 'chunk-size': '0' } }, code: 'InvalidInput' },
  {
    what: 'the token in another input',
    sending: { inputs: { 'results-file': `results-${SESSION_TOKEN}.json` } },
    code: 'InvalidInput',
  },
  {
    what: 'the token as scan job id',
    sending: { inputs: { 'scan-job-id': SESSION_TOKEN } },
    code: 'InvalidInput',
  },
  { what: 'a missing file', sending: { inputs: { 'results-file': 'no.json' } }, code: 'ResultsFileNotFound' },
  {
    what: 'a file name that contains the token',
    sending: { files: { [`${SESSION_TOKEN}.json`]: '{' }, inputs: { 'results-file': '*.json' } },
    code: 'ResultsFileUnreadable',
  },
  {
    what: 'a document that contains the token',
    sending: { files: { 'results.json': JSON.stringify({ [SESSION_TOKEN]: 1 }) } },
    code: 'ResultsFormatUnknown',
  },
  {
    what: 'messages that contain the token',
    sending: { files: { 'results.json': fileOf([TOKEN_IN_DETAILS, TOKEN_IN_RULE]) } },
    code: 'InvalidMessages',
  },
  {
    what: 'a gate',
    sending: { inputs: { 'fail-on-status': 'FAILED' } },
    code: 'GateFailed',
  },
];

// Without debug logging, `finished` searches for the token in the tests of every file.
test.concurrent.each(endings)(
  'with debug logging, $what leaves no secret behind',
  async ({ sending, answer, code }) => {
    await withInspector(
      async (inspector) => {
        if (answer !== undefined) inspector.answerWhen(() => true, answer);
        const result = await send(inspector, {
          files: sending?.files ?? FILES,
          inputs: { 'max-attempts': '1', ...sending?.inputs },
          environment: { RUNNER_DEBUG: '1', ...sending?.environment },
        });
        expect(result.outputs['error-code']).toBe(code);
        expectNoCredentials(tracesOf(result));
        const masks = result.commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data);
        expect(masks).toEqual(expect.arrayContaining([SESSION_TOKEN, SESSION_TOKEN.toLowerCase()]));
        expect(result.printed.startsWith(`::add-mask::${SESSION_TOKEN}`)).toBe(true);
      },
      { credentials: CREDENTIALS },
    );
  },
);

test.concurrent('with debug logging, a cancellation leaves no secret behind', async () => {
  await withInspector(
    async (inspector) => {
      inspector.answerNext({ kind: 'error', name: 'ThrottlingException', retryAfterSeconds: 100 });
      const running = startSending(inspector, { files: FILES, environment: { RUNNER_DEBUG: '1' } });
      await running.printed(/attempt 1 of 5 failed/);
      running.kill('SIGINT');
      const result = await finished(running);
      expect(result.outputs['error-code']).toBe('Cancelled');
      expectNoCredentials(tracesOf(result));
    },
    { credentials: CREDENTIALS },
  );
});

test.concurrent('a token that is not a UUID is still masked, and not shown', async () => {
  await withInspector(async (inspector) => {
    const token = 'Not-A-UUID-but-secret';
    const result = await send(inspector, { files: FILES, inputs: { 'session-token': token } });
    expect(result.outputs['error-code']).toBe('InvalidInput');
    expect(result.log).toContain('`session-token` must be a UUID');
    expect(tracesOf(result).toLowerCase()).not.toContain(token.toLowerCase());
  });
});

test.concurrent('the debug log shows requests, responses and what was thrown', async () => {
  await withInspector(async (inspector) => {
    inspector.answerWhen(isTelemetry(2), { kind: 'error', name: 'ConflictException', message: 'stopped' });
    const result = await send(inspector, {
      files: FILES,
      inputs: { 'chunk-size': '2' },
      environment: { RUNNER_DEBUG: '1' },
    });
    const debug = result.commands.filter(({ name }) => name === 'debug').map(({ data }) => data);
    const lines = debug.join('\n');
    expect(lines).toMatch(/PUT 127\.0\.0\.1[^\n]*\/cissession\/telemetry\/send/);
    expect(lines).toMatch(/^200 /m);
    expect(lines).toMatch(/^409 .*stopped/m);
    expect(lines).toMatch(/^ConflictException: stopped\n\s+at /m);
    expect(lines).toContain('authorization: ***');
  });
});

function expectNoCredentials(traces: string): void {
  expect(traces).not.toContain(CREDENTIALS.secretAccessKey);
  expect(traces).not.toContain(CREDENTIALS.sessionToken.slice(0, 30));
  expect(traces).not.toContain('AWS4-HMAC-SHA256');
}
