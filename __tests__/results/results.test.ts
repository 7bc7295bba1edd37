import { describe, expect, test } from '@jest/globals';
import { describePlace } from '../../src/place.ts';
import { interpretResults, type Results } from '../../src/results/results.ts';
import { FORMATS_ON_DEMAND } from '../../src/results/scanners/on-demand.ts';
import { rejectionOf } from './parse/documents.ts';
import { SESSION, interpret, result as plainResult } from './plain-scanner.ts';

const result = (ruleId: string, status: string, index = 0, more: object = {}): object =>
  plainResult(ruleId, status, { at: { path: ['alpha', index] }, ...more });

const sentences = (faults: Results['faults']): readonly string[] =>
  faults.map(({ place, sentence }) => `${place === undefined ? '' : describePlace(place)} ${sentence}`);
const message = { ruleId: '1', status: 'PASSED', cisRuleDetails: '' };

test('only a file with nothing but undelivered messages counts as an undelivered file, which may be replaced', async () => {
  const { scanJobId } = SESSION;
  const undelivered = JSON.stringify({ scanJobId, detailsEncoding: 'base64', messages: [message] });
  const written = JSON.stringify({ messages: [{ ...message, ruleId: '2' }] });
  const { files } = await interpret([undelivered, `${undelivered}\n${written}`]);
  expect(files.map(({ isUndeliveredFile }) => isUndeliveredFile)).toEqual([true, false]);
});

test('results of several files combine by rule, worst first, and each file has its own report', async () => {
  const results = await interpret([
    {
      alpha: {
        scanner: 'Alpha',
        scannerVersion: '1',
        benchmark: 'CIS',
        ruleResults: [result('1', 'PASSED'), result('2', 'PASSED')],
      },
    },
    { beta: { profile: 'L1', ruleResults: [result('2', 'FAILED'), result('3', 'ERROR')] } },
    [message],
  ]);
  expect(results.formats).toEqual(['alpha', 'beta', 'messages']);
  expect(results.ruleResults.map(({ ruleId, status }) => `${ruleId} ${status}`)).toEqual([
    '1 PASSED',
    '2 FAILED',
    '3 ERROR',
  ]);
  expect(results.files).toMatchObject([
    {
      file: '1.json',
      format: 'alpha',
      isUndeliveredFile: false,
      modified: 0,
      device: 0,
      results: 2,
      scanner: 'Alpha 1',
      benchmark: 'CIS',
    },
    {
      file: '2.json',
      format: 'beta',
      isUndeliveredFile: false,
      modified: 0,
      device: 0,
      results: 2,
      profile: 'L1',
    },
    {
      file: '3.json',
      format: 'messages',
      isUndeliveredFile: false,
      modified: 0,
      device: 0,
      results: 1,
    },
  ]);
  expect(results.drafts).toHaveLength(1);
  expect(results.facts).toEqual({ benchmark: 'CIS', profile: 'L1' });
  expect(results.ruleResults.map(({ place }) => place.source.file)).toEqual(['1.json', '2.json', '2.json']);
});

test('a result names its origin: scanner, benchmark, profile and its own source', async () => {
  const { ruleResults } = await interpret([
    {
      alpha: {
        scanner: 'Alpha',
        scannerVersion: '1.2',
        benchmark: 'CIS',
        benchmarkVersion: '3',
        profile: 'L1',
        ruleResults: [result('1', 'PASSED', 0, { source: 'node' }), result('2', 'PASSED')],
      },
    },
  ]);
  expect(ruleResults.map(({ benchmark, source }) => [benchmark, source])).toEqual([
    ['CIS 3', 'Alpha 1.2, L1, node'],
    ['CIS 3', 'Alpha 1.2, L1'],
  ]);
});

