import { expect, test } from '@jest/globals';
import { messages } from '../../../src/results/scanners/messages.ts';
import { faultsOf, scanOf } from './reading.ts';

const message = { ruleId: '1.1', status: 'PASSED', cisRuleDetails: 'x' };

test.each<[string, unknown, boolean]>([
  ['an object with messages', { messages: [message] }, true],
  ['an object whose messages are not a list', { messages: 1 }, true],
  ['a bare list of messages', [message], true],
  ['a list with one message among others', ['x', { ruleId: 1 }], true],
  ['a list of objects with only details', [{ cisRuleDetails: '' }], true],
  ['a list of other objects', [{ id: 1 }], false],
  ['an object without messages', { results: [] }, false],
  ['a single message', message, true],
  ['a message whose member names are misspelt', { rule_id: '1', status: 'PASSED', details: '' }, true],
  ['a list of such messages', [{ RuleId: '1', status: 'PASSED' }], true],
  ['a list that is not called messages', { Messages: [message] }, true],
  ['something else with that name', { message: 'text', Messages: ['a'] }, false],
  ['an object with a status', { status: 'PASSED' }, false],
  ['an inherited member', Object.create({ messages: [] }), false],
  ['an empty list', [], false],
  ['null', null, false],
  ['text', 'messages', false],
])('%s is recognised or not', (_what, document, expected) => {
  expect(messages.recognises(document)).toBe(expected);
});

test.each<[string, unknown, readonly (string | number)[]]>([
  ['a bare list', [message], [0]],
  ['an object', { messages: [message] }, ['messages', 0]],
  ['the AWS CLI’s skeleton', { scanJobId: 'j', sessionToken: 't', messages: [message] }, ['messages', 0]],
])('the messages of %s are read unchanged, with their places', (_shape, document, path) => {
  const { drafts, ruleResults } = scanOf(messages, document);
  expect(drafts).toEqual([{ value: message, at: { path } }]);
  expect(ruleResults).toEqual([]);
});

test('a single message is read as a message', () => {
  expect(scanOf(messages, message).drafts).toEqual([{ value: message, at: { path: [] } }]);
});

test.each<[string, object, object]>([
  [
    'texts',
    { scanner: 'Ansible', benchmark: 'CIS Ubuntu', profile: 'L1', platform: 'Ubuntu' },
    { scanner: 'Ansible', benchmark: 'CIS Ubuntu', profile: 'L1', platform: { product: 'Ubuntu' } },
  ],
  [
    'an object for the platform',
    { platform: { vendor: 'Canonical', product: 'Ubuntu', version: '24.04', other: 1 } },
    { platform: { vendor: 'Canonical', product: 'Ubuntu', version: '24.04' } },
  ],
  ['a schema for editors', { $schema: 'https://example.com/schema.json' }, {}],
])('a file may describe the scan: %s', (_what, members, facts) => {
  expect(scanOf(messages, { ...members, messages: [message] })).toEqual({
    ...facts,
    ruleResults: [],
    drafts: [{ value: message, at: { path: ['messages', 0] } }],
    session: [],
    faults: [],
  });
});

test('the session that the file names is in the claims', () => {
  const { session } = scanOf(messages, { scanJobId: 'j', sessionToken: 't', messages: [] });
  expect(session).toEqual([
    { member: 'scanJobId', value: 'j', at: { path: ['scanJobId'] } },
    { member: 'sessionToken', value: 't', at: { path: ['sessionToken'] } },
  ]);
});

test.each(['text', 'base64'] as const)('a file can say that its details are %s', (detailsEncoding) => {
  expect(scanOf(messages, { detailsEncoding, messages: [] }).detailsEncoding).toBe(detailsEncoding);
});

test.each<[string, unknown, readonly string[]]>([
  ['nothing wrong', { messages: [] }, []],
  ['no list', { messages: {} }, ['messages: "messages" must be a list of messages.']],
  [
    'an unknown encoding',
    { messages: [], detailsEncoding: 'hex' },
    ['detailsEncoding: "detailsEncoding" must be "text" or "base64".'],
  ],
  [
    'no encoding',
    { messages: [], detailsEncoding: null },
    ['detailsEncoding: "detailsEncoding" must be "text" or "base64".'],
  ],
  [
    'a misspelt member',
    { messages: [], scanJobID: 'x' },
    ['scanJobID: "scanJobID" is not a member of a messages file. Did you mean "scanJobId"?'],
  ],
  [
    'members of other files',
    { messages: [], comment: 'x', author: 'y' },
    ['comment: "comment" and "author" are not members of a messages file.'],
  ],
  [
    'a list that is not called messages',
    { Messages: [message] },
    [
      'messages: "messages" must be a list of messages.',
      'Messages: "Messages" is not a member of a messages file. Did you mean "messages"?',
    ],
  ],
  [
    'a fact that is not a string',
    { messages: [], benchmark: 5 },
    ['benchmark: "benchmark" must be a string.'],
  ],
  [
    'a platform of another shape',
    { messages: [], platform: {} },
    ['platform: "platform" must be a string or an object with "vendor", "product" and "version".'],
  ],
])('%s: every fault of the document is reported', (_what, document, expected) => {
  expect(faultsOf(messages, document)).toEqual(expected);
});
