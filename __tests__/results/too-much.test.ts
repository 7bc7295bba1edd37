import { expect, test } from '@jest/globals';
import { MOST_FAULTS, MOST_RECORDS, MOST_RESULTS } from '../../src/results/reading/bounds.ts';
import { recognise } from '../../src/results/recognise.ts';
import { goss } from '../../src/results/scanners/goss/goss.ts';
import { validated } from '../messages/drafts.ts';
import { failureOf } from './parse/documents.ts';
import { interpret, plainScanner } from './plain-scanner.ts';

const MESSAGE = { ruleId: '1', status: 'PASSED', cisRuleDetails: '' };
const listOf = (element: unknown, times: number): readonly unknown[] => Array<unknown>(times).fill(element);

/** Why a file is refused. */
async function refusalOf(content: unknown, format = 'auto'): Promise<string> {
  const formats = {
    own: plainScanner('none'),
    isOwn: () => false,
    xml: () => Promise.resolve([]),
    all: async () => {
      const { messages } = await import('../../src/results/scanners/messages.ts');
      return { scanners: [messages, goss], unsupported: [] };
    },
  };
  return interpret([content], { formats, format }).then(
    () => 'read',
    (error: unknown) => {
      const { code, sentence } = failureOf(() => {
        throw error;
      });
      return `${code}: ${sentence}`;
    },
  );
}

test('the bounds of what scanners read are these', () => {
  expect([MOST_RESULTS, MOST_RECORDS, MOST_FAULTS]).toEqual([1_000_000, 300_000, 100_000]);
});

test('more messages than are read are refused before anything is made of them', async () => {
  expect(await refusalOf({ messages: listOf(MESSAGE, 2).concat(listOf(0, MOST_RESULTS - 1)) })).toBe(
    'ResultsFileUnreadable: "1.json" is too large: there are 1,000,001 messages, and the limit is 1,000,000.',
  );
});

test.each([
  ['numbers', 0],
  ['objects without members', {}],
  ['messages without a rule id', { status: 'PASSED' }],
  ['messages with a word that is no status', { ruleId: '1', status: '' }],
])(
  'a list of messages that are nearly all %s is refused before anything is made of them',
  async (_what, other) => {
    expect(await refusalOf({ messages: [MESSAGE, ...listOf(other, MOST_FAULTS + 1)] })).toBe(
      'ResultsFileUnreadable: "1.json" is too large: there are more than 100,000 messages without a rule id or a status.',
    );
  },
);

test.each(['auto', 'goss'])('more records than a scanner’s reader reads are refused (%s)', async (format) => {
  const results = listOf({}, MOST_RECORDS + 1);
  expect(await refusalOf({ results, summary: { 'test-count': 1, 'failed-count': 0 } }, format)).toBe(
    'ResultsFileUnreadable: "1.json" is too large: there are more than 300,000 results and other records.',
  );
});

test('more faults than anybody corrects end the reading of a document', async () => {
  const results = listOf(0, MOST_FAULTS + 1);
  expect(await refusalOf({ results, summary: { 'test-count': 1, 'failed-count': 0 } })).toBe(
    'ResultsFileUnreadable: "1.json" is too large: there are more than 100,000 faults.',
  );
});

test('more faults than anybody corrects end the check of messages, with those that were found', () => {
  const messages = listOf({ ...MESSAGE, cisRuleDetails: 1 }, MOST_FAULTS + 1);
  const { code, sentence, faults } = failureOf(() => validated(messages));
  expect([code, sentence, faults?.length]).toEqual([
    'InvalidMessages',
    'Nothing is sent: the results have more than 100,000 faults.',
    100_001,
  ]);
});

test('a list with more elements than a file may have documents is not a list of reports', async () => {
  const report = { results: [], summary: { 'test-count': 0, 'failed-count': 0 } };
  expect(await refusalOf(listOf(report, 131_073))).toMatch(/^ResultsFormatUnknown: .* a list of 131073/);
});

test('every scanner tries to read a document in no format, for a hint, unless it is large', () => {
  let tried = 0;
  const scanner = {
    ...plainScanner('reader'),
    recognises: () => false,
    read: () => {
      tried += 1;
      return [];
    },
  };
  const recognition = { format: 'auto', unsupported: [] };
  const triedFor = (document: unknown): number => {
    tried = 0;
    failureOf(() => recognise(document, [scanner], recognition, 'results.json'));
    return tried;
  };
  expect(triedFor({ list: listOf(0, 99_998) })).toBe(1);
  expect(triedFor({ list: listOf(0, 99_999) })).toBe(0);
});
