import { expect, test } from '@jest/globals';
import type { Answer } from '../../local-inspector/answers.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { errorsOf, fileOf, messagesOf, send, undeliveredOf } from './sending.ts';

const MESSAGES = messagesOf(3);
const FILES = { 'results.json': fileOf(MESSAGES) };

interface Case {
  readonly what: string;
  readonly answer?: Answer;
  readonly environment?: Readonly<Record<string, string>>;
  readonly attempts: number;
  readonly says: RegExp;
}

const cases: readonly Case[] = [
  {
    what: 'a refused connection',
    // Port 1 of the loopback interface: nothing that a test starts can listen there.
    environment: { AWS_ENDPOINT_URL_INSPECTOR2: 'http://127.0.0.1:1' },
    attempts: 2,
    says: /could not be sent to 127\.0\.0\.1:1 after 2 attempts: the network failed \(connecting\)[^]*ECONNREFUSED/,
  },
  {
    what: 'a host that does not exist',
    // A label longer than host names allow, so no resolver is asked.
    environment: { AWS_ENDPOINT_URL_INSPECTOR2: `http://${'x'.repeat(64)}.invalid` },
    attempts: 1,
    says: /x\.invalid after 1 attempt: the network failed \(looking up the host\)/,
  },
  {
    what: 'a reset',
    answer: { kind: 'reset' },
    attempts: 2,
    says: /after 2 attempts: the network failed \(waiting for the response\)[^]*ECONNRESET/,
  },
  {
    what: 'a response that never arrives',
    answer: { kind: 'hang' },
    attempts: 1,
    says: /\(waiting for the response\)[^]*within 1 s/,
  },
  {
    what: 'a response that stops halfway',
    answer: { kind: 'stall-body' },
    attempts: 1,
    says: /\(reading the response\)[^]*within 1 s/,
  },
];

test.concurrent.each(cases)(
  '$what is a NetworkError that names host and stage',
  async ({ answer, environment = {}, attempts, says }) => {
    await withInspector(async (inspector) => {
      if (answer !== undefined) inspector.answerWhen(() => true, answer);
      const result = await send(inspector, {
        files: FILES,
        inputs: { 'max-attempts': String(attempts), 'request-timeout': answer === undefined ? '20' : '1' },
        environment,
      });
      expect(result.exitCode).toBe(1);
      expect(result.log).toMatch(says);
      expect(result.outputs).toMatchObject({
        outcome: 'failed',
        'error-code': 'NetworkError',
        'error-retryable': 'true',
        'messages-sent': '0',
      });
      expect(errorsOf(result)).toHaveLength(1);
      expect(undeliveredOf(result)).toEqual(MESSAGES);
    });
  },
);

test.concurrent.each(['HTTP_PROXY', 'https_proxy'])(
  'an unusable proxy in %s is reported before anything is sent',
  async (name) => {
    await withInspector(async (inspector) => {
      const result = await send(inspector, {
        files: FILES,
        environment: { [name]: 'http://builder:hunter2-secret@[not-a-host' },
      });
      expect(result.exitCode).toBe(1);
      expect(result.outputs).toMatchObject({ 'error-code': 'NetworkError', 'error-retryable': 'false' });
      expect(result.log).toContain('HTTPS_PROXY');
      expect(result.printed).not.toContain('hunter2-secret');
      expect(inspector.requests).toHaveLength(0);
      expect(undeliveredOf(result)).toEqual(MESSAGES);
    });
  },
);

test.concurrent(
  'what Inspector accepted before the connection broke counts as undelivered, and may be sent again',
  async () => {
    await withInspector(async (inspector) => {
      inspector.answerNext({ kind: 'reset-after-accept' });
      const result = await send(inspector, { files: FILES, inputs: { 'max-attempts': '1' } });
      expect(result.outputs).toMatchObject({ outcome: 'failed', 'messages-sent': '0' });
      expect(undeliveredOf(result)).toEqual(MESSAGES);
    });
  },
);
