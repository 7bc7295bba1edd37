import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ActionFailure, failing, type Failure } from '../../src/failure.ts';
import { describePlace } from '../../src/place.ts';
import { readPolicyFiles, type PolicyFiles } from '../../src/policy/policy-files.ts';

/** Reads a text as the exceptions file `accepted.yml`. */
function exceptionsIn(text: string): Promise<PolicyFiles> {
  const read = (path: string): ReturnType<Parameters<typeof readPolicyFiles>[1]> =>
    Promise.resolve({ name: path, path: `/${path}`, bytes: Buffer.from(text), modified: 0, device: 0 });
  return readPolicyFiles({ exceptionsFile: 'accepted.yml' }, read);
}

async function failureOf(text: string): Promise<Failure> {
  try {
    await exceptionsIn(text);
  } catch (error) {
    if (error instanceof ActionFailure) return error.failure;
    throw error;
  }
  throw new Error('The file has no fault.');
}

test.each(['exceptions', 'baseline'] as const)(
  'a failure to read the %s file is one of its input',
  async (which) => {
    const unreadable = failing('ResultsFileUnreadable', 'It is a list.', { cause: 'Why.' });
    const reading = readPolicyFiles({ [`${which}File`]: 'policy' }, () => Promise.reject(unreadable));
    await expect(reading).rejects.toMatchObject({
      failure: {
        code: 'InvalidInput',
        sentence: `\`${which}-file\`: It is a list.`,
        cause: 'Why.',
        remedy: `Correct the file, or the path in \`${which}-file\`.`,
      },
    });
  },
);

const COMPLETE = `exceptions:
  - rule: 1.10
    benchmark: CIS Ubuntu Linux 22.04 LTS Benchmark 2.0.0
    reason: The mount is read-only.
    owner: platform
    expires: 2027-06-30
    target: web-1
  - rule: xccdf_org.ssgproject.content_rule_a
    reason: Replaced by a network policy.
    owner: network
    expires: 2028-02-29
`;

test('an exceptions file is read with the places of its rules, and rule 1.10 stays 1.10', async () => {
  const { exceptions } = await exceptionsIn(COMPLETE);
  expect(exceptions).toEqual([
    {
      rule: '1.10',
      benchmark: 'CIS Ubuntu Linux 22.04 LTS Benchmark 2.0.0',
      reason: 'The mount is read-only.',
      owner: 'platform',
      expires: '2027-06-30',
      target: 'web-1',
      place: expect.anything(),
    },
    {
      rule: 'xccdf_org.ssgproject.content_rule_a',
      reason: 'Replaced by a network policy.',
      owner: 'network',
      expires: '2028-02-29',
      place: expect.anything(),
    },
  ]);
  expect(exceptions.map(({ place }) => describePlace(place))).toEqual([
    'accepted.yml:2:11',
    'accepted.yml:8:11',
  ]);
});

describe('a fault in an exceptions file is InvalidInput at its line', () => {
  const one = (members: string): string => `exceptions:\n  - rule: '1.1'\n${members}`;
  test.each<[string, string, string, string]>([
    ['no reason', one('    owner: a\n    expires: 2027-01-01\n'), 'has no "reason"', ':2:5'],
    [
      'a blank owner',
      one('    reason: a\n    owner: " "\n    expires: 2027-01-01\n'),
      'has no "owner"',
      ':2:5',
    ],
    ['no expiry', one('    reason: a\n    owner: b\n'), 'has no "expires"', ':2:5'],
    ['no member at all', 'exceptions:\n  - {}\n', 'has no "rule", "reason", "owner" or "expires"', ':2:5'],
    [
      'another day format',
      one('    reason: a\n    owner: b\n    expires: 30.06.2027\n'),
      'must be a day',
      ':5:14',
    ],
    [
      'a day that does not exist',
      one('    reason: a\n    owner: b\n    expires: 2027-02-29\n'),
      'must be a day',
      ':5:14',
    ],
    [
      'an unknown member',
      one('    reason: a\n    owner: b\n    expires: 2027-01-01\n    expiry: x\n'),
      'Did you mean "expires"',
      ':6:13',
    ],
    ['a list of words', 'exceptions: [a]\n', 'must be an object with', ':1:14'],
    [
      'a mapping as reason',
      one('    reason: {}\n    owner: b\n    expires: 2027-01-01\n'),
      '"reason" must be a string',
      ':3:5',
    ],
    ['no list', 'exceptions: a\n', 'must be an object with a list "exceptions"', ':1:1'],
    [
      'an unknown member of the file',
      'exceptions: []\nrules: []\n',
      '"rules" is not a member of an exceptions file',
      ':2:1',
    ],
    ['a second document', 'exceptions: []\n---\nexceptions: []\n', 'second document', ':3:1'],
    [
      'a repeated member in JSON',
      '{"exceptions": [], "exceptions": []}',
      '"exceptions" is repeated in one object',
      ':1:20',
    ],
  ])('%s', async (_case, text, sentence, place) => {
    const { code, faults = [] } = await failureOf(text);
    expect(code).toBe('InvalidInput');
    expect(faults.map((fault) => fault.sentence)).toEqual([expect.stringContaining(sentence)]);
    const [fault] = faults;
    expect(fault?.place === undefined ? 'nowhere' : describePlace(fault.place)).toBe(`accepted.yml${place}`);
  });

  test('all faults are reported at once', async () => {
    const { sentence, faults } = await failureOf('exceptions: [{}, {}, a]\n');
    expect([sentence, faults?.length]).toEqual(['`exceptions-file` "accepted.yml" has 3 faults.', 3]);
  });

  test.each<[string, string]>([
    [
      'an alias bomb',
      `a: &a [x]\n${Array.from({ length: 20 }, (_, n) => `b${n}: &b${n} [*${n === 0 ? 'a' : `b${n - 1}`}, *${n === 0 ? 'a' : `b${n - 1}`}]`).join('\n')}\nexceptions: *b19\n`,
    ],
    ['endless nesting', '['.repeat(100_000)],
    ['a prototype', '{"__proto__": {"exceptions": []}}'],
    ['malformed YAML', 'exceptions: [\n'],
    ['an empty file', ''],
  ])('%s ends in one clear failure', async (_case, text) => {
    expect((await failureOf(text)).code).toBe('InvalidInput');
  });
});

test('any text yields either exceptions or InvalidInput', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      try {
        expect((await exceptionsIn(`exceptions: ${text}`)).exceptions).toEqual([]);
      } catch (error) {
        expect(error instanceof ActionFailure && error.failure.code).toBe('InvalidInput');
      }
    }),
  );
});
