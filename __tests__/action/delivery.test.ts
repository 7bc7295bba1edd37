import { expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import type { LocalInspector } from '../../local-inspector/server.ts';
import { hold } from '../../local-inspector/answers.ts';
import { isTelemetry } from '../../local-inspector/script.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import {
  asReceived,
  fileOf,
  finished,
  messagesOf,
  SCAN_JOB_ID,
  send,
  SESSION_TOKEN,
  startSending,
} from './sending.ts';

const MESSAGES = messagesOf(400);

test.concurrent.each([
  { what: 'a JSON file', name: 'results.json', text: fileOf(MESSAGES), inputs: {}, sizes: [150, 150, 100] },
  {
    what: 'a YAML file',
    name: 'results.yml',
    text: stringify({ messages: MESSAGES }),
    inputs: {},
    sizes: [150, 150, 100],
  },
  {
    what: 'a JSON file in chunks of 64',
    name: 'results.json',
    text: fileOf(MESSAGES),
    inputs: { 'chunk-size': '64' },
    sizes: [64, 64, 64, 64, 64, 64, 16],
  },
  {
    what: 'a bare JSON list in UTF-16',
    name: 'results.txt',
    text: Buffer.from(`\ufeff${JSON.stringify(MESSAGES)}`, 'utf16le'),
    inputs: { 'chunk-size': '150' },
    sizes: [150, 150, 100],
  },
])('$what of 400 rules arrives unchanged, in order, in chunks', async ({ name, text, inputs, sizes }) => {
  await withInspector(async (inspector) => {
    const result = await send(inspector, {
      files: { [name]: text },
      inputs: { ...inputs, concurrency: '1' },
    });
    expect(result.exitCode).toBe(0);
    expect(chunkSizes(inspector)).toEqual(sizes);
    expect(inspector.messages(SCAN_JOB_ID)).toEqual(asReceived(MESSAGES));
    expect(inspector.sessions.get(SCAN_JOB_ID)?.sessionToken).toBe(SESSION_TOKEN.toLowerCase());
    expect(result.outputs).toMatchObject({
      outcome: 'sent',
      'messages-total': '400',
      'messages-sent': '400',
      'messages-invalid': '0',
      'chunks-total': String(sizes.length),
      'chunks-sent': String(sizes.length),
      'status-counts': JSON.stringify({
        FAILED: 58,
        UNKNOWN: 57,
        ERROR: 57,
        NOT_EVALUATED: 57,
        PASSED: 57,
        INFORMATIONAL: 57,
        NOT_APPLICABLE: 57,
      }),
      'results-format': 'messages',
      'rules-evaluated': '115',
      'rules-passed': '57',
      'rules-failed': '58',
      'new-failures': '',
      'error-code': '',
      'error-message': '',
      'error-retryable': '',
      'request-id': '',
      'undelivered-file': '',
      'report-file': expect.stringContaining(result.temporaryDirectory),
    });
  });
});

test.concurrent(
  'the log has each chunk and its request, and the summary says what was sent where',
  async () => {
    await withInspector(async (inspector) => {
      const { log, summary, commands } = await send(inspector, {
        files: { 'results.json': fileOf(MESSAGES) },
      });
      for (const { requestId } of inspector.requests) expect(log).toContain(requestId);
      expect(log).toContain('Chunk 3 of 3 (100 messages): sent');
      expect(log).toMatch(
        /400 of 400 messages sent, in 3 of 3 chunks, in \d+\.\d s \([\d,]+ messages per second\)\./,
      );
      expect(summary).toContain('❌ 58 of 115 evaluated rules fail; 171 could not be checked');
      expect(summary).toContain('<b>58</b> failed');
      expect(summary.replaceAll('<wbr>', '')).toContain(SCAN_JOB_ID);
      expect(new Set(commands.map(({ name }) => name))).toEqual(new Set(['add-mask']));
    });
  },
);

test.concurrent('`summary: false` writes no summary', async () => {
  await withInspector(async (inspector) => {
    const { summary, exitCode } = await send(inspector, {
      files: { 'results.json': fileOf(messagesOf(1)) },
      inputs: { summary: 'false' },
    });
    expect({ summary, exitCode }).toEqual({ summary: '', exitCode: 0 });
  });
});

test.concurrent(
  'the first chunk is sent alone, then at most `concurrency` at a time, always in the same chunks',
  async () => {
    await withInspector(async (inspector) => {
      const files = { 'results.json': fileOf(MESSAGES) };
      const inputs = { 'chunk-size': '20', concurrency: '3' };
      const first = hold();
      const third = hold();
      inspector.answerWhen(isTelemetry(1), first.answer, { times: 1 });
      inspector.answerWhen(isTelemetry(3), third.answer, { times: 1 });

      const running = startSending(inspector, { files, inputs });
      await inspector.waitFor(isTelemetry(1));
      first.release();
      await inspector.waitFor(isTelemetry(10));
      third.release();
      expect((await finished(running)).outputs['chunks-sent']).toBe('20');
      expect(inspector.requests.slice(0, 2).map(({ inProgress }) => inProgress)).toEqual([1, 1]);
      expect(inspector.maximumInProgress).toBeLessThanOrEqual(3);
      expect(inspector.maximumInProgress).toBeGreaterThan(1);

      const bodies = bodiesOf(inspector);
      await send(inspector, { files, inputs: { ...inputs, concurrency: '16' } });
      const again = bodiesOf(inspector).slice(bodies.length);
      expect(again[0]).toBe(bodies[0]);
      expect(again.sort()).toEqual(bodies.sort());
    });
  },
);

function chunkSizes(inspector: LocalInspector): readonly number[] {
  return inspector.requests.map(({ content }) =>
    content?.operation === 'SendCisSessionTelemetry' ? content.messages.length : 0,
  );
}

function bodiesOf(inspector: LocalInspector): string[] {
  return inspector.requests.map(({ rawBody }) => rawBody.toString('utf8'));
}
