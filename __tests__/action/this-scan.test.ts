import { describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutUndefined } from '../../src/json.ts';
import type { LocalInspector } from '../../local-inspector/server.ts';
import { startStep, type StepResult } from '../../local-runner/step.ts';
import { COMMANDS_FOLDER } from '../../src/job.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { stopOf, warningsOf, withJob } from '../session/job.ts';
import {
  errorsOf,
  fileOf,
  finished,
  messagesOf,
  newDirectory,
  SCAN_JOB_ID,
  send,
  SESSION_TOKEN,
  undeliveredOf,
} from './sending.ts';

// Only this job's scan is sent, in this job's session, and a green tick hides nothing.

const HOUR = 3600;
const DAY = 24 * HOUR;

/** XCCDF results with a number of rules for each result. */
function xccdf(results: Readonly<Record<string, number>>): string {
  const rules = Object.entries(results).flatMap(([result, number]) =>
    Array.from(
      { length: number },
      (_, index) => `<rule-result idref="${result}-${index}"><result>${result}</result></rule-result>`,
    ),
  );
  const benchmark =
    '<benchmark id="cis-ubuntu-22.04"/><platform idref="cpe:/o:canonical:ubuntu_linux:22.04"/>';
  return `<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="t">${benchmark}${rules.join('')}</TestResult>`;
}

/** A new job on a self-hosted runner: its folder in `RUNNER_TEMP` was created just now. */
function newJobDirectory(): string {
  const directory = newDirectory();
  beginJob(directory);
  return directory;
}

/** Like the runner, creates the folder at the job's first step, and later changes it with the files of each step. */
function beginJob(temporaryDirectory: string): void {
  const folder = join(temporaryDirectory, COMMANDS_FOLDER);
  mkdirSync(folder);
  // The clock of a file system ticks every few milliseconds.
  for (let now = statSync(folder); now.ctimeMs === now.birthtimeMs; now = statSync(folder)) {
    utimesSync(folder, now.mtime, now.mtime);
  }
}

interface Aged {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly temporaryDirectory?: string;
  readonly content?: string;
}

/** Sends a results file that was last written some seconds ago. */
function sendAged(
  inspector: Pick<LocalInspector, 'environment'>,
  seconds: number,
  { inputs = {}, temporaryDirectory = newJobDirectory(), content = xccdf({ pass: 3 }) }: Aged = {},
): Promise<StepResult> {
  const workspace = newDirectory();
  const path = join(workspace, 'results.xml');
  writeFileSync(path, content);
  const then = Date.now() / 1000 - seconds;
  utimesSync(path, then, then);
  return finished(
    startStep({
      workspace,
      temporaryDirectory,
      inputs: {
        'scan-job-id': SCAN_JOB_ID,
        'session-token': SESSION_TOKEN,
        'results-file': 'results.xml',
        ...inputs,
      },
      environment: inspector.environment,
    }),
  );
}

describe('results of an earlier job', () => {
  test('are refused without any call, and the log says how old they are and what to do', async () => {
    await withInspector(async (inspector) => {
      const result = await sendAged(inspector, 7 * DAY);
      expect([result.exitCode, result.outputs['error-code']]).toEqual([1, 'StaleResults']);
      expect(inspector.requests).toEqual([]);
      expect(errorsOf(result)).toMatchObject([
        { data: expect.stringMatching(/"results\.xml" was written \d+ days.* before this job began/) },
      ]);
      expect(result.log).toContain('max-age: 24h');
    });
  });

  test.each<[string, number, Aged]>([
    ['within `max-age`', 23 * HOUR, { inputs: { 'max-age': '24h' } }],
    ['of any age, with `max-age: any`', 300 * DAY, { inputs: { 'max-age': 'any' } }],
    [
      'if they are an undelivered file',
      7 * DAY,
      {
        content: JSON.stringify({
          scanJobId: SCAN_JOB_ID,
          detailsEncoding: 'base64',
          messages: [{ ruleId: '1', status: 'PASSED', cisRuleDetails: '' }],
        }),
      },
    ],
  ])('are accepted %s', async (_case, seconds, aged) => {
    await withInspector(async (inspector) => {
      const result = await sendAged(inspector, seconds, aged);
      expect([result.exitCode, result.outputs['outcome']]).toEqual([0, 'sent']);
    });
  });

  test('are refused if they are older than `max-age`', async () => {
    await withInspector(async (inspector) => {
      const result = await sendAged(inspector, 25 * HOUR, { inputs: { 'max-age': '24h' } });
      expect(result.outputs['error-code']).toBe('StaleResults');
      expect(inspector.requests).toEqual([]);
    });
  });

  test('are sent with a warning if it is unknown when the job began', async () => {
    await withInspector(async (inspector) => {
      const result = await sendAged(inspector, 2 * DAY, { temporaryDirectory: newDirectory() });
      expect([result.exitCode, result.outputs['outcome']]).toEqual([0, 'sent']);
      expect(warningsOf(result)).toEqual([expect.stringContaining('"results.xml" was written 2 days ago')]);
    });
  });

  test('make the session FAILED', async () => {
    await withJob(async (inspector, job) => {
      const session = await job.open();
      beginJob(job.temporaryDirectory);
      const { temporaryDirectory } = job;
      const inputs = { 'session-token': session.token };
      const result = await sendAged(inspector, 7 * DAY, { temporaryDirectory, inputs });
      expect(result.outputs['error-code']).toBe('StaleResults');
      await job.end(session, 'failure');
      expect(stopOf(inspector)).toMatchObject({
        status: 'FAILED',
        reason: 'Nothing was delivered. A telemetry step failed: StaleResults: The results are too old.',
      });
    });
  });
});

