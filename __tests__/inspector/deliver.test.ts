import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { failing } from '../../src/failure.ts';
import type { Receipt } from '../../src/inspector/client.ts';
import { deliver, type DeliveryFailure } from '../../src/inspector/deliver.ts';
import { chunk, describeChunk } from '../../src/messages/chunk.ts';
import type { Chunk } from '../../src/messages/message.ts';
import { messagesOf } from '../messages/drafts.ts';

/** A delivery whose calls are settled by the test. */
class Delivery {
  readonly begun: number[] = [];
  readonly delivered: number[] = [];
  readonly #calls = new Map<
    number,
    { resolve: (receipt: Receipt) => void; reject: (error: unknown) => void }
  >();
  readonly #stop = new AbortController();
  readonly ended: Promise<DeliveryFailure | undefined>;

  constructor(chunks: number, concurrency: number) {
    const send = ({ number }: Chunk): Promise<Receipt> =>
      new Promise((resolve, reject) => {
        this.begun.push(number);
        this.#calls.set(number, { resolve, reject });
      });
    this.ended = deliver(chunk(messagesOf(chunks), 1), send, {
      concurrency,
      stop: this.#stop.signal,
      onDelivered: ({ number }) => this.delivered.push(number),
    });
  }

  get underWay(): readonly number[] {
    return [...this.#calls.keys()];
  }

  async confirm(...numbers: readonly number[]): Promise<void> {
    for (const number of numbers) this.#settle(number)?.resolve({ attempts: 1 });
    await settled();
  }

  async refuse(
    number: number,
    error: unknown = failing('ConflictException', `refused ${number}`),
  ): Promise<void> {
    this.#settle(number)?.reject(error);
    await settled();
  }

  cancel(): void {
    this.#stop.abort();
  }

  #settle(number: number) {
    const call = this.#calls.get(number);
    this.#calls.delete(number);
    return call;
  }
}

/** Lets all pending work run: promises settle before the next turn of the event loop. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('the first chunk is sent alone, then as many as allowed at a time', async () => {
  const delivery = new Delivery(6, 3);
  expect(delivery.begun).toEqual([1]);
  await delivery.confirm(1);
  expect(delivery.begun).toEqual([1, 2, 3, 4]);
  await delivery.confirm(3);
  expect(delivery.underWay).toEqual([2, 4, 5]);
  await delivery.confirm(2, 4, 5);
  await delivery.confirm(6);
  expect(await delivery.ended).toBeUndefined();
  expect(delivery.delivered).toEqual([1, 3, 2, 4, 5, 6]);
});

test('a first chunk that fails costs one call', async () => {
  const delivery = new Delivery(5, 4);
  await delivery.refuse(1);
  expect((await delivery.ended)?.failure.sentence).toBe('refused 1');
  expect([delivery.begun, delivery.delivered]).toEqual([[1], []]);
});

test('after a failure nothing new begins, calls under way are awaited and counted, and the first failure is reported', async () => {
  const delivery = new Delivery(9, 3);
  await delivery.confirm(1);
  await delivery.refuse(3);
  await delivery.confirm(2);
  await delivery.refuse(4);
  const ended = await delivery.ended;
  expect(ended?.failure.sentence).toBe('refused 3');
  expect(ended?.chunk?.number).toBe(3);
  expect(delivery.begun).toEqual([1, 2, 3, 4]);
  expect(delivery.delivered).toEqual([1, 2]);
});

describe('a cancelled delivery', () => {
  test('begins nothing new, and counts what is confirmed meanwhile', async () => {
    const delivery = new Delivery(9, 2);
    await delivery.confirm(1);
    delivery.cancel();
    await delivery.confirm(2, 3);
    expect((await delivery.ended)?.failure.code).toBe('Cancelled');
    expect([delivery.begun, delivery.delivered]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  test('is not a failure if everything was delivered', async () => {
    const delivery = new Delivery(1, 2);
    delivery.cancel();
    await delivery.confirm(1);
    expect(await delivery.ended).toBeUndefined();
  });

  test('reports Cancelled instead of a retryable failure', async () => {
    const delivery = new Delivery(2, 2);
    delivery.cancel();
    await delivery.refuse(1, failing('ThrottlingException', 'throttled'));
    expect((await delivery.ended)?.failure.code).toBe('Cancelled');
  });

  test('reports a refusal that would have ended it anyway', async () => {
    const delivery = new Delivery(2, 2);
    delivery.cancel();
    await delivery.refuse(1);
    expect((await delivery.ended)?.failure.code).toBe('ConflictException');
  });
});

test('in any order of calls: no more at once than allowed, each chunk begun once, only confirmed chunks counted', async () => {
  const runs = fc.record({
    chunks: fc.integer({ min: 1, max: 12 }),
    concurrency: fc.integer({ min: 1, max: 5 }),
    picks: fc.array(fc.tuple(fc.nat(20), fc.constantFrom('ok', 'ok', 'ok', 'ok', 'fail', 'cancel')), {
      minLength: 14,
      maxLength: 30,
    }),
  });
  await fc.assert(
    fc.asyncProperty(runs, async ({ chunks, concurrency, picks }) => {
      const delivery = new Delivery(chunks, concurrency);
      const confirmed: number[] = [];
      let ended = false;
      for (const [pick, how] of [...picks, ...Array<(typeof picks)[number]>(12).fill([0, 'ok'])]) {
        expect(delivery.underWay.length).toBeLessThanOrEqual(delivery.begun.length > 1 ? concurrency : 1);
        const number = delivery.underWay[pick % Math.max(1, delivery.underWay.length)];
        if (how === 'cancel') {
          delivery.cancel();
          ended = true;
        } else if (number !== undefined && how === 'fail') {
          await delivery.refuse(number);
          ended = true;
        } else if (number !== undefined) {
          confirmed.push(number);
          const before = delivery.begun.length;
          await delivery.confirm(number);
          if (ended) expect(delivery.begun).toHaveLength(before);
        }
      }
      const failed = await delivery.ended;
      expect(delivery.delivered).toEqual(confirmed);
      expect(new Set(delivery.begun).size).toBe(delivery.begun.length);
      expect(failed === undefined).toBe(confirmed.length === chunks);
    }),
    { numRuns: 60 },
  );
});

test('a chunk is described by its number and its messages', () => {
  const [, second] = chunk(messagesOf(4), 3);
  expect(second && describeChunk(second, 2)).toBe('Chunk 2 of 2 (1 message)');
});
