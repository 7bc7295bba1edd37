import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withoutUndefined } from '../../src/json.ts';
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

/** How the local endpoint judges the message. */
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
  [
    'everything was delivered, and then a gate or a test failed',
    { delivered: delivered(2) },
    'failure',
    'SUCCESS',
    undefined,
  ],
  ['the job was cancelled', { delivered: delivered(2) }, 'cancelled', 'INTERRUPTED', CANCELLED],
  [
    'the job was cancelled during delivery',
    { delivered: delivered(1), undelivered: undelivered(3), failure: 'Cancelled' },
    'cancelled',
    'INTERRUPTED',
    'The job was cancelled: 1 rule delivered, 3 rules undelivered. A telemetry step failed: Cancelled: The step was cancelled.',
  ],
  [
    'something remains undelivered',
    { delivered: delivered(2), undelivered: undelivered(1), failure: 'NetworkError' },
    'success',
    'FAILED',
    '2 rules delivered, 1 rule undelivered. A telemetry step failed: NetworkError: Inspector could not be reached.',
  ],
  [
    'no telemetry step got as far as sending',
    { steps: 0 },
    'failure',
    'FAILED',
    'Nothing was delivered: no telemetry step ran with valid inputs.',
  ],
  [
    'a telemetry step had nothing to send',
    { failure: 'NoResults' },
    'failure',
    'FAILED',
    'Nothing was delivered. A telemetry step failed: NoResults: There is nothing to send.',
  ],
  [
    'a telemetry step could not even read its results',
    { delivered: delivered(2), failure: 'StaleResults' },
    'failure',
    'FAILED',
    '2 rules delivered, but the last step delivered nothing. A telemetry step failed: StaleResults: The results are too old.',
  ],
  [
    'no rule was evaluated',
    { delivered: delivered(3, 'NOT_APPLICABLE') },
    'failure',
    'FAILED',
    'No rule was evaluated: of 3 rules, none passed or failed.',
  ],
  [
    'no rule was evaluated, which the user tolerates',
    { delivered: delivered(3, 'NOT_APPLICABLE'), nothingTolerated: true },
    'success',
    'SUCCESS',
    'No rule was evaluated: of 3 rules, none passed or failed.',
  ],
  [
    'rules were left out',
    { delivered: delivered(2), leftOut: 1 },
    'success',
    'SUCCESS',
    '1 rule left out as invalid.',
  ],
  [
    'every telemetry step was a dry run',
    { steps: 2, dryRuns: 2 },
    'success',
    'FAILED',
    'Nothing was delivered: the telemetry steps were dry runs.',
  ],
  [
    'a dry run followed the delivery',
    { delivered: delivered(2), steps: 2, dryRuns: 1 },
    'success',
    'SUCCESS',
    undefined,
  ],
])('when %s, the session has the right status and reason', (_, record, jobStatus, status, reason) => {
  const ending = end(recordOf(record), jobStatus);
  expect(ending.message).toMatchObject({ status, ...withoutUndefined({ reason }) });
  expect([ending.status, ending.reason, ending.message.reason]).toEqual([status, reason, reason]);
  expect(faultsOf(ending)).toHaveProperty('operation');
});

test.each([
  ['success', 'FAILED'],
  ['failure', 'FAILED'],
  ['cancelled', 'INTERRUPTED'],
] as const)(
  'when it is unknown what was delivered and the job status is %s, no counts are sent',
  (job, status) => {
    const ending = end(undefined, job);
    expect(ending.message).toEqual({
      status,
      progress: {},
      reason: expect.stringContaining('What was delivered is unknown'),
    });
    expect(faultsOf(ending)).toHaveProperty('operation');
  },
);

test('every status has its own count', () => {
  const record = STATUSES_WORST_FIRST.reduce(
    (before, status, index) =>
      addStep(before, {
        delivered: rules(10 * index, 10 * index + index + 1, status),
        undelivered: [],
        leftOut: 0,
        nothingTolerated: false,
        unfinished: false,
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
  ])('of %d rules are sent as at most 65,536, and marked as capped', (number, capped) => {
    const ending = end(recordOf({ delivered: delivered(number, 'FAILED') }));
    expect(ending.capped).toBe(capped);
    expect(ending.message.progress).toMatchObject({ totalChecks: 65_536, failedChecks: 65_536 });
    expect(faultsOf(ending)).toHaveProperty('operation');
  });
});

describe('platform and benchmark', () => {
  const facts = {
    benchmark: 'CIS',
    benchmarkVersion: '2.0.0',
    profile: 'Level 1',
    platform: { vendor: 'canonical', product: 'ubuntu_linux', version: '24.04' },
  };

  test('come from the results', () => {
    expect(end(recordOf({ facts })).message).toMatchObject({
      benchmarkVersion: '2.0.0',
      benchmarkProfile: 'Level 1',
      computePlatform: facts.platform,
    });
  });

  test('come from the inputs first, each one separately', () => {
    const stated = { benchmarkProfile: 'Level 2', platform: { product: 'Ubuntu' } };
    expect(sessionEnd(recordOf({ facts }), 'success', stated).message).toMatchObject({
      benchmarkVersion: '2.0.0',
      benchmarkProfile: 'Level 2',
      computePlatform: { vendor: 'canonical', product: 'Ubuntu', version: '24.04' },
    });
  });

  test('are left out if nothing states them', () => {
    expect(Object.keys(end(recordOf({})).message).sort()).toEqual(['progress', 'reason', 'status']);
  });

  test('are left out if they are too long, never truncated', () => {
    const long = {
      profile: '😀'.repeat(129),
      platform: { vendor: `${'é'.repeat(15)}😀`, product: 'p'.repeat(33) },
    };
    const { message } = end(recordOf({ facts: long }));
    expect(message.benchmarkProfile).toBeUndefined();
    expect(message.computePlatform).toEqual({ vendor: `${'é'.repeat(15)}😀` });
  });
});

test('Inspector accepts the stop message after any steps and files', () => {
  fc.assert(
    fc.property(
      fc.option(fc.array(anyStep, { maxLength: 4 }), { nil: undefined }),
      fc.constantFrom<JobStatus>('success', 'failure', 'cancelled'),
      anyFacts,
      (steps, jobStatus, { platform = {} }) => {
        const record = steps?.reduce(addStep, newRecord(JOB));
        const ending = sessionEnd(record, jobStatus, { platform });
        expect(faultsOf(ending)).toHaveProperty('operation');
        if (ending.status !== 'SUCCESS') expect(ending.reason).not.toBe('');
        const { totalChecks = 0, ...counts } = ending.message.progress ?? {};
        expect(Object.values(counts).reduce((sum: number, one = 0) => sum + one, 0)).toBe(totalChecks);
      },
    ),
  );
});
