import { expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hold, type Answer } from '../../local-inspector/answers.ts';
import { isOperation, isTelemetry } from '../../local-inspector/script.ts';
import { recordPath } from '../../src/session/record.ts';
import { messagesOf, SCAN_JOB_ID, undeliveredOf } from '../action/sending.ts';
import { sessionOf, stopOf, acceptedOperations, warningsOf, withJob } from './job.ts';

const MESSAGES = messagesOf(28);
const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const DENIED: Answer = { kind: 'error', name: 'AccessDeniedException', message: 'not allowed' };
/** Four rules of each status. */
const PROGRESS = {
  totalChecks: 28,
  successfulChecks: 4,
  failedChecks: 4,
  notEvaluatedChecks: 4,
  unknownChecks: 4,
  notApplicableChecks: 4,
  informationalChecks: 4,
  errorChecks: 4,
};
const NOTHING = Object.fromEntries(Object.keys(PROGRESS).map((name) => [name, 0]));

test.concurrent('telemetry steps add up, and a rule that is sent again counts once', async () => {
  await withJob(async (inspector, job) => {
    const session = await job.open();
    await job.send(session, MESSAGES.slice(0, 10));
    await job.send(session, MESSAGES.slice(10, 20));
    await job.send(session, MESSAGES.slice(15));
    const ended = await job.end(session);
    expect(acceptedOperations(inspector)).toEqual([
      'StartCisSession',
      'SendCisSessionTelemetry',
      'SendCisSessionTelemetry',
      'SendCisSessionTelemetry',
      'StopCisSession',
    ]);
    expect(stopOf(inspector)).toEqual({ status: 'SUCCESS', progress: PROGRESS });
    expect(ended.log).toContain(`Session of scan job ${SCAN_JOB_ID} is stopped: SUCCESS.`);
    expect(ended.summary).toContain('CIS session stopped: <code>SUCCESS</code>');
    expect(warningsOf(ended)).toEqual([]);
  });
});

test.concurrent('refused telemetry makes the session FAILED, with the reason', async () => {
  await withJob(async (inspector, job) => {
    inspector.answerWhen(isTelemetry(2), DENIED);
    const session = await job.open();
    const sent = await job.send(session, MESSAGES, { 'chunk-size': '7', concurrency: '1' });
    expect(sent.exitCode).toBe(1);
    const ended = await job.end(session, 'failure');
    expect(stopOf(inspector)).toMatchObject({
      status: 'FAILED',
      progress: { totalChecks: 7, failedChecks: 1, errorChecks: 1 },
      reason: expect.stringMatching(
        /^7 rules delivered, 21 rules undelivered\. .*AccessDeniedException: Access is denied/,
      ),
    });
    expect(ended.summary).toContain('CIS session stopped: <code>FAILED</code>');
    expect(ended.summary).toContain('21 rules undelivered');
  });
});

test.concurrent('refused telemetry that a later step delivers leaves the session SUCCESS', async () => {
  await withJob(async (inspector, job) => {
    inspector.answerWhen(isTelemetry(2), DENIED, { times: 1 });
    const session = await job.open();
    const sent = await job.send(session, MESSAGES, { 'chunk-size': '7', concurrency: '1' });
    expect(undeliveredOf(sent)).toHaveLength(21);
    const resumed = await job.send(session, [], {
      'results-file': sent.outputs['undelivered-file'] ?? '',
    });
    expect(resumed.exitCode).toBe(0);
    await job.end(session, 'failure');
    expect(stopOf(inspector)).toEqual({ status: 'SUCCESS', progress: PROGRESS });
  });
});

test.concurrent('a gate that fails after full delivery leaves the session SUCCESS', async () => {
  await withJob(async (inspector, job) => {
    const session = await job.open();
    const sent = await job.send(session, MESSAGES, { 'fail-on-status': 'FAILED' });
    expect(sent.outputs['error-code']).toBe('GateFailed');
    await job.end(session, 'failure');
    expect(stopOf(inspector)).toEqual({ status: 'SUCCESS', progress: PROGRESS });
  });
});

test.concurrent('a failed gate is not given as the reason for undelivered rules', async () => {
  await withJob(async (inspector, job) => {
    inspector.answerWhen(isTelemetry(1), DENIED, { times: 1 });
    const session = await job.open();
    await job.send(session, MESSAGES.slice(0, 7));
    await job.send(session, MESSAGES.slice(7), { 'fail-on-status': 'FAILED' });
    await job.end(session, 'failure');
    expect(stopOf(inspector)).toMatchObject({
      status: 'FAILED',
      progress: { totalChecks: 21 },
      reason: expect.stringMatching(
        /^21 rules delivered, 7 rules undelivered\. .*AccessDeniedException: Access is denied/,
      ),
    });
  });
});

test.concurrent('a job that fails before any telemetry makes the session FAILED', async () => {
  await withJob(async (inspector, job) => {
    const session = await job.open();
    await job.end(session, 'failure');
    expect(stopOf(inspector)).toEqual({
      status: 'FAILED',
      progress: NOTHING,
      reason: 'Nothing was delivered: no telemetry step ran with valid inputs.',
    });
  });
});

