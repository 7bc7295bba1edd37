import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { notBetterThan } from '../../src/messages/earlier.ts';
import { STATUSES_WORST_FIRST, worstOf } from '../../src/status.ts';
import { placeAt } from './drafts.ts';

const anyStatus = fc.constantFrom(...STATUSES_WORST_FIRST);

test('no rule gets a better status than an earlier step of the session delivered', () => {
  fc.assert(
    fc.property(fc.array(anyStatus), fc.array(fc.option(anyStatus)), (statuses, earlier) => {
      const messages = statuses.map((status, index) => ({
        ruleId: String(index),
        status,
        cisRuleDetails: new Uint8Array(),
        place: placeAt(index),
      }));
      const delivered = new Map(
        earlier.flatMap((status, index) => (status === null ? [] : [[String(index), status] as const])),
      );
      const { items, worsened } = notBetterThan(messages, delivered);
      expect(items.map(({ status }) => status)).toEqual(
        statuses.map((status, index) => worstOf([status, delivered.get(String(index)) ?? status])),
      );
      const changed = items.filter(({ status }, index) => status !== statuses[index]);
      expect(worsened).toEqual(changed.map(({ ruleId }) => ruleId));
    }),
  );
});

test("a scanner's reason says what the earlier step delivered", () => {
  const result = {
    ruleId: '1.1',
    status: 'PASSED' as const,
    result: 'pass',
    reason: 'fine',
    at: { path: [] },
    place: placeAt(0),
  };
  const { items } = notBetterThan([result], new Map([['1.1', 'FAILED' as const]]));
  expect(items).toMatchObject([
    { status: 'FAILED', reason: 'PASSED here, FAILED in an earlier step of this session; fine' },
  ]);
});
