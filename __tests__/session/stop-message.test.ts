import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readContent } from '../../local-inspector/model.ts';
import { addStep, newRecord, type SessionRecord } from '../../src/session/record.ts';
import {
  sessionEnd,
  STOP_LIMITS,
  type JobStatus,
  type SessionEnd,
  type SessionStatus,
} from '../../src/session/stop-message.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../src/status.ts';
import { anyFacts, anyStep, JOB, recordOf, rules } from './records.ts';

const TOKEN = 'fedcba98-7654-3210-fedc-ba9876543210';

/** What the local endpoint says against it. */
const faultsOf = ({ message }: SessionEnd): unknown =>
  readContent('/cissession/stop', { scanJobId: JOB, sessionToken: TOKEN, message });

const end = (record: SessionRecord | undefined, jobStatus: JobStatus = 'success'): SessionEnd =>
  sessionEnd(record, jobStatus, { platform: {} });

const delivered = (count: number, status: Status = 'PASSED'): SessionRecord['delivered'] =>
  new Map(rules(0, count, status).map((rule) => [rule.ruleId, rule.status]));
const undelivered = (count: number): SessionRecord['undelivered'] =>
  new Set(rules(0, count).map(({ ruleId }) => ruleId));

const CANCELLED = 'The job was cancelled: 2 rules delivered, 0 rules undelivered.';
test.each<[string, Partial<SessionRecord>, JobStatus, SessionStatus, string | undefined]>([
  ['everything was delivered', { delivered: delivered(2) }, 'success', 'SUCCESS', undefined],
  ['a gate or a test failed after it', { delivered: delivered(2) }, 'failure', 'SUCCESS', undefined],
  ['the job was cancelled', { delivered: delivered(2) }, 'cancelled', 'INTERRUPTED', CANCELLED],
  [
    'the job was cancelled, and its delivery with it',
    { delivered: delivered(1), undelivered: undelivered(3), failure: 'Cancelled: It was.' },
    'cancelled',
    'INTERRUPTED',
    'The job was cancelled: 1 rule delivered, 3 rules undelivered. A telemetry step failed: Cancelled: It was.',
  ],
  [
    'something stayed undelivered',
    { delivered: delivered(2), undelivered: undelivered(1), failure: 'NetworkError: No.' },
    'success',
    'FAILED',
    '1 rule undelivered, 2 rules delivered. A telemetry step failed: NetworkError: No.',
  ],
  [
    'no telemetry step came to send',
    { steps: 0 },
    'failure',
    'FAILED',
    'Nothing was delivered: no telemetry step ran, or none with valid inputs.',
  ],
  [
    'a telemetry step had nothing to send',
    { failure: 'NoResults: There are none.' },
    'failure',
    'FAILED',
    'Nothing was delivered. A telemetry step failed: NoResults: There are none.',
  ],
])('when %s, the session ends truthfully', (_, record, jobStatus, status, reason) => {
  const told = end(recordOf(record), jobStatus);
  expect(told.message).toMatchObject({ status, ...(reason === undefined ? {} : { reason }) });
  expect([told.status, told.reason, told.message.reason]).toEqual([status, reason, reason]);
  expect(faultsOf(told)).toHaveProperty('operation');
});

test.each([
  ['success', 'FAILED'],
  ['failure', 'FAILED'],
  ['cancelled', 'INTERRUPTED'],
] as const)(
  'when it is not known what was delivered and the job is a %s, nothing is claimed',
  (job, status) => {
    const told = end(undefined, job);
    expect(told.message).toEqual({
      status,
      progress: {},
      reason: expect.stringContaining('It is not known what was delivered'),
    });
    expect(faultsOf(told)).toHaveProperty('operation');
  },
);

test('every status is counted under its own name', () => {
  const record = STATUSES_WORST_FIRST.reduce(
    (before, status, index) =>
      addStep(before, {
        delivered: rules(10 * index, 10 * index + index + 1, status),
        undelivered: [],
        facts: {},
      }),
    newRecord(JOB),
  );
  expect(end(record).message.progress).toEqual({
    totalChecks: 28,
    failedChecks: 1,
    unknownChecks: 2,
    errorChecks: 3,
    notEvaluatedChecks: 4,
    successfulChecks: 5,
    informationalChecks: 6,
    notApplicableChecks: 7,
  });
});

describe('counts', () => {
  test.each([
    [STOP_LIMITS.count, false],
    [STOP_LIMITS.count + 1, true],
  ])('of %d rules are told as at most 65,536, and so is that they were capped', (number, capped) => {
    const told = end(recordOf({ delivered: delivered(number, 'FAILED') }));
    expect(told.capped).toBe(capped);
    expect(told.message.progress).toMatchObject({ totalChecks: 65_536, failedChecks: 65_536 });
    expect(faultsOf(told)).toHaveProperty('operation');
  });
});

describe('platform and benchmark', () => {
  const facts = {
    benchmark: 'CIS',
    benchmarkVersion: '2.0.0',
    profile: 'Level 1',
    platform: { vendor: 'canonical', product: 'ubuntu_linux', version: '24.04' },
  };

  test('are what the scanner said', () => {
    expect(end(recordOf({ facts })).message).toMatchObject({
      benchmarkVersion: '2.0.0',
      benchmarkProfile: 'Level 1',
      computePlatform: facts.platform,
    });
  });

  test('are what the user says, each before what the scanner said', () => {
    const stated = { benchmarkProfile: 'Level 2', platform: { product: 'Ubuntu' } };
    expect(sessionEnd(recordOf({ facts }), 'success', stated).message).toMatchObject({
      benchmarkVersion: '2.0.0',
      benchmarkProfile: 'Level 2',
      computePlatform: { vendor: 'canonical', product: 'Ubuntu', version: '24.04' },
    });
  });

  test('are left out when nobody said anything', () => {
    expect(Object.keys(end(recordOf({})).message).sort()).toEqual(['progress', 'reason', 'status']);
  });

  test('are shortened to the limits without parting a character', () => {
    const long = { profile: '😀'.repeat(200), platform: { vendor: `${'é'.repeat(15)}😀!` } };
    expect(end(recordOf({ facts: long })).message).toMatchObject({
      benchmarkProfile: '😀'.repeat(128),
      computePlatform: { vendor: `${'é'.repeat(15)}😀` },
    });
  });
});

test('whatever steps and files said, Inspector takes the end', () => {
  fc.assert(
    fc.property(
      fc.option(fc.array(anyStep, { maxLength: 4 }), { nil: undefined }),
      fc.constantFrom<JobStatus>('success', 'failure', 'cancelled'),
      fc.string({ unit: 'binary', maxLength: 3000 }),
      anyFacts,
      (steps, jobStatus, failure, { platform = {} }) => {
        const record = steps?.reduce(addStep, newRecord(JOB));
        const told = sessionEnd(record && { ...record, failure }, jobStatus, { platform });
        expect(faultsOf(told)).toHaveProperty('operation');
        expect(told.status === 'SUCCESS').toBe(told.reason === undefined);
        const { totalChecks = 0, ...counts } = told.message.progress ?? {};
        expect(Object.values(counts).reduce((sum: number, one = 0) => sum + one, 0)).toBe(totalChecks);
      },
    ),
  );
});
