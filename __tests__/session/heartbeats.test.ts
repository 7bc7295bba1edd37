import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Answer } from '../../local-inspector/answers.ts';
import type { ReceivedRequest } from '../../local-inspector/requests.ts';
import { isOperation } from '../../local-inspector/script.ts';
import { heartbeatFiles } from '../../src/session/heartbeat.ts';
import { messagesOf, SCAN_JOB_ID, SESSION_TOKEN } from '../action/sending.ts';
import { gone, sessionOf, stopOf, taken, warningsOf, withJob } from './job.ts';

// Heartbeats are real seconds apart, so that these tests have as few of them as they can.

const MESSAGES = messagesOf(21);
const EVERY_SECOND = { 'health-interval': '1' };
const isHeartbeat = isOperation('SendCisSessionHealth');
const isHeartbeatNumber =
  (number: number) =>
  (request: ReceivedRequest): boolean =>
    isHeartbeat(request) && request.ordinal === number;

const onLinux = process.platform === 'linux' ? test.concurrent : test.skip;

test.concurrent('a session is started, kept alive, sent to and stopped, in this order', async () => {
  await withJob(async (inspector, job) => {
    // The start ends although the heartbeats go on: none of its streams is theirs.
    const session = await job.open(EVERY_SECOND);
    await inspector.waitFor(isHeartbeatNumber(2));
    for (const from of [0, 7, 14]) await job.send(session, MESSAGES.slice(from, from + 7));
    const ended = await job.end(session);
    await gone(session.heartbeats);

    const order = taken(inspector);
    const heartbeats = order.filter((operation) => operation === 'SendCisSessionHealth').length;
    expect(order.slice(0, 3)).toEqual(['StartCisSession', 'SendCisSessionHealth', 'SendCisSessionHealth']);
    expect(order.filter((operation) => operation === 'SendCisSessionTelemetry')).toHaveLength(3);
    expect(order.at(-1)).toBe('StopCisSession');
    expect(order).toHaveLength(inspector.requests.length);
    expect(ended.log).toContain(`${heartbeats} heartbeats sent, 0 failed.`);
    expect(ended.summary).toContain(`${heartbeats} heartbeats sent, 0 failed`);
    expect(stopOf(inspector)).toMatchObject({
      status: 'SUCCESS',
      progress: { totalChecks: 21, failedChecks: 3, successfulChecks: 3 },
    });
  });
});

test.concurrent('without an interval there are none', async () => {
  await withJob(async (inspector, job) => {
    const session = await job.open({ 'health-interval': '0' });
    expect(session.heartbeats).toBe(0);
    const ended = await job.end(session);
    expect(ended.summary).toContain('none');
    expect(taken(inspector)).toEqual(['StartCisSession', 'StopCisSession']);
    expect(job.files()).not.toContain('heartbeats');
  });
});

test.concurrent('when their process is killed, nothing else changes', async () => {
  await withJob(async (inspector, job) => {
    const session = await job.open(EVERY_SECOND);
    await inspector.waitFor(isHeartbeat);
    process.kill(session.heartbeats, 'SIGKILL');
    await gone(session.heartbeats);
    await job.send(session, MESSAGES);
    const ended = await job.end(session);
    expect(warningsOf(ended)).toEqual([]);
    expect(ended.log).toContain('they may have been killed');
    expect(stopOf(inspector)).toMatchObject({ status: 'SUCCESS', progress: { totalChecks: 21 } });
  });
});

const failures: readonly [string, Answer, string][] = [
  ['resets', { kind: 'reset' }, 'NetworkError'],
  ['errors', { kind: 'error', name: 'InternalServerException' }, 'InternalServerException'],
];
test.concurrent.each(failures)('they outlive %s, which change nothing else', async (_, answer, code) => {
  await withJob(async (inspector, job) => {
    inspector.answerWhen(isHeartbeat, answer, { times: 1 });
    const session = await job.open(EVERY_SECOND);
    await inspector.waitFor(isHeartbeatNumber(2));
    await job.send(session, MESSAGES);
    const ended = await job.end(session);
    await gone(session.heartbeats);
    expect(ended.log).toMatch(
      new RegExp(`heartbeats? sent, 1 failed\\.\\n {2}Heartbeat 1 failed: ${code}: `),
    );
    expect(warningsOf(ended)).toEqual([]);
    expect(stopOf(inspector)).toMatchObject({ status: 'SUCCESS' });
  });
});

test.concurrent('a heartbeat that gets no answer does not keep the end waiting', async () => {
  await withJob(async (inspector, job) => {
    inspector.answerWhen(isHeartbeat, { kind: 'hang' });
    const session = await job.open(EVERY_SECOND);
    await inspector.waitFor(isHeartbeat);
    const ended = await job.end(session);
    await gone(session.heartbeats);
    expect(ended.log).toContain('0 heartbeats sent, 0 failed.');
    expect(stopOf(inspector)).toBeDefined();
  });
});

test.concurrent(
  'they end by themselves when the session no longer exists, and repeat no secret',
  async () => {
    await withJob(async (inspector, job) => {
      inspector.answerWhen(isHeartbeat, {
        kind: 'error',
        name: 'ConflictException',
        message: `no session ${SESSION_TOKEN.toLowerCase()}`,
      });
      const session = await job.open({ ...EVERY_SECOND, 'session-token': SESSION_TOKEN });
      await gone(session.heartbeats);
      const { logFile } = heartbeatFiles(job.temporaryDirectory, SCAN_JOB_ID);
      expect(readFileSync(logFile, 'utf8')).toMatch(
        /no session \*\*\*\nHeartbeats ended: the session no longer exists\.\n$/,
      );
      const ended = await job.end(session);
      expect(ended.log).toContain('Heartbeats ended: the session no longer exists.');
    });
  },
);

test.concurrent('a stop file of old does not end them', async () => {
  await withJob(async (inspector, job) => {
    writeFileSync(heartbeatFiles(job.temporaryDirectory, SCAN_JOB_ID).stopFile, '');
    const session = await job.open(EVERY_SECOND);
    await inspector.waitFor(isHeartbeat);
    await job.end(session);
    await gone(session.heartbeats);
  });
});

test.concurrent('they end also when the start was killed before it could tell their process', async () => {
  await withJob(async (inspector, job) => {
    const session = await job.open(EVERY_SECOND);
    const state = { ...session.opened.state, 'heartbeat-process': '' };
    await job.end(sessionOf({ ...session.opened, state }));
    await gone(session.heartbeats);
    expect(stopOf(inspector)).toBeDefined();
  });
});

onLinux('their process has the token in no argument and no variable, and stays the runner’s', async () => {
  await withJob(async (inspector, job) => {
    const environment = {
      OF_THE_WORKFLOW: SESSION_TOKEN.toUpperCase(),
      RUNNER_TRACKING_ID: 'github_1234',
    };
    const session = await job.open({ ...EVERY_SECOND, 'session-token': SESSION_TOKEN }, { environment });
    const seen = (name: string): string => readFileSync(`/proc/${session.heartbeats}/${name}`, 'utf8');
    expect(seen('cmdline')).toContain('heartbeat.js');
    for (const name of ['cmdline', 'environ']) expect(seen(name)).not.toMatch(new RegExp(SESSION_TOKEN, 'i'));
    expect(seen('environ')).toContain('RUNNER_TRACKING_ID=github_1234');
    expect(seen('environ')).not.toMatch(/INPUT_|STATE_|GITHUB_OUTPUT/);
    await inspector.waitFor(isHeartbeat);
    await job.end(session);
    await gone(session.heartbeats);
  });
});
