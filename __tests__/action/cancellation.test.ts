import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { listen } from '../../local-inspector/listen.ts';
import { hold } from '../../local-inspector/answers.ts';
import { isTelemetry } from '../../local-inspector/script.ts';
import type { RunningStep } from '../../local-runner/step.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import {
  asReceived,
  errorsOf,
  fileOf,
  finished,
  messagesIn,
  messagesOf,
  newDirectory,
  SCAN_JOB_ID,
  startSending,
  undeliveredOf,
} from './sending.ts';

const MESSAGES = messagesOf(30);
const SENDING = {
  files: { 'results.json': fileOf(MESSAGES) },
  inputs: { 'chunk-size': '10', concurrency: '1' },
};

/** The undelivered file of a step that is still running. */
function savedBy({ temporaryDirectory }: RunningStep): string {
  const names = readdirSync(temporaryDirectory);
  expect(names).toEqual([expect.stringMatching(/\.json$/)]);
  return join(temporaryDirectory, names[0] ?? '');
}

test.concurrent.each(['SIGINT', 'SIGTERM'] as const)(
  '%s saves what is undelivered while a call is under way, waits for it, and begins nothing new',
  async (signal) => {
    await withInspector(async (inspector) => {
      const second = hold();
      inspector.answerWhen(isTelemetry(2), second.answer);
      const running = startSending(inspector, SENDING);
      await inspector.waitFor(isTelemetry(2));
      running.kill(signal);
      await running.printed(/Messages undelivered so far are in/);
      const path = savedBy(running);
      expect(messagesIn(readFileSync(path, 'utf8'))).toEqual(MESSAGES.slice(10));

      // The runner sends a second signal if the step does not end; it changes nothing.
      running.kill('SIGTERM');
      second.release();
      const result = await finished(running);
      expect(result.exitCode).toBe(1);
      expect(result.outputs).toMatchObject({
        outcome: 'partial',
        'messages-sent': '20',
        'chunks-sent': '2',
        'error-code': 'Cancelled',
        'error-retryable': 'true',
        'undelivered-file': path,
      });
      expect(errorsOf(result)).toHaveLength(1);
      expect(undeliveredOf(result)).toEqual(MESSAGES.slice(20));
      expect(inspector.messages(SCAN_JOB_ID)).toEqual(asReceived(MESSAGES.slice(0, 20)));
      const { 'report-file': report } = result.outputs;
      const written = readdirSync(result.temporaryDirectory).map((name) =>
        join(result.temporaryDirectory, name),
      );
      expect(written.sort()).toEqual([path, report].sort());
    });
  },
);

test.concurrent('a call that does not end is aborted, and its messages stay undelivered', async () => {
  await withInspector(async (inspector) => {
    inspector.answerWhen(isTelemetry(2), { kind: 'hang' });
    const running = startSending(inspector, SENDING);
    await inspector.waitFor(isTelemetry(2));
    running.kill('SIGINT');
    const result = await finished(running);
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ 'error-code': 'Cancelled', 'messages-sent': '10' });
    expect(undeliveredOf(result)).toEqual(MESSAGES.slice(10));
  });
});

test.concurrent('a signal during start-up, when only the entry is loaded, cancels the step', async () => {
  await withInspector(async (inspector) => {
    // The step sends itself the signal when it loads the first other file.
    const hook = join(newDirectory(), 'hook.cjs');
    writeFileSync(
      hook,
      `const modules = require('node:module');
      const load = modules._load;
      modules._load = function (request, parent, ...rest) {
        if (parent?.filename === process.argv[1]) {
          modules._load = load;
          process.kill(process.pid, 'SIGINT');
        }
        return load.call(this, request, parent, ...rest);
      };`,
    );
    const running = startSending(inspector, {
      ...SENDING,
      environment: { NODE_OPTIONS: `--require=${hook}` },
    });
    const result = await finished(running);
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'failed', 'error-code': 'Cancelled' });
    expect(undeliveredOf(result)).toEqual(MESSAGES);
    expect(inspector.requests).toHaveLength(0);
  });
});

