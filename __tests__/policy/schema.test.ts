import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isRecord } from '../../src/json.ts';
import { ActionFailure } from '../../src/failure.ts';
import { readPolicyFiles } from '../../src/policy/policy-files.ts';

// The schema with which editors complete and validate an exceptions file agrees with the code that reads it.

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema: unknown = JSON.parse(read('schemas/exceptions.schema.json'));
if (!isRecord(schema)) throw new Error('The schema is not an object.');
const isValid = new Ajv2020({ validateFormats: false }).compile(schema);

async function isAccepted(text: string): Promise<boolean> {
  const file = { name: 'f', path: '/f', bytes: Buffer.from(text), modified: 0, device: 0 };
  try {
    await readPolicyFiles({ exceptionsFile: 'f' }, () => Promise.resolve(file));
    return true;
  } catch (error) {
    if (error instanceof ActionFailure && error.failure.code === 'InvalidInput') return false;
    throw error;
  }
}

const COMPLETE = { rule: '1.1', reason: 'a', owner: 'b', expires: '2027-06-30' };
const one = (members: object): string => JSON.stringify({ exceptions: [{ ...COMPLETE, ...members }] });

test.each<[string, string, boolean]>([
  ['no exception', '{"exceptions": []}', true],
  ['a complete one', one({}), true],
  ['a benchmark and a target', one({ benchmark: 'CIS Ubuntu 2.0.0', target: 'web-1' }), true],
  ['a schema', JSON.stringify({ $schema: 'x', exceptions: [COMPLETE] }), true],
  [
    'a rule that YAML reads as a number',
    'exceptions:\n- {rule: 1.10, reason: a, owner: 7, expires: 2027-06-30}',
    true,
  ],
  ['no list', '{"exceptions": {}}', false],
  ['another member of the file', '{"exceptions": [], "rules": []}', false],
  ['a list alone', JSON.stringify([COMPLETE]), false],
  ['an exception that is not an object', '{"exceptions": ["1.1"]}', false],
  ['another member', one({ until: '2027-06-30' }), false],
  ['a blank reason', one({ reason: ' ' }), false],
  ['a reason that is a number', one({ reason: 7 }), false],
  ['a benchmark that is a list', one({ benchmark: [] }), false],
  ['no date', one({ expires: 'never' }), false],
  ['a time', one({ expires: '2027-06-30T00:00:00Z' }), false],
  ...Object.keys(COMPLETE).map((name): [string, string, boolean] => [
    `no ${name}`,
    one({ [name]: undefined }),
    false,
  ]),
])('the schema and the reader agree on %s', async (_what, text, expected) => {
  expect([isValid(parse(text)), await isAccepted(text)]).toEqual([expected, expected]);
});

test('the exceptions in the documentation are valid', async () => {
  const [, example = ''] =
    /^```yaml\n(# \.cis-exceptions\.yml\n[\s\S]*?)^```$/m.exec(read('docs/policy.md')) ?? [];
  expect([isValid(parse(example)), await isAccepted(example)]).toEqual([true, true]);
});
