import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { cancellationBySignals } from '../../src/runner/cancellation.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** The part of a process that receives signals. */
class Signals extends EventEmitter {}

test('nothing is cancelled without a signal', () => {
  const { stop, abort } = cancellationBySignals(new Signals());
  jest.advanceTimersByTime(3_600_000);
  expect([stop.aborted, abort.aborted]).toEqual([false, false]);
});

test.each(['SIGINT', 'SIGTERM', 'SIGBREAK'])('%s stops at once and aborts 5 s later', (signal) => {
  const process = new Signals();
  const { stop, abort } = cancellationBySignals(process);
  process.emit(signal);
  expect([stop.aborted, abort.aborted]).toEqual([true, false]);
  jest.advanceTimersByTime(4999);
  expect(abort.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(abort.aborted).toBe(true);
});

test('a second signal does not delay the abort', () => {
  const process = new Signals();
  const { abort } = cancellationBySignals(process);
  process.emit('SIGINT');
  jest.advanceTimersByTime(4000);
  process.emit('SIGTERM');
  jest.advanceTimersByTime(1000);
  expect(abort.aborted).toBe(true);
});
