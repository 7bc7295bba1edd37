import { expect, test } from '@jest/globals';
import {
  ActionFailure,
  FAILURES,
  FAILURE_CODES,
  failing,
  failureFor,
  isFailureCode,
} from '../src/failure.ts';

test('the codes are the keys of the table, in order', () => {
  expect(FAILURE_CODES).toEqual(Object.keys(FAILURES));
});

test.each(FAILURE_CODES)('%s has a title, a meaning and a remedy', (code) => {
  const { title, meaning, remedy } = FAILURES[code];
  expect(title).toMatch(/^\p{Lu}[^.]*$/u);
  expect(meaning).toMatch(/^\p{Lu}.*\.$/u);
  expect(remedy).toMatch(/^\p{Lu}.*\.$/u);
});

test.each([
  ['ThrottlingException', true],
  ['InternalServerException', true],
  ['NetworkError', true],
  ['Cancelled', true],
  ['ServiceError', false],
  ['ConflictException', false],
  ['GateFailed', false],
  ['UnexpectedError', false],
] as const)('%s is retryable: %s', (code, retryable) => {
  expect(FAILURES[code].retryable).toBe(retryable);
});

test.each(['', 'throttlingexception', 'toString', '__proto__', 'constructor', 'NetworkError '])(
  '%j is not a failure code',
  (text) => {
    expect(isFailureCode(text)).toBe(false);
  },
);

test('a failure has the remedy of its code, unless it gets a better one', () => {
  expect(failureFor('NoResults', 'Nothing.').remedy).toBe(FAILURES.NoResults.remedy);
  expect(failureFor('NoResults', 'Nothing.', { remedy: 'Scan.' })).toEqual({
    code: 'NoResults',
    sentence: 'Nothing.',
    remedy: 'Scan.',
    retryable: false,
  });
});

test('an ActionFailure keeps what was thrown originally', () => {
  const first = new Error('first');
  const thrown = failing('NetworkError', 'No way.', { requestId: '1' }, first);
  expect(thrown).toBeInstanceOf(ActionFailure);
  expect(thrown).toMatchObject({ name: 'NetworkError', message: 'No way.', cause: first });
  expect(thrown.failure).toMatchObject({ code: 'NetworkError', requestId: '1', retryable: true });
  expect('cause' in failing('NetworkError', 'No way.')).toBe(false);
});
