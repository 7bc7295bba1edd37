import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withoutUndefined } from '../../src/json.ts';
import type { LeftOut } from '../../src/messages/message.ts';
import { gateFailure } from '../../src/policy/gate.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../src/status.ts';
import { placeAt } from '../messages/drafts.ts';

const message = (status: Status, index: number) => ({
  ruleId: String(index),
  status,
  cisRuleDetails: new Uint8Array(),
  place: placeAt(index),
});
const left = (status?: Status): LeftOut => ({
  fault: { sentence: 'It is not valid.' },
  ...withoutUndefined({ status }),
});
const sentenceOf = (statuses: readonly Status[], leftOut: readonly LeftOut[], gate: readonly Status[]) =>
  gateFailure({ messages: statuses.map(message), leftOut }, { failOnStatus: new Set(gate) })?.sentence;

test.each<[string, readonly Status[], readonly LeftOut[], readonly Status[], string | undefined]>([
  ['no rule matches', ['PASSED'], [], ['FAILED'], undefined],
  ['there is no gate', ['FAILED'], [left()], [], undefined],
  ['one rule matches', ['FAILED', 'PASSED'], [], ['FAILED'], '1 rule is FAILED, which'],
  [
    'rules match',
    ['FAILED', 'ERROR', 'ERROR'],
    [],
    ['FAILED', 'ERROR'],
    '1 rule is FAILED and 2 rules are ERROR',
  ],
  ['a left-out rule states the status', ['PASSED'], [left('FAILED')], ['FAILED'], '1 rule is FAILED'],
  ['a left-out rule states another status', ['PASSED'], [left('PASSED')], ['FAILED'], undefined],
  [
    'a left-out rule states no status',
    ['PASSED'],
    [left()],
    ['ERROR'],
    '1 rule is left out without a readable status',
  ],
])('the gate when %s', (_case, statuses, leftOut, gate, expected) => {
  const sentence = sentenceOf(statuses, leftOut, gate);
  if (expected === undefined) expect(sentence).toBeUndefined();
  else expect(sentence).toContain(expected);
});

test('the failure names the rules that the gate does not allow, at most five in its sentence, and no others', () => {
  const messages = [
    message('PASSED', 0),
    ...Array.from({ length: 7 }, (_, index) => message('FAILED', index + 1)),
  ];
  const leftOut = [{ ...left(), ruleId: 'x' }];
  const failure = gateFailure({ messages, leftOut }, { failOnStatus: new Set(['FAILED']) });
  expect(failure?.rules).toEqual(['1', '2', '3', '4', '5', '6', '7', 'x']);
  expect(failure?.sentence).toMatch(/does not allow: 1, 2, 3, 4, 5 and 3 more\.$/);
});

test('an accepted failure passes the gate; other statuses and rules do not', () => {
  const messages = [message('FAILED', 0), message('FAILED', 1), message('ERROR', 2)];
  const gate = new Set<Status>(['FAILED', 'ERROR']);
  const accepted = new Map([['0', []]]);
  expect(gateFailure({ messages, leftOut: [] }, { failOnStatus: gate, accepted })?.sentence).toContain(
    '1 rule is FAILED and 1 rule is ERROR',
  );
  expect(
    gateFailure({ messages: messages.slice(0, 1), leftOut: [] }, { failOnStatus: gate, accepted }),
  ).toBeUndefined();
  const leftOut = [{ ...left('FAILED'), ruleId: '0' }];
  expect(gateFailure({ messages: [], leftOut }, { failOnStatus: gate, accepted })?.sentence).toContain(
    '1 rule is FAILED',
  );
});

test('leaving out a rule never makes a failing gate pass', () => {
  const anyStatus = fc.constantFrom(...STATUSES_WORST_FIRST);
  fc.assert(
    fc.property(
      fc.array(anyStatus),
      fc.array(anyStatus, { minLength: 1 }),
      fc.nat(),
      (statuses, gate, index) => {
        const without = statuses.filter((_, position) => position !== index);
        const closed = sentenceOf(statuses, [], gate) !== undefined;
        if (closed) expect(sentenceOf(without, index < statuses.length ? [left()] : [], gate)).toBeDefined();
      },
    ),
  );
});

describe('with fail-on-regression', () => {
  const regression = (
    statuses: readonly Status[],
    baseline: Readonly<Record<string, Status>> | undefined,
    gate: readonly Status[] = [],
    leftOut: readonly LeftOut[] = [],
  ): string | undefined =>
    gateFailure(
      { messages: statuses.map(message), leftOut },
      {
        failOnStatus: new Set(gate),
        failOnRegression: true,
        ...withoutUndefined({ baseline: baseline && new Map(Object.entries(baseline)) }),
      },
    )?.sentence;

  test.each<
    [string, readonly Status[], Readonly<Record<string, Status>>, readonly Status[], string | undefined]
  >([
    ['a failure that is in the baseline passes', ['FAILED'], { 0: 'FAILED' }, [], undefined],
    [
      'a rule that passed before and fails now fails the gate',
      ['FAILED'],
      { 0: 'PASSED' },
      [],
      '1 rule is newly FAILED',
    ],
    ['a failure that is not in the baseline fails', ['FAILED'], {}, [], '1 rule is newly FAILED'],
    ['a status that the gate does not name passes', ['ERROR'], { 0: 'PASSED' }, [], undefined],
    [
      'a change from one gate status to another passes',
      ['ERROR'],
      { 0: 'FAILED' },
      ['FAILED', 'ERROR'],
      undefined,
    ],
    [
      'a new ERROR fails if the gate names it',
      ['ERROR'],
      { 0: 'PASSED' },
      ['ERROR'],
      '1 rule is newly ERROR',
    ],
  ])('%s', (_case, statuses, baseline, gate, expected) => {
    const sentence = regression(statuses, baseline, gate);
    if (expected === undefined) expect(sentence).toBeUndefined();
    else expect(sentence).toContain(expected);
  });

  test('without a baseline every failure counts, and so does a left-out rule that is not in the baseline', () => {
    expect(regression(['FAILED', 'FAILED'], undefined)).toContain('2 rules are newly FAILED');
    expect(regression([], { 0: 'FAILED' }, [], [left('FAILED')])).toContain('1 rule is newly FAILED');
    expect(regression([], { 0: 'PASSED' }, [], [{ ...left(), ruleId: '0' }])).toContain('1 rule is left out');
    expect(regression([], { 0: 'FAILED' }, [], [{ ...left(), ruleId: '0' }])).toBeUndefined();
  });
});