test.concurrent('a missing results file makes the session FAILED, with the reason', async () => {
  await withJob(async (inspector, job) => {
    const session = await job.open();
    await job.send(session, [], { 'results-file': 'none.json' });
    await job.end(session, 'failure');
    expect(stopOf(inspector)).toMatchObject({
      status: 'FAILED',
      reason: expect.stringMatching(
        'Nothing was delivered. A telemetry step failed: ResultsFileNotFound: No results file found.',
      ),
    });
  });
});

test.concurrent('a dry run does not count as delivery', async () => {
  await withJob(async (inspector, job) => {
    const session = await job.open();
    const sent = await job.send(session, MESSAGES, { 'dry-run': 'true' });
    expect(sent.outputs['outcome']).toBe('dry-run');
    await job.end(session);
    expect(stopOf(inspector)).toMatchObject({ status: 'FAILED', progress: NOTHING });
  });
});

test.concurrent('a job that is cancelled during delivery makes the session INTERRUPTED', async () => {
  await withJob(async (inspector, job) => {
    const second = hold();
    inspector.answerWhen(isTelemetry(2), second.answer);
    const session = await job.open();
    const sending = job.startToSend(session, MESSAGES, { 'chunk-size': '7', concurrency: '1' });
    await inspector.waitFor(isTelemetry(2));
    sending.kill('SIGINT');
    await sending.printed(/The step was cancelled: nothing new/);
    second.release();
    expect((await sending.result).outputs['messages-sent']).toBe('14');
    await job.end(session, 'cancelled');
    expect(stopOf(inspector)).toMatchObject({
      status: 'INTERRUPTED',
      progress: { totalChecks: 14, failedChecks: 2 },
      reason: expect.stringMatching(
        /^The job was cancelled: 14 rules delivered, 14 rules undelivered\. .*Cancelled: /,
      ),
    });
  });
});

test.concurrent('a telemetry step that is killed during delivery makes the session FAILED', async () => {
  await withJob(async (inspector, job) => {
    inspector.answerWhen(isTelemetry(2), { kind: 'hang' });
    const session = await job.open();
    const sending = job.startToSend(session, MESSAGES, { 'chunk-size': '7', concurrency: '1' });
    await inspector.waitFor(isTelemetry(2));
    sending.kill('SIGKILL');
    await sending.result;
    await job.end(session, 'failure');
    expect(stopOf(inspector)).toMatchObject({
      status: 'FAILED',
      reason:
        '28 rules in a telemetry step that was interrupted during delivery: how many of these arrived is unknown.',
      progress: {},
    });
  });
});

test.concurrent(
  'after a killed step, the reason separates what is known to be delivered from what is unknown',
  async () => {
    await withJob(async (inspector, job) => {
      const session = await job.open();
      await job.send(session, MESSAGES.slice(0, 5));
      inspector.answerWhen(isTelemetry(2), { kind: 'hang' });
      const sending = job.startToSend(session, MESSAGES.slice(5, 8));
      await inspector.waitFor(isTelemetry(2));
      sending.kill('SIGKILL');
      await sending.result;
      await job.end(session, 'failure');
      expect(stopOf(inspector)).toMatchObject({
        reason:
          '5 rules delivered, then 3 rules in a telemetry step that was interrupted during delivery: how many of these arrived is unknown.',
        progress: {},
      });
    });
  },
);

test.concurrent.each([{ 'chunk-size': '0' }, { 'results-file': '' }])(
  'a last telemetry step with invalid inputs (%j) makes the session FAILED',
  async (inputs) => {
    await withJob(async (inspector, job) => {
      const session = await job.open();
      await job.send(session, MESSAGES);
      const failed = await job.send(session, MESSAGES, inputs);
      expect(failed.outputs['error-code']).toBe('InvalidInput');
      await job.end(session, 'failure');
      expect(stopOf(inspector)).toMatchObject({
        status: 'FAILED',
        reason:
          '28 rules delivered, but the last step delivered nothing. A telemetry step failed: InvalidInput: An input is not valid.',
        progress: { totalChecks: 28 },
      });
    });
  },
);

test.concurrent(
  'a dry run between other steps changes nothing, whether its inputs are valid or not',
  async () => {
    await withJob(async (inspector, job) => {
      const session = await job.open();
      await job.send(session, MESSAGES);
      await job.send(session, MESSAGES.slice(0, 3), { 'dry-run': 'true' });
      await job.send(session, MESSAGES, { 'dry-run': 'true', 'chunk-size': '0' });
      await job.end(session);
      expect(stopOf(inspector)).toMatchObject({ status: 'SUCCESS', progress: { totalChecks: 28 } });
    });
  },
);

