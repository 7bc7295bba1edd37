import { describe, expect, test } from '@jest/globals';
import { hold, type Answer } from '../../local-inspector/answers.ts';
import { isOperation } from '../../local-inspector/script.ts';
import { messagesOf, SCAN_JOB_ID } from '../action/sending.ts';
import { gone, sessionOf, stopOf, acceptedOperations, warningsOf, withJob } from './job.ts';

const MESSAGES = messagesOf(7);
const isStart = isOperation('StartCisSession');
const isStop = isOperation('StopCisSession');
const STOPPED_WITH_NOTHING = {
  status: 'FAILED',
  reason: 'Nothing was delivered: no telemetry step ran with valid inputs.',
};

describe('when the start', () => {
  test.concurrent('is killed during the call, the session is still stopped', async () => {
    await withJob(async (inspector, job) => {
      const start = hold();
      inspector.answerWhen(isStart, start.answer);
      const opening = job.startToOpen({ 'health-interval': '1' });
      await inspector.waitFor(isStart);
      opening.kill('SIGKILL');
      const opened = await opening.result;
      start.release();
      expect(opened.exitCode).toBeNull();
      expect(opened.state).toEqual({
        'scan-job-id': SCAN_JOB_ID,
        'session-token': expect.stringMatching(/^[\da-f-]{36}$/),
        region: 'us-east-1',
      });
      const ended = await job.end(sessionOf(opened), 'failure');
      expect(stopOf(inspector)).toMatchObject(STOPPED_WITH_NOTHING);
      expect(warningsOf(ended)).toEqual([]);
    });
  });

  test.concurrent('is killed before the session was open, the post step says so', async () => {
    await withJob(async (inspector, job) => {
      inspector.answerWhen(isStart, { kind: 'hang' });
      const opening = job.startToOpen();
      await inspector.waitFor(isStart);
      opening.kill('SIGKILL');
      const ended = await job.end(sessionOf(await opening.result), 'failure');
      expect(warningsOf(ended)).toEqual([expect.stringContaining('it conflicts with CIS_SESSION')]);
      expect(ended.log).toContain('There is nothing left to do.');
    });
  });

  test.concurrent('is cancelled during the call, the session is INTERRUPTED', async () => {
    await withJob(async (inspector, job) => {
      const start = hold();
      inspector.answerWhen(isStart, start.answer);
      const opening = job.startToOpen({ 'health-interval': '1' });
      await inspector.waitFor(isStart);
      opening.kill('SIGINT');
      start.release();
      const session = sessionOf(await opening.result);
      await job.end(session, 'cancelled');
      expect(stopOf(inspector)).toMatchObject({
        status: 'INTERRUPTED',
        reason: 'The job was cancelled: 0 rules delivered, 0 rules undelivered.',
      });
      await gone(session.heartbeats);
    });
  });

  test.concurrent('is cancelled between two attempts, it ends at once', async () => {
    await withJob(async (inspector, job) => {
      inspector.answerNext({ kind: 'error', name: 'ThrottlingException', retryAfterSeconds: 100 });
      const opening = job.startToOpen({ 'max-attempts': '3' });
      await opening.printed(/attempt 1 of 3 failed/);
      opening.kill('SIGINT');
      const opened = await opening.result;
      expect(opened.exitCode).toBe(1);
      expect(opened.log).toContain('Code: Cancelled');
      expect(opened.log).toContain('The step was cancelled before the session was open.');
      const ended = await job.end(sessionOf(opened), 'cancelled');
      expect(warningsOf(ended)).toHaveLength(1);
    });
  });

  const retryable: readonly [string, Answer][] = [
    ['ThrottlingException', { kind: 'error', name: 'ThrottlingException' }],
    ['InternalServerException', { kind: 'error', name: 'InternalServerException' }],
    ['NetworkError', { kind: 'reset' }],
  ];
  test.concurrent.each(retryable)(
    'fails with %s without a cancellation, it reports that failure',
    async (code, answer) => {
      await withJob(async (inspector, job) => {
        inspector.answerNext(answer);
        const opened = await job.startToOpen({ 'max-attempts': '1' }).result;
        expect([opened.exitCode, opened.log]).toEqual([1, expect.stringContaining(`Code: ${code}`)]);
      });
    },
  );

  test.concurrent('is refused after a signal, it reports the refusal and not the cancellation', async () => {
    await withJob(async (inspector, job) => {
      const refusal = hold({ kind: 'error', name: 'AccessDeniedException' });
      inspector.answerWhen(isStart, refusal.answer);
      const opening = job.startToOpen();
      await inspector.waitFor(isStart);
      opening.kill('SIGINT');
      refusal.release();
      expect((await opening.result).log).toContain('Code: AccessDeniedException');
    });
  });

  const refusals: readonly [string, Answer][] = [
    ['AccessDeniedException', { kind: 'error', name: 'AccessDeniedException' }],
    ['ConflictException', { kind: 'error', name: 'ConflictException' }],
    ['ValidationException', { kind: 'error', name: 'ValidationException' }],
    ['CredentialsUnavailable', { kind: 'undeclared-error', name: 'ExpiredTokenException', status: 403 }],
  ];
  test.concurrent.each(refusals)('is refused with %s, there is nothing to stop', async (code, answer) => {
    await withJob(async (inspector, job) => {
      inspector.answerNext(answer);
      const opened = await job.startToOpen({ 'health-interval': '1', 'max-attempts': '5' }).result;
      expect(opened.exitCode).toBe(1);
      expect(opened.log).toContain(`Code: ${code}`);
      expect(opened.state['heartbeat-process']).toBeUndefined();
      const ended = await job.end(sessionOf(opened), 'failure');
      expect(ended.log).toContain(`(${code}), so there is nothing to stop`);
      expect([warningsOf(ended), ended.summary]).toEqual([[], '']);
      expect(inspector.requests).toHaveLength(1);
    });
  });

  test.concurrent('is denied, the remedy names the IAM action to allow', async () => {
    await withJob(async (inspector, job) => {
      inspector.answerNext({ kind: 'error', name: 'AccessDeniedException' });
      const opened = await job.startToOpen().result;
      expect(opened.log).toContain('inspector2:StartCisSession');
    });
  });

  test.concurrent('has invalid inputs, nothing is sent to Inspector, then or in the post step', async () => {
    await withJob(async (inspector, job) => {
      const opened = await job.startToOpen({ 'health-interval': 'x', 'platform-vendor': 'x'.repeat(17) })
        .result;
      expect(opened.exitCode).toBe(1);
      expect(opened.log).toContain('`health-interval`');
      expect(opened.log).toContain('`platform-vendor`');
      expect([opened.state, opened.outputs]).toEqual([{}, {}]);
      const ended = await job.end(sessionOf(opened), 'failure');
      expect(ended.log).toContain('No session was opened');
      expect(inspector.requests).toEqual([]);
    });
  });

  const full: readonly [string, Readonly<Record<string, string>>, string][] = [
    ['GITHUB_STATE', { GITHUB_STATE: '/dev/full' }, 'The file of GITHUB_STATE could not be written.'],
    ['GITHUB_OUTPUT', { GITHUB_OUTPUT: '/dev/full' }, 'The file of GITHUB_OUTPUT could not be written.'],
    ['RUNNER_TEMP', { RUNNER_TEMP: '/proc/nope' }, "the runner's operating system refused"],
  ];
  test.concurrent.each(full)(
    'cannot write to %s, as on a full disk, it says so and sends nothing to Inspector',
    async (_what, environment, sentence) => {
      await withJob(async (inspector, job) => {
        const opened = await job.startToOpen({ 'health-interval': '1' }, { environment }).result;
        expect(opened.exitCode).toBe(1);
        expect(opened.log).toContain('Code: RunnerError');
        expect(opened.log).toContain(sentence);
        const ended = await job.end(sessionOf(opened), 'failure');
        expect([warningsOf(ended), inspector.requests]).toEqual([[], []]);
      });
    },
  );

  test.concurrent('has an endpoint that cannot be called, there is nothing to stop', async () => {
    await withJob(async (inspector, job) => {
      const environment = { AWS_USE_FIPS_ENDPOINT: 'true' };
      const opened = await job.startToOpen({}, { environment }).result;
      expect(opened.log).toContain('Code: InvalidInput');
      expect(opened.log).toContain('FIPS and custom endpoint are not supported');
      const ended = await job.end(sessionOf(opened), 'failure');
      expect([warningsOf(ended), inspector.requests]).toEqual([[], []]);
    });
  });

  test.concurrent(
    'opened the session without getting a response, a refused second attempt does not leave it open',
    async () => {
      await withJob(async (inspector, job) => {
        inspector.answerNext({ kind: 'reset-after-accept' }, { kind: 'error', name: 'ConflictException' });
        const opened = await job.startToOpen({ 'max-attempts': '2' }).result;
        expect(opened.exitCode).toBe(1);
        await job.end(sessionOf(opened), 'failure');
        expect(stopOf(inspector)).toMatchObject(STOPPED_WITH_NOTHING);
      });
    },
  );
});

