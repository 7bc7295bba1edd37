import { expect, test } from '@jest/globals';
import { messagesOf, SCAN_JOB_ID, SESSION_TOKEN } from '../action/sending.ts';
import type { OperationName } from '../../local-inspector/model.ts';
import { isOperation } from '../../local-inspector/script.ts';
import type { StepResult } from '../../local-runner/step.ts';
import { gone, withJob } from './job.ts';

/** Everything that a step shows to people. */
const shown = ({ printed, summary }: StepResult): string =>
  [...printed.split('\n').filter((line) => !line.startsWith('::add-mask::')), summary].join('\n');

test.concurrent(
  'without a given token, a random one is created, and masked before anything else',
  async () => {
    await withJob(async (inspector, job) => {
      const { opened, token } = await job.open();
      expect(token).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect(opened.printed.split('\n').slice(0, 2)).toEqual([
        `::add-mask::${token}`,
        `::add-mask::${token.toUpperCase()}`,
      ]);
      expect(opened.outputs).toEqual({ 'scan-job-id': SCAN_JOB_ID, 'session-token': token });
      expect(inspector.sessions.get(SCAN_JOB_ID)?.sessionToken).toBe(token);
    });
  },
);

test.concurrent(
  'a token in upper case is masked in every form, and sent to Inspector in lower case',
  async () => {
    await withJob(async (inspector, job) => {
      const { opened } = await job.open({ 'session-token': SESSION_TOKEN });
      const lowerCase = SESSION_TOKEN.toLowerCase();
      expect(opened.outputs['session-token']).toBe(lowerCase);
      expect(inspector.sessions.get(SCAN_JOB_ID)?.sessionToken).toBe(lowerCase);
      const masks = opened.commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data);
      expect(masks).toEqual([SESSION_TOKEN, lowerCase, SESSION_TOKEN.toUpperCase()]);
    });
  },
);

test.concurrent('the token appears in no output and no file, even with debug logging', async () => {
  await withJob(async (inspector, job) => {
    const debug = { environment: { RUNNER_DEBUG: '1' } };
    const session = await job.open({ 'health-interval': '1', 'session-token': SESSION_TOKEN }, debug);
    await inspector.waitFor(isOperation('SendCisSessionHealth'));
    inspector.answerWhen(isOperation('SendCisSessionTelemetry'), {
      kind: 'error',
      name: 'ConflictException',
      message: `no session ${SESSION_TOKEN}`,
    });
    const sent = await job.send(session, messagesOf(3));
    inspector.answerWhen(isOperation('StopCisSession'), {
      kind: 'error',
      name: 'ValidationException',
      message: `bad ${SESSION_TOKEN.toUpperCase()}`,
    });
    const ended = await job.end(session, 'failure', {}, debug);
    await gone(session.heartbeats);
    expect(ended.printed.startsWith(`::add-mask::${SESSION_TOKEN.toLowerCase()}`)).toBe(true);
    const traces = [...[session.opened, sent, ended].map(shown), job.files()].join('\n').toLowerCase();
    expect(traces).toContain('no session ***');
    expect(traces).toContain('bad ***');
    expect(traces).not.toContain(SESSION_TOKEN.toLowerCase());
  });
});

test.concurrent(
  'responses that quote the AWS credentials put them into no log, summary or file',
  async () => {
    await withJob(async (inspector, job) => {
      const key = inspector.environment['AWS_SECRET_ACCESS_KEY'] ?? '';
      const quoting = (operation: OperationName): void => {
        const message = `${operation} with ${key}`;
        const answer = { kind: 'error', name: 'AccessDeniedException', message } as const;
        inspector.answerWhen(isOperation(operation), answer);
      };
      quoting('SendCisSessionHealth');
      quoting('StopCisSession');
      const session = await job.open({ 'health-interval': '1' });
      await inspector.waitFor(isOperation('SendCisSessionHealth'));
      const ended = await job.end(session);
      await gone(session.heartbeats);
      const traces = [...[session.opened, ended].map(shown), job.files()].join('\n');
      expect(traces).toContain('SendCisSessionHealth with ***');
      expect(traces).toContain('StopCisSession with ***');
      expect(key).not.toBe('');
      expect(traces).not.toContain(key);
    });
  },
);

test.concurrent('a token that is not a UUID is still masked, and not shown', async () => {
  await withJob(async (inspector, job) => {
    const opened = await job.startToOpen({ 'session-token': 'Not-A-UUID-but-secret' }).result;
    expect(opened.exitCode).toBe(1);
    expect(opened.log).toContain('`session-token` must be a UUID');
    expect(shown(opened)).not.toContain('but-secret');
    expect(inspector.requests).toEqual([]);
  });
});