describe('a scan in which no rule was evaluated', () => {
  test('is delivered, and then fails with the likely cause and with what the file states', async () => {
    await withInspector(async (inspector) => {
      const result = await send(inspector, { files: { 'results.xml': xccdf({ notapplicable: 189 }) } });
      expect([result.exitCode, result.outputs['outcome'], result.outputs['error-code']]).toEqual([
        1,
        'sent',
        'NothingEvaluated',
      ]);
      expect(result.outputs['undelivered-file']).toBe('');
      expect(inspector.messages(SCAN_JOB_ID)).toHaveLength(189);
      expect(result.log).toContain('the content is for another system');
      expect(result.log).toContain('cis-ubuntu-22.04');
      expect(result.log).toContain('canonical ubuntu_linux 22.04');
    });
  });

  test('is a warning if it is tolerated, and the gate decides', async () => {
    await withInspector(async (inspector) => {
      const files = { 'results.xml': xccdf({ error: 2 }) };
      const inputs = { 'tolerate-errors': 'NothingEvaluated' };
      const tolerated = await send(inspector, { files, inputs });
      expect([tolerated.exitCode, tolerated.outputs['error-code']]).toEqual([0, 'NothingEvaluated']);
      const gated = await send(inspector, { files, inputs: { ...inputs, 'fail-on-status': 'ERROR' } });
      expect([gated.exitCode, gated.outputs['error-code']]).toEqual([1, 'GateFailed']);
    });
  });

  test('makes a dry run fail, too', async () => {
    await withInspector(async (inspector) => {
      const files = { 'results.xml': xccdf({ notchecked: 2 }) };
      const result = await send(inspector, { files, inputs: { 'dry-run': 'true' } });
      expect([result.exitCode, result.outputs['outcome'], result.outputs['error-code']]).toEqual([
        1,
        'dry-run',
        'NothingEvaluated',
      ]);
      expect(inspector.requests).toEqual([]);
    });
  });

  test('makes the session FAILED even in a green job, with a warning', async () => {
    await withJob(async (inspector, job) => {
      const session = await job.open();
      const messages = messagesOf(7).filter(({ status }) => status === 'NOT_EVALUATED');
      const sent = await job.send(session, messages);
      expect([sent.exitCode, warningsOf(sent)]).toEqual([
        0,
        [expect.stringContaining('No rule passed or failed: 1 rule is NOT_EVALUATED.')],
      ]);
      const ended = await job.end(session);
      expect(stopOf(inspector)).toMatchObject({
        status: 'FAILED',
        reason: expect.stringMatching(/^No rule was/),
      });
      expect(warningsOf(ended)).toEqual([expect.stringContaining('ended FAILED in a job that succeeded')]);
    });
  });

  test('is not a failure if an earlier step of the session evaluated rules', async () => {
    await withJob(async (inspector, job) => {
      const session = await job.open();
      await job.send(session, messagesOf(7));
      const manual = await job.send(session, [{ ruleId: 'm', status: 'NOT_EVALUATED', cisRuleDetails: '' }]);
      expect([manual.exitCode, warningsOf(manual)]).toEqual([0, []]);
      await job.end(session);
      expect(stopOf(inspector)).toMatchObject({ status: 'SUCCESS' });
    });
  });
});

