import { describe, expect, test } from '@jest/globals';
import { FAILURES } from '../../src/failure.ts';
import type { MaxAge } from '../../src/inputs/telemetry.ts';
import type { JobBeginning } from '../../src/job.ts';
import { ageWarnings, refuseStale, type DatedFile } from '../../src/results/age.ts';
import { failureOf } from './parse/documents.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];
const BEGAN = NOW - 10 * MINUTE;

const KNOWN: JobBeginning = { began: BEGAN, device: 1 };
const UNKNOWN: JobBeginning = { unknown: 'RUNNER_TEMP has no folder' };
const JOB: MaxAge = { kind: 'job' };
const ANY: MaxAge = { kind: 'any' };
const A_DAY: MaxAge = { kind: 'duration', milliseconds: DAY, text: '24h' };

const file = (age: number, more: Partial<DatedFile> = {}): DatedFile => ({
  file: 'results.xml',
  modified: NOW - age,
  device: 1,
  isUndeliveredFile: false,
  ...more,
});
const refusal = (files: readonly DatedFile[], maxAge: MaxAge, job: JobBeginning): string | undefined => {
  try {
    refuseStale(files, { maxAge, job, now: NOW });
    return undefined;
  } catch {
    const failure = failureOf(() => {
      refuseStale(files, { maxAge, job, now: NOW });
    });
    expect(failure.code).toBe('StaleResults');
    return failure.sentence;
  }
};

describe('results are accepted', () => {
  test.each<[string, DatedFile, MaxAge, JobBeginning]>([
    ['if they were written during this job', file(MINUTE), JOB, KNOWN],
    ['if the clock rounded, on one device', file(10 * MINUTE + 2 * SECOND), JOB, KNOWN],
    ['if the clocks of two devices differ a little', file(11 * MINUTE, { device: 2 }), JOB, KNOWN],
    ['of any age, if `max-age` allows it', file(300 * DAY), ANY, KNOWN],
    ['within the duration', file(DAY), A_DAY, KNOWN],
    ["of any age, if the job's beginning is unknown", file(300 * DAY), JOB, UNKNOWN],
    ['from an undelivered file', file(300 * DAY, { isUndeliveredFile: true }), JOB, KNOWN],
    ['from an undelivered file, with a duration', file(300 * DAY, { isUndeliveredFile: true }), A_DAY, KNOWN],
  ])('%s', (_case, one, maxAge, job) => {
    expect(refusal([one], maxAge, job)).toBeUndefined();
  });
});

describe('results are refused', () => {
  test.each<[string, DatedFile, MaxAge, string]>([
    ['from last week', file(7 * DAY), JOB, '"results.xml" was written 6 days 23 hours before this job began'],
    [
      'if they are 3 seconds too old on one device',
      file(10 * MINUTE + 3 * SECOND),
      JOB,
      '3 seconds before this job began',
    ],
    [
      'if they are more than a minute too old on two devices',
      file(11 * MINUTE + SECOND, { device: 2 }),
      JOB,
      '1 minute 1 second before',
    ],
    [
      'if they are older than the duration',
      file(DAY + HOUR),
      A_DAY,
      "1 day 1 hour old (by the file's modification time)",
    ],
    [
      'if the scan ended before the duration, whenever the file was written',
      file(0, { ended: NOW - 2 * DAY }),
      A_DAY,
      "2 days old (by the scan's end time); `max-age` is 24h",
    ],
  ])('%s', (_case, one, maxAge, sentence) => {
    expect(refusal([one], maxAge, KNOWN)).toContain(sentence);
  });

  test('all in one failure', () => {
    const failure = failureOf(() => {
      refuseStale([file(7 * DAY), file(0), file(8 * DAY, { file: 'b.xml' })], {
        maxAge: JOB,
        job: KNOWN,
        now: NOW,
      });
    });
    expect(failure.sentence).toContain('1 more results file is too old as well.');
    expect(failure.faults).toHaveLength(2);
  });

  test.each([
    'scp -p',
    'rsync -a',
    'aws s3 cp',
    'docker cp',
    'tar',
    'unzip',
    'actions/cache',
    'kept workspace',
  ])('with a remedy that mentions %s', (way) => {
    expect(FAILURES.StaleResults.remedy).toContain(way);
    expect(FAILURES.StaleResults.remedy).toContain('max-age: 24h');
  });
});

describe('a warning says', () => {
  const warnings = (one: DatedFile, maxAge: MaxAge, job: JobBeginning): readonly string[] =>
    ageWarnings([one], { maxAge, job, now: NOW }).map(({ sentence }) => sentence);

  test("how old a file is if it is older than a day and the job's beginning is unknown", () => {
    expect(warnings(file(2 * DAY), JOB, UNKNOWN)).toEqual([
      '"results.xml" was written 2 days ago. Whether that was during this job is unknown: RUNNER_TEMP has no folder.',
    ]);
    expect(warnings(file(HOUR), JOB, UNKNOWN)).toEqual([]);
    expect(warnings(file(2 * DAY), ANY, UNKNOWN)).toEqual([]);
  });

  test('that the scan ended long before its file was written', () => {
    expect(warnings(file(0, { ended: NOW - 3 * DAY }), JOB, KNOWN)).toEqual([
      '"results.xml" holds a scan that ended 3 days before the file was written.',
    ]);
    expect(warnings(file(0, { ended: NOW - HOUR }), JOB, KNOWN)).toEqual([]);
  });
});
