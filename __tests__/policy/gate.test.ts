import { expect, test } from '@jest/globals';
import fc from 'fast-check';
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
  ...(status === undefined ? {} : { status }),
});
const sentenceOf = (statuses: readonly Status[], leftOut: readonly LeftOut[], gate: readonly Status[]) =>
  gateFailure({ messages: statuses.map(message), leftOut }, new Set(gate))?.sentence;

test.each<[string, readonly Status[], readonly LeftOut[], readonly Status[], string | undefined]>([
  ['no rule matches', ['PASSED'], [], ['FAILED'], undefined],
  ['no gate is asked for', ['FAILED'], [left()], [], undefined],
  ['one rule matches', ['FAILED', 'PASSED'], [], ['FAILED'], 'There is 1 rule FAILED, which'],
  ['rules match', ['FAILED', 'ERROR', 'ERROR'], [], ['FAILED', 'ERROR'], '1 rule FAILED and 2 rules ERROR'],
  ['a left-out rule states the status', ['PASSED'], [left('FAILED')], ['FAILED'], '1 rule FAILED'],
  ['a left-out rule states another', ['PASSED'], [left('PASSED')], ['FAILED'], undefined],
  [
    'a left-out rule states nothing',
    ['PASSED'],
    [left()],
    ['ERROR'],
    '1 rule left out without a readable status',
  ],
])('the gate when %s', (_case, statuses, leftOut, gate, expected) => {
  const sentence = sentenceOf(statuses, leftOut, gate);
  if (expected === undefined) expect(sentence).toBeUndefined();
  else expect(sentence).toContain(expected);
});

test('an accepted failure passes the gate; nothing else that it has does', () => {
  const messages = [message('FAILED', 0), message('FAILED', 1), message('ERROR', 2)];
  const gate = new Set<Status>(['FAILED', 'ERROR']);
  const accepted = new Map([['0', []]]);
  expect(gateFailure({ messages, leftOut: [] }, gate, accepted)?.sentence).toContain(
    '1 rule FAILED and 1 rule ERROR',
  );
  expect(gateFailure({ messages: messages.slice(0, 1), leftOut: [] }, gate, accepted)).toBeUndefined();
  const leftOut = [{ ...left('FAILED'), ruleId: '0' }];
  expect(gateFailure({ messages: [], leftOut }, gate, accepted)?.sentence).toContain('1 rule FAILED');
});

test('no gate ever opens because a rule was left out', () => {
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
