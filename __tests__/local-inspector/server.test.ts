import { expect, test } from '@jest/globals';
import {
  SendCisSessionHealthCommand,
  SendCisSessionTelemetryCommand,
  StartCisSessionCommand,
  StopCisSessionCommand,
} from '@aws-sdk/client-inspector2';
import { connect } from 'node:net';
import { once } from 'node:events';
import { hold } from '../../local-inspector/answers.ts';
import { isOperation } from '../../local-inspector/script.ts';
import { EXAMPLE_CREDENTIALS, startLocalInspector } from '../../local-inspector/server.ts';
import { call, message, SCAN_JOB, send, telemetry, TELEMETRY, TOKEN } from './raw-call.ts';
import type { RawCall } from './raw-call.ts';
import { sdkClient } from './sdk-client.ts';
import { withInspector } from './with-inspector.ts';

const session = { scanJobId: SCAN_JOB, sessionToken: TOKEN };

test.each(['open', 'tracked'] as const)(
  'the SDK can complete a session, with sessions %s',
  async (sessions) => {
    const credentials = { ...EXAMPLE_CREDENTIALS, sessionToken: 'temporary' };
    await withInspector(
      async (inspector) => {
        const client = sdkClient(inspector, 'temporary');
        const details = new Uint8Array([0, 255, 10, 13]);
        const messages = [
          { ruleId: '1.1', status: 'PASSED' as const, cisRuleDetails: details },
          { ruleId: 'règle 🔒', status: 'NOT_APPLICABLE' as const, cisRuleDetails: new Uint8Array() },
        ];
        const stop = {
          status: 'FAILED' as const,
          progress: { totalChecks: 2, successfulChecks: 1, notApplicableChecks: 1 },
          reason: 'a test',
          computePlatform: { vendor: 'canonical', product: 'ubuntu', version: '24.04' },
          benchmarkVersion: '1.0.0',
          benchmarkProfile: 'Level 1',
        };
        await client.send(
          new StartCisSessionCommand({ scanJobId: SCAN_JOB, message: { sessionToken: TOKEN } }),
        );
        await client.send(new SendCisSessionHealthCommand(session));
        const answer = await client.send(new SendCisSessionTelemetryCommand({ ...session, messages }));
        await client.send(new StopCisSessionCommand({ ...session, message: stop }));
        client.destroy();

        expect(answer.$metadata).toMatchObject({
          httpStatusCode: 200,
          requestId: inspector.requests[2]?.requestId,
        });
        const received = messages.map((sent) => ({
          ...sent,
          cisRuleDetails: Buffer.from(sent.cisRuleDetails),
        }));
        expect(inspector.messages(SCAN_JOB)).toEqual(received);
        expect(inspector.sessions.get(SCAN_JOB)).toEqual({
          ...session,
          state: 'stopped',
          starts: 1,
          heartbeats: 1,
          messages: received,
          stop,
        });
        expect(
          inspector.requests.map(({ number, operation, outcome }) => [number, operation, outcome]),
        ).toEqual([
          [1, 'StartCisSession', 'accepted'],
          [2, 'SendCisSessionHealth', 'accepted'],
          [3, 'SendCisSessionTelemetry', 'accepted'],
          [4, 'StopCisSession', 'accepted'],
        ]);
      },
      { sessions, credentials },
    );
  },
);

test.each<[string, number, string, RawCall]>([
  ['POST', 405, 'MethodNotAllowedException', { method: 'POST' }],
  ['GET', 405, 'MethodNotAllowedException', { method: 'GET' }],
  ['an unknown path', 404, 'UnknownOperationException', { path: '/cissession/telemetry' }],
  ['a trailing slash', 404, 'UnknownOperationException', { path: `${TELEMETRY}/` }],
  ['a query', 404, 'UnknownOperationException', { path: `${TELEMETRY}?x=1` }],
  ['a path in upper case', 404, 'UnknownOperationException', { path: TELEMETRY.toUpperCase() }],
  ['plain text', 415, 'UnsupportedMediaTypeException', { headers: { 'content-type': 'text/plain' } }],
  ['compression', 415, 'UnsupportedMediaTypeException', { headers: { 'content-encoding': 'gzip' } }],
])('%s is refused with %d %s', async (_what, status, name, change) => {
  await withInspector(async ({ url, requests }) => {
    const answer = await call(url, change);
    expect(answer).toMatchObject({ status, headers: { 'x-amzn-errortype': name } });
    expect(answer.headers.allow).toBe(status === 405 ? 'PUT' : undefined);
    expect(requests[0]).toMatchObject({ outcome: 'refused', content: undefined });
  });
});

