import { expect, test } from '@jest/globals';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isTelemetry } from '../../local-inspector/script.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import {
  asReceived,
  errorsOf,
  fileOf,
  messagesOf,
  newDirectory,
  SCAN_JOB_ID,
  send,
  SESSION_TOKEN,
  undeliveredOf,
} from './sending.ts';

const MESSAGES = messagesOf(65);

test.concurrent(
  'a run that stops at chunk 4 of 7 and is resumed delivers each message exactly once',
  async () => {
    await withInspector(async (inspector) => {
      inspector.answerWhen(isTelemetry(4), { kind: 'error', name: 'AccessDeniedException' });
      const inputs = { 'chunk-size': '10', concurrency: '1' };
      const stopped = await send(inspector, { files: { 'results.json': fileOf(MESSAGES) }, inputs });
      expect(stopped.exitCode).toBe(1);
      expect(stopped.outputs).toMatchObject({
        outcome: 'partial',
        'messages-total': '65',
        'messages-sent': '30',
        'chunks-total': '7',
        'chunks-sent': '3',
        'error-code': 'AccessDeniedException',
      });
      expect(undeliveredOf(stopped)).toEqual(MESSAGES.slice(30));

      const resumed = await send(inspector, {
        files: {},
        inputs: { ...inputs, 'results-file': stopped.outputs['undelivered-file'] ?? '' },
      });
      expect(resumed.outputs).toMatchObject({
        outcome: 'sent',
        'messages-sent': '35',
        'undelivered-file': '',
      });
      expect(inspector.messages(SCAN_JOB_ID)).toEqual(asReceived(MESSAGES));
    });
  },
);

test.concurrent('chunks that are under way when another one fails are awaited and counted', async () => {
  await withInspector(async (inspector) => {
    inspector.answerWhen(isTelemetry(3), { kind: 'error', name: 'ConflictException' });
    const stopped = await send(inspector, {
      files: { 'results.json': fileOf(MESSAGES) },
      inputs: { 'chunk-size': '10', concurrency: '4' },
    });
    const received = inspector.messages(SCAN_JOB_ID);
    expect(stopped.outputs['messages-sent']).toBe(String(received.length));
    const resumed = await send(inspector, {
      files: {},
      inputs: { 'results-file': stopped.outputs['undelivered-file'] ?? '' },
    });
    expect(resumed.exitCode).toBe(0);
    const byRule = (messages: readonly object[]): readonly string[] =>
      messages.map((message) => JSON.stringify(message)).sort();
    expect(byRule(inspector.messages(SCAN_JOB_ID))).toEqual(byRule(asReceived(MESSAGES)));
  });
});

const BYTES = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
const BASE64 = BYTES.toString('base64');

test.concurrent.each([
  {
    what: '!!binary of YAML',
    name: 'results.yml',
    text: `- {ruleId: b, status: PASSED, cisRuleDetails: !!binary "${BASE64}"}\n`,
    encoding: 'text',
  },
  {
    what: 'base64 of JSON',
    name: 'results.json',
    text: JSON.stringify([{ ruleId: 'b', status: 'PASSED', cisRuleDetails: BASE64 }]),
    encoding: 'base64',
  },
])('binary details ($what) survive the undelivered file', async ({ name, text, encoding }) => {
  await withInspector(async (inspector) => {
    inspector.answerNext({ kind: 'error', name: 'AccessDeniedException' });
    const stopped = await send(inspector, {
      files: { [name]: text },
      inputs: { 'details-encoding': encoding },
    });
    for (const again of ['text', 'base64']) {
      const resumed = await send(inspector, {
        files: {},
        inputs: {
          'results-file': stopped.outputs['undelivered-file'] ?? '',
          'details-encoding': again,
        },
      });
      expect(resumed.exitCode).toBe(0);
    }
    const received = { ruleId: 'b', status: 'PASSED', cisRuleDetails: BYTES };
    expect(inspector.messages(SCAN_JOB_ID)).toEqual([received, received]);
  });
});

test.concurrent('`undelivered-file` gets all undelivered messages, readable only by the owner', async () => {
  await withInspector(async (inspector) => {
    inspector.answerNext({ kind: 'error', name: 'AccessDeniedException' });
    const path = join(newDirectory(), 'new', 'left.json');
    const result = await send(inspector, {
      files: { 'results.json': fileOf(MESSAGES) },
      inputs: { 'undelivered-file': path },
    });
    expect(result.outputs['undelivered-file']).toBe(path);
    expect(undeliveredOf(result)).toEqual(MESSAGES);
    expect(readdirSync(dirname(path))).toEqual(['left.json']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(result.temporaryDirectory)).toEqual([expect.stringContaining('report')]);
  });
});

test.concurrent(
  'an `undelivered-file` that cannot be written is an error, and another file is written',
  async () => {
    await withInspector(async (inspector) => {
      inspector.answerNext({ kind: 'error', name: 'AccessDeniedException' });
      const result = await send(inspector, {
        files: { 'results.json': fileOf(MESSAGES) },
        inputs: { 'undelivered-file': 'results.json/left.json' },
      });
      expect(dirname(result.outputs['undelivered-file'] ?? '')).toBe(result.temporaryDirectory);
      expect(undeliveredOf(result)).toEqual(MESSAGES);
      expect(errorsOf(result)).toContainEqual(
        expect.objectContaining({
          data: expect.stringMatching(/could not be written to .*results\.json\/left/),
        }),
      );
    });
  },
);

const OTHER_TOKEN = '99999999-8888-7777-6666-555555555555';

test.concurrent.each([
  { what: 'the undelivered file of another scan job', member: 'scanJobId', value: OTHER_TOKEN },
  { what: 'a file with another token', member: 'sessionToken', value: OTHER_TOKEN },
])('$what is refused, and its value is not shown', async ({ member, value }) => {
  await withInspector(async (inspector) => {
    const file = JSON.stringify({ [member]: value, messages: messagesOf(2) });
    const result = await send(inspector, { files: { 'results.json': file } });
    expect(result.exitCode).toBe(1);
    expect(result.outputs['error-code']).toBe('InvalidMessages');
    expect(result.log).toContain(`"${member}" differs from the input`);
    expect(JSON.stringify(result)).not.toContain(OTHER_TOKEN);
    expect(inspector.requests).toHaveLength(0);
  });
});

test.concurrent('a file that names this session, in upper or lower case, is sent', async () => {
  await withInspector(async (inspector) => {
    const session = { scanJobId: SCAN_JOB_ID.toUpperCase(), sessionToken: SESSION_TOKEN };
    const file = JSON.stringify({ ...session, messages: messagesOf(2) });
    const result = await send(inspector, { files: { 'results.json': file } });
    expect(result.exitCode).toBe(0);
    expect(inspector.messages(SCAN_JOB_ID)).toHaveLength(2);
  });
});
