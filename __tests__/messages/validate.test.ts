import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { validate, validation, type MessageSource, type Validated } from '../../src/messages/validate.ts';
import { describePlace } from '../../src/place.ts';
import type { RuleResult } from '../../src/results/reading/scanner.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../src/status.ts';
import { SECRET, draftsOf, placeAt, sourceOf, validated } from './drafts.ts';

const CHECKS = { detailsEncoding: 'text', secret: SECRET } as const;

const message = (more: object = {}): Record<string, unknown> => ({
  ruleId: '1.1',
  status: 'PASSED',
  cisRuleDetails: 'text',
  ...more,
});
const without = (member: string): unknown =>
  Object.fromEntries(Object.entries(message()).filter(([name]) => name !== member));
const faultsOf = ({ faults }: Validated): readonly string[] =>
  faults.map(({ place, sentence }) => `${place === undefined ? '' : describePlace(place)} ${sentence}`);
const contents = ({ messages }: Validated): readonly (readonly string[])[] =>
  messages.map(({ ruleId, status, cisRuleDetails }) => [
    ruleId,
    status,
    Buffer.from(cisRuleDetails).toString('hex'),
  ]);

const scanned = (more: Partial<RuleResult>): RuleResult & { place: ReturnType<typeof placeAt> } => ({
  ruleId: '9',
  status: 'PASSED',
  result: 'pass',
  at: { path: [0] },
  place: placeAt(0),
  ...more,
});

describe('a message is accepted', () => {
  test.each<[string, object]>([
    ['with a rule id of one character', { ruleId: 'x' }],
    ['with a rule id of 500 characters', { ruleId: 'x'.repeat(500) }],
    ['with a rule id of 500 characters of two units each', { ruleId: '😀'.repeat(500) }],
    ['with details of 1000 bytes', { cisRuleDetails: 'x'.repeat(1000) }],
    ['with details of 1000 bytes in 250 characters', { cisRuleDetails: '😀'.repeat(250) }],
    ['with empty details', { cisRuleDetails: '' }],
    ['with 1000 raw bytes', { cisRuleDetails: new Uint8Array(1000) }],
    ...STATUSES_WORST_FIRST.map((status): [string, object] => [`with status ${status}`, { status }]),
  ])('%s', (_what, more) => {
    const { messages, faults, leftOut } = validated([message(more)]);
    expect([messages.length, leftOut.length, faults]).toEqual([1, 0, []]);
  });
});