test('the facts come from the first file that states them, and a version from the same benchmark', async () => {
  const platform = { vendor: 'Canonical', product: 'Ubuntu', version: '24.04' };
  const { facts } = await interpret([
    { alpha: { ruleResults: [result('1', 'PASSED')] } },
    { alpha: { benchmark: 'A', platform, ruleResults: [result('2', 'PASSED')] } },
    { alpha: { benchmark: 'B', benchmarkVersion: '2', ruleResults: [result('3', 'PASSED')] } },
    {
      alpha: {
        benchmark: 'A',
        benchmarkVersion: '3',
        contentVersion: '0.1',
        ruleResults: [result('4', 'PASSED')],
      },
    },
  ]);
  expect(facts).toEqual({ benchmark: 'A', benchmarkVersion: '3', contentVersion: '0.1', platform });
});

test('if two versions of one benchmark are stated, neither becomes a fact', async () => {
  const of = (benchmarkVersion: string, ruleId: string): object => ({
    alpha: { benchmark: 'A', benchmarkVersion, ruleResults: [result(ruleId, 'PASSED')] },
  });
  expect((await interpret([of('1', 'a'), of('2', 'b')])).facts).toEqual({ benchmark: 'A' });
});

test('the report on each file says what was scanned, when, and what the format leaves out', async () => {
  const at = { path: [] };
  const target = (...names: readonly string[]): object => ({ scheme: 'host', names, at });
  const { files } = await interpret([
    {
      alpha: [
        {
          started: 2000,
          ended: 3000,
          targets: [target('localhost', 'web-1')],
          excluded: [{ what: 'archived finding', count: 2 }],
          ruleResults: [result('1', 'PASSED')],
        },
        {
          started: 1000,
          ended: 4000,
          excluded: [{ what: 'archived finding', count: 1 }],
          ruleResults: [result('2', 'PASSED')],
        },
      ],
    },
    { beta: { targets: [target('localhost')], ruleResults: [result('3', 'PASSED')] } },
  ]);
  expect(files).toMatchObject([
    { target: 'web-1', started: 1000, ended: 4000, excluded: [{ what: 'archived finding', count: 3 }] },
    { file: '2.json' },
  ]);
  expect(files[1]).not.toHaveProperty('target');
});

test('a machine is shown by its name rather than an identifier', async () => {
  const targets = [
    { scheme: 'uuid', names: ['1111-2222'], at: { path: [] } },
    { scheme: 'host', names: ['localhost', 'web-1'], isHostName: true, at: { path: [] } },
  ];
  const { files, targets: all } = await interpret([
    { alpha: { targets, ruleResults: [result('1', 'PASSED')] } },
  ]);
  expect([files[0]?.target, all]).toEqual(['web-1', ['1111-2222', 'web-1']]);
});

test('scanners’ warnings, and results that are left out, are reported', async () => {
  const at = { path: ['alpha'] };
  const { warnings } = await interpret([
    {
      alpha: {
        warnings: [{ sentence: 'A page is missing.', at }],
        ruleResults: [result('1', 'PASSED'), result('2', 'PASSED')],
      },
    },
    {
      beta: {
        ruleResults: [],
        unreadableRules: [{ ruleId: '1' }],
        faults: [{ sentence: 'unreadable', at, ofRecord: true, ruleId: '1' }],
      },
    },
  ]);
  expect(sentences(warnings)).toEqual([
    '1.json:1:2 A page is missing.',
    ' 1 result is left out because another result of the same rule cannot be read: "1".',
  ]);
});

describe('the right session', () => {
  test.each<[string, object, readonly string[]]>([
    [
      'the same ids are accepted in any case',
      { scanJobId: SESSION.scanJobId.toUpperCase(), sessionToken: SESSION.sessionToken },
      [],
    ],
    ['another scan job is refused', { scanJobId: 'x' }, ['scanJobId']],
    ['another token is refused', { sessionToken: 'other-secret' }, ['sessionToken']],
    [
      'an id that is not a string is refused',
      { scanJobId: null, sessionToken: 5 },
      ['scanJobId', 'sessionToken'],
    ],
  ])('%s', async (_promise, ids, refused) => {
    const { faults } = await interpret([{ ...ids, messages: [message] }]);
    expect(faults.map(({ sentence }) => /^"(\w+)" differs/.exec(sentence)?.[1])).toEqual(refused);
    expect(JSON.stringify(sentences(faults))).not.toContain('other-secret');
  });
});

