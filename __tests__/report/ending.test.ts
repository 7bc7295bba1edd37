import { expect, test } from '@jest/globals';
import { NO_ACCEPTANCE } from '../../src/policy/acceptance.ts';
import { checkRunOf } from '../../src/report/check-run.ts';
import {
  endingAfter,
  endingOfReport,
  OutOfTime,
  whileThereIsTime,
  type TimeIsUp,
} from '../../src/report/ending.ts';
import { saveSarif } from '../../src/report/sarif-file.ts';
import { recordingLog, runOf, withStatuses } from './runs.ts';

test('the end of a step has all the time that it needs until a signal comes, and 1.2 s from then on', () => {
  const stop = new AbortController();
  let now = 0;
  const timeIsUp = endingAfter(stop.signal, () => now);
  const at = (milliseconds: number): boolean => {
    now = milliseconds;
    return timeIsUp();
  };
  expect(at(1_000_000)).toBe(false);
  stop.abort();
  expect([at(2_000_000), at(2_001_199), at(2_001_200)]).toEqual([false, false, true]);
});

test('a text is written until the time is up', () => {
  const timeIsUp = afterLooks(2);
  const pieces: string[] = [];
  expect(() => {
    for (const piece of whileThereIsTime(['a', 'b', 'c'], timeIsUp)) pieces.push(piece);
  }).toThrow(OutOfTime);
  expect(pieces).toEqual(['a', 'b']);
});

test.each([
  ['no more than 50,000 messages', 50_000, true, false, false],
  ['more than 50,000 messages', 50_001, true, false, true],
  ['more than 50,000 messages, without a signal', 50_001, false, false, false],
  ['few messages, when the time is up', 1, true, true, true],
])('the rules of %s are reported after a signal, or not', (_what, messages, isStopped, isUp, isOver) => {
  const stop = isStopped ? AbortSignal.abort() : new AbortController().signal;
  expect(endingOfReport(messages, stop, () => isUp)()).toBe(isOver);
});

test('no SARIF is written when the time is up, and a warning says so', async () => {
  const { log, printed } = recordingLog();
  const run = runOf({ messages: 1 });
  run.findings = { acceptance: NO_ACCEPTANCE, newFailures: 0 };
  run.sarifPath = '/proc/nope/failed.sarif';
  const directories = { workspace: '/', workingDirectory: '/' };
  expect(await saveSarif(run, directories, log, () => true)).toBe(false);
  expect(printed).toMatchObject([
    { level: 'warning', text: 'SARIF was not written: the step was cancelled and had no time left.' },
  ]);
});

test('a check run has no rules when the time is up', () => {
  const run = withStatuses(runOf({ messages: 1 }), ['FAILED'], []);
  const step = { workflow: 'w', job: 'j', step: 's' };
  const summaryWhen = (isUp: boolean): string =>
    checkRunOf(
      run,
      '',
      step,
      (text) => text,
      () => isUp,
    ).summary;
  expect(summaryWhen(false)).toContain('Failed rules');
  expect(summaryWhen(true)).not.toContain('Failed rules');
});

/** Time that is up when it was looked at so often. */
function afterLooks(most: number): TimeIsUp {
  let looks = 0;
  return () => {
    looks += 1;
    return looks > most;
  };
}
