import { expect, test } from '@jest/globals';
import { SendCisSessionTelemetryCommand } from '@aws-sdk/client-inspector2';
import { hold, htmlPage } from '../../local-inspector/answers.ts';
import type { Answer } from '../../local-inspector/answers.ts';
import { carriesRule, isOperation, isTelemetry } from '../../local-inspector/script.ts';
import { call, message, SCAN_JOB, telemetry, TOKEN } from './raw-call.ts';
import { sdkClient } from './sdk-client.ts';
import { withInspector } from './with-inspector.ts';

const fields = [{ name: 'messages[0].ruleId', message: 'is wrong' }];

test.each<[Answer, object]>([
  [
    { kind: 'error', name: 'ConflictException', message: 'no', resourceId: 'id', resourceType: 'type' },
    { name: 'ConflictException', message: 'no', resourceId: 'id', resourceType: 'type', ...status(409) },
  ],
  [
    { kind: 'error', name: 'ConflictException' },
    { name: 'ConflictException', resourceType: 'CIS_SESSION', ...status(409) },
  ],
  [
    { kind: 'error', name: 'ValidationException', reason: 'OTHER', fields },
    { name: 'ValidationException', reason: 'OTHER', fields, ...status(400) },
  ],
  [
    { kind: 'error', name: 'AccessDeniedException', message: 'User x may not' },
    { name: 'AccessDeniedException', message: 'User x may not', ...status(403) },
  ],
  [
    { kind: 'error', name: 'ThrottlingException', retryAfterSeconds: 7 },
    { name: 'ThrottlingException', retryAfterSeconds: 7, ...status(429) },
  ],
  [
    { kind: 'error', name: 'ThrottlingException' },
    { name: 'ThrottlingException', ...status(429) },
  ],
  [
    { kind: 'error', name: 'InternalServerException', retryAfterSeconds: 0 },
    { name: 'InternalServerException', retryAfterSeconds: 0, ...status(500) },
  ],
  [
    { kind: 'undeclared-error', name: 'ExpiredTokenException', status: 403, message: 'expired' },
    { name: 'ExpiredTokenException', message: 'expired', ...status(403) },
  ],
])('the SDK gets a scripted error: %j', async (answer, error) => {
  await withInspector(async (inspector) => {
    inspector.answerNext(answer);
    const client = sdkClient(inspector);
    const body = {
      scanJobId: SCAN_JOB,
      sessionToken: TOKEN,
      messages: [{ ruleId: '1', status: 'PASSED' as const, cisRuleDetails: new Uint8Array() }],
    };
    await expect(client.send(new SendCisSessionTelemetryCommand(body))).rejects.toMatchObject(error);
    client.destroy();
    expect(inspector.requests[0]).toMatchObject({ scripted: answer, outcome: 'not-accepted' });
    expect(inspector.messages(SCAN_JOB)).toEqual([]);
  });
});

test.each<[string, Answer, number, string | undefined, string]>([
  ['a page with 200', htmlPage(200, 'portal'), 200, 'text/html; charset=utf-8', page('portal')],
  ['a page with 502', htmlPage(502, 'gateway'), 502, 'text/html; charset=utf-8', page('gateway')],
  ['an empty 200', { kind: 'raw', status: 200 }, 200, undefined, ''],
  ['a JSON list', { kind: 'raw', status: 200, contentType: 'a/b', body: '[]' }, 200, 'a/b', '[]'],
])('something other than AWS can answer: %s', async (_what, answer, code, type, text) => {
  await withInspector(async ({ url, answerNext }) => {
    answerNext(answer);
    const got = await call(url);
    expect(got).toMatchObject({ status: code, text });
    expect(got.headers['content-type']).toBe(type);
    expect(got.headers['x-amzn-requestid']).toBeUndefined();
  });
});