describe('the session of this job', () => {
  const MESSAGES = messagesOf(7);

  test('if it was refused, no further calls are made: the telemetry step says why, and nothing is lost', async () => {
    await withJob(async (inspector, job) => {
      inspector.answerNext({ kind: 'error', name: 'AccessDeniedException' });
      const opened = await job.startToOpen().result;
      const session = {
        scanJobId: SCAN_JOB_ID,
        token: opened.outputs['session-token'] ?? '',
        opened,
        heartbeats: 0,
      };
      const result = await job.send(session, MESSAGES);
      expect([result.exitCode, result.outputs['error-code']]).toEqual([1, 'SessionNotOpen']);
      expect(result.log).toContain('AccessDeniedException');
      expect(inspector.requests).toHaveLength(1);
      expect(undeliveredOf(result)).toEqual(MESSAGES);
    });
  });

  test('a rehearsal passes without any call, with ids that it generates', async () => {
    await withJob(async (inspector, job) => {
      const dry = { 'dry-run': 'true', 'scan-job-id': '' };
      const opened = await job.startToOpen(dry).result;
      expect([opened.exitCode, opened.log]).toEqual([0, expect.stringContaining('no call is made')]);
      const token = opened.outputs['session-token'] ?? '';
      expect(opened.commands).toContainEqual(expect.objectContaining({ name: 'add-mask', data: token }));
      const session = { opened, scanJobId: opened.outputs['scan-job-id'] ?? '', token, heartbeats: 0 };
      const rehearsed = await job.send(session, MESSAGES, { 'dry-run': 'true' });
      expect([rehearsed.exitCode, rehearsed.outputs['outcome']]).toEqual([0, 'dry-run']);
      const ended = await job.end(session, 'success', dry);
      expect(ended.log).toContain('1 telemetry step rehearsed');
      expect(warningsOf(ended)).toEqual([]);
      expect(inspector.requests).toEqual([]);
    });
  });

  test('a real step after a dry run of the session makes no call', async () => {
    await withJob(async (inspector, job) => {
      const opened = await job.startToOpen({ 'dry-run': 'true' }).result;
      const token = opened.outputs['session-token'] ?? '';
      const result = await job.send({ opened, scanJobId: SCAN_JOB_ID, token, heartbeats: 0 }, MESSAGES);
      expect([result.exitCode, result.outputs['error-code']]).toEqual([1, 'SessionNotOpen']);
      expect(inspector.requests).toEqual([]);
      expect(undeliveredOf(result)).toEqual(MESSAGES);
    });
  });

  test('a dry run in an open session does not change what was delivered', async () => {
    await withJob(async (inspector, job) => {
      const session = await job.open();
      await job.send(session, MESSAGES);
      await job.send(session, messagesOf(9), { 'dry-run': 'true' });
      await job.end(session);
      expect(stopOf(inspector)).toMatchObject({ status: 'SUCCESS', progress: { totalChecks: 7 } });
    });
  });

  test('a later step never improves the status that an earlier one delivered', async () => {
    await withJob(async (inspector, job) => {
      const session = await job.open();
      await job.send(session, [{ ruleId: '1', status: 'FAILED', cisRuleDetails: '' }]);
      const better = await job.send(session, [{ ruleId: '1', status: 'PASSED', cisRuleDetails: 'better' }]);
      expect(warningsOf(better)).toEqual([expect.stringContaining('a worse status for 1')]);
      expect(inspector.messages(SCAN_JOB_ID)).toMatchObject([{ status: 'FAILED' }, { status: 'FAILED' }]);
      expect(JSON.parse(better.outputs['status-counts'] ?? '')).toMatchObject({ FAILED: 1, PASSED: 0 });
    });
  });
});

const kubeBench = (results: readonly object[]): string =>
  JSON.stringify([{ node_type: 'node', tests: [{ section: '1', results }] }]);
const inspec = (results: readonly unknown[]): string =>
  JSON.stringify({
    version: '5',
    profiles: [{ name: 'cis', controls: [passing('a'), { id: 'b', impact: 1, results }] }],
  });