describe('when the post step', () => {
  test.concurrent(
    'conflicts because the session no longer exists, that is a warning with its remedy',
    async () => {
      await withJob(async (inspector, job) => {
        const session = await job.open();
        await job.send(session, MESSAGES);
        await job.end(session);
        const again = await job.end(session);
        expect(warningsOf(again)).toEqual([expect.stringContaining('it conflicts with CIS_SESSION')]);
        expect(again.log).toContain('The session is no longer open');
        expect(again.summary).toContain('The CIS session could not be stopped');
        expect(acceptedOperations(inspector).at(-1)).toBe('StopCisSession');
      });
    },
  );

  const credentials: readonly [string, Readonly<Record<string, string>>][] = [
    ['are blank', { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }],
    ['have expired', { AWS_SESSION_TOKEN: 'ended' }],
  ];
  test.concurrent.each(credentials)(
    'has credentials that %s, that is a warning with its remedy',
    async (_, environment) => {
      await withJob(async (inspector, job) => {
        const session = await job.open();
        const ended = await job.end(session, 'success', {}, { environment });
        expect(warningsOf(ended)).toHaveLength(1);
        expect(ended.log).toContain('Code: CredentialsUnavailable (tolerated)');
        expect(ended.log).toContain('once in the job, before the session, with `role-duration-seconds`');
        expect(ended.summary).toContain('role-duration-seconds');
        expect(stopOf(inspector)).toBeUndefined();
      });
    },
  );

  const answers: readonly [string, Answer, string][] = [
    ['AccessDeniedException', { kind: 'error', name: 'AccessDeniedException' }, 'inspector2:StopCisSession'],
    ['ThrottlingException', { kind: 'error', name: 'ThrottlingException' }, 'max-attempts'],
    ['InternalServerException', { kind: 'error', name: 'InternalServerException' }, 'max-attempts'],
    ['NetworkError', { kind: 'reset' }, "Check the runner's network"],
  ];
  test.concurrent.each(answers)(
    'fails with %s, that is a warning with its remedy',
    async (code, answer, remedy) => {
      await withJob(async (inspector, job) => {
        const session = await job.open();
        inspector.answerWhen(isStop, answer);
        const ended = await job.end(session);
        expect(ended.log).toContain(`Code: ${code} (tolerated)`);
        expect(ended.log).toContain(remedy);
        expect(ended.log).not.toContain('undelivered file');
      });
    },
  );

  test.concurrent('fails at first, it is retried', async () => {
    await withJob(async (inspector, job) => {
      const session = await job.open();
      await job.send(session, MESSAGES);
      inspector.answerNext({ kind: 'error', name: 'ThrottlingException', retryAfterSeconds: 0.05 });
      const ended = await job.end(session, 'success', { 'max-attempts': '2' });
      expect(ended.log).toContain('The stop of the session: attempt 1 of 2 failed');
      expect(stopOf(inspector)).toMatchObject({ status: 'SUCCESS' });
    });
  });
});
