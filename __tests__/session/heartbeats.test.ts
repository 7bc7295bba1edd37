import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Answer } from '../../local-inspector/answers.ts';
import type { ReceivedRequest } from '../../local-inspector/requests.ts';
import { isOperation } from '../../local-inspector/script.ts';
import { heartbeatFiles } from '../../src/session/heartbeat.ts';
import { messagesOf, SCAN_JOB_ID, SESSION_TOKEN } from '../action/sending.ts';
import { gone, sessionOf, stopOf, acceptedOperations, warningsOf, withJob } from './job.ts';

// Heartbeats are sent seconds apart in real time, so these tests wait for as few as possible.

const MESSAGES = messagesOf(21);
const EVERY_SECOND = { 'health-interval': '1' };
const isHeartbeat = isOperation('SendCisSessionHealth');
const isHeartbeatNumber =
  (number: number) =>
  (request: ReceivedRequest): boolean =>
    isHeartbeat(request) && request.ordinal === number;

const onLinux = process.platform === 'linux' ? test.concurrent : test.skip;

test.concurrent('a session is started, kept alive, filled and stopped, in this order', async () => {
  await withJob(async (inspector, job) => {
    // The session step ends while the heartbeats go on, because they share none of its streams.
    const session = await job.open(EVERY_SECOND);
    await inspector.waitFor(isHeartbeatNumber(2));
    // On a slow machine a third one is due meanwhile. It gets no answer, so it never counts.
    const isLater = (request: ReceivedRequest): boolean => isHeartbeat(request) && request.ordinal > 2;
    inspector.answerWhen(isLater, { kind: 'hang' });
    for (const from of [0, 7, 14]) await job.send(session, MESSAGES.slice(from, from + 7));
    const ended = await job.end(session);
    await gone(session.heartbeats);

    const order = acceptedOperations(inspector);
    expect(order.slice(0, 3)).toEqual(['StartCisSession', 'SendCisSessionHealth', 'SendCisSessionHealth']);
    expect(order.filter((operation) => operation === 'SendCisSessionTelemetry')).toHaveLength(3);
    expect(order.at(-1)).toBe('StopCisSession');
    expect(order).toHaveLength(inspector.requests.filter((request) => !isLater(request)).length);
    expect(ended.log).toContain('2 heartbeats sent, 0 failed.');
    expect(ended.summary).toContain('2 heartbeats sent, 0 failed');
    expect(stopOf(inspector)).toMatchObject({
      status: 'SUCCESS',
      progress: { totalChecks: 21, failedChecks: 3, successfulChecks: 3 },
    });
  });
});

test.concurrent('an interval of 0 means no heartbeats', async () => {
  await withJob(async (inspector, job) => {
    const session = await job.open({ 'health-interval': '0' });
    expect(session.heartbeats).toBe(0);
    const ended = await job.end(session);
    expect(ended.summary).toContain('none');
    expect(acceptedOperations(inspector)).toEqual(['StartCisSession', 'StopCisSession']);
    expect(job.files()).not.toContain('heartbeats');
  });
});

test.concurrent('killing the heartbeats affects nothing else', async () => {
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
test.concurrent.each(failures)(
  'heartbeats survive %s, which affect nothing else',
  async (_, answer, code) => {
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
  },
);

test.concurrent('a heartbeat without a response does not delay the stop', async () => {
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

test.concurrent('heartbeats end when the session no longer exists, and log no secret', async () => {
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
});

test.concurrent('a stop file left over from before does not end the heartbeats', async () => {
  await withJob(async (inspector, job) => {
    writeFileSync(heartbeatFiles(job.temporaryDirectory, SCAN_JOB_ID).stopFile, '');
    const session = await job.open(EVERY_SECOND);
    await inspector.waitFor(isHeartbeat);
    await job.end(session);
    await gone(session.heartbeats);
  });
});

test.concurrent(
  'heartbeats are stopped even if the start was killed before it saved their process id',
  async () => {
    await withJob(async (inspector, job) => {
      const session = await job.open(EVERY_SECOND);
      const state = { ...session.opened.state, 'heartbeat-process': '' };
      await job.end(sessionOf({ ...session.opened, state }));
      await gone(session.heartbeats);
      expect(stopOf(inspector)).toBeDefined();
    });
  },
);

onLinux(
  'the heartbeat process has the token in no argument or variable, and stays tracked by the runner',
  async () => {
    await withJob(async (inspector, job) => {
      const environment = {
        SET_BY_WORKFLOW: SESSION_TOKEN.toUpperCase(),
        RUNNER_TRACKING_ID: 'github_1234',
      };
      const session = await job.open({ ...EVERY_SECOND, 'session-token': SESSION_TOKEN }, { environment });
      const seen = (name: string): string => readFileSync(`/proc/${session.heartbeats}/${name}`, 'utf8');
      expect(seen('cmdline')).toContain('heartbeat.js');
      for (const name of ['cmdline', 'environ'])
        expect(seen(name)).not.toMatch(new RegExp(SESSION_TOKEN, 'i'));
      expect(seen('environ')).toContain('RUNNER_TRACKING_ID=github_1234');
      expect(seen('environ')).not.toMatch(/INPUT_|STATE_|GITHUB_OUTPUT/);
      await inspector.waitFor(isHeartbeat);
      await job.end(session);
      await gone(session.heartbeats);
    });
  },
);
