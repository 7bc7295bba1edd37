import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  acceptanceOf,
  type Acceptance,
  type JudgedRule,
  type RuleVerdict,
} from '../../src/policy/acceptance.ts';
import type { Exception } from '../../src/policy/exceptions.ts';
import { likenessOf } from '../../src/policy/same-benchmark.ts';
import { STATUSES_WORST_FIRST, worstOf, type Status } from '../../src/status.ts';
import { placeAt } from '../messages/drafts.ts';

const BENCHMARK = 'CIS Ubuntu Linux 22.04 LTS Benchmark 2.0.0';
const TODAY = '2027-06-30';

const exception = (rule: string, more: Partial<Exception> = {}): Exception => ({
  rule,
  reason: 'It is so.',
  owner: 'platform',
  expires: '2027-12-31',
  place: placeAt(0),
  ...more,
});
/** A recommendation with the verdicts of a scanner's rules `a`, `b`, … */
const rule = (id: string, statuses: readonly Status[], more: Partial<JudgedRule> = {}): JudgedRule => ({
  id,
  status: worstOf(statuses) ?? 'FAILED',
  benchmark: BENCHMARK,
  verdicts: statuses.map((status, index): RuleVerdict => ({ id: String.fromCharCode(97 + index), status })),
  ...more,
});
const acceptance = (
  exceptions: readonly Exception[],
  rules: readonly JudgedRule[],
  targets: readonly string[] = ['web-1'],
): Acceptance => acceptanceOf(exceptions, rules, { targets, today: TODAY });

const accepted = (...given: Parameters<typeof acceptance>): readonly string[] => [
  ...acceptance(...given).accepted.keys(),
];
const warnings = (...given: Parameters<typeof acceptance>): readonly string[] =>
  acceptance(...given).warnings.map(({ sentence }) => sentence);

const NUMBERED = { benchmark: BENCHMARK };

describe('a failure is accepted', () => {
  test.each<[string, readonly Exception[], JudgedRule, readonly string[]]>([
    ['by its number and benchmark', [exception('1.1', NUMBERED)], rule('1.1', ['FAILED']), ['1.1']],
    [
      'by its number, for all rules in it',
      [exception('1.1', NUMBERED)],
      rule('1.1', ['FAILED', 'FAILED', 'PASSED']),
      ['1.1'],
    ],
    ['by the only rule that fails in it', [exception('a')], rule('1.1', ['FAILED', 'PASSED']), ['1.1']],
    [
      'by all three rules that fail in it',
      [exception('a'), exception('b'), exception('c')],
      rule('1.1', ['FAILED', 'FAILED', 'FAILED']),
      ['1.1'],
    ],
    ['by the scanner’s id with the benchmark', [exception('a', NUMBERED)], rule('1.1', ['FAILED']), ['1.1']],
    ['on the last day', [exception('a', { expires: TODAY })], rule('1.1', ['FAILED']), ['1.1']],
    [
      'on its target, in any case of letters',
      [exception('a', { target: 'WEB-1' })],
      rule('1.1', ['FAILED']),
      ['1.1'],
    ],
    [
      'by its number, if neither side states a benchmark',
      [exception('1.1')],
      { id: '1.1', status: 'FAILED', verdicts: [{ id: '1.1', status: 'FAILED' }] },
      ['1.1'],
    ],
  ])('%s', (_case, exceptions, judged, expected) => {
    expect(accepted(exceptions, [judged])).toEqual(expected);
    expect(warnings(exceptions, [judged])).toEqual([]);
  });
});

