import { expect, test } from '@jest/globals';
import {
  INVARIANTS,
  type Call,
  type DeliveryRecord,
  type End,
  type Given,
  type MessageText,
} from '../../torture/deliveries/invariants.ts';

const MESSAGES: readonly MessageText[] = [
  'FAILED',
  'PASSED',
  'ERROR',
  'PASSED',
  'PASSED',
  'FAILED',
  'PASSED',
].map((status, index) => ({ ruleId: `1.${index + 1}`, status, details: 'AA==' }));

const GIVEN: Given = {
  scanJobId: '01234567-89ab-cdef-0123-456789abcdef',
  sessionToken: 'fedcba98-7654-3210-fedc-ba9876543210',
  messages: MESSAGES,
  invalid: 1,
  onInvalid: 'skip',
  dryRun: false,
  tolerated: [],
  chunkSize: 2,
  concurrency: 2,
  maxAttempts: 2,
};

function call(began: number, ended: number, from: number, more: Partial<Call> = {}): Call {
  const { scanJobId, sessionToken } = GIVEN;
  return {
    path: '/cissession/telemetry/send',
    scanJobId,
    sessionToken,
    messages: MESSAGES.slice(from, from + 2),
    began,
    ended,
    underWay: 1,
    isAfterSignal: false,
    isConfirmed: true,
    ...more,
  };
}

/** The first chunk needs two attempts. Then two go at once, one of which fails for good. The fourth is never sent. */
const CALLS: readonly Call[] = [
  call(1, 2, 0, { isConfirmed: false }),
  call(3, 4, 0),
  call(5, 8, 2),
  call(6, 7, 4, { underWay: 2, isConfirmed: false }),
];

function undelivered(messages: readonly MessageText[], more: object = {}): string {
  return JSON.stringify({
    scanJobId: GIVEN.scanJobId,
    detailsEncoding: 'base64',
    messages: messages.map(({ ruleId, status, details }) => ({ ruleId, status, cisRuleDetails: details })),
    ...more,
  });
}

const OUTPUTS = {
  outcome: 'partial',
  'messages-total': '8',
  'messages-sent': '4',
  'messages-invalid': '1',
  'chunks-total': '4',
  'chunks-sent': '2',
  'status-counts': '{"PASSED":4,"FAILED":2,"ERROR":1}',
  'rules-evaluated': '6',
  'rules-passed': '4',
  'rules-failed': '2',
  'error-code': 'AccessDeniedException',
  'undelivered-file': '/left.json',
};

const END: End = {
  exitCode: 1,
  outputs: OUTPUTS,
  errors: 1,
  undeliveredFiles: [undelivered(MESSAGES.slice(4))],
  traces: `Sending to scan job ${GIVEN.scanJobId}`,
};

interface Corruption {
  readonly given?: Partial<Given>;
  readonly calls?: readonly Call[];
  readonly end?: Partial<End>;
  readonly outputs?: Partial<Record<keyof typeof OUTPUTS, string>>;
}

function recordOf({ given, calls = CALLS, end, outputs }: Corruption): DeliveryRecord {
  return {
    given: { ...GIVEN, ...given },
    calls,
    end: { ...END, outputs: { ...OUTPUTS, ...outputs }, ...end },
  };
}

function noticedBy(corruption: Corruption): readonly string[] {
  const record = recordOf(corruption);
  return INVARIANTS.filter(({ violation }) => violation(record) !== undefined).map(({ name }) => name);
}

/** The calls, with the one at this index changed. */
function changed(number: number, more: Partial<Call>): readonly Call[] {
  return CALLS.map((one, index) => (index === number ? { ...one, ...more } : one));
}

