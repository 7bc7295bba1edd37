import { describe, expect, test } from '@jest/globals';
import { withoutUndefined } from '../../src/json.ts';
import { failureFor, FAILURE_CODES, type FailureCode } from '../../src/failure.ts';
import type { Inputs } from '../../src/inputs/telemetry.ts';
import type { LeftOut } from '../../src/messages/message.ts';
import { NO_ACCEPTANCE } from '../../src/policy/acceptance.ts';
import { headlineOf } from '../../src/report/headline.ts';
import type { Run } from '../../src/run.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../src/status.ts';
import { runOf, withStatuses } from './runs.ts';

interface Case {
  readonly statuses: Partial<Record<Status, number>>;
  readonly leftOut?: number;
  readonly accepted?: number;
  readonly code?: FailureCode;
  readonly delivered?: readonly number[];
  readonly inputs?: Partial<Inputs>;
}

function runIn({ statuses, leftOut = 0, accepted = 0, code, delivered = [1], inputs = {} }: Case): Run {
  const all = STATUSES_WORST_FIRST.flatMap((status) =>
    Array.from({ length: statuses[status] ?? 0 }, () => status),
  );
  const run = withStatuses(runOf({ messages: all.length, chunkSize: 150, inputs }), all, delivered);
  const fault = { sentence: 'It is not valid.' };
  const out = Array.from({ length: leftOut }, (): LeftOut => ({ fault }));
  if (run.validated !== undefined) run.validated = { ...run.validated, leftOut: out };
  const acceptedRules = Array.from({ length: accepted }, (_, index) => [String(index), []] as const);
  run.findings = { acceptance: { ...NO_ACCEPTANCE, accepted: new Map(acceptedRules) } };
  if (code !== undefined) run.failure = failureFor(code, 'Because.');
  return run;
}

const tolerating = (code: FailureCode): Partial<Inputs> => ({ tolerateErrors: new Set([code]) });
const DRY = { dryRun: true } as const;

describe('the headline', () => {
  test.each<[string, Case]>([
    ['✅ All 213 rules pass', { statuses: { PASSED: 213 } }],
    ['✅ All 200 rules pass', { statuses: { PASSED: 200, NOT_APPLICABLE: 10, INFORMATIONAL: 3 } }],
    ['✅ The only rule passes', { statuses: { PASSED: 1 } }],
    ['✅ All 213 rules pass (dry run)', { statuses: { PASSED: 213 }, inputs: DRY }],
    ['❌ 43 of 213 rules fail', { statuses: { FAILED: 43, PASSED: 170 } }],
    ['❌ 1 of 2,000 rules fails', { statuses: { FAILED: 1, PASSED: 1999 } }],
    ['❌ 43 of 213 rules fail', { statuses: { FAILED: 43, PASSED: 170 }, code: 'GateFailed' }],
    ['❌ 43 of 213 rules fail, 5 accepted', { statuses: { FAILED: 43, PASSED: 170 }, accepted: 5 }],
    ['⚠️ 5 of 213 rules fail, 5 accepted', { statuses: { FAILED: 5, PASSED: 208 }, accepted: 5 }],
    [
      '⚠️ All 173 evaluated rules pass; 40 could not be checked',
      { statuses: { PASSED: 173, ERROR: 30, UNKNOWN: 6, NOT_EVALUATED: 4 } },
    ],
    ['⚠️ The only evaluated rule passes; 1 was left out', { statuses: { PASSED: 1 }, leftOut: 1 }],
    [
      '❌ All 173 evaluated rules pass; 40 could not be checked',
      { statuses: { PASSED: 173, ERROR: 40 }, code: 'GateFailed' },
    ],
    [
      '❌ 3 of 173 evaluated rules fail; 40 could not be checked and 2 were left out',
      { statuses: { PASSED: 170, FAILED: 3, ERROR: 40 }, leftOut: 2 },
    ],
    ['❌ No rule was evaluated', { statuses: { NOT_APPLICABLE: 9 }, code: 'NothingEvaluated' }],
    [
      '⚠️ No rule was evaluated; 9 could not be checked',
      { statuses: { ERROR: 9 }, code: 'NothingEvaluated', inputs: tolerating('NothingEvaluated') },
    ],
    [
      '❌ Not sent: access is denied',
      { statuses: { PASSED: 9 }, code: 'AccessDeniedException', delivered: [] },
    ],
    [
      '⚠️ Not sent: Inspector is throttling',
      {
        statuses: { PASSED: 9 },
        code: 'ThrottlingException',
        delivered: [],
        inputs: tolerating('ThrottlingException'),
      },
    ],
    [
      '❌ Only 150 of 300 messages sent: Inspector could not be reached',
      { statuses: { PASSED: 300 }, code: 'NetworkError' },
    ],
    ['❌ Everything was sent, but the step was cancelled', { statuses: { PASSED: 9 }, code: 'Cancelled' }],
    [
      '❌ Would not be sent: the results are not valid (dry run)',
      { statuses: { PASSED: 9 }, code: 'InvalidMessages', delivered: [], inputs: DRY },
    ],
  ])('%s', (expected, one) => {
    const { mark, text } = headlineOf(runIn(one));
    expect(`${mark} ${text}`).toBe(expected);
  });

  test('has a tick only if nothing failed and no rule is in doubt', () => {
    for (const code of [undefined, ...FAILURE_CODES]) {
      for (const status of STATUSES_WORST_FIRST) {
        const statuses = { PASSED: 1, [status]: 1 };
        const isClean = !['FAILED', 'UNKNOWN', 'ERROR', 'NOT_EVALUATED'].includes(status);
        const { mark } = headlineOf(runIn({ statuses, ...withoutUndefined({ code }) }));
        expect([code, status, mark === '✅']).toEqual([code, status, isClean && code === undefined]);
      }
    }
  });
});
