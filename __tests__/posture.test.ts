import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withoutUndefined } from '../src/json.ts';
import type { LeftOut, Message } from '../src/messages/message.ts';
import { isClean, passRate, postureOf } from '../src/posture.ts';
import { STATUSES_WORST_FIRST, type Status } from '../src/status.ts';
import { placeAt } from './messages/drafts.ts';

const message = (ruleId: string, status: Status): Message => ({
  ruleId,
  status,
  cisRuleDetails: new Uint8Array(),
  place: placeAt(0),
});
const fault = { sentence: 'It is not valid.' };

test('a rule with several messages counts once', () => {
  const messages = [message('1', 'FAILED'), message('1', 'FAILED'), message('2', 'PASSED')];
  expect(postureOf({ messages, leftOut: [] })).toMatchObject({
    rules: 2,
    evaluated: 2,
    passed: 1,
    failed: 1,
  });
});

test('a rule that is left out counts as left out, unless another message of it is sent', () => {
  const leftOut: LeftOut[] = [
    { ruleId: '1', fault },
    { ruleId: '2', fault },
    { ruleId: '2', fault },
    { fault },
  ];
  expect(postureOf({ messages: [message('1', 'FAILED')], leftOut })).toMatchObject({ rules: 3, leftOut: 2 });
});

test('the parts add up, and only a scan without failures, doubts or gaps is clean', () => {
  const anyMessage = fc.tuple(fc.nat(9), fc.constantFrom(...STATUSES_WORST_FIRST));
  const anyLeftOut = fc.option(fc.nat(12), { nil: undefined });
  fc.assert(
    fc.property(fc.array(anyMessage), fc.array(anyLeftOut, { maxLength: 2 }), (messages, leftOut) => {
      const statusOf = new Map(messages);
      const posture = postureOf({
        messages: [...statusOf].map(([rule, status]) => message(String(rule), status)),
        leftOut: leftOut.map((rule) => ({ fault, ...withoutUndefined({ ruleId: rule?.toString() }) })),
      });
      const { rules, evaluated, passed, failed, notChecked, informational, notApplicable } = posture;
      expect(evaluated).toBe(passed + failed);
      expect(rules).toBe(evaluated + notChecked + informational + notApplicable + posture.leftOut);
      const statuses = [...statusOf.values()];
      const clean =
        statuses.includes('PASSED') && statuses.every((status) => /PASSED|INFO|NOT_APP/.test(status));
      expect(isClean(posture)).toBe(clean && posture.leftOut === 0);
      expect(passRate(posture)).toBe(evaluated === 0 ? undefined : passed / evaluated);
    }),
  );
});