/** Records of steps gone wrong, each of which breaks exactly one promise. */
const CORRUPTIONS: readonly (readonly [name: string, what: string, Corruption])[] = [
  [
    'complete',
    'a message is gone and not counted',
    {
      end: { undeliveredFiles: [undelivered(MESSAGES.slice(5))] },
      outputs: { 'messages-total': '7', 'status-counts': '{"PASSED":4,"FAILED":2}' },
    },
  ],
  [
    'complete',
    'an invalid message is not counted',
    {
      outputs: { 'messages-total': '7', 'messages-invalid': '0' },
    },
  ],
  ['once', 'a confirmed chunk is sent again', { calls: [...CALLS, call(9, 10, 2, { isConfirmed: false })] }],
  [
    'once',
    'a chunk is under way twice at once',
    {
      calls: changed(0, { ended: 3.5 }),
    },
  ],
  ['chunks', 'a call carries more messages than it may', { given: { chunkSize: 1 } }],
  [
    'chunks',
    'a call carries none',
    { calls: [...CALLS, call(9, 10, 0, { messages: [], isConfirmed: false })] },
  ],
  [
    'order',
    'two messages of a call are swapped',
    {
      calls: changed(2, { messages: MESSAGES.slice(2, 4).toReversed() }),
    },
  ],
  [
    'order',
    'a call carries a message that is in no file',
    {
      calls: changed(3, {
        messages: [...MESSAGES.slice(4, 5), { ruleId: '9', status: 'PASSED', details: '' }],
      }),
    },
  ],
  [
    'status',
    'a failed rule is sent as passed',
    {
      calls: changed(1, { messages: MESSAGES.slice(0, 2).map((one) => ({ ...one, status: 'PASSED' })) }),
    },
  ],
  [
    'status',
    'the undelivered file has a failed rule as passed',
    {
      end: {
        undeliveredFiles: [undelivered(MESSAGES.slice(4).map((one) => ({ ...one, status: 'PASSED' })))],
      },
    },
  ],
  ['session', 'a call names another scan job', { calls: changed(2, { scanJobId: GIVEN.sessionToken }) }],
  ['session', 'a call has another token', { calls: changed(2, { sessionToken: GIVEN.scanJobId }) }],
  ['secret', 'the token is in the log', { end: { traces: `token ${GIVEN.sessionToken.toUpperCase()}` } }],
  ['secret', 'part of the token is in the log', { end: { traces: 'the token begins with FEDCBA98-7654…' } }],
  [
    'undelivered',
    'there are two undelivered files',
    {
      end: { undeliveredFiles: [undelivered(MESSAGES.slice(4, 5)), undelivered(MESSAGES.slice(5))] },
    },
  ],
  [
    'undelivered',
    'the undelivered file is out of order',
    {
      end: { undeliveredFiles: [undelivered(MESSAGES.slice(4).toReversed())] },
    },
  ],
  [
    'undelivered',
    'the undelivered file does not name its scan job',
    {
      end: { undeliveredFiles: [undelivered(MESSAGES.slice(4), { scanJobId: undefined })] },
    },
  ],
  ['undelivered', 'the output does not name the undelivered file', { outputs: { 'undelivered-file': '' } }],
  ['verdict', 'the step is green', { end: { exitCode: 0, errors: 0 }, outputs: { 'error-code': '' } }],
  ['verdict', 'the outcome is "sent"', { outputs: { outcome: 'sent' } }],
  ['agreement', 'the step fails without an error code', { outputs: { 'error-code': '' } }],
  ['agreement', 'the failure has no annotation', { end: { errors: 0 } }],
  ['agreement', 'the failure is unexpected', { outputs: { 'error-code': 'UnexpectedError' } }],
  ['totals', 'there are fewer statuses than messages', { outputs: { 'status-counts': '{"PASSED":1}' } }],
  ['totals', 'more rules are evaluated than passed and failed', { outputs: { 'rules-evaluated': '7' } }],
  ['confirmed', 'an unconfirmed chunk is counted as sent', { outputs: { 'chunks-sent': '3' } }],
  ['all or nothing', 'messages are sent although one is invalid', { given: { onInvalid: 'fail' } }],
  ['restraint', 'more calls are under way than `concurrency` allows', { calls: changed(3, { underWay: 3 }) }],
  ['restraint', 'a chunk is attempted too often', { given: { maxAttempts: 1 } }],
  ['restraint', 'the first chunk does not go alone', { calls: changed(2, { began: 2 }) }],
  [
    'restraint',
    'calls begin after the signal',
    { calls: CALLS.map((one) => ({ ...one, isAfterSignal: true })) },
  ],
  [
    'restraint',
    'new chunks begin after one has failed',
    {
      given: { concurrency: 1, maxAttempts: 1 },
      calls: changed(3, { began: 4.5, ended: 4.7, underWay: 1 }),
    },
  ],
];

test('no invariant objects to a delivery that keeps every promise', () => {
  expect(noticedBy({})).toEqual([]);
});

test.each(CORRUPTIONS)('only “%s” notices that %s', (name, _what, corruption) => {
  expect(noticedBy(corruption)).toEqual([name]);
});

test('every invariant has a delivery that breaks it', () => {
  expect(new Set(CORRUPTIONS.map(([name]) => name))).toEqual(new Set(INVARIANTS.map(({ name }) => name)));
});
