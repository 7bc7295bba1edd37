import { expect, test } from '@jest/globals';
import { newRun } from '../../src/run.ts';
import { OUTPUTS, outputsOf } from '../../src/report/outputs.ts';
import { denied, foreignRun, runOf } from './runs.ts';

const counts = (passed: number): string =>
  `{"FAILED":0,"UNKNOWN":0,"ERROR":0,"NOT_EVALUATED":0,"PASSED":${passed},"INFORMATIONAL":0,"NOT_APPLICABLE":0}`;

test('a run that failed partly sets every output', () => {
  const run = runOf({ messages: 5, invalid: 1, delivered: [1], failure: denied });
  run.undeliveredFile = '/tmp/left.json';
  expect(outputsOf(run)).toEqual({
    outcome: 'partial',
    'messages-total': '6',
    'messages-sent': '2',
    'messages-invalid': '1',
    'chunks-total': '3',
    'chunks-sent': '1',
    'status-counts': counts(5),
    'results-format': '',
    'rules-evaluated': '5',
    'rules-passed': '5',
    'rules-failed': '0',
    'new-failures': '',
    'error-code': 'AccessDeniedException',
    'error-message': 'It was denied. Because.',
    'error-retryable': 'false',
    'request-id': 'r-1',
    'undelivered-file': '/tmp/left.json',
    'report-file': '',
  });
});

test('a successful run leaves the error outputs empty', () => {
  expect(outputsOf(runOf({ messages: 2, delivered: [1] }))).toMatchObject({
    outcome: 'sent',
    'error-code': '',
    'error-message': '',
    'error-retryable': '',
    'request-id': '',
    'undelivered-file': '',
  });
});

test('a run that did nothing sets every output, too', () => {
  const outputs = outputsOf(newRun());
  expect(Object.keys(outputs)).toEqual([...OUTPUTS]);
  expect(outputs['status-counts']).toBe(counts(0));
});

test('no output acts as a command in a later step that prints it', () => {
  const run = runOf({ messages: 2, failure: { ...denied, sentence: 'No.\n::set-env name=a::b' } });
  run.undeliveredFile = '/tmp/a\n::error::b/##[set-output name=x]c';
  const { 'error-message': message, 'undelivered-file': file } = outputsOf(run);
  expect(message).toBe('No. ::set-env name=a::b Because.');
  expect(file).toBe('/tmp/a ::error::b/## [set-output name=x]c');
});

test('several formats are separated by commas', () => {
  const run = foreignRun('text');
  if (run.results !== undefined) run.results = { ...run.results, formats: ['xccdf', 'inspec'] };
  expect(outputsOf(run)['results-format']).toBe('xccdf,inspec');
});
