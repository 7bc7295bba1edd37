import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readContent } from '../../local-inspector/model.ts';
import { message, SCAN_JOB, telemetry, TELEMETRY, TOKEN } from './raw-call.ts';

const START = '/cissession/start';
const HEALTH = '/cissession/health/send';
const STOP = '/cissession/stop';

/** The places of the faults in a body; none if it is accepted. */
function places(path: string, body: unknown): string[] {
  const content = readContent(path, body);
  return 'operation' in content ? [] : content.map(({ name }) => name);
}

const one = (changes: object) => telemetry({ messages: [message(changes)] });
const stop = (changes: object) => ({
  scanJobId: SCAN_JOB,
  sessionToken: TOKEN,
  message: { status: 'SUCCESS', progress: {}, ...changes },
});
const base64 = (bytes: number) => Buffer.alloc(bytes, 0xff).toString('base64');
const many = (count: number) => telemetry({ messages: Array.from({ length: count }, () => message()) });

test.each([
  ['a start', START, { scanJobId: SCAN_JOB, message: { sessionToken: TOKEN } }],
  ['a heartbeat', HEALTH, { scanJobId: SCAN_JOB, sessionToken: TOKEN }],
  ['1 message', TELEMETRY, many(1)],
  ['150 messages', TELEMETRY, many(150)],
  ['a rule id of 1 character', TELEMETRY, one({ ruleId: 'x' })],
  ['a rule id of 500 characters', TELEMETRY, one({ ruleId: 'x'.repeat(500) })],
  [
    'a rule id of 500 characters beyond the basic multilingual plane',
    TELEMETRY,
    one({ ruleId: '🔒'.repeat(500) }),
  ],
  ['no details', TELEMETRY, one({ cisRuleDetails: '' })],
  ['details of 999 bytes', TELEMETRY, one({ cisRuleDetails: base64(999) })],
  ['details of 1000 bytes', TELEMETRY, one({ cisRuleDetails: base64(1000) })],
  ['a minimal stop', STOP, stop({})],
  ['no checks', STOP, stop({ progress: { totalChecks: 0 } })],
  ['65536 checks', STOP, stop({ progress: { totalChecks: 65_536 } })],
  ['a reason of 1024', STOP, stop({ reason: 'é'.repeat(1024) })],
  ['a benchmark version of 8', STOP, stop({ benchmarkVersion: '12345678' })],
  ['a benchmark profile of 128', STOP, stop({ benchmarkProfile: 'p'.repeat(128) })],
  ['a vendor of 16', STOP, stop({ computePlatform: { vendor: 'v'.repeat(16) } })],
  ['a product of 32', STOP, stop({ computePlatform: { product: 'p'.repeat(32) } })],
  ['a platform version of 8', STOP, stop({ computePlatform: { version: '12345678' } })],
])('%s is accepted', (_what, path, body) => {
  expect(places(path, body)).toEqual([]);
});

test.each(['FAILED', 'PASSED', 'NOT_EVALUATED', 'INFORMATIONAL', 'UNKNOWN', 'NOT_APPLICABLE', 'ERROR'])(
  'the status %s is accepted',
  (status) => {
    expect(places(TELEMETRY, one({ status }))).toEqual([]);
  },
);

test.each(['SUCCESS', 'FAILED', 'INTERRUPTED', 'UNSUPPORTED_OS'])('a session can stop as %s', (status) => {
  expect(places(STOP, stop({ status }))).toEqual([]);
});

test.each([
  'totalChecks',
  'successfulChecks',
  'failedChecks',
  'notEvaluatedChecks',
  'unknownChecks',
  'notApplicableChecks',
  'informationalChecks',
  'errorChecks',
])('progress can have %s, from 0 to 65536', (name) => {
  const faulty = [`message.progress.${name}`];
  expect(places(STOP, stop({ progress: { [name]: 65_536 } }))).toEqual([]);
  expect(places(STOP, stop({ progress: { [name]: 65_537 } }))).toEqual(faulty);
  expect(places(STOP, stop({ progress: { [name]: -1 } }))).toEqual(faulty);
  expect(places(STOP, stop({ progress: { [name]: 0.5 } }))).toEqual(faulty);
  expect(places(STOP, stop({ progress: { [name]: '1' } }))).toEqual(faulty);
});