test.concurrent('platform and benchmark come from the inputs, or else from the results', async () => {
  await withJob(async (inspector, job) => {
    const session = await job.open({ 'platform-vendor': 'Canonical' });
    const sent = await job.send(session, [], { 'results-file': join(EXAMPLES, 'openscap-results.xml') });
    expect(sent.exitCode).toBe(0);
    await job.end(session, 'success', { 'platform-vendor': 'Canonical', 'benchmark-version': '1.0.0' });
    expect(stopOf(inspector)).toMatchObject({
      status: 'SUCCESS',
      benchmarkVersion: '1.0.0',
      benchmarkProfile: expect.stringMatching(/./),
      computePlatform: { vendor: 'Canonical', product: 'ubuntu_linux' },
    });
  });
});

test.concurrent('two sessions of one job do not affect each other', async () => {
  await withJob(async (inspector, job) => {
    const other = '11111111-1111-4111-8111-111111111111';
    const first = await job.open();
    const second = await job.open({ 'scan-job-id': other });
    await job.send(first, MESSAGES.slice(0, 3));
    await job.send(second, MESSAGES.slice(0, 5));
    await job.end(second, 'success', { 'scan-job-id': other });
    await job.end(first);
    expect(stopOf(inspector, other)).toMatchObject({ status: 'SUCCESS', progress: { totalChecks: 5 } });
    expect(stopOf(inspector)).toMatchObject({ status: 'SUCCESS', progress: { totalChecks: 3 } });
  });
});

test.concurrent('a telemetry step for a session that another job opened is not counted', async () => {
  await withJob(async (inspector, job) => {
    const session = await job.open();
    await job.send(session, MESSAGES.slice(0, 3));
    const elsewhere = { ...session, scanJobId: '11111111-1111-4111-8111-111111111111' };
    const sent = await job.send(elsewhere, MESSAGES);
    expect(sent.outputs['error-code']).toBe('ConflictException');
    await job.end(session, 'failure');
    expect(stopOf(inspector)).toMatchObject({ status: 'SUCCESS', progress: { totalChecks: 3 } });
  });
});

test.concurrent('opening a session twice is refused, and leaves the first one open', async () => {
  await withJob(async (inspector, job) => {
    const first = await job.open();
    await job.send(first, MESSAGES.slice(0, 3));
    const second = await job.startToOpen().result;
    expect([second.exitCode, second.state['refused']]).toEqual([1, 'ConflictException']);
    const ended = await job.end(sessionOf(second), 'failure');
    expect(ended.log).toContain('so there is nothing to stop');
    expect(stopOf(inspector)).toBeUndefined();
    await job.end(first, 'failure');
    expect(stopOf(inspector)).toMatchObject({ status: 'SUCCESS', progress: { totalChecks: 3 } });
  });
});

test.concurrent.each([
  ['missing', undefined],
  ['corrupt', '{"scanJobId": 1'],
])('when the record is %s, the session is stopped without counts', async (_, text) => {
  await withJob(async (inspector, job) => {
    const session = await job.open();
    const path = recordPath(job.temporaryDirectory, SCAN_JOB_ID);
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
    const sent = await job.send(session, MESSAGES.slice(0, 3));
    expect(sent.exitCode).toBe(0);
    const ended = await job.end(session);
    expect(warningsOf(ended)).toEqual([
      expect.stringContaining('no counts are sent to Inspector'),
      expect.stringContaining('ended FAILED in a job that succeeded'),
    ]);
    expect(stopOf(inspector)).toMatchObject({
      status: 'FAILED',
      progress: {},
      reason: expect.stringContaining('What was delivered is unknown'),
    });
  });
});

test.concurrent(
  'the post step stops the session that was opened, with the inputs as they are then',
  async () => {
    await withJob(async (inspector, job) => {
      const session = await job.open();
      await job.send(session, MESSAGES.slice(0, 1));
      await job.end(session, 'success', { 'scan-job-id': 'changed', 'platform-version': '24.04' });
      expect(stopOf(inspector)).toMatchObject({ computePlatform: { version: '24.04' } });
    });
  },
);

test.concurrent('inputs that have become invalid are a warning, and the session is stopped', async () => {
  await withJob(async (inspector, job) => {
    const session = await job.open();
    await job.send(session, MESSAGES);
    const ended = await job.end(session, 'success', { 'platform-version': 'much too long' });
    expect(warningsOf(ended)).toEqual([expect.stringContaining('`platform-version`')]);
    expect(stopOf(inspector)).toEqual({ status: 'SUCCESS', progress: PROGRESS });
  });
});

test.concurrent('every operation goes to the same Region', async () => {
  await withJob(async (inspector, job) => {
    const opened = await job.startToOpen({ 'aws-region': 'eu-central-1' }).result;
    await job.end(sessionOf(opened), 'success', { 'aws-region': 'us-west-2' });
    const stop = await inspector.waitFor(isOperation('StopCisSession'));
    expect(stop.headers.authorization).toContain('/eu-central-1/inspector2/');
    expect(stop.outcome).toBe('accepted');
  });
});
