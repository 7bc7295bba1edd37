import { describe, expect, test } from '@jest/globals';
import { failing, type ActionFailure, type Failure } from '../../src/failure.ts';
import { refuseUnread, type OtherProblems } from '../../src/messages/refusals.ts';
import type { Results, UnreadFile } from '../../src/results/results.ts';
import { failureOf } from '../results/parse/documents.ts';
import { interpret, result } from '../results/plain-scanner.ts';
import { SECRET } from './drafts.ts';
import { validate } from '../../src/messages/validate.ts';

const unread = (name: string, after: number): UnreadFile => ({
  failure: failing('ResultsFileNotFound', `"${name}" matches no file.`),
  after,
});
const stale = (name: string, after: number): UnreadFile => ({
  failure: failing('StaleResults', `"${name}" is too old.`),
  after,
});
const policy = (...sentences: readonly string[]): ActionFailure =>
  failing('InvalidInput', '`exceptions-file` "accepted.yml" has faults.', {
    faults: sentences.map((sentence) => ({ sentence })),
  });

const good = (rule: string): object => ({ alpha: { ruleResults: [result(rule, 'PASSED')] } });
const invalid = (ruleId: string): object => ({ messages: [{ ruleId, status: 'GOOD', cisRuleDetails: '' }] });

/** How results are refused of which, by default, the second of three files has a message without a valid status. */
async function refusal(
  more: Partial<Results>,
  others: OtherProblems,
  onInvalid: 'fail' | 'skip',
  files = [good('1'), invalid('2'), good('3')],
): Promise<Failure> {
  const results = { ...(await interpret(files)), ...more };
  const validated = validate(results, { detailsEncoding: 'text', secret: SECRET });
  return failureOf(() => {
    refuseUnread(results, validated, onInvalid, others);
  });
}
const sentencesOf = ({ faults = [] }: Failure): readonly string[] => faults.map(({ sentence }) => sentence);

describe('every fault is reported in one run:', () => {
  test('missing and stale files, policy files and invalid messages', async () => {
    const failure = await refusal(
      { unread: [unread('no.json', 1)] },
      { stale: [stale('1.json', 0), stale('3.json', 2)], policy: policy('no reason', 'no owner') },
      'fail',
    );
    expect(failure.code).toBe('StaleResults');
    expect(failure.sentence).toBe(
      'Nothing is sent: 3 results files are missing, too old or cannot be used, and the others have 1 fault. `exceptions-file` "accepted.yml" has faults.',
    );
    expect(sentencesOf(failure)).toEqual([
      '"1.json" is too old.',
      '"no.json" matches no file.',
      '"3.json" is too old.',
      'no reason',
      'no owner',
      expect.stringContaining('"GOOD" is not one of'),
    ]);
  });

  test('policy files and invalid messages', async () => {
    const failure = await refusal({}, { policy: policy('no reason') }, 'fail');
    expect([failure.code, failure.sentence]).toEqual([
      'InvalidMessages',
      'Nothing is sent: the results have 1 fault. `exceptions-file` "accepted.yml" has faults.',
    ]);
    expect(sentencesOf(failure)).toEqual(['no reason', expect.stringContaining('"GOOD"')]);
  });

  test('a policy file alone is its own failure', async () => {
    const failure = await refusal({}, { policy: policy('no reason') }, 'skip');
    expect([failure.code, sentencesOf(failure)]).toEqual(['InvalidInput', ['no reason']]);
  });

  test('a missing file alone is its own failure', async () => {
    const failure = await refusal({ unread: [unread('no.json', 0)] }, {}, 'skip');
    expect([failure.code, failure.sentence]).toEqual(['ResultsFileNotFound', '"no.json" matches no file.']);
  });
});

test.each<[string, Partial<Results>, OtherProblems, string]>([
  ['a stale file before the fault', {}, { stale: [stale('1.json', 0)] }, 'StaleResults'],
  ['the same file', {}, { stale: [stale('2.json', 1)] }, 'StaleResults'],
  ['a stale file after it', {}, { stale: [stale('3.json', 2)] }, 'InvalidMessages'],
  [
    'a missing file before a stale one',
    { unread: [unread('no.json', 0)] },
    { stale: [stale('1.json', 0)] },
    'ResultsFileNotFound',
  ],
  [
    'a stale file before a missing one',
    { unread: [unread('no.json', 1)] },
    { stale: [stale('1.json', 0)] },
    'StaleResults',
  ],
])(
  'the code is that of the first problem in the order of the files: %s',
  async (_what, more, others, code) => {
    expect((await refusal(more, others, 'fail')).code).toBe(code);
  },
);

test('one fault before the first file that cannot be used is enough for the code of the faults', async () => {
  const others = { stale: [stale('2.json', 1)] };
  const failure = await refusal({}, others, 'fail', [invalid('1'), good('2'), invalid('3')]);
  expect(failure.code).toBe('InvalidMessages');
});
