import { expect, test } from '@jest/globals';
import { validate } from '../../../src/messages/validate.ts';
import { interpretResults } from '../../../src/results/results.ts';
import { FORMATS_ON_DEMAND } from '../../../src/results/scanners/on-demand.ts';

/** Stands for a secret in a file, a command's output, an environment, `/etc/shadow` or a registry. */
const SECRET = 'S3cr3t-Pa55';

/** A file with the secret in one of the places where the scanner may quote what it found on the target. */
interface Evidence {
  readonly format: string;
  readonly place: string;
  readonly text: string;
}

const goss = (place: string, changes: Record<string, unknown>): Evidence => ({
  format: 'goss',
  place,
  text: JSON.stringify({
    results: [
      {
        title: '1.1 | Ensure',
        'resource-type': 'Command',
        'resource-id': 'check',
        property: 'stdout',
        meta: { CIS_ID: '1.1' },
        result: 1,
        err: null,
        'matcher-result': { actual: 'a', message: 'to have patterns', expected: ['b'] },
        ...changes,
      },
    ],
    summary: { 'test-count': 1, 'failed-count': 1 },
  }),
});

const found = (actual: unknown, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  'matcher-result': { actual, message: 'to have patterns', expected: ['b'], ...more },
});

const inspec = (
  place: string,
  result: Record<string, unknown>,
  control: Record<string, unknown> = {},
): Evidence => ({
  format: 'inspec',
  place,
  text: JSON.stringify({
    profiles: [
      {
        name: 'cis',
        attributes: [{ name: 'password', options: { value: SECRET } }],
        controls: [
          {
            id: '1.1',
            impact: 0.5,
            results: [
              { status: 'failed', code_desc: 'File /etc/x content is expected to match /a/', ...result },
            ],
            ...control,
          },
        ],
      },
    ],
    statistics: {},
    version: '6',
  }),
});

const xccdf = (place: string, content: string, result = 'fail', around = ''): Evidence => ({
  format: 'xccdf',
  place,
  text:
    '<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="b"><Rule id="1.1"><title>Ensure</title></Rule>' +
    `<TestResult id="t">${around}<rule-result idref="1.1"><result>${result}</result>${content}</rule-result></TestResult></Benchmark>`,
});