test('a word that the format does not define gives one warning, with the first place and the count', async () => {
  const odd = { undefinedWord: 'MAYBE', status: 'UNKNOWN' };
  const { warnings } = await interpret([
    {
      alpha: {
        ruleResults: [
          result('1', 'UNKNOWN', 0, odd),
          result('2', 'UNKNOWN', 1, odd),
          result('3', 'PASSED', 2),
        ],
      },
    },
  ]);
  expect(warnings.map(({ sentence }) => sentence)).toEqual([
    'The format does not define the status "MAYBE" (2 results): sent as UNKNOWN.',
  ]);
});

test('faults of one record are separate from faults of the document', async () => {
  const at = { path: ['alpha'] };
  const { faults, recordFaults } = await interpret([
    {
      alpha: {
        ruleResults: [result('1', 'PASSED')],
        faults: [
          { sentence: 'record', at, ofRecord: true },
          { sentence: 'document', at },
        ],
      },
    },
  ]);
  expect([sentences(recordFaults), sentences(faults)]).toEqual([
    ['1.json:1:2 record'],
    ['1.json:1:2 document'],
  ]);
});

test('a rule that is unreadable in one document has no result from another: it could look better than it is', async () => {
  const faults = [{ sentence: 'record', at: { path: ['alpha'] }, ofRecord: true }];
  const unreadable = (rule: string) => ({ ruleResults: [], unreadableRules: [{ ruleId: rule }], faults });
  const { ruleResults, recordFaults } = await interpret([
    { alpha: { ruleResults: [result('1', 'PASSED'), result('2', 'PASSED'), result('3', 'PASSED')] } },
    { alpha: unreadable('1') },
    { beta: unreadable('2') },
  ]);
  expect(ruleResults.map(({ ruleId }) => ruleId)).toEqual(['3']);
  expect(recordFaults).toHaveLength(2);
});

test('if one scanner has no readable status for a rule and another passed it, nothing is sent for it', async () => {
  const goss = { summary: { 'test-count': 2 }, results: [{ title: '1.1' }, { title: '1.2', result: 0 }] };
  const rule = (idref: string) => `<rule-result idref="${idref}"><result>pass</result></rule-result>`;
  const files = [`<TestResult>${rule('1.1')}${rule('1.2')}</TestResult>`, JSON.stringify(goss)];
  const { ruleResults } = await interpretResults(
    files.map((text, index) => ({
      name: `${index}`,
      path: `/${index}`,
      bytes: Buffer.from(text),
      modified: 0,
      device: 0,
    })),
    { session: SESSION, format: 'auto', formats: FORMATS_ON_DEMAND },
  );
  expect(ruleResults.map(({ ruleId, status }) => `${ruleId} ${status}`)).toEqual(['1.2 PASSED']);
});

describe('a file without results is a failure, not a success:', () => {
  test.each<[string, unknown, string]>([
    ['an empty file', '', '"1.json" contains no results: it is empty.'],
    ['an empty list', '[]', '"1.json" contains no results: it is empty.'],
    ['null', 'null', '"1.json" contains no results: it is empty.'],
    ['no messages', { messages: [] }, '"1.json" contains no results.'],
    [
      'a scanner that states why',
      { alpha: { ruleResults: [], emptyBecause: '3 rules, none selected' } },
      '"1.json" contains no results: 3 rules, none selected.',
    ],
  ])('%s', async (_what, content, sentence) => {
    const failure = await rejectionOf(interpret([content]));
    expect([failure.code, failure.sentence]).toEqual(['NoResults', sentence]);
  });

  test('one empty file among others', async () => {
    expect((await rejectionOf(interpret([[message], '[]']))).sentence).toContain('"2.json"');
  });

  test('but a fault in an empty file is reported as that fault', async () => {
    expect(sentences((await interpret([{ messages: 'none' }])).faults)).toEqual([
      '1.json:1:13 "messages" must be a list of messages.',
    ]);
  });
});

