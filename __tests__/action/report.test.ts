import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hold } from '../../local-inspector/answers.ts';
import { isTelemetry } from '../../local-inspector/script.ts';
import { listOf, memberOf } from '../../src/json.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { fileOf, finished, messagesOf, reportOf, SCAN_JOB_ID, send, startSending } from './sending.ts';

const RESULTS = fileOf(messagesOf(30));
const NAMED = { 'report-file': 'cis-report.json', 'results-file': 'results.json' };
const EARLIER = JSON.stringify({ format: 'inspector-cis-telemetry/report', version: 1, outcome: 'sent' });
const FILES = { 'results.json': RESULTS, 'cis-report.json': EARLIER };

test.concurrent(
  'the report replaces an earlier one, and says what was sent, where, and from which file',
  async () => {
    await withInspector(async (inspector) => {
      const result = await send(inspector, {
        files: FILES,
        inputs: { ...NAMED, 'chunk-size': '10' },
        environment: { GITHUB_REPOSITORY: 'acme/hosts', GITHUB_RUN_ID: '42', GITHUB_JOB: 'scan' },
      });
      expect(result.outputs['report-file']).toBe(join(result.workspace, 'cis-report.json'));
      const report = reportOf(result);
      expect(report).toMatchObject({
        workflow: { repository: 'acme/hosts', runId: '42', job: 'scan' },
        delivery: { scanJobId: SCAN_JOB_ID, region: 'us-east-1' },
        files: [{ name: 'results.json', sha256: createHash('sha256').update(RESULTS).digest('hex') }],
      });
      const rules = listOf(memberOf(report, 'rules'));
      expect(rules.map((rule) => [memberOf(rule, 'sent'), memberOf(rule, 'chunk')])).toEqual(
        messagesOf(30).map((_, index) => [true, 1 + Math.floor(index / 10)]),
      );
      expect(new Set(rules.map((rule) => memberOf(rule, 'requestId'))).size).toBe(3);
    });
  },
);

test.concurrent.each([
  ['its inputs are not valid', { 'chunk-size': '0' }, 'InvalidInput'],
  ['there is no results file', { 'results-file': 'no.json' }, 'ResultsFileNotFound'],
  ['its results are not valid', { 'results-file': 'broken.json' }, 'ResultsFileUnreadable'],
  ['Inspector denies access', {}, 'AccessDeniedException'],
])('a report of an earlier run does not survive a step that fails because %s', async (_why, inputs, code) => {
  await withInspector(async (inspector) => {
    inspector.answerWhen(() => true, { kind: 'error', name: 'AccessDeniedException' });
    const result = await send(inspector, {
      files: { ...FILES, 'broken.json': '{' },
      inputs: { ...NAMED, ...inputs },
    });
    expect(result.outputs['error-code']).toBe(code);
    expect(result.outputs['report-file']).toBe(join(result.workspace, 'cis-report.json'));
    expect(reportOf(result)).toMatchObject({ failures: [{ code }] });
  });
});

test.concurrent(
  'an earlier report is removed before anything is sent, and a cancelled step writes its own',
  async () => {
    await withInspector(async (inspector) => {
      const first = hold();
      inspector.answerWhen(isTelemetry(1), first.answer);
      const running = startSending(inspector, { files: FILES, inputs: { ...NAMED, 'chunk-size': '10' } });
      await inspector.waitFor(isTelemetry(1));
      expect(existsSync(join(running.workspace, 'cis-report.json'))).toBe(false);
      running.kill('SIGTERM');
      await running.printed(/The step was cancelled/);
      first.release();
      const result = await finished(running);
      expect(reportOf(result)).toMatchObject({
        outcome: 'partial',
        headline: 'Only 10 of 30 messages sent: the step was cancelled',
        delivery: { undeliveredFile: result.outputs['undelivered-file'] },
      });
    });
  },
);

test.concurrent(
  'a file that is not a report is not replaced: nothing is sent, and the report goes to a new file',
  async () => {
    await withInspector(async (inspector) => {
      const result = await send(inspector, {
        files: { 'results.json': RESULTS },
        inputs: { 'report-file': 'results.json' },
      });
      expect(result.exitCode).toBe(1);
      expect(result.outputs['error-code']).toBe('InvalidInput');
      expect(result.outputs['report-file']).toMatch(/inspector-cis-report-[0-9a-f]{8}\.json$/);
      expect(readFileSync(join(result.workspace, 'results.json'), 'utf8')).toBe(RESULTS);
      expect(inspector.requests).toEqual([]);
    });
  },
);

test.concurrent('an earlier report can be the baseline for the one that replaces it', async () => {
  await withInspector(async (inspector) => {
    const sending = {
      files: { 'results.json': RESULTS },
      inputs: { 'report-file': 'cis-report.json', 'max-age': 'any' },
    };
    const first = await send(inspector, sending);
    const earlier = readFileSync(join(first.workspace, 'cis-report.json'), 'utf8');
    const second = await send(inspector, {
      files: {
        ...sending.files,
        'cis-report.json': earlier.replace('"status":"FAILED"', '"status":"PASSED"'),
      },
      inputs: { ...sending.inputs, 'results-file': 'results.json', 'baseline-file': './cis-report.json' },
    });
    expect(second.outputs['new-failures']).toBe('1');
    expect(readdirSync(second.temporaryDirectory)).toEqual([]);
  });
});

test.concurrent('the report and the undelivered file cannot be the same file', async () => {
  await withInspector(async (inspector) => {
    const result = await send(inspector, {
      files: { 'results.json': RESULTS },
      inputs: { 'report-file': 'one.json', 'undelivered-file': './one.json' },
    });
    expect(result.outputs).toMatchObject({ 'error-code': 'InvalidInput', 'messages-sent': '0' });
    expect(inspector.requests).toEqual([]);
  });
});