test.concurrent('a signal ends a wait between two attempts', async () => {
  await withInspector(async (inspector) => {
    inspector.answerNext({ kind: 'error', name: 'ThrottlingException', retryAfterSeconds: 100 });
    const running = startSending(inspector, SENDING);
    await running.printed(/attempt 1 of 5 failed/);
    running.kill('SIGTERM');
    const result = await finished(running);
    expect(result.outputs).toMatchObject({ outcome: 'failed', 'error-code': 'Cancelled' });
    expect(undeliveredOf(result)).toEqual(MESSAGES);
    expect(inspector.requests).toHaveLength(1);
  });
});

test.concurrent(
  'a cancelled step fails even if everything was delivered, and leaves no undelivered file',
  async () => {
    await withInspector(async (inspector) => {
      const last = hold();
      inspector.answerWhen(isTelemetry(3), last.answer);
      const running = startSending(inspector, SENDING);
      await inspector.waitFor(isTelemetry(3));
      running.kill('SIGINT');
      await running.printed(/Messages undelivered so far are in/);
      const path = savedBy(running);
      last.release();
      const result = await finished(running);
      expect(result.exitCode).toBe(1);
      expect(result.outputs).toMatchObject({
        outcome: 'sent',
        'error-code': 'Cancelled',
        'undelivered-file': '',
      });
      expect(existsSync(path)).toBe(false);
      expect(result.log).toContain('Everything was delivered in the end');
    });
  },
);

test.concurrent('a signal ends a search for credentials at a service that never responds', async () => {
  await withInspector(async ({ environment, requests }) => {
    const { AWS_ENDPOINT_URL_INSPECTOR2 = '', AWS_REGION = '' } = environment;
    const tokenFile = join(newDirectory(), 'token');
    writeFileSync(tokenFile, 'the-identity-token');
    const silent = createServer();
    const connected = new Promise<void>((resolve) => {
      silent.on('connection', (socket) => {
        socket
          .on('error', () => undefined)
          .once('data', () => {
            resolve();
          });
      });
    });
    const port = await listen(silent, 0);
    const running = startSending(
      { environment: { AWS_ENDPOINT_URL_INSPECTOR2, AWS_REGION } },
      {
        ...SENDING,
        environment: {
          AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${port}`,
          AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile,
          AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/scanner',
        },
      },
    );
    await connected;
    running.kill('SIGINT');
    const result = await finished(running);
    silent.close();
    expect(result.outputs).toMatchObject({ outcome: 'failed', 'error-code': 'Cancelled' });
    expect(undeliveredOf(result)).toEqual(MESSAGES);
    expect(requests).toHaveLength(0);
  });
});

test.concurrent('a signal ends a search for credentials by a process that keeps running', async () => {
  await withInspector(async ({ environment, requests }) => {
    const { AWS_ENDPOINT_URL_INSPECTOR2 = '', AWS_REGION = '' } = environment;
    const directory = newDirectory();
    const config = join(directory, 'config');
    const begun = join(directory, 'begun');
    // The process reports its start through a pipe that this test reads; it ends with the test at the latest.
    execFileSync('mkfifo', [begun]);
    writeFileSync(config, `[default]\ncredential_process = sh -c "echo $$ > ${begun}; exec sleep 60"\n`);
    const running = startSending(
      { environment: { AWS_ENDPOINT_URL_INSPECTOR2, AWS_REGION } },
      { ...SENDING, environment: { AWS_CONFIG_FILE: config } },
    );
    const pid = Number(await readFile(begun, 'utf8'));
    try {
      running.kill('SIGINT');
      const result = await finished(running);
      expect(result.exitCode).toBe(1);
      expect(result.outputs).toMatchObject({ outcome: 'failed', 'error-code': 'Cancelled' });
      expect(undeliveredOf(result)).toEqual(MESSAGES);
      // The step ended while its process was still running.
      expect(process.kill(pid, 0)).toBe(true);
      expect(requests).toHaveLength(0);
    } finally {
      process.kill(pid);
    }
  });
});
