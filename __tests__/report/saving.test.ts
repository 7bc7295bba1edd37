import { mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { failureFor } from '../../src/failure.ts';
import type { Pace } from '../../src/inspector/retry.ts';
import { placeForUndelivered } from '../../src/report/overwriting.ts';
import { saveAtSignal, saveUndelivered, type OwnDirectories } from '../../src/report/saving.ts';
import type { Run } from '../../src/run.ts';
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

const directories = (): OwnDirectories => ({ temporaryDirectory: directory, workingDirectory: directory });

test('undelivered messages go to the file that the user names, and later ones replace them there', async () => {
  const { log } = recordingLog();
  const path = join(directory, 'mine.json');
  const run = runOf({ messages: 4, delivered: [1], undeliveredPlace: { path, replace: false } });
  await saveUndelivered(run, directories(), log);
  expect(await rulesIn(run.undeliveredFile)).toEqual(['rule-2', 'rule-3']);
  expect(run.undeliveredFile).toBe(path);
});

test('without a name they go to one new file, even if they are saved several times', async () => {
  const { log } = recordingLog();
  const run = runOf({ messages: 4 });
  await saveUndelivered(run, directories(), log);
  await saveUndelivered(run, directories(), log);
  expect(await readdir(directory)).toHaveLength(1);
  expect(await rulesIn(run.undeliveredFile)).toHaveLength(4);
});

test('if the user’s file cannot be written, they go to a new file, with an error that says so', async () => {
  const { log, printed } = recordingLog();
  await writeFile(join(directory, 'file'), '');
  const run = runOf({
    messages: 2,
    undeliveredPlace: { path: join(directory, 'file', 'left.json'), replace: false },
  });
  await saveUndelivered(run, directories(), log);
  expect(await rulesIn(run.undeliveredFile)).toHaveLength(2);
  expect(printed).toMatchObject([
    { level: 'error', text: expect.stringMatching(/could not be written to .*left\.json/) },
  ]);
});

test('they are not written again if nothing was delivered since', async () => {
  const { log } = recordingLog();
  const run = runOf({ messages: 4 });
  await saveUndelivered(run, directories(), log);
  await rm(run.undeliveredFile ?? '');
  await saveUndelivered(run, directories(), log);
  expect(await readdir(directory)).toEqual([]);
});

describe('after a signal', () => {
  const afterSignal = (
    wait: Pace['wait'],
  ): { readonly ended: () => Promise<void>; readonly printed: () => readonly unknown[] } => {
    const { log, printed } = recordingLog();
    const stop = new AbortController();
    const pace = { wait, now: () => 0 };
    const ended = saveAtSignal(runOf({ messages: 4 }), stop.signal, directories(), log, pace);
    stop.abort();
    return { ended, printed: () => printed.map(({ text }) => text) };
  };

  test('messages are saved if the step still waits for calls half a second later', async () => {
    const waits: number[] = [];
    const { ended, printed } = afterSignal((milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    });
    await ended();
    expect(waits).toEqual([500]);
    expect(printed()).toEqual([
      'The step was cancelled: nothing new is sent.',
      expect.stringContaining('Messages undelivered so far are in'),
    ]);
    expect(await readdir(directory)).toHaveLength(1);
  });

  test('a step that ends before saves nothing here, because it saves at its end', async () => {
    const { ended, printed } = afterSignal(
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(new Error('The wait is over.'));
          });
        }),
    );
    await ended();
    expect(printed()).toEqual(['The step was cancelled: nothing new is sent.']);
    expect(await readdir(directory)).toEqual([]);
  });

  test('a signal after the end of the step changes nothing', async () => {
    const { log, printed } = recordingLog();
    const stop = new AbortController();
    const pace = { wait: () => Promise.resolve(), now: () => 0 };
    await saveAtSignal(runOf({ messages: 4 }), stop.signal, directories(), log, pace)();
    stop.abort();
    expect([printed, await readdir(directory)]).toEqual([[], []]);
  });
});

test('if there is no time to write the file again, the one that was saved at the signal stays, with a notice', async () => {
  const { log, printed } = recordingLog();
  const run = runOf({ messages: 4 });
  await saveUndelivered(run, directories(), log);
  const saved = run.undeliveredFile;
  const later = { ...runOf({ messages: 4, delivered: [1] }), undeliveredFile: saved ?? '' };
  await saveUndelivered(later, directories(), log, () => true);
  expect(later.undeliveredFile).toBe(saved);
  expect(await rulesIn(saved)).toHaveLength(4);
  expect(printed).toMatchObject([
    {
      level: 'notice',
      text: expect.stringContaining('also contains the messages that were delivered since'),
    },
  ]);
});

test.each([
  ['a dry run', runOf({ messages: 2, inputs: { dryRun: true } })],
  ['a run that delivered everything', runOf({ messages: 2, delivered: [1] })],
])('%s leaves no file', async (_what, run) => {
  await saveUndelivered(run, directories(), recordingLog().log);
  expect([run.undeliveredFile, await readdir(directory)]).toEqual([undefined, []]);
});

