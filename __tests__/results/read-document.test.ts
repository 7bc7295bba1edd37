import { describe, expect, test } from '@jest/globals';
import { describePlace } from '../../src/place.ts';
import { EXAMPLES } from './scanners/examples.ts';
import { rejectionOf } from './parse/documents.ts';
import { interpret, result } from './plain-scanner.ts';
import { FORMATS_ON_DEMAND } from '../../src/results/scanners/on-demand.ts';

const report = (ruleId: string, status = 'PASSED'): object => ({
  alpha: { ruleResults: [result(ruleId, status)] },
});

describe('a list of whole reports', () => {
  test('is read report by report, each with the right places', async () => {
    const located = {
      alpha: { ruleResults: [result('3', 'FAILED', { at: { path: ['alpha', 'ruleResults'] } })] },
    };
    const results = await interpret([
      '[' + [report('1'), report('2'), located].map((one) => JSON.stringify(one)).join(',\n') + ']',
    ]);
    expect(results.files).toMatchObject([{ format: 'alpha', results: 3 }]);
    expect(results.ruleResults.map(({ ruleId, place }) => [ruleId, describePlace(place)])).toEqual([
      ['1', '1.json:1:2'],
      ['2', '1.json:2:1'],
      ['3', '1.json:3:11'],
    ]);
  });

  test('with an element in another format, or in none, is refused at its place', async () => {
    const other = { beta: { ruleResults: [] } };
    const text =
      '[' + [report('1'), other, { gamma: 1 }, null].map((one) => JSON.stringify(one)).join(',\n') + ']';
    const failure = await rejectionOf(interpret([text]));
    expect([failure.code, failure.sentence]).toEqual([
      'ResultsFormatUnknown',
      '"1.json" is a list of `alpha` reports and something else.',
    ]);
    expect(
      failure.faults?.map(
        ({ sentence, place }) => `${place === undefined ? '' : describePlace(place)} ${sentence}`,
      ),
    ).toEqual([
      '1.json:2:1 The others are `alpha` reports; this one is `beta`.',
      '1.json:3:1 The others are `alpha` reports; this one is not in a supported format.',
      '1.json:4:1 The others are `alpha` reports; this one is not in a supported format.',
    ]);
  });

  test('with an element that could be in two formats is refused', async () => {
    const failure = await rejectionOf(interpret([[report('1'), { alpha: {}, beta: {} }]]));
    expect(failure.faults?.map(({ sentence }) => sentence)).toEqual([
      'The others are `alpha` reports; this one is `alpha` or `beta`.',
    ]);
  });

  test('is read in the format that the user names', async () => {
    const both = [{ alpha: { ruleResults: [result('1', 'PASSED')] }, beta: {} }];
    expect((await interpret([both], { format: 'alpha' })).ruleResults).toHaveLength(1);
  });

  const examples = Object.entries(EXAMPLES).flatMap(([format, documents]) =>
    documents.map((document, index): [string, unknown] => [`${format}, shape ${index + 1}`, document]),
  );
  test.each(examples)('of %s gives the same as one such report', async (_what, document) => {
    const reading = { formats: FORMATS_ON_DEMAND };
    const [one, list] = [
      await interpret([document], reading),
      await interpret([[document, document]], reading),
    ];
    expect(list.formats).toEqual(one.formats);
    expect(list.ruleResults.map(({ ruleId, status }) => [ruleId, status])).toEqual(
      one.ruleResults.map(({ ruleId, status }) => [ruleId, status]),
    );
    expect(list.drafts.map(({ value }) => value)).toEqual(
      [...one.drafts, ...one.drafts].map(({ value }) => value),
    );
    expect(list.faults).toEqual([]);
  });
});
