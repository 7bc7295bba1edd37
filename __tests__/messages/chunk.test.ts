import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chunk } from '../../src/messages/chunk.ts';
import { messagesOf } from './drafts.ts';

test('chunks contain every message once, in order, and only the last one may be short', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 150 }), (count, size) => {
      const messages = messagesOf(count);
      const chunks = chunk(messages, size);
      expect(chunks.flatMap((one) => one.messages)).toEqual(messages);
      expect(chunks.map(({ number }) => number)).toEqual(chunks.map((_, index) => index + 1));
      for (const one of chunks.slice(0, -1)) expect(one.messages).toHaveLength(size);
      const last = chunks.at(-1)?.messages.length ?? size;
      expect(last > 0 && last <= size).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('400 messages are split into chunks of 150, 150 and 100', () => {
  expect(chunk(messagesOf(400), 150).map(({ messages }) => messages.length)).toEqual([150, 150, 100]);
});