test.each<[string, unknown, string, string]>([
  [
    'two formats in one file',
    '{"alpha":{"ruleResults":[]}}{"beta":{"ruleResults":[]}}',
    'auto',
    'several formats: alpha, beta',
  ],
  ['a document that could be in two formats', { alpha: {}, beta: {} }, 'auto', '`alpha` or `beta`'],
  ['a format other than the one named', { alpha: {} }, 'messages', 'is not `messages`'],
  ['XML of no format', '<other/>', 'auto', 'XML of another kind'],
])('%s is refused', async (_what, content, format, sentence) => {
  const failure = await rejectionOf(interpret([content], { format }));
  expect(failure.code).toBe('ResultsFormatUnknown');
  expect(failure.sentence).toContain(sentence);
});

test('a document that two formats recognise is read in the one that the user names', async () => {
  const both = { alpha: { ruleResults: [result('1', 'PASSED')] }, beta: {} };
  expect((await interpret([both], { format: 'alpha' })).formats).toEqual(['alpha']);
});

test('concatenated documents of one format are read as one file', async () => {
  const results = await interpret([
    `{"messages":[]}\n{"detailsEncoding":"base64","messages":[${JSON.stringify(message)}]}`,
  ]);
  expect(results.files).toMatchObject([
    {
      file: '1.json',
      format: 'messages',
      isUndeliveredFile: false,
      modified: 0,
      device: 0,
      results: 1,
    },
  ]);
  expect(results.drafts.map(({ place, detailsEncoding }) => [describePlace(place), detailsEncoding])).toEqual(
    [['1.json:2:41', 'base64']],
  );
});

test('JSON Lines are read as messages, one per line', async () => {
  const lines = ['1', '2', '3'].map((ruleId) => JSON.stringify({ ...message, ruleId })).join('\n');
  const { files, drafts } = await interpret([lines]);
  expect(files).toMatchObject([{ format: 'messages', results: 3 }]);
  expect(drafts.map(({ place }) => describePlace(place))).toEqual(['1.json:1:1', '1.json:2:1', '1.json:3:1']);
});

test('XML and JSON files combine', async () => {
  const xml =
    '<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_org.example_testresult_1"><rule-result idref="r1"><result>fail</result></rule-result></TestResult>';
  const results = await interpretResults(
    [
      { name: 'a.xml', path: '/a.xml', bytes: Buffer.from(xml), modified: 0, device: 0 },
      {
        name: 'b.json',
        path: '/b.json',
        bytes: Buffer.from(JSON.stringify([message])),
        modified: 0,
        device: 0,
      },
    ],
    { session: SESSION, format: 'auto', formats: FORMATS_ON_DEMAND },
  );
  expect(results.formats).toEqual(['xccdf', 'messages']);
  expect(results.ruleResults).toMatchObject([{ ruleId: 'r1', status: 'FAILED' }]);
});

test('lines of other text before the results are skipped, and a notice says how many', async () => {
  const text = `Unable to find image\nPulling\n${JSON.stringify([message])}\n`;
  const { drafts, notices } = await interpret([text]);
  expect(drafts).toHaveLength(1);
  expect(notices.map(({ sentence }) => sentence)).toEqual([
    '"1.json" has 2 lines of other text before its results, which were skipped.',
  ]);
  expect((await interpret([JSON.stringify([message])])).notices).toEqual([]);
});

test('reading a large file pauses between its pieces, and ends if the pause throws', async () => {
  const large = JSON.stringify(Array(100_000).fill(message));
  let pauses = 0;
  const stopAt = (most: number) => (): Promise<void> => {
    pauses += 1;
    return pauses === most ? Promise.reject(new Error('a signal')) : Promise.resolve();
  };
  await interpret([large], { pause: stopAt(Infinity) });
  expect(pauses).toBeGreaterThan(3);
  pauses = 0;
  await expect(interpret([large], { pause: stopAt(2) })).rejects.toThrow('a signal');
});
