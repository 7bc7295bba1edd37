import { expect, test } from '@jest/globals';
import { worstOf } from '../src/status.ts';

test.each([
  [['PASSED', 'FAILED'], 'FAILED'],
  [['NOT_APPLICABLE', 'INFORMATIONAL'], 'INFORMATIONAL'],
  [['PASSED', 'NOT_EVALUATED'], 'NOT_EVALUATED'],
  [['ERROR', 'UNKNOWN'], 'UNKNOWN'],
] as const)('several statuses combine to the worst one: %j is %s', (statuses, worst) => {
  expect(worstOf(statuses)).toBe(worst);
});

test('an empty list has no worst status', () => {
  expect(worstOf([])).toBeUndefined();
});
