import fc from 'fast-check';
import { withoutUndefined } from '../../src/json.ts';
import { FAILURE_CODES } from '../../src/failure.ts';
import { newRecord, type SessionRecord, type StepReport } from '../../src/session/record.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../src/status.ts';

export const JOB = '01234567-89ab-cdef-0123-456789abcdef';

/** Rules `from` up to `to`, of the same status. */
export function rules(from: number, to: number, status: Status = 'PASSED'): StepReport['delivered'] {
  return Array.from({ length: to - from }, (_, index) => ({ ruleId: `rule-${from + index}`, status }));
}

/** A telemetry step; by default without any rules. */
export function step(report: Partial<StepReport>): StepReport {
  return {
    delivered: [],
    undelivered: [],
    leftOut: 0,
    nothingTolerated: false,
    unfinished: false,
    facts: {},
    ...report,
  };
}

/** A record of these rules. */
export function recordOf(record: Partial<SessionRecord>): SessionRecord {
  return { ...newRecord(JOB), steps: 1, ...record };
}

const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });

/** Any facts that a scanner may state about a scan. */
export const anyFacts: fc.Arbitrary<StepReport['facts']> = fc.record(
  {
    benchmark: anyText,
    benchmarkVersion: anyText,
    profile: anyText,
    platform: fc.record({ vendor: anyText, product: anyText, version: anyText }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

const anyRules = fc.array(
  fc.record({
    ruleId: fc.oneof(fc.nat(9).map(String), fc.constantFrom('__proto__', 'constructor', '😀', '"')),
    status: fc.constantFrom(...STATUSES_WORST_FIRST),
  }),
  { maxLength: 12 },
);

/** Any telemetry step, over few rules, so that steps overlap. */
export const anyStep: fc.Arbitrary<StepReport> = fc
  .tuple(
    anyRules,
    anyRules,
    anyFacts,
    fc.option(fc.constantFrom(...FAILURE_CODES), { nil: undefined }),
    fc.nat(3),
  )
  .map(([delivered, undelivered, facts, failure, leftOut]) => ({
    leftOut,
    nothingTolerated: false,
    unfinished: false,
    delivered,
    undelivered,
    facts,
    ...withoutUndefined({ failure }),
  }));
