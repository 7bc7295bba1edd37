import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { failureFor } from '../src/failure.ts';
import { isTolerated, newRun, tallyOf, undeliveredOf } from '../src/run.ts';
import { anyProgress, denied, runOf, type Progress } from './report/runs.ts';

test('for any run, total = sent + invalid + undelivered', () => {
  fc.assert(
    fc.property(anyProgress, (progress) => {
      const run = runOf(progress);
      const { messagesTotal, messagesSent, messagesInvalid, chunksSent, statusCounts } = tallyOf(run);
      expect(messagesTotal).toBe(messagesSent + messagesInvalid + undeliveredOf(run).length);
      expect(chunksSent).toBe(run.delivered.size);
      expect(Object.keys(statusCounts)).toHaveLength(7);
      expect(statusCounts.PASSED).toBe(progress.messages);
    }),
  );
});

test('what is undelivered is in the order of the messages', () => {
  expect(undeliveredOf(runOf({ messages: 6, delivered: [2] })).map(({ ruleId }) => ruleId)).toEqual([
    'rule-0',
    'rule-1',
    'rule-4',
    'rule-5',
  ]);
});

const gate = failureFor('GateFailed', 'Red.');
test.each<[string, Progress, string]>([
  ['everything delivered', { messages: 4, delivered: [1, 2] }, 'sent'],
  ['everything delivered, invalid ones left out', { messages: 4, invalid: 2, delivered: [1, 2] }, 'sent'],
  ['everything delivered, then the gate', { messages: 4, delivered: [1, 2], failure: gate }, 'sent'],
  ['some delivered', { messages: 4, delivered: [2], failure: denied }, 'partial'],
  ['none delivered', { messages: 4, failure: denied }, 'failed'],
  ['nothing valid', { messages: 0, invalid: 3, failure: denied }, 'failed'],
  ['a dry run', { messages: 4, inputs: { dryRun: true } }, 'dry-run'],
  ['a dry run and the gate', { messages: 4, inputs: { dryRun: true }, failure: gate }, 'dry-run'],
  ['a dry run that failed', { messages: 0, inputs: { dryRun: true }, failure: denied }, 'failed'],
])('%s has the right outcome', (_what, progress, outcome) => {
  expect(tallyOf(runOf(progress)).outcome).toBe(outcome);
});

test('a run that did nothing has failed, with all numbers 0', () => {
  expect(tallyOf(newRun())).toMatchObject({
    outcome: 'failed',
    messagesTotal: 0,
    messagesSent: 0,
    chunksTotal: 0,
  });
});

test.each([
  [new Set(['AccessDeniedException'] as const), true],
  [new Set(['NetworkError'] as const), false],
])('only failures that the user lists are tolerated', (tolerateErrors, expected) => {
  expect(isTolerated(runOf({ messages: 1, failure: denied, inputs: { tolerateErrors } }))).toBe(expected);
  expect(isTolerated(runOf({ messages: 1, inputs: { tolerateErrors } }))).toBe(false);
});
