import { expect, test } from '@jest/globals';
import { failing, type FailureCode } from '../../src/failure.ts';
import { withStartRemedy, withStopRemedy } from '../../src/session/remedies.ts';

const failure = (code: FailureCode) => failing(code, 'It failed.').failure;

test.each<[FailureCode, RegExp]>([
  ['ConflictException', /one session.*new scan job.*another CIS scan configuration/],
  ['ValidationException', /the fields named above/],
  ['ThrottlingException', /Run the job again later.*`max-attempts`/],
  ['InternalServerException', /Run the job again.*`max-attempts`/],
  ['NetworkError', /`HTTPS_PROXY`, `NO_PROXY`.*run the job again/],
  ['Cancelled', /Run the job again/],
])('what to do when a session cannot be opened: %s', (code, remedy) => {
  expect(withStartRemedy(failure(code)).remedy).toMatch(remedy);
});

test.each<[FailureCode, RegExp]>([
  ['ConflictException', /no longer open.*nothing left to do/],
  ['CredentialsUnavailable', /`role-duration-seconds` as long as the job.*post step/],
  ['ThrottlingException', /has everything that was delivered.*`max-attempts` of the session step/],
  ['InternalServerException', /has everything that was delivered.*`max-attempts` of the session step/],
  ['NetworkError', /`HTTPS_PROXY`, `NO_PROXY`.*has everything that was delivered/],
  ['ServiceError', /captive portal.*has everything that was delivered/],
  ['Cancelled', /has everything that was delivered/],
])('what to do when a session cannot be stopped: %s', (code, remedy) => {
  expect(withStopRemedy(failure(code)).remedy).toMatch(remedy);
});

test.each([withStartRemedy, withStopRemedy])('any other failure keeps its own remedy: %p', (withRemedy) => {
  const denied = failure('AccessDeniedException');
  expect(withRemedy(denied)).toEqual(denied);
});
