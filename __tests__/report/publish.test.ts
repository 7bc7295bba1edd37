import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { failureFor } from '../../src/failure.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';
import { publish, saveUndelivered } from '../../src/report/publish.ts';
import { SECRET } from '../messages/drafts.ts';
import { recordingLog, runOf } from './runs.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'publish-test-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const rulesIn = async (path: string | undefined): Promise<readonly unknown[]> => {
  const { messages } = JSON.parse(await readFile(path ?? '', 'utf8')) as { messages: { ruleId: string }[] };
  return messages.map(({ ruleId }) => ruleId);
};

test('every output is set and the summary is written, without the token', async () => {
  const { log } = recordingLog();
  log.keepSecret(SECRET);
  const outputs = new Map<string, string>();
  let summary = '';
  const run = runOf({ messages: 1, failure: failureFor('UnexpectedError', `with ${SECRET.toUpperCase()}`) });
  await publish(
    run,
    {
      setOutput: (name, value) => outputs.set(name, value),
      addSummary: async (markup) => {
        summary += markup;
        await Promise.resolve();
      },
    },
    log,
  );
  expect([...outputs.keys()]).toEqual([...OUTPUTS]);
  expect(outputs.get('error-message')).toBe('with ***');
  expect(summary).toContain('<h2>');
  expect(summary.toLowerCase()).not.toContain(SECRET);
});

test('a summary that cannot be written is a warning', async () => {
  const { log, printed } = recordingLog();
  await publish(
    runOf({ messages: 1 }),
    { setOutput: () => undefined, addSummary: () => Promise.reject(new Error('full')) },
    log,
  );
  expect(printed).toMatchObject([{ level: 'warning', text: 'The job summary could not be written: full' }]);
});

test('no summary is written when none is wanted', async () => {
  const { log, printed } = recordingLog();
  await publish(
    runOf({ messages: 1, inputs: { summary: false } }),
    { setOutput: () => undefined, addSummary: () => Promise.reject(new Error('no')) },
    log,
  );
  expect(printed).toEqual([]);
});

test('undelivered messages go where the user said, and later ones replace them there', async () => {
  const { log } = recordingLog();
  const path = join(directory, 'mine.json');
  const run = runOf({ messages: 4, delivered: [1], inputs: { undeliveredFile: path } });
  await saveUndelivered(run, directory, log);
  expect(await rulesIn(run.undeliveredFile)).toEqual(['rule-2', 'rule-3']);
  expect(run.undeliveredFile).toBe(path);
});

test('they go to one new file when the user said nothing, however often they are saved', async () => {
  const { log } = recordingLog();
  const run = runOf({ messages: 4 });
  await saveUndelivered(run, directory, log);
  await saveUndelivered(run, directory, log);
  expect(await readdir(directory)).toHaveLength(1);
  expect(await rulesIn(run.undeliveredFile)).toHaveLength(4);
});

test('they go to a new file when the user’s cannot be written, with an error that says so', async () => {
  const { log, printed } = recordingLog();
  await writeFile(join(directory, 'file'), '');
  const run = runOf({ messages: 2, inputs: { undeliveredFile: join(directory, 'file', 'left.json') } });
  await saveUndelivered(run, directory, log);
  expect(await rulesIn(run.undeliveredFile)).toHaveLength(2);
  expect(printed).toMatchObject([
    { level: 'error', text: expect.stringMatching(/could not be written to .*left\.json/) },
  ]);
});

test.each([
  ['a dry run', runOf({ messages: 2, inputs: { dryRun: true } })],
  ['a run that delivered everything', runOf({ messages: 2, delivered: [1] })],
])('%s leaves no file', async (_what, run) => {
  await saveUndelivered(run, directory, recordingLog().log);
  expect([run.undeliveredFile, await readdir(directory)]).toEqual([undefined, []]);
});
