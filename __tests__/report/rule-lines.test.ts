import { expect, test } from '@jest/globals';
import { failureFor } from '../../src/failure.ts';
import { reportGatedRules, reportPreview } from '../../src/report/rule-lines.ts';
import { recordingLog, runOf } from './runs.ts';

test('the log lists the first 1,000 rules of a failed gate, and says how many more there are', () => {
  const { log, printed } = recordingLog();
  const run = runOf({ messages: 3000 });
  const rules = run.validated?.messages.map(({ ruleId }) => ruleId) ?? [];
  run.failure = failureFor('GateFailed', 'It is closed.', { rules });
  reportGatedRules(log, run);
  expect(printed).toHaveLength(1002);
  expect(printed[0]?.text).toBe('3,000 rules that the gate does not allow');
  expect(printed[1]?.text).toContain('rule-0  PASSED');
  expect(printed.at(-1)?.text).toContain('and 2,000 more, all in the report file');
});

test('no rules are listed without a failed gate', () => {
  const { log, printed } = recordingLog();
  reportGatedRules(log, runOf({ messages: 3, failure: failureFor('NetworkError', 'No.') }));
  expect(printed).toEqual([]);
});

test('a dry run shows the first five messages as they would be sent', () => {
  const { log, printed } = recordingLog();
  reportPreview(log, runOf({ messages: 7 }));
  expect(printed).toHaveLength(7);
  expect(printed[1]?.text).toContain('rule-0  PASSED  details 0');
  expect(printed.at(-1)?.text).toContain('and 2 more');
});

test('no line says that there are no more rules or messages', () => {
  const { log, printed } = recordingLog();
  const run = runOf({ messages: 5 });
  reportPreview(log, run);
  const rules = run.validated?.messages.map(({ ruleId }) => ruleId) ?? [];
  run.failure = failureFor('GateFailed', 'It is closed.', { rules });
  reportGatedRules(log, run);
  expect(printed).toHaveLength(2 * (1 + 5));
  expect(printed.map(({ text }) => text).join()).not.toContain('more');
});