describe('a failure is not accepted, and a warning at the exception says why', () => {
  test.each<[string, readonly Exception[], JudgedRule, string]>([
    [
      'by one of three rules that fail in it',
      [exception('a')],
      rule('1.1', ['FAILED', 'FAILED', 'FAILED']),
      '"b" and "c" in it fail too',
    ],
    [
      'by scanners’ rules, if a messages file says FAILED',
      [exception('a')],
      rule('1.1', ['FAILED'], {
        verdicts: [
          { id: 'a', status: 'FAILED' },
          { id: '1.1', status: 'FAILED' },
        ],
      }),
      'it is FAILED regardless of',
    ],
    [
      'by a rule that fails in it, if it is something else than FAILED itself',
      [exception('a')],
      rule('1.1', ['FAILED'], { status: 'ERROR' }),
      'it is ERROR regardless of',
    ],
    [
      'after its last day',
      [exception('a', { expires: '2027-06-29' })],
      rule('1.1', ['FAILED']),
      'expired: its last day was 2027-06-29',
    ],
    [
      'by a number without its benchmark',
      [exception('1.1')],
      rule('1.1', ['FAILED']),
      `needs \`benchmark: ${BENCHMARK}\``,
    ],
    [
      'for another version of the benchmark',
      [exception('1.1', { benchmark: BENCHMARK.replace('2.0.0', '1.0.0') })],
      rule('1.1', ['FAILED']),
      'the results are for',
    ],
    [
      'for the benchmark without its version',
      [exception('1.1', { benchmark: 'CIS Ubuntu Linux 22.04 LTS Benchmark' })],
      rule('1.1', ['FAILED']),
      'the results are for',
    ],
    [
      'when the rule is ERROR',
      [exception('1.1', NUMBERED)],
      rule('1.1', ['ERROR']),
      'only FAILED can be accepted',
    ],
    [
      'when the rule is UNKNOWN',
      [exception('1.1', NUMBERED)],
      rule('1.1', ['UNKNOWN']),
      'only FAILED can be accepted',
    ],
    [
      'when it is no longer needed',
      [exception('1.1', NUMBERED)],
      rule('1.1', ['PASSED']),
      'is no longer needed: the rule is PASSED',
    ],
    [
      'when the scanner’s rule passes',
      [exception('b')],
      rule('1.1', ['FAILED', 'PASSED']),
      'is no longer needed: the rule is PASSED',
    ],
    ['when no rule has the name', [exception('z')], rule('1.1', ['FAILED']), 'the results have no such rule'],
  ])('%s', (_case, exceptions, judged, sentence) => {
    expect(accepted(exceptions, [judged])).toEqual([]);
    expect(warnings(exceptions, [judged])).toEqual([expect.stringContaining(sentence)]);
    expect(acceptance(exceptions, [judged]).warnings.map(({ place }) => place)).toEqual([placeAt(0)]);
  });

  test('for a target, if the results do not state what was scanned', () => {
    const [sentence] = warnings([exception('a', { target: 'web-1' })], [rule('1.1', ['FAILED'])], []);
    expect(sentence).toContain('the results do not state what was scanned');
  });
});

test.each<[string, Partial<Exception>]>([
  ['target', { target: 'web-2' }],
  ['benchmark', { benchmark: 'CIS Kubernetes Benchmark 1.8.0' }],
])('an exception for another %s is counted, and accepts nothing', (_case, more) => {
  const found = acceptance([exception('a', more)], [rule('1.1', ['FAILED'])]);
  expect([found.accepted.size, found.warnings.length, found.forOtherScans]).toEqual([0, 0, 1]);
});

test('only FAILED is ever accepted, and only with an exception for the rule or for everything that fails in it', () => {
  const status = fc.constantFrom(...STATUSES_WORST_FIRST);
  const names = fc.subarray(['a', 'b', 'c', '1.1']);
  fc.assert(
    fc.property(fc.array(status, { minLength: 1, maxLength: 3 }), names, (statuses, named) => {
      const judged = rule('1.1', statuses);
      const isAccepted =
        accepted(
          named.map((name) => exception(name, NUMBERED)),
          [judged],
        ).length > 0;
      const failing = judged.verdicts.filter((one) => one.status === 'FAILED');
      const isCovered = named.includes('1.1') || failing.every(({ id }) => named.includes(id));
      expect(isAccepted).toBe(judged.status === 'FAILED' && isCovered);
    }),
  );
});

test.each([
  ['CIS Ubuntu Linux 22.04 LTS Benchmark v2.0.0', 'CIS Ubuntu 22.04 2.0', 'same'],
  ['cis  ubuntu linux 22.04 LTS benchmark 2.0.0', BENCHMARK, 'same'],
  ['Guide to Ubuntu (content 0.1.80)', 'Guide to Ubuntu (content 0.1.79)', 'same'],
  ['CIS Ubuntu Linux 22.04 LTS Benchmark 1.0.0', BENCHMARK, 'another version'],
  ['CIS Ubuntu Linux 22.04 LTS Benchmark', BENCHMARK, 'another version'],
  ['CIS Ubuntu Linux 20.04 LTS Benchmark 2.0.0', BENCHMARK, 'another benchmark'],
  ['CIS Benchmark 2.0.0', BENCHMARK, 'another benchmark'],
  [undefined, BENCHMARK, 'another benchmark'],
  [undefined, undefined, 'same'],
])('%j and %j: %s', (one, other, likeness) => {
  expect([likenessOf(one, other), likenessOf(other, one)]).toEqual([likeness, likeness]);
});
