import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { failureFor } from '../../src/failure.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';
import { publish, summarize, type Publication } from '../../src/report/publish.ts';
import { SECRET } from '../messages/drafts.ts';
import { recordingLog, runOf } from './runs.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'publish-test-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const place = (): Parameters<typeof publish>[2] => ({
  temporaryDirectory: directory,
  now: 0,
  workflow: undefined,
});
const nowhere: Publication = {
  setOutput: () => undefined,
  addSummary: () => Promise.reject(new Error('full')),
};

test('all outputs are set before the report is written, and again with its path, without the token', async () => {
  const { log } = recordingLog();
  log.keepSecret(SECRET);
  const outputs: [string, string][] = [];
  const run = runOf({ messages: 1, failure: failureFor('UnexpectedError', `with ${SECRET.toUpperCase()}`) });
  const setOutput = (name: string, value: string): void => void outputs.push([name, value]);
  expect(await publish(run, { ...nowhere, setOutput }, place(), log)).toBe(true);
  expect(outputs.map(([name]) => name)).toEqual([...OUTPUTS, 'report-file']);
  expect(Object.fromEntries(outputs)).toMatchObject({
    'error-message': 'with ***',
    'report-file': run.reportFile,
  });
  expect(await readFile(run.reportFile ?? '', 'utf8')).not.toContain(SECRET.toUpperCase());
});

test('outputs that cannot be set are an error, and the report is still written', async () => {
  const { log, printed } = recordingLog();
  const run = runOf({ messages: 1 });
  const setOutput = (): never => {
    throw new Error('full');
  };
  expect(await publish(run, { ...nowhere, setOutput }, place(), log)).toBe(false);
  expect(printed).toMatchObject([{ level: 'error', text: 'The outputs of the step could not be set: full' }]);
  expect(run.reportFile).toBeDefined();
});

test('the report is written where the user wants it, readable only by its owner', async () => {
  const { log, printed } = recordingLog();
  const run = runOf({ messages: 1 });
  run.reportPath = join(directory, 'new', 'report.json');
  expect(await publish(run, nowhere, place(), log)).toBe(true);
  expect([run.reportFile, printed]).toEqual([run.reportPath, []]);
  if (process.platform !== 'win32') expect((await stat(run.reportPath)).mode & 0o777).toBe(0o600);
});

test('a report that cannot be written there is an error, and goes to a new file', async () => {
  const { log, printed } = recordingLog();
  const run = runOf({ messages: 1 });
  await writeFile(join(directory, 'file'), '');
  run.reportPath = join(directory, 'file', 'report.json');
  expect(await publish(run, nowhere, place(), log)).toBe(false);
  expect(printed).toMatchObject([{ level: 'error', text: expect.stringContaining('could not be written') }]);
  expect(run.reportFile).toMatch(/inspector-cis-report-[0-9a-f]{8}\.json$/);
});

test('the summary is written without the token', async () => {
  const { log } = recordingLog();
  log.keepSecret(SECRET);
  let summary = '';
  const addSummary = async (markup: string): Promise<void> => {
    summary += markup;
    await Promise.resolve();
  };
  const run = runOf({ messages: 1, failure: failureFor('UnexpectedError', `with ${SECRET.toUpperCase()}`) });
  await summarize(run, { ...nowhere, addSummary }, log);
  expect(summary).toContain('<h2>');
  expect(summary.toLowerCase()).not.toContain(SECRET);
});

test('a summary that cannot be written is a warning', async () => {
  const { log, printed } = recordingLog();
  await summarize(runOf({ messages: 1 }), nowhere, log);
  expect(printed).toMatchObject([{ level: 'warning', text: 'The job summary could not be written: full' }]);
});

test('no summary is written with `summary: false`', async () => {
  const { log, printed } = recordingLog();
  await summarize(runOf({ messages: 1, inputs: { summary: false } }), nowhere, log);
  expect(printed).toEqual([]);
});