test.each([
  ['not an object', TELEMETRY, [], ''],
  ['null', TELEMETRY, null, ''],
  ['no messages', TELEMETRY, many(0), 'messages'],
  ['151 messages', TELEMETRY, many(151), 'messages'],
  ['messages that are not a list', TELEMETRY, telemetry({ messages: message() }), 'messages'],
  ['a message that is not an object', TELEMETRY, telemetry({ messages: [message(), 'x'] }), 'messages[1]'],
  ['a scan job in upper case', TELEMETRY, telemetry({ scanJobId: TOKEN.toUpperCase() }), 'scanJobId'],
  ['a scan job and a line end', TELEMETRY, telemetry({ scanJobId: `${SCAN_JOB}\n` }), 'scanJobId'],
  ['a token that is not a UUID', TELEMETRY, telemetry({ sessionToken: 'token' }), 'sessionToken'],
  ['an unknown member', TELEMETRY, telemetry({ clientToken: 'x' }), 'clientToken'],
  ['an unknown member of a message', TELEMETRY, one({ title: 'x' }), 'messages[0].title'],
  ['a member named constructor', TELEMETRY, telemetry({ constructor: {} }), 'constructor'],
  ['a member named __proto__', TELEMETRY, telemetry(parsed('{"__proto__": {}}')), '__proto__'],
  ['an empty rule id', TELEMETRY, one({ ruleId: '' }), 'messages[0].ruleId'],
  ['a rule id of 501 characters', TELEMETRY, one({ ruleId: 'x'.repeat(501) }), 'messages[0].ruleId'],
  ['a rule id of half a character', TELEMETRY, one({ ruleId: '\ud83d' }), 'messages[0].ruleId'],
  ['a rule id that is a number', TELEMETRY, one({ ruleId: 1.1 }), 'messages[0].ruleId'],
  ['a rule id of null', TELEMETRY, one({ ruleId: null }), 'messages[0].ruleId'],
  ['a status in lower case', TELEMETRY, one({ status: 'passed' }), 'messages[0].status'],
  ['an unknown status', TELEMETRY, one({ status: 'FIXED' }), 'messages[0].status'],
  ['details of 1001 bytes', TELEMETRY, one({ cisRuleDetails: base64(1001) }), 'messages[0].cisRuleDetails'],
  ['details that are not a string', TELEMETRY, one({ cisRuleDetails: {} }), 'messages[0].cisRuleDetails'],
  ['a start without a message', START, { scanJobId: SCAN_JOB }, 'message'],
  ['a start with its token outside', START, parsed(startWithTokenOutside()), 'sessionToken'],
  ['a start without a token', START, { scanJobId: SCAN_JOB, message: {} }, 'message.sessionToken'],
  ['a heartbeat with messages', HEALTH, telemetry(), 'messages'],
  ['a stop as UNKNOWN', STOP, stop({ status: 'UNKNOWN' }), 'message.status'],
  ['a reason of 1025', STOP, stop({ reason: 'r'.repeat(1025) }), 'message.reason'],
  ['a benchmark version of 9', STOP, stop({ benchmarkVersion: '123456789' }), 'message.benchmarkVersion'],
  [
    'a benchmark profile of 129',
    STOP,
    stop({ benchmarkProfile: 'p'.repeat(129) }),
    'message.benchmarkProfile',
  ],
  ['a vendor of 17', STOP, platform({ vendor: 'v'.repeat(17) }), 'message.computePlatform.vendor'],
  ['a product of 33', STOP, platform({ product: 'p'.repeat(33) }), 'message.computePlatform.product'],
  ['a platform version of 9', STOP, platform({ version: '123456789' }), 'message.computePlatform.version'],
  ['an unknown platform member', STOP, platform({ name: 'x' }), 'message.computePlatform.name'],
  ['an unknown count', STOP, stop({ progress: { passedChecks: 1 } }), 'message.progress.passedChecks'],
])('%s is refused, with its place', (_what, path, body, place) => {
  expect(places(path, body)).toEqual([place]);
});

test.each(['scanJobId', 'sessionToken', 'messages'])('telemetry needs %s', (name) => {
  expect(places(TELEMETRY, without(telemetry(), name))).toEqual([name]);
});

test.each(['ruleId', 'status', 'cisRuleDetails'])('a message needs %s', (name) => {
  expect(places(TELEMETRY, telemetry({ messages: [without(message(), name)] }))).toEqual([
    `messages[0].${name}`,
  ]);
});

test.each(['status', 'progress'])('a stop needs %s', (name) => {
  const body = stop({});
  expect(places(STOP, { ...body, message: without(body.message, name) })).toEqual([`message.${name}`]);
});

test.each(['b2s', 'b2s==', 'b2s=\n', 'b2 s=', 'b2t=', '-_-_', 'ok!!', '='])(
  'details are strict base64, not %j',
  (text) => {
    expect(places(TELEMETRY, one({ cisRuleDetails: text }))).toEqual(['messages[0].cisRuleDetails']);
  },
);

test('every fault in a body is reported', () => {
  const body = { sessionToken: 'x', messages: [message({ ruleId: '' }), message({ status: '', extra: 1 })] };
  expect(places(TELEMETRY, body)).toEqual([
    'scanJobId',
    'sessionToken',
    'messages[0].ruleId',
    'messages[1].status',
    'messages[1].extra',
  ]);
});

test('any details of 0 to 1000 bytes arrive unchanged', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 1000 }), (bytes) => {
      const content = readContent(TELEMETRY, one({ cisRuleDetails: Buffer.from(bytes).toString('base64') }));
      expect(content).toMatchObject({ messages: [{ cisRuleDetails: Buffer.from(bytes) }] });
    }),
  );
});

test('for any JSON, a telemetry body is accepted or its faults are named', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      const content = readContent(TELEMETRY, body);
      expect('operation' in content || content.length > 0).toBe(true);
    }),
  );
});

function platform(computePlatform: object): object {
  return stop({ computePlatform });
}

function startWithTokenOutside(): string {
  return JSON.stringify({ scanJobId: SCAN_JOB, sessionToken: TOKEN, message: { sessionToken: TOKEN } });
}

function parsed(json: string): object {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null) throw new Error('the test needs an object');
  return value;
}

function without(value: object, name: string): object {
  return Object.fromEntries(Object.entries(value).filter(([member]) => member !== name));
}