describe('a message is refused, at its place', () => {
  test.each<[string, unknown, string]>([
    [
      'that is null',
      null,
      'f:1:1 A message must be an object with ruleId, status and cisRuleDetails; this is null.',
    ],
    [
      'that is a list',
      [],
      'f:1:1 A message must be an object with ruleId, status and cisRuleDetails; this is a list.',
    ],
    [
      'that is a string',
      'x',
      'f:1:1 A message must be an object with ruleId, status and cisRuleDetails; this is a string.',
    ],
    ['without ruleId', without('ruleId'), 'f:1:1 The message has no "ruleId".'],
    ['without status', without('status'), 'f:1:1 The message of rule "1.1" has no "status".'],
    [
      'without cisRuleDetails',
      without('cisRuleDetails'),
      'f:1:1 The message of rule "1.1" has no "cisRuleDetails".',
    ],
    [
      'with an unknown member',
      message({ Status: 1 }),
      'f:1:7 "Status" is not a member of a message. Did you mean "status"?',
    ],
    [
      'with a number as rule id',
      message({ ruleId: 1.1 }),
      'f:1:7 "ruleId" must be a string in quotation marks; this is a number.',
    ],
    [
      'with an empty rule id',
      message({ ruleId: '' }),
      'f:1:7 "ruleId" is empty; it must have 1 to 500 characters.',
    ],
    [
      'with a rule id of 501 characters',
      message({ ruleId: '😀'.repeat(501) }),
      `f:1:7 "ruleId" "${'😀'.repeat(80)}…" has 501 characters; Inspector accepts at most 500.`,
    ],
    [
      'with half a surrogate pair',
      message({ ruleId: 'x\ud83d' }),
      'f:1:7 "ruleId" "x\ud83d" contains half a surrogate pair, so it is not valid Unicode.',
    ],
    ['with a misspelt status', message({ status: 'PASS' }), 'Did you mean "PASSED"?'],
    ['with a status in lower case', message({ status: 'not_applicable' }), 'Did you mean "NOT_APPLICABLE"?'],
    ['with a status of null', message({ status: null }), 'f:1:7 "status" must be one of'],
    [
      'with the name of an inherited member as status',
      message({ status: 'constructor' }),
      'f:1:7 "status" "constructor" is not one of',
    ],
    [
      'with 1001 bytes',
      message({ cisRuleDetails: 'x'.repeat(1001) }),
      'f:1:15 "cisRuleDetails" has 1,001 bytes; Inspector accepts at most 1000.',
    ],
    ['with 1002 bytes in 501 characters', message({ cisRuleDetails: 'ü'.repeat(501) }), 'has 1,002 bytes'],
    ['with 1001 raw bytes', message({ cisRuleDetails: new Uint8Array(1001) }), 'has 1,001 bytes'],
    [
      'with a number as details',
      message({ cisRuleDetails: 5 }),
      'f:1:15 "cisRuleDetails" must be a string, an object or a list; this is a number.',
    ],
    ['with details of null', message({ cisRuleDetails: null }), 'this is null.'],
    [
      'with details that are not valid Unicode',
      message({ cisRuleDetails: '\ude00' }),
      'half a surrogate pair',
    ],
    [
      'with the token in its rule id',
      message({ ruleId: `x ${SECRET.toUpperCase()}` }),
      'f:1:7 "ruleId" contains the session token, which is a secret.',
    ],
    [
      'with the token in its details',
      message({ cisRuleDetails: { env: `T=${SECRET}` } }),
      'f:1:15 "cisRuleDetails" contains the session token',
    ],
  ])('%s', (_what, value, fault) => {
    const result = validated([value]);
    expect(faultsOf(result).join('\n')).toContain(fault);
    expect(faultsOf(result)).toHaveLength(1);
    expect([result.messages.length, result.leftOut.length]).toEqual([0, 1]);
    expect(JSON.stringify(faultsOf(result)).toLowerCase()).not.toContain(SECRET);
  });
});

test('details that are nested very deeply are refused without a crash', () => {
  let nested: unknown = [];
  for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
  expect(faultsOf(validated([message({ cisRuleDetails: nested })]))[0]).toMatch(/nested too deeply|bytes/);
});

test('all faults of all messages are reported at once, in the order of the file', () => {
  const values = [
    { ruleId: 1, status: 'X', cisRuleDetails: 5, extra: 1 },
    message({ ruleId: '2' }),
    { status: 'Y' },
    message({ ruleId: '4', cisRuleDetails: 'x'.repeat(1001) }),
  ];
  const result = validated(values);
  expect(faultsOf(result).map((fault) => fault.split(' ')[0])).toEqual([
    'f:1:6',
    'f:1:7',
    'f:1:7',
    'f:1:15',
    'f:3:1',
    'f:3:7',
    'f:4:15',
  ]);
  expect(result.leftOut.length).toBe(3);
  expect(contents(result)).toEqual([['2', 'PASSED', '74657874']]);
});