test.each([
  ['reset', 'not-accepted', 0],
  ['reset-after-accept', 'accepted', 1],
] as const)('%s ends the connection with the content %s', async (kind, outcome, kept) => {
  await withInspector(async ({ url, answerNext, messages, requests }) => {
    answerNext({ kind });
    await expect(call(url)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(requests[0]?.outcome).toBe(outcome);
    expect(messages(SCAN_JOB)).toHaveLength(kept);
    expect(await call(url)).toMatchObject({ status: 200 });
  });
});

test('a stalled body begins but never ends', async () => {
  await withInspector(async (inspector) => {
    inspector.answerNext({ kind: 'stall-body' });
    const stalled = expect(call(inspector.url)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await inspector.waitFor(() => true);
    expect(await call(inspector.url)).toMatchObject({ status: 200 });
    await inspector.close();
    await stalled;
    expect(inspector.requests[0]?.outcome).toBe('not-accepted');
  });
});

test('a held request is neither accepted nor answered until it is released', async () => {
  await withInspector(async (inspector) => {
    const held = hold();
    inspector.answerNext(held.answer);
    const first = call(inspector.url, rule('held'));
    await inspector.waitFor(() => true);
    expect(inspector.requests[0]?.outcome).toBe('pending');
    await call(inspector.url, rule('quick'));
    held.release();
    expect(await first).toMatchObject({ status: 200 });
    expect(inspector.messages(SCAN_JOB).map(({ ruleId }) => ruleId)).toEqual(['quick', 'held']);
  });
});

test.each<[string, Answer]>([
  ['delay', { kind: 'delay', milliseconds: 1, then: { kind: 'error', name: 'InternalServerException' } }],
  ['hold', { ...hold({ kind: 'error', name: 'InternalServerException' }).answer, until: Promise.resolve() }],
])('the answer after a %s can be chosen', async (_what, answer) => {
  await withInspector(async ({ url, answerNext }) => {
    answerNext(answer);
    expect(await call(url)).toMatchObject({ status: 500 });
  });
});

const error: Answer = { kind: 'error', name: 'AccessDeniedException' };

test('answers can be set for the Nth telemetry request, for a rule and for an operation', async () => {
  await withInspector(async ({ url, answerWhen }) => {
    answerWhen(isTelemetry(2), { kind: 'raw', status: 502 });
    answerWhen(carriesRule('bad'), { kind: 'raw', status: 503 }, { times: 2 });
    answerWhen(isOperation('SendCisSessionHealth'), error);
    const health = {
      path: '/cissession/health/send',
      body: JSON.stringify({ scanJobId: SCAN_JOB, sessionToken: TOKEN }),
    };
    const statuses: number[] = [];
    for (const each of [{}, health, {}, rule('bad'), rule('good'), rule('bad'), rule('bad'), health]) {
      statuses.push((await call(url, each)).status);
    }
    expect(statuses).toEqual([200, 403, 502, 503, 200, 503, 200, 403]);
  });
});

test('answers in the queue are used once each, and wait while a condition applies', async () => {
  await withInspector(async ({ url, answerNext, answerWhen }) => {
    answerNext({ kind: 'raw', status: 501 }, { kind: 'accept' });
    answerNext({ kind: 'raw', status: 503 });
    answerWhen(isTelemetry(2), error);
    const statuses: number[] = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await call(url)).status);
    expect(statuses).toEqual([501, 403, 200, 503, 200]);
  });
});

test('a refused request uses up no scripted answer, except one for unchecked requests', async () => {
  await withInspector(async ({ url, answerNext, answerWhen, requests }) => {
    answerNext(error);
    answerWhen(({ number }) => number === 2, htmlPage(200), { unchecked: true });
    answerWhen(({ number }) => number === 3, { kind: 'accept' }, { unchecked: true });
    const bad = { body: JSON.stringify(telemetry({ messages: [] })) };
    const statuses: number[] = [];
    for (const each of [bad, bad, bad, {}]) statuses.push((await call(url, each)).status);
    expect(statuses).toEqual([400, 200, 400, 403]);
    expect(requests.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'not-accepted',
      'refused',
      'not-accepted',
    ]);
  });
});

function status(httpStatusCode: number): object {
  return { $metadata: expect.objectContaining({ httpStatusCode }) };
}

function page(title: string): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body>${title}</body></html>`;
}

function rule(ruleId: string) {
  return { body: JSON.stringify(telemetry({ messages: [message({ ruleId })] })) };
}
