import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isRecord } from '../../src/json.ts';
import { messages as format } from '../../src/results/scanners/messages.ts';
import { STATUSES_WORST_FIRST } from '../../src/status.ts';
import { validated } from './drafts.ts';

// The schema with which editors complete and validate a messages file agrees with the code that validates it.

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema: unknown = JSON.parse(read('schemas/messages.schema.json'));
if (!isRecord(schema)) throw new Error('The schema is not an object.');
const isValid = new Ajv2020({ allowUnionTypes: true }).compile(schema);

const message = { ruleId: '1.1', status: 'PASSED', cisRuleDetails: 'text' };

/** Whether the validator accepts a document: neither the file nor any message has a fault. */
function isAccepted(document: unknown): boolean {
  const scans = format.read(document);
  const drafts = scans.flatMap(({ drafts: list = [] }) => list.map(({ value }) => value));
  return scans.every(({ faults = [] }) => faults.length === 0) && validated(drafts).faults.length === 0;
}

describe('the schema and the validator agree on', () => {
  test.each<[string, unknown, boolean]>([
    ['one message', [message], true],
    ['an object with messages', { messages: [message] }, true],
    ['an object with a schema', { $schema: 'x', messages: [message] }, true],
    [
      'everything that a file may state about the scan',
      { messages: [message], scanner: 'mine', platform: { product: 'x' } },
      true,
    ],
    ['a file with another member', { messages: [message], extra: 1 }, false],
    ['messages that are not a list', { messages: message }, false],
    ['an unknown encoding', { messages: [message], detailsEncoding: 'hex' }, false],
    ['a message without a rule', [{ status: 'PASSED', cisRuleDetails: '' }], false],
    ['a message with another member', [{ ...message, note: 1 }], false],
    ['an empty rule id', [{ ...message, ruleId: '' }], false],
    ['a rule id of 500 characters of two units', [{ ...message, ruleId: '😀'.repeat(500) }], true],
    ['a rule id of 501 characters', [{ ...message, ruleId: 'x'.repeat(501) }], false],
    ['a rule id that is a number', [{ ...message, ruleId: 1.1 }], false],
    ['a misspelt status', [{ ...message, status: 'Passed' }], false],
    ['details that are an object', [{ ...message, cisRuleDetails: { title: 'x' } }], true],
    ['details that are a number', [{ ...message, cisRuleDetails: 7 }], false],
    ['details that are null', [{ ...message, cisRuleDetails: null }], false],
    ...STATUSES_WORST_FIRST.map((status): [string, unknown, boolean] => [
      status,
      [{ ...message, status }],
      true,
    ]),
  ])('%s', (_what, document, expected) => {
    expect([isValid(document), isAccepted(document)]).toEqual([expected, expected]);
  });

  test('any message of small texts', () => {
    const anyMember = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.integer(),
      fc.constant(null),
    );
    const anyMessage = fc.record(
      {
        ruleId: anyMember,
        status: fc.oneof(fc.constantFrom(...STATUSES_WORST_FIRST), anyMember),
        cisRuleDetails: anyMember,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyMessage, (one) => {
        expect(isValid({ messages: [one] })).toBe(isAccepted({ messages: [one] }));
      }),
    );
  });
});

test.each(['examples/results.json', 'examples/results.yml'])('%s is valid', (path) => {
  // `!!binary` exists only in YAML; the schema sees the base64 text.
  const document: unknown = parse(read(path).replaceAll('!!binary ', ''));
  expect([isValid(document), isValid.errors]).toEqual([true, null]);
});