describe('details', () => {
  test.each<[string, unknown, 'text' | 'base64', string]>([
    ['a string is UTF-8', 'ü', 'text', 'c3bc'],
    ['a string is base64 if the input says so', '/wA=', 'base64', 'ff00'],
    ['base64 may have line breaks', '/w\r\nA=\n', 'base64', 'ff00'],
    ['bytes are bytes, regardless of the input', new Uint8Array([255]), 'base64', 'ff'],
    [
      'a mapping is compact JSON',
      { b: [1, 'ü'], a: null },
      'base64',
      Buffer.from('{"b":[1,"ü"],"a":null}').toString('hex'),
    ],
    ['a sequence is compact JSON', [1, { a: true }], 'text', Buffer.from('[1,{"a":true}]').toString('hex')],
  ])('%s', (_promise, cisRuleDetails, encoding, expected) => {
    expect(contents(validated([message({ cisRuleDetails })], encoding))[0]?.[2]).toBe(expected);
  });

  test('the encoding in the file takes precedence over the input', () => {
    const [draft] = draftsOf([message({ cisRuleDetails: '/wA=' })]);
    const drafts = draft === undefined ? [] : [{ ...draft, detailsEncoding: 'base64' as const }];
    expect(contents(validate(sourceOf({ drafts }), CHECKS))[0]?.[2]).toBe('ff00');
  });

  test.each(['/wA', '/wA==', '_-8=', 'not base64', '/wB=', 'ü', '===='])('%j is not base64', (text) => {
    expect(faultsOf(validated([message({ cisRuleDetails: text })], 'base64'))[0]).toContain('is not base64');
  });

  test('any bytes survive base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1000 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        const [sent] = contents(validated([message({ cisRuleDetails: text })], 'base64'));
        expect(sent?.[2]).toBe(Buffer.from(bytes).toString('hex'));
      }),
    );
  });
});

describe('one verdict for each rule', () => {
  test('exact repeats are sent once and reported', () => {
    const result = validated([message(), message({ ruleId: '2' }), message(), message()]);
    expect(contents(result).map(([ruleId]) => ruleId)).toEqual(['1.1', '2']);
    expect(result.repeats.map(({ place }) => describePlace(place))).toEqual(['f:3:1', 'f:4:1']);
    expect([result.leftOut.length, result.faults]).toEqual([0, []]);
  });

  test('a repeat with the same status and other details is sent', () => {
    const result = validated([message(), message({ cisRuleDetails: 'other' })]);
    expect([result.messages.length, result.repeats.length, result.leftOut.length]).toEqual([2, 0, 0]);
  });

  test('different statuses are a fault that names both places, and none of them is sent', () => {
    const result = validated([message(), message({ ruleId: '2' }), message({ status: 'FAILED' }), message()]);
    expect(faultsOf(result)).toEqual([
      'f:3:1 Rule "1.1" is FAILED here and PASSED at f:1:1: a rule can have only one verdict.',
    ]);
    expect(contents(result).map(([ruleId]) => ruleId)).toEqual(['2']);
    expect([result.leftOut.length, result.repeats.length]).toEqual([3, 0]);
  });

  test.each<[byHand: Status, scanned: Status, expected: string]>([
    ['PASSED', 'FAILED', 'FAILED scanned'],
    ['FAILED', 'PASSED', 'FAILED by hand'],
    ['PASSED', 'NOT_EVALUATED', 'NOT_EVALUATED scanned'],
    ['NOT_EVALUATED', 'NOT_APPLICABLE', 'NOT_EVALUATED by hand'],
    ['PASSED', 'PASSED', 'PASSED scanned'],
  ])(
    'a person says %s and a scanner %s: the worst status is sent, once',
    (byHand, scannedStatus, expected) => {
      const result = validate(
        sourceOf({
          drafts: draftsOf([
            message({ status: byHand, cisRuleDetails: 'by hand' }),
            message({ ruleId: '2' }),
          ]),
          ruleResults: [scanned({ ruleId: '1.1', status: scannedStatus }), scanned({ ruleId: '3' })],
        }),
        CHECKS,
      );
      const sent = result.messages.map(({ ruleId, status, cisRuleDetails }) => {
        const isByHand = Buffer.from(cisRuleDetails).toString() === 'by hand';
        return `${ruleId} ${status} ${isByHand ? 'by hand' : 'scanned'}`;
      });
      expect(sent).toHaveLength(3);
      expect(sent).toContain(`1.1 ${expected}`);
      expect(result.outweighed.map(({ ruleId }) => ruleId)).toEqual(['1.1']);
      expect([result.leftOut, result.faults, result.repeats]).toEqual([[], [], []]);
    },
  );

  test('if messages contradict each other, a scanner’s better status is not sent either', () => {
    const drafts = draftsOf([message(), message({ status: 'FAILED' })]);
    const result = validate(sourceOf({ drafts, ruleResults: [scanned({ ruleId: '1.1' })] }), CHECKS);
    expect(result.messages).toEqual([]);
    expect(result.leftOut.map(({ status }) => status)).toEqual(['PASSED', 'FAILED', 'PASSED']);
  });
});

