import { expect, test } from '@jest/globals';
import { checkRunOf } from '../../src/report/check-run.ts';
import { newRun } from '../../src/run.ts';
import { foreignRun } from './runs.ts';

const STEP = { workflow: 'w', job: 'j', step: 's' };
const idOf = (target: string, step = STEP): string =>
  checkRunOf(foreignRun(target), 'CIS', step, (text) => text).externalId;

test('a check run is replaced only by one of the same step for the same target', () => {
  expect(idOf('one')).toBe(idOf('one'));
  expect(idOf('one')).not.toBe(idOf('two'));
  expect(idOf('one')).not.toBe(idOf('one', { ...STEP, job: 'k' }));
  expect(idOf('one')).not.toBe(checkRunOf(newRun(), 'CIS', STEP, (text) => text).externalId);
});
