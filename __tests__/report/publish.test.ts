import { expect, test } from '@jest/globals';
import { failureFor } from '../../src/failure.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';
import { publish } from '../../src/report/publish.ts';
import { SECRET } from '../messages/drafts.ts';
import { recordingLog, runOf } from './runs.ts';

test('every output is set and the summary is written, without the token', async () => {
  const { log } = recordingLog();
  log.keepSecret(SECRET);
  const outputs = new Map<string, string>();
  let summary = '';
  const run = runOf({ messages: 1, failure: failureFor('UnexpectedError', `with ${SECRET.toUpperCase()}`) });
  await publish(
    run,
    {
      setOutput: (name, value) => outputs.set(name, value),
      addSummary: async (markup) => {
        summary += markup;
        await Promise.resolve();
      },
    },
    log,
  );
  expect([...outputs.keys()]).toEqual([...OUTPUTS]);
  expect(outputs.get('error-message')).toBe('with ***');
  expect(summary).toContain('<h2>');
  expect(summary.toLowerCase()).not.toContain(SECRET);
});

test('a summary that cannot be written is a warning', async () => {
  const { log, printed } = recordingLog();
  await publish(
    runOf({ messages: 1 }),
    { setOutput: () => undefined, addSummary: () => Promise.reject(new Error('full')) },
    log,
  );
  expect(printed).toMatchObject([{ level: 'warning', text: 'The job summary could not be written: full' }]);
});

test('no summary is written when none is wanted', async () => {
  const { log, printed } = recordingLog();
  await publish(
    runOf({ messages: 1, inputs: { summary: false } }),
    { setOutput: () => undefined, addSummary: () => Promise.reject(new Error('no')) },
    log,
  );
  expect(printed).toEqual([]);
});
