import { expect, test } from '@jest/globals';
import { failureFor } from '../../src/failure.ts';
import { reportEnd } from '../../src/report/end.ts';
import { recordingLog, runOf } from './runs.ts';

test.each([
  [true, 'Correct what is listed in the summary.'],
  [false, 'Correct what is listed above.'],
])('with `summary: %j`, the remedy in the log points to what there is', (summary, remedy) => {
  const { log, printed } = recordingLog();
  const failure = failureFor('GateFailed', 'No.', { remedy: 'Correct what is listed in the summary.' });
  reportEnd(log, runOf({ messages: 1, failure, inputs: { summary } }));
  expect(printed.some(({ text }) => text.includes(remedy))).toBe(true);
});