const EVIDENCE: readonly Evidence[] = [
  goss('what a command printed', found(SECRET)),
  goss('the lines of an output', found([`a`, SECRET])),
  goss('the content of a file', { property: 'contents', ...found(SECRET) }),
  goss('the body of an answer', { property: 'body', ...found(SECRET) }),
  goss('the headers of an answer', { property: 'headers', ...found([`Set-Cookie: ${SECRET}`]) }),
  goss('a text to match', { 'resource-type': 'Matching', property: 'matches', ...found(SECRET) }),
  goss('a value with several lines', { property: 'value', ...found(`a\n${SECRET}`) }),
  goss('a long value', { property: 'value', ...found(`${SECRET} ${'x'.repeat(200)}`) }),
  goss('elements that were found', found('a', { 'found-elements': [SECRET] })),
  goss('elements that were too many', found('a', { 'extra-elements': [SECRET] })),
  goss('the value before it was changed', found('a', { 'untransformed-value': SECRET })),
  goss('its summary', { 'summary-line': SECRET, 'summary-line-compact': SECRET }),
  goss('what goss 0.3 found', { human: SECRET, found: [SECRET] }),
  goss('an error of several lines', { err: `exit status 1\n${SECRET}` }),

  inspec('what was found', {
    message: `\nexpected: ""\n     got: "bindpw ${SECRET}\\n"\n\n(compared using ==)\n`,
  }),
  inspec('what should match', { message: `expected "root:$6$${SECRET}:" to match /^root:[!*]/` }),
  inspec('a difference', { message: `expected a\nDiff:\n@@ -1 +1 @@\n-a\n+${SECRET}\n` }),
  inspec('a list that was found', { message: `expected ["a", "${SECRET}"] to include "b"` }),
  inspec('a message that quotes nothing', { message: `the password is ${SECRET}` }),
  inspec('a number and more', { message: `\nexpected: 1\n     got: 2 ${SECRET}\n` }),
  inspec('a description that is a list', { code_desc: `["${SECRET}"] is expected to be empty` }),
  inspec('a description that is a quoted text', { code_desc: `"${SECRET}" is expected to eq ""` }),
  inspec('a description of several lines', { code_desc: `a\n${SECRET} is expected to eq ""` }),
  inspec('a description that is an object', {
    code_desc: `#<Hashie::Mash Env=["T=${SECRET}"]> ["User"] should eq "a"`,
  }),
  inspec('a description with a password’s hash', {
    code_desc: `root:$6$salt$${SECRET}: is expected to match /a/`,
  }),
  inspec('an exception', {
    exception: 'NoMethodError',
    message: `undefined method \`x' for "${SECRET}":String`,
  }),
  inspec('an exception that parses', {
    exception: 'JSON::ParserError',
    message: `unexpected token at '${SECRET}'`,
  }),
  inspec('a backtrace', { exception: 'RuntimeError', backtrace: [SECRET], message: SECRET }),
  inspec('why a test was skipped', { status: 'skipped', skip_message: `cannot parse "${SECRET}"` }),
  inspec('why a test was skipped, further down', {
    status: 'skipped',
    skip_message: `it failed:\n${SECRET}`,
  }),
  inspec('the parameters of a resource', {
    resource_params: `["${SECRET}"]`,
    resource_id: SECRET,
    resource_class: 'x',
  }),
  inspec('the code of a control', {}, { code: `describe("${SECRET}")` }),
  inspec('who attested', {
    code_desc: 'Manually verified status provided through attestation',
    message: SECRET,
  }),

  xccdf('what a check printed', `<check><check-import import-name="stdout">${SECRET}</check-import></check>`),
  xccdf(
    'the output of one of several checks',
    `<complex-check><check><check-import>${SECRET}</check-import></check></complex-check>`,
  ),
  xccdf('the content of a check', `<check><check-content><x>${SECRET}</x></check-content></check>`),
  xccdf('a script', `<fix>echo ${SECRET}</fix>`),
  xccdf('metadata', `<metadata><x>${SECRET}</x></metadata>`),
  xccdf('a message of several lines', `<message>found:\n${SECRET}</message>`),
  xccdf('a long message', `<message>${SECRET} ${'x '.repeat(200)}</message>`),
  xccdf('a message that quotes', `<message>the line "${SECRET}" is wrong</message>`),
  xccdf('a message of what was found', `<message>expected 1, got: ${SECRET}</message>`),
  xccdf('a message of a rule that passes', `<message>${SECRET}</message>`, 'pass'),
  xccdf(
    'what was found, in a message from SAF',
    `<message>FAILED -- Test: a is expected to eq ""\nMessage: expected: ""\n     got: "bindpw ${SECRET}\\n"\n</message>`,
  ),
  xccdf(
    'what should match, in a message from SAF',
    `<message>FAILED -- Test: a\nMessage: expected "${SECRET}" to match /a/</message>`,
  ),
  xccdf(
    'a description in a message from SAF',
    `<message>FAILED -- Test: ["${SECRET}"] should be empty\nMessage: a</message>`,
  ),
  xccdf(
    'an error in a message from SAF',
    `<message>ERROR -- Test: a\nMessage: cannot read ${SECRET}</message>`,
  ),
  xccdf('a value that no text refers to', '', 'fail', `<set-value idref="v">${SECRET}</set-value>`),
  xccdf('a fact', '', 'fail', `<target-facts><fact name="urn:x">${SECRET}</fact></target-facts>`),
];

test.each(EVIDENCE)('$format: $place is not sent', async ({ text }) => {
  expect(text).toContain(SECRET);
  const file = { name: 'results', path: '/results', bytes: Buffer.from(text), modified: 0, device: 0 };
  const results = await interpretResults([file], {
    session: { scanJobId: '', sessionToken: '' },
    format: 'auto',
    formats: FORMATS_ON_DEMAND,
  });
  const { messages, ...validated } = validate(results, { detailsEncoding: 'text', secret: '' });
  expect(messages).toHaveLength(1);
  const details = messages.map(({ cisRuleDetails }) => Buffer.from(cisRuleDetails).toString());
  // A place holds the whole document, to locate values in it.
  const shown = JSON.stringify([results, messages, validated, details], (name, value: unknown) =>
    name === 'place' ? undefined : value,
  );
  expect(shown).not.toContain(SECRET);
});
