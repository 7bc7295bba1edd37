import { expect, test } from '@jest/globals';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { errorsOf, fileOf, messagesOf, placeIn, send } from './sending.ts';

/** A file with eight different faults, with the place and text of each annotation. */
interface Faulty {
  readonly name: string;
  readonly text: string;
  readonly faults: readonly (readonly [piece: string, says: RegExp])[];
}

const LONG = 'x'.repeat(501);
const FULL = 'é'.repeat(501);

const json: Faulty = {
  name: 'reports/results.json',
  text: `{
  "messages": [
    {"ruleId": "1.1", "status": "PASSED", "cisRuleDetails": "good"},
    {"ruleId": "1.2", "cisRuleDetails": "a"},
    {"ruleId": "1.3",
     "status": "PASS",
     "cisRuleDetails": ""},
    { "ruleId": 1.4, "status": "PASSED", "cisRuleDetails": "" },
    {"status": "FAILED", "ruleId": "", "cisRuleDetails": ""},
    {"status": "FAILED", "ruleId": "${LONG}", "cisRuleDetails": ""},
    {"status": "FAILED", "ruleId": "1.7", "cisRuleDetails": "${FULL}"},
    {"status": "FAILED", "ruleId": "1.8", "cisRuleDetails": 8},
    {"status": "FAILED", "ruleId": "1.9", "cisRuleDetails": "", "severity": "high"}
  ]
}
`,
  faults: [
    ['{"ruleId": "1.2"', /rule "1\.2" has no "status"/],
    ['"PASS",', /"PASS" is not one of[^]*Did you mean "PASSED"\?/],
    ['1.4,', /"ruleId" must be a string in quotation marks; this is a number/],
    ['"", "cisRuleDetails": ""},\n    {"status": "FAILED", "ruleId": "xx', /"ruleId" is empty/],
    [`"${LONG}`, /501 characters; Inspector accepts at most 500/],
    [`"${FULL}`, /1,002 bytes; Inspector accepts at most 1000/],
    ['8}', /must be a string, an object or a list; this is a number/],
    ['"high"', /"severity" is not a member of a message/],
  ],
};

const yaml: Faulty = {
  name: 'results.yaml',
  text: `# Written by hand
scanJobId: 11111111-2222-3333-4444-555555555555
messages:
  - {ruleId: 1.10, status: PASSED, cisRuleDetails: good}
  - ruleId: 1.2
    cisRuleDetails: a
  - ruleId: 1.3
    status: passed
    cisRuleDetails: ""
  - ruleId: [1, 4]
    status: PASSED
    cisRuleDetails: ""
  - status: FAILED
    ruleId: ""
    cisRuleDetails: ""
  - just a text
  - status: FAILED
    ruleId: 1.7
    cisRuleDetails: ${FULL}
  - status: FAILED
    ruleId: 1.8
    cisRuleDetails: null
`,
  faults: [
    ['11111111', /"scanJobId" differs from the input `scan-job-id`/],
    ['ruleId: 1.2', /rule "1\.2" has no "status"/],
    ['passed', /"passed" is not one of[^]*Did you mean "PASSED"\?/],
    ['ruleId: [1, 4]', /this is a list/],
    ['""\n    cisRuleDetails: ""\n  - just', /"ruleId" is empty/],
    ['just a text', /A message must be an object/],
    [FULL, /1,002 bytes/],
    ['null', /this is null/],
  ],
};

test.concurrent.each([json, yaml])(
  'eight different faults in $name: the failure, then an annotation at each place, and nothing is sent',
  async ({ name, text, faults }) => {
    await withInspector(async (inspector) => {
      const result = await send(inspector, { files: { [name]: text } });
      expect(result.exitCode).toBe(1);
      expect(inspector.requests).toHaveLength(0);
      expect(result.outputs).toMatchObject({
        outcome: 'failed',
        'error-code': 'InvalidMessages',
        'messages-sent': '0',
      });
      const [failure, ...annotations] = errorsOf(result);
      expect(failure).toMatchObject({
        properties: { title: 'The results are not valid' },
        data: expect.stringContaining('8 faults'),
      });
      expect(failure?.properties).not.toHaveProperty('file');
      expect(annotations).toMatchObject(
        faults.map(([piece, says]) => ({
          properties: { file: name, ...placeIn(text, piece) },
          data: expect.stringMatching(says),
        })),
      );
    });
  },
);

test.concurrent(
  'of more than nine faults, the runner keeps nine as annotations, and the log has the others',
  async () => {
    await withInspector(async (inspector) => {
      const wrong = messagesOf(14).map((message) => ({ ...message, status: 'BROKEN' }));
      const result = await send(inspector, { files: { 'results.json': fileOf(wrong) } });
      expect(errorsOf(result)).toHaveLength(10);
      expect(errorsOf(result)[0]?.data).toContain('14 faults');
      expect(result.log).toContain('5 more:');
      for (const line of [11, 12, 13, 14, 15]) expect(result.log).toContain(`results.json:${line}:`);
      expect(result.outputs).toMatchObject({ 'messages-total': '14', 'messages-invalid': '14' });
      expect(inspector.requests).toHaveLength(0);
    });
  },
);

test.concurrent('every file is validated before anything is sent', async () => {
  await withInspector(async (inspector) => {
    const result = await send(inspector, {
      files: {
        'good.json': fileOf(messagesOf(300)),
        'one.json': '[{"ruleId": "a"}]',
        'two.yml': '- {ruleId: b, status: PASSED}\n',
      },
    });
    expect(errorsOf(result).map(({ properties }) => properties['file'])).toEqual([
      undefined,
      'one.json',
      'two.yml',
    ]);
    expect(inspector.requests).toHaveLength(0);
  });
});

const foreign = (more: object): string =>
  JSON.stringify({ ...more, messages: [{ ruleId: '1', status: 'PASSED', cisRuleDetails: '' }] });

test.concurrent.each([
  ['another scan job', foreign({ scanJobId: '99999999-9999-4999-8999-999999999999' })],
  ['another token', foreign({ sessionToken: '99999999-9999-4999-8999-999999999999' })],
])('results of %s do not end up in the undelivered file of this one', async (_what, file) => {
  await withInspector(async (inspector) => {
    const result = await send(inspector, {
      files: { 'results.json': file },
      inputs: { 'on-invalid': 'skip' },
    });
    expect(result.outputs).toMatchObject({
      outcome: 'failed',
      'error-code': 'InvalidMessages',
      'messages-invalid': '1',
      'undelivered-file': '',
    });
    expect(inspector.requests).toEqual([]);
  });
});

test.concurrent('a rule that is left out as invalid does not pass the gate', async () => {
  await withInspector(async (inspector) => {
    const messages = [
      { ruleId: 'a', status: 'PASSED', cisRuleDetails: '' },
      { ruleId: 'b', status: 'FAILED', cisRuleDetails: 'x'.repeat(1001) },
    ];
    const result = await send(inspector, {
      files: { 'results.json': fileOf(messages) },
      inputs: { 'on-invalid': 'skip', 'fail-on-status': 'FAILED' },
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      outcome: 'sent',
      'messages-sent': '1',
      'error-code': 'GateFailed',
    });
  });
});