describe('leaving something out must not make its rule look better:', () => {
  test.each<[string, Partial<MessageSource>, readonly string[]]>([
    [
      'a rule with an unreadable result in a scanner’s file gets no hand-written message either',
      { drafts: draftsOf([message(), message({ ruleId: '2' })]), unreadable: new Set(['1.1']) },
      ['2'],
    ],
    [
      'with a misspelt status, a scanner’s pass is not sent',
      { drafts: draftsOf([message({ status: 'Failed' })]), ruleResults: [scanned({ ruleId: '1.1' })] },
      [],
    ],
    [
      'with a failure whose details are too long, a pass is not sent',
      {
        drafts: draftsOf([
          message({ status: 'FAILED', cisRuleDetails: 'x'.repeat(1001) }),
          message({ status: 'PASSED' }),
        ]),
      },
      [],
    ],
    [
      'an invalid pass does not hide a failure',
      {
        drafts: draftsOf([message({ cisRuleDetails: 5 })]),
        ruleResults: [scanned({ ruleId: '1.1', status: 'FAILED' })],
      },
      ['1.1'],
    ],
  ])('%s', (_promise, more, sent) => {
    const source = sourceOf(more);
    const result = validate(source, CHECKS);
    expect(result.messages.map(({ ruleId }) => ruleId)).toEqual(sent);
    const given = source.drafts.length + source.ruleResults.length;
    expect(result.messages.length + result.leftOut.length).toBe(given);
    expect(result.faults.length).toBeGreaterThanOrEqual(result.leftOut.length);
  });
});

test('a record without a result counts as an invalid message, before the others', () => {
  const fault = { sentence: 'A record without a rule.', place: placeAt(4) };
  const result = validate(sourceOf({ ruleResults: [scanned({})], recordFaults: [fault] }), CHECKS);
  expect([result.messages.length, result.leftOut.length, result.faults]).toEqual([1, 1, [fault]]);
});

describe('a scanner’s result', () => {
  const validateScanned = (more: Partial<RuleResult>): Validated =>
    validate(sourceOf({ ruleResults: [scanned(more)] }), CHECKS);

  test('becomes a message with details, linked to its result', () => {
    const [first] = validateScanned({ title: 'Title' }).messages;
    expect(first).toMatchObject({ ruleId: '9', status: 'PASSED', ruleResult: { title: 'Title' } });
    expect(Buffer.from(first?.cisRuleDetails ?? []).toString()).toBe('{"title":"Title","result":"pass"}');
  });

  test.each(['', 'x'.repeat(501), `id-${SECRET}`, '\ud800'])('with the rule id %j is refused', (ruleId) => {
    const { leftOut, faults } = validateScanned({ ruleId });
    expect([leftOut.length, faults.length]).toEqual([1, 1]);
    expect(faults[0]?.sentence).toMatch(/^(?:The rule id|"ruleId") /);
  });

  test('has the token removed from all its texts', () => {
    const text = `env ${SECRET} and ${SECRET.toUpperCase()}`;
    const [first] = validateScanned({
      title: text,
      reason: text,
      remediation: text,
      identifiers: [text],
      result: text,
      source: text,
    }).messages;
    const details = Buffer.from(first?.cisRuleDetails ?? []).toString();
    expect(details.toLowerCase()).not.toContain(SECRET);
    expect(details).toContain('env *** and ***');
  });
});

const anyValue = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record(
      {
        ruleId: fc.oneof(fc.constantFrom('1', '2', '3'), fc.string({ maxLength: 3 })),
        status: fc.constantFrom(...STATUSES_WORST_FIRST, 'PASS'),
        cisRuleDetails: fc.oneof(fc.constantFrom('', 'a'), fc.jsonValue()),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);

test('in any list, every message is sent, invalid or a repeat, deterministically', () => {
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 20 }), (values) => {
      const result = validated(values);
      expect(result.messages.length + result.leftOut.length + result.repeats.length).toBe(values.length);
      expect(result.leftOut.length > 0).toBe(result.faults.length > 0);
      const again = validated(structuredClone(values));
      expect([contents(again), faultsOf(again)]).toEqual([contents(result), faultsOf(result)]);
      const statuses = new Map(result.messages.map(({ ruleId, status }) => [ruleId, status]));
      for (const { ruleId, status } of result.messages) expect(statuses.get(ruleId)).toBe(status);
    }),
    { numRuns: 300 },
  );
});