test('a request meant for a proxy finds no operation', async () => {
  await withInspector(async ({ url, requests }) => {
    const answer = await send(url, 'PUT', `${url}${TELEMETRY}`, {}, '{}');
    expect(answer.status).toBe(404);
    expect(requests[0]?.path).toBe(`${url}${TELEMETRY}`);
  });
});

test.each([
  ['nothing', ''],
  ['half an object', '{'],
  ['a byte order mark', '\ufeff{}'],
  ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
])('a body of %s cannot be parsed', async (_what, body) => {
  await withInspector(async ({ url }) => {
    const answer = await call(url, { body });
    expect(answer).toMatchObject({ status: 400, headers: { 'x-amzn-errortype': 'ValidationException' } });
    expect(JSON.parse(answer.text)).toMatchObject({ reason: 'CANNOT_PARSE' });
  });
});

test('faults reach the SDK as a ValidationException with each field, and nothing is kept', async () => {
  await withInspector(async (inspector) => {
    const client = sdkClient(inspector);
    const messages = [
      { ruleId: '', status: 'PASSED' as const, cisRuleDetails: new Uint8Array(1001) },
      { ruleId: '1.1', status: 'PASSED' as const, cisRuleDetails: new Uint8Array() },
    ];
    await expect(
      client.send(new SendCisSessionTelemetryCommand({ ...session, messages })),
    ).rejects.toMatchObject({
      name: 'ValidationException',
      reason: 'FIELD_VALIDATION_FAILED',
      fields: [
        { name: 'messages[0].ruleId', message: 'length in characters is 0, less than 1' },
        { name: 'messages[0].cisRuleDetails', message: 'length in bytes is 1001, more than 1000' },
      ],
      $metadata: { httpStatusCode: 400 },
    });
    client.destroy();
    expect(inspector.messages(SCAN_JOB)).toEqual([]);
  });
});

test('requests in progress are counted, at each arrival and at the maximum', async () => {
  await withInspector(async (inspector) => {
    const held = hold();
    inspector.answerNext(held.answer, held.answer, held.answer);
    const calls: Promise<unknown>[] = [];
    for (const number of [1, 2, 3]) {
      calls.push(call(inspector.url));
      await inspector.waitFor((request) => request.number === number);
    }
    held.release();
    await Promise.all(calls);
    await call(inspector.url);
    expect(inspector.requests.map(({ inProgress }) => inProgress).slice(0, 3)).toEqual([1, 2, 3]);
    expect(inspector.maximumInProgress).toBe(3);
  });
});

test('an aborted request is counted, but is not a request', async () => {
  await withInspector(async (inspector) => {
    const socket = connect(inspector.port, '127.0.0.1');
    await once(socket, 'connect');
    const head = `PUT ${TELEMETRY} HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\nexpect: 100-continue\r\n\r\n`;
    socket.write(head);
    // The interim answer says that the endpoint has begun to read.
    await once(socket, 'data');
    socket.end('{');
    await once(socket.resume(), 'close');
    await call(inspector.url);
    expect(inspector.unfinished).toBe(1);
    expect(inspector.requests).toHaveLength(1);
  });
});

test('a test can wait for a past or a future request', async () => {
  await withInspector(async (inspector) => {
    const awaited = inspector.waitFor(isOperation('SendCisSessionTelemetry'));
    await call(inspector.url, {
      body: JSON.stringify(telemetry({ messages: [message({ ruleId: '9.9' })] })),
    });
    expect((await awaited).content).toMatchObject({ messages: [{ ruleId: '9.9' }] });
    expect(await inspector.waitFor(({ number }) => number === 1)).toBe(await awaited);
  });
});

test('closing ends hanging requests and rejects those who wait', async () => {
  const inspector = await startLocalInspector();
  inspector.answerNext({ kind: 'hang' });
  const hanging = expect(call(inspector.url)).rejects.toMatchObject({ code: 'ECONNRESET' });
  await inspector.waitFor(() => true);
  const waiting = expect(inspector.waitFor(() => false)).rejects.toThrow('closed before');
  await inspector.close();
  await Promise.all([hanging, waiting]);
  await inspector.close();
});

test('an error in a predicate is thrown when the endpoint closes', async () => {
  const inspector = await startLocalInspector();
  inspector.answerWhen(
    () => {
      throw new Error('mistake of a test');
    },
    { kind: 'accept' },
  );
  await expect(call(inspector.url)).rejects.toMatchObject({ code: 'ECONNRESET' });
  await expect(inspector.close()).rejects.toThrow('a predicate of the test threw');
});
