import { expect, test } from '@jest/globals';
import { chunk } from '../../src/messages/chunk.ts';
import { count } from '../../src/text.ts';
import { deliveryProgress } from '../../src/report/report.ts';
import { messagesOf } from '../messages/drafts.ts';
import { recordingLog } from './runs.ts';

/** The lines of the log for a number of chunks of two messages, confirmed one after another. */
function linesFor(chunks: number): readonly string[] {
  const { log, printed } = recordingLog();
  const all = chunk(messagesOf(2 * chunks), 2);
  const progress = deliveryProgress(log, all);
  for (const one of all) progress(one, { attempts: 1, requestId: `r-${one.number}` });
  return printed.map(({ text }) => text);
}

test('up to 20 chunks have a line each, with the request id', () => {
  expect(linesFor(20)).toEqual(
    Array.from(
      { length: 20 },
      (_, index) => `Chunk ${index + 1} of 20 (2 messages): sent, request r-${index + 1}`,
    ),
  );
});

test.each([
  [21, [1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 21]],
  [100, [1, ...Array.from({ length: 20 }, (_, index) => 5 * (index + 1))]],
])(
  'of %d chunks, the first, the last and regular ones between have a line, with the total so far',
  (chunks, shown) => {
    expect(linesFor(chunks)).toEqual(
      shown.map(
        (number) =>
          `Chunk ${number} of ${chunks} (2 messages): sent, request r-${number}; ${count(number, 'chunk')} and ${2 * number} messages so far`,
      ),
    );
  },
);

test('the line of a chunk that took several attempts says how many', () => {
  const { log, printed } = recordingLog();
  const [only] = chunk(messagesOf(1), 1);
  if (only === undefined) throw new Error('no chunk');
  deliveryProgress(log, [only])(only, { attempts: 3 });
  expect(printed.map(({ text }) => text)).toEqual(['Chunk 1 of 1 (1 message): sent, 3 attempts']);
});
