import { expect, test } from '@jest/globals';
import { COMMANDS_FOLDER, jobBeginningOf, type FolderTimes } from '../src/job.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const DAY = 86_400_000;
const folder = (birthtimeMs: number, ctimeMs = NOW): FolderTimes => ({ birthtimeMs, ctimeMs, dev: 7 });

test("the folder has the runner's name for it", () => {
  expect(COMMANDS_FOLDER).toBe('_runner_file_commands');
});

test("the job began when the runner's folder was created", () => {
  expect(jobBeginningOf(folder(NOW - 60_000), NOW)).toEqual({ began: NOW - 60_000, device: 7 });
});

test.each<[string, FolderTimes | undefined, string]>([
  ['there is no such folder', undefined, 'no folder'],
  ['the file system has no birth times', folder(0), 'keeps no birth times'],
  ['the birth time equals the time of the last change', folder(NOW - 5, NOW - 5), 'keeps no birth times'],
  ['the birth time is not a number', folder(Number.NaN), 'keeps no birth times'],
  ['the birth time is in the future', folder(NOW + 1), 'from the future'],
  ['no job lasts that long', folder(NOW - 5 * DAY - 1), 'older than any job'],
])('the beginning is unknown when %s', (_case, times, why) => {
  expect(jobBeginningOf(times, NOW)).toEqual({ unknown: expect.stringContaining(why) });
});