const passing = (id: string): object => ({ id, impact: 1, results: [{ status: 'passed', code_desc: 'x' }] });
const prowler = (code?: string): object => ({
  metadata: { product: { name: 'Prowler' }, ...withoutUndefined({ event_code: code }) },
  status_code: code === undefined ? 'FAIL' : 'PASS',
});

describe('a gate on FAILED', () => {
  test.each<[string, string]>([
    [
      'a kube-bench test without its number',
      kubeBench([{ test_number: '1.1', status: 'PASS' }, { status: 'FAIL' }]),
    ],
    [
      'an XCCDF result without its rule',
      xccdf({ pass: 1 }).replace(
        '</TestResult>',
        '<rule-result><result>fail</result></rule-result></TestResult>',
      ),
    ],
    ['a Prowler finding without its code', JSON.stringify([prowler('a'), prowler()])],
    ['an InSpec control with a broken result', inspec([{ status: 'failed', code_desc: 'x' }, null])],
    [
      'a misspelt status of a message',
      fileOf([
        ...messagesOf(5).filter(({ status }) => status === 'PASSED'),
        { ruleId: 'x', status: 'Failed', cisRuleDetails: '' },
      ]),
    ],
  ])('still fails when `on-invalid: skip` leaves out %s', async (_case, content) => {
    await withInspector(async (inspector) => {
      const inputs = { 'on-invalid': 'skip', 'fail-on-status': 'FAILED' };
      const result = await send(inspector, { files: { results: content }, inputs });
      expect([result.exitCode, result.outputs['error-code'], result.outputs['messages-invalid']]).toEqual([
        1,
        'GateFailed',
        '1',
      ]);
    });
  });
});

test.each<[string, object]>([
  ['a gateway’s refusal', { message: 'Missing Authentication Token' }],
  ['an error in another case', { Message: 'no' }],
  ['an error type', { __type: 'AccessDenied' }],
  ['a list of errors', { errors: [] }],
])('a 200 with %s does not count as a delivery', async (_case, body) => {
  await withInspector(async (inspector) => {
    inspector.answerNext({
      kind: 'raw',
      status: 200,
      contentType: 'application/json',
      body: JSON.stringify(body),
    });
    const messages = messagesOf(3);
    const result = await send(inspector, { files: { 'results.json': fileOf(messages) } });
    expect([result.exitCode, result.outputs['error-code'], result.outputs['messages-sent']]).toEqual([
      1,
      'ServiceError',
      '0',
    ]);
    expect(undeliveredOf(result)).toEqual(messages);
  });
});

test('a `credential_process` gets neither the inputs nor any variable that contains the token', async () => {
  await withInspector(async (inspector) => {
    const home = newDirectory();
    const seen = join(home, 'seen');
    const script = join(home, 'credentials.sh');
    const { environment } = inspector;
    const credentials = JSON.stringify({
      Version: 1,
      AccessKeyId: environment['AWS_ACCESS_KEY_ID'],
      SecretAccessKey: environment['AWS_SECRET_ACCESS_KEY'],
    });
    writeFileSync(script, `#!/bin/sh\nenv > '${seen}'\necho '${credentials}'\n`, { mode: 0o700 });
    const config = join(home, 'config');
    writeFileSync(config, `[default]\nregion = us-east-1\ncredential_process = /bin/sh ${script}\n`);
    const encoded = Buffer.from(`x${SESSION_TOKEN.toLowerCase()}`).toString('base64');
    const result = await send(inspector, {
      files: { 'results.json': fileOf(messagesOf(3)) },
      environment: {
        AWS_ACCESS_KEY_ID: '',
        AWS_SECRET_ACCESS_KEY: '',
        AWS_CONFIG_FILE: config,
        MY_TOKEN: SESSION_TOKEN,
        MY_ENCODED_TOKEN: encoded,
        MY_OTHER: 'kept',
      },
    });
    expect(result.exitCode).toBe(0);
    const environmentSeen = readFileSync(seen, 'utf8');
    expect(environmentSeen).toContain('MY_OTHER=kept');
    expect(environmentSeen.toLowerCase()).not.toContain(SESSION_TOKEN.toLowerCase());
    expect(environmentSeen).not.toContain(encoded);
    expect(environmentSeen).not.toContain('INPUT_');
  });
});