const itself: { a?: unknown } = {};
itself.a = itself;

test.each<[string, unknown, string]>([
  ['a number that cannot be represented exactly', { n: 2 ** 60 }, 'cannot represent exactly'],
  ['infinity', [Infinity], 'cannot represent exactly'],
  ['binary data in a mapping', { b: new Uint8Array(2) }, 'binary data inside an object or a list'],
  ['themselves', itself, 'contains itself'],
])(
  'details that contain %s are refused, because JSON would change them',
  (_what, cisRuleDetails, sentence) => {
    expect(faultsOf(validated([message({ cisRuleDetails })]))).toEqual([expect.stringContaining(sentence)]);
  },
);

test('a message that is left out keeps its rule and status if they are readable', () => {
  const { leftOut } = validated([
    message({ ruleId: '', status: 'FAILED' }),
    message({ ruleId: 'x', status: 'ERROR' }),
    message({ ruleId: 'x', status: 'PASSED' }),
    message({ status: 'nonsense' }),
    null,
  ]);
  expect(leftOut.map(({ ruleId, status }) => `${ruleId ?? '?'} ${status ?? '?'}`)).toEqual([
    ' FAILED',
    '1.1 ?',
    '? ?',
    'x ERROR',
    'x PASSED',
  ]);
});

describe('if all details look like base64 of text', () => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const noticesOf = (details: readonly unknown[], encoding: 'text' | 'base64' = 'text'): readonly string[] =>
    validated(
      details.map((cisRuleDetails, index) => message({ ruleId: `${index}`, cisRuleDetails })),
      encoding,
    ).notices.map(({ sentence }) => sentence);

  test('they are sent unchanged, and a notice names the input', () => {
    expect(noticesOf([base64('{"title":"Ensure x"}'), base64('ü')])).toEqual([
      'All details in "f" look like base64, and are sent unchanged. If they are base64, set `details-encoding: base64`.',
    ]);
  });

  test.each<[string, readonly unknown[], 'text' | 'base64']>([
    ['not if one is not base64', [base64('a text'), 'a text'], 'text'],
    [
      'not if one is base64 of binary data',
      [base64('a text'), Buffer.from([1, 2, 3]).toString('base64')],
      'text',
    ],
    ['not if they are read as base64', [base64('a text')], 'base64'],
    ['not if they are words that happen to be valid base64', ['passwords', 'text', 'Ensure01'], 'text'],
    ['not if there are no texts', ['', { title: 'x' }], 'text'],
  ])('%s', (_what, details, encoding) => {
    expect(noticesOf(details, encoding)).toEqual([]);
  });

  test('there is no notice if the file states the encoding', () => {
    const drafts = draftsOf([message({ cisRuleDetails: base64('a text') })]);
    const withEncoding = drafts.map((draft) => ({ ...draft, detailsEncoding: 'base64' as const }));
    expect(validate(sourceOf({ drafts: withEncoding }), CHECKS).notices).toEqual([]);
  });
});

test('messages are checked in steps of 10,000, between which a signal can be heard', () => {
  const drafts = draftsOf(
    Array.from({ length: 25_000 }, (_, index) => ({
      ruleId: `${index}`,
      status: 'PASSED',
      cisRuleDetails: '',
    })),
  );
  const steps = validation(sourceOf({ drafts }), { detailsEncoding: 'text', secret: SECRET });
  let breaks = 0;
  for (let step = steps.next(); step.done !== true; step = steps.next()) breaks += 1;
  // Two each while messages are checked, compared and searched for base64, and four between these.
  expect(breaks).toBe(3 * 2 + 4);
});
