import { expect, test } from '@jest/globals';
import { MOST_FAULTS, MOST_RECORDS, TooMuch } from '../../../src/results/reading/bounds.ts';
import { RecordReader } from '../../../src/results/reading/record-reader.ts';

test('warnings and faults count together: more than anybody reads end the reading of a document', () => {
  const reader = new RecordReader();
  const document = reader.root({}, 'document');
  reader.requiredText(document, 'id');
  for (let warnings = 1; warnings < MOST_FAULTS; warnings += 1) reader.warn('Look.', []);
  expect(() => {
    reader.warn('Look.', []);
  }).toThrow(new TooMuch('there are more than 100,000 faults'));
});

test('the records of several lists and of a map count together', () => {
  const reader = new RecordReader();
  const map = Object.fromEntries(Array.from({ length: MOST_RECORDS - 1 }, (_, index) => [`m${index}`, {}]));
  const document = reader.root({ map, list: [{}, {}] }, 'document');
  expect(reader.members(document, 'map', 'record')).toHaveLength(MOST_RECORDS - 1);
  expect(() => reader.entries(document, 'list', 'record')).toThrow(
    new TooMuch('there are more than 300,000 results and other records'),
  );
});