test('a file of another step is kept, and a new name is used, with a notice', async () => {
  const { log, printed } = recordingLog();
  const path = join(directory, 'left.json');
  await writeFile(path, 'of another step');
  const run = runOf({ messages: 2, undeliveredPlace: { path, replace: false } });
  await saveUndelivered(run, directories(), log);
  expect(await readFile(path, 'utf8')).toBe('of another step');
  expect(await rulesIn(run.undeliveredFile)).toHaveLength(2);
  expect(printed).toMatchObject([
    { level: 'notice', text: expect.stringContaining('so it is kept and a new name is used') },
  ]);
});

test('an undelivered file that this step has read is replaced by what is still undelivered', async () => {
  const path = join(directory, 'left.json');
  await writeFile(path, 'what was read');
  const run = runOf({ messages: 4, delivered: [1], undeliveredPlace: { path, replace: true } });
  await saveUndelivered(run, directories(), recordingLog().log);
  expect(await rulesIn(path)).toEqual(['rule-2', 'rule-3']);
  expect(await readdir(directory)).toEqual(['left.json']);
});

describe('the path that the user names', () => {
  const results = { files: [] };
  const placeOf = (path: string) => placeForUndelivered(path, [], results, directory);

  test.each(['/dev/null', '/dev', '.'])('may not be %s', async (path) => {
    await expect(placeOf(path)).rejects.toMatchObject({ failure: { code: 'InvalidInput' } });
  });

  test('may not be a dangling link', async () => {
    await symlink(join(directory, 'nowhere'), join(directory, 'link'));
    await expect(placeOf('link')).rejects.toMatchObject({ failure: { code: 'InvalidInput' } });
  });

  test('is used if there is no file, but an existing file is not replaced', async () => {
    expect(await placeOf('new/left.json')).toEqual({
      path: join(directory, 'new/left.json'),
      replace: false,
    });
    await writeFile(join(directory, 'there'), '');
    expect(await placeOf('there')).toEqual({ path: join(directory, 'there'), replace: false });
  });

  test('may be a results file only if that is an undelivered file', async () => {
    const path = join(directory, 'read.json');
    await writeFile(path, '');
    const file = { name: 'read.json', path, bytes: new Uint8Array(), modified: 0, device: 0 };
    const read = (isUndeliveredFile: boolean) =>
      placeForUndelivered('read.json', [file], { files: [{ isUndeliveredFile }] }, directory);
    expect(await read(true)).toEqual({ path, replace: true });
    await expect(read(false)).rejects.toMatchObject({ failure: { code: 'InvalidInput' } });
  });
});

describe('if neither the user’s path nor RUNNER_TEMP can be written,', () => {
  let nowhere = '';
  beforeEach(async () => {
    await writeFile(join(directory, 'file'), '');
    nowhere = join(directory, 'file', 'nowhere');
  });
  /** What is saved and printed when the system's temporary directory and the working directory are these. */
  const saved = async (
    systemDirectory: string,
    workingDirectory: string,
  ): Promise<{ run: Run; texts: readonly string[] }> => {
    const { log, printed } = recordingLog();
    const run = runOf({ messages: 2, undeliveredPlace: { path: join(nowhere, 'x.json'), replace: false } });
    await saveUndelivered(run, { temporaryDirectory: nowhere, systemDirectory, workingDirectory }, log);
    return { run, texts: printed.map(({ text }) => text) };
  };

  test('messages go to the system’s temporary directory, and each path that failed is an error', async () => {
    const { run, texts } = await saved(directory, nowhere);
    expect(dirname(run.undeliveredFile ?? '')).toBe(directory);
    expect(await rulesIn(run.undeliveredFile)).toHaveLength(2);
    expect(texts).toEqual([
      expect.stringContaining('could not be written'),
      expect.stringContaining('could not be written'),
    ]);
  });

  test('or else to the working directory', async () => {
    const { run } = await saved(nowhere, directory);
    expect(dirname(run.undeliveredFile ?? '')).toBe(directory);
    expect(await rulesIn(run.undeliveredFile)).toHaveLength(2);
  });

  test('or else they are lost, and an error says how many', async () => {
    const { run, texts } = await saved(nowhere, nowhere);
    expect(run.undeliveredFile).toBeUndefined();
    expect(texts.at(-1)).toBe(
      '2 messages could not be delivered or saved to a file: a later step cannot send them.',
    );
  });
});

test('a signal that leaves no time for the file leaves none, says so, and advises to use the same files', async () => {
  const { log, printed } = recordingLog();
  const run = runOf({ messages: 2500 });
  let looks = 0;
  // A piece of the text has 1000 messages, between the head and the end.
  const afterTwoPieces = (): boolean => {
    looks += 1;
    return looks > 3;
  };
  await saveUndelivered(run, directories(), log, afterTwoPieces);
  expect([run.undeliveredFile, looks, await readdir(directory)]).toEqual([undefined, 4, []]);
  expect(printed).toMatchObject([
    {
      level: 'warning',
      text: 'The step was cancelled and had no time to save 2,500 undelivered messages. The results files still contain them.',
    },
  ]);

  // It is not tried a second time, when the step ends.
  run.failure = failureFor('Cancelled', 'The step was cancelled.');
  await saveUndelivered(run, directories(), log);
  expect([await readdir(directory), printed.length]).toEqual([[], 1]);
  expect(run.failure.remedy).toContain('the same `results-file`');
});
