import { expect, test } from '@jest/globals';
import { withInspector } from '../local-inspector/with-inspector.ts';
import {
  asReceived,
  errorsOf,
  fileOf,
  messagesOf,
  placeIn,
  SCAN_JOB_ID,
  send,
  undeliveredOf,
  type FileMessage,
} from './sending.ts';

const MESSAGES = messagesOf(6);

interface Refusal {
  readonly what: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly code: string;
  readonly says: RegExp;
  /** The properties of the one annotation. */
  readonly at?: Readonly<Record<string, unknown>>;
}

const refusals: readonly Refusal[] = [
  {
    what: 'several invalid inputs',
    files: { 'results.json': fileOf(MESSAGES) },
    inputs: { 'scan-job-id': 'seven', 'chunk-size': '15O', 'on-invalid': 'skipp', 'dry-run': 'yes' },
    code: 'InvalidInput',
    says: /`scan-job-id`[^]*`chunk-size`[^]*"15O"[^]*`on-invalid`[^]*Did you mean "skip"\?[^]*`dry-run`/,
  },
  {
    what: 'a missing required input',
    files: {},
    inputs: { 'results-file': '' },
    code: 'InvalidInput',
    says: /`results-file` is required/,
  },
  {
    what: 'a path that does not exist',
    files: { 'results.json': fileOf(MESSAGES) },
    inputs: { 'results-file': 'result.json' },
    code: 'ResultsFileNotFound',
    says: /working directory[^]*Did you mean "results\.json"\?/,
  },
  {
    what: 'a glob that matches nothing',
    files: { 'results.json': fileOf(MESSAGES) },
    inputs: { 'results-file': 'results.json\nreports/*.json' },
    code: 'ResultsFileNotFound',
    says: /reports\/\*\.json/,
  },
  {
    what: 'truncated JSON',
    files: { 'results.json': '{"messages": [\n  {"ruleId": "1",\n   "status"' },
    code: 'ResultsFileUnreadable',
    says: /not well-formed JSON: line 3, column/,
    at: { file: 'results.json', line: '3', col: '12' },
  },
  {
    what: 'malformed YAML',
    files: { 'results.yml': 'messages:\n  - ruleId: "1.1\n' },
    code: 'ResultsFileUnreadable',
    says: /not well-formed YAML/,
    at: {
      file: 'results.yml',
      line: expect.any(String),
      col: expect.any(String),
    },
  },
  {
    what: 'malformed XML',
    files: { 'results.xml': '<Benchmark>\n  <oops>\n</Benchmark>\n' },
    code: 'ResultsFileUnreadable',
    says: /not well-formed XML: line 3/,
    at: { file: 'results.xml', line: '3', col: expect.any(String) },
  },
  {
    what: 'bytes that are not text',
    files: { 'results.json': Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) },
    code: 'ResultsFileUnreadable',
    says: /not UTF-8 text/,
  },
  {
    what: 'a document in an unknown format',
    files: { 'results.json': '{"bananas": 3}' },
    code: 'ResultsFormatUnknown',
    says: /"bananas"[^]*Looked for `messages`/,
  },
  {
    what: 'an empty file',
    files: { 'results.json': '' },
    code: 'NoResults',
    says: /contains no results/,
  },
  {
    what: 'no messages',
    files: { 'results.json': '{"messages": []}' },
    code: 'NoResults',
    says: /an empty scan is not a passed scan/,
  },
  {
    what: 'no valid message with `on-invalid: skip`',
    files: { 'results.json': '[{"ruleId": "1"}]' },
    inputs: { 'on-invalid': 'skip' },
    code: 'NoResults',
    says: /nothing to send/,
  },
];

test.concurrent.each(refusals)(
  '$what: $code, and nothing is sent',
  async ({ files, inputs = {}, code, says, at }) => {
    await withInspector(async (inspector) => {
      const result = await send(inspector, { files, inputs });
      expect(result.exitCode).toBe(1);
      expect(result.outputs).toMatchObject({
        outcome: 'failed',
        'error-code': code,
        'error-retryable': 'false',
        'messages-sent': '0',
        'undelivered-file': '',
      });
      expect(result.log).toMatch(says);
      expect(result.summary).toContain(`<code>${code}</code>`);
      if (at !== undefined) expect(errorsOf(result)).toMatchObject([{ properties: at }]);
      expect(inspector.requests).toHaveLength(0);
    });
  },
);

test.concurrent('all faults of all files are reported at once, with the code of the first one', async () => {
  await withInspector(async (inspector) => {
    const invalid = fileOf([...MESSAGES.slice(1), { ruleId: '9.9', status: 'PASS', cisRuleDetails: '' }]);
    const files = {
      'good.json': fileOf(MESSAGES.slice(0, 1)),
      'malformed.json': '{"messages": [',
      'unknown.json': '{"verdicts": []}',
      'empty.json': '',
      'invalid.json': invalid,
    };
    const inputs = { 'results-file': ['good.json', 'no.json', ...Object.keys(files).slice(1)].join('\n') };
    const result = await send(inspector, { files, inputs });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      outcome: 'failed',
      'error-code': 'ResultsFileNotFound',
      'undelivered-file': '',
    });
    expect(errorsOf(result).map(({ data, properties }) => [properties['file'], data])).toEqual([
      [
        undefined,
        'Nothing is sent: 4 results files are missing or cannot be used, and the others have 1 fault.',
      ],
      [undefined, expect.stringContaining('"no.json" matches no file')],
      ['malformed.json', expect.any(String)],
      [undefined, expect.stringContaining('"unknown.json" is not in a supported format')],
      [undefined, expect.stringContaining('"empty.json" contains no results')],
      ['invalid.json', expect.stringContaining('"PASS" is not one of')],
    ]);
    expect(inspector.requests).toHaveLength(0);
  });
});

test.concurrent.each([
  ['fail', 'InvalidMessages'],
  ['skip', 'ResultsFileNotFound'],
])('with `on-invalid: %s`, a fault before a missing file leads to %s', async (onInvalid, code) => {
  await withInspector(async (inspector) => {
    const invalid = fileOf([...MESSAGES, { ruleId: '9.9', status: 'PASS', cisRuleDetails: '' }]);
    const inputs = { 'results-file': 'invalid.json\nno.json', 'on-invalid': onInvalid };
    const result = await send(inspector, { files: { 'invalid.json': invalid }, inputs });
    expect(result.outputs).toMatchObject({ outcome: 'failed', 'error-code': code, 'undelivered-file': '' });
    expect(inspector.requests).toHaveLength(0);
  });
});

test.concurrent('nothing is printed outside the log while files are searched', async () => {
  await withInspector(async (inspector) => {
    const files = { 'reports/##[set-output name=x]/a.json': fileOf(MESSAGES) };
    const result = await send(inspector, { files, inputs: { 'results-file': 'reports/*/*.json' } });
    expect(result.outputs['outcome']).toBe('sent');
    expect(result.printed).not.toMatch(/::debug::|##\[/);
  });
});

test.concurrent('paths and globs of several files yield one result set, in their order', async () => {
  await withInspector(async (inspector) => {
    const [one, two, three] = [MESSAGES.slice(0, 2), MESSAGES.slice(2, 4), MESSAGES.slice(4)];
    const result = await send(inspector, {
      files: {
        'z.json': fileOf(one),
        'reports/a/results.json': fileOf(two),
        'reports/b/results.yml': `messages: ${JSON.stringify(three)}\n`,
        'reports/notes.txt': 'not for you',
      },
      inputs: { 'results-file': 'z.json\n\n  reports/**/results.*  \n' },
    });
    expect(result.exitCode).toBe(0);
    expect(inspector.messages(SCAN_JOB_ID)).toEqual(asReceived(MESSAGES));
  });
});

test.concurrent('several verdicts on one rule are a fault that names both places', async () => {
  await withInspector(async (inspector) => {
    const first = fileOf([{ ruleId: '1.1', status: 'PASSED', cisRuleDetails: 'a' }]);
    const second = fileOf([...MESSAGES.slice(2), { ruleId: '1.1', status: 'FAILED', cisRuleDetails: 'a' }]);
    const result = await send(inspector, { files: { 'first.json': first, 'second.json': second } });
    expect(result.outputs['error-code']).toBe('InvalidMessages');
    expect(errorsOf(result)).toMatchObject([
      { properties: { title: 'The results are not valid' } },
      {
        properties: { file: 'second.json', ...placeIn(second, '{"ruleId":"1.1"') },
        data: expect.stringMatching(/FAILED here and PASSED at first\.json:2:1/),
      },
    ]);
    expect(inspector.requests).toHaveLength(0);
  });
});

test.concurrent(
  'an exact repeat is sent once, with a notice; the same verdict with other details is sent, too',
  async () => {
    await withInspector(async (inspector) => {
      const message: FileMessage = { ruleId: '1.1', status: 'FAILED', cisRuleDetails: 'host a' };
      const other = { ...message, cisRuleDetails: 'host b' };
      const result = await send(inspector, {
        files: { 'results.json': fileOf([message, other]), 'again.json': fileOf([message]) },
      });
      expect(result.exitCode).toBe(0);
      expect(inspector.messages(SCAN_JOB_ID)).toEqual(asReceived([message, other]));
      expect(result.commands).toContainEqual(
        expect.objectContaining({ name: 'notice', data: expect.stringMatching(/^1 exact duplicate .*1\.1/) }),
      );
    });
  },
);

test.concurrent(
  '`on-invalid: skip` sends the valid messages and warns about the others at their places',
  async () => {
    await withInspector(async (inspector) => {
      const wrong = [
        { ruleId: '2.1', status: 'PASS', cisRuleDetails: '' },
        { ruleId: '2.2', status: 'PASSED' },
      ];
      const file = fileOf([...MESSAGES.slice(0, 3), ...wrong, ...MESSAGES.slice(3)]);
      const result = await send(inspector, {
        files: { 'results.json': file },
        inputs: { 'on-invalid': 'skip' },
      });
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({
        outcome: 'sent',
        'messages-total': '8',
        'messages-sent': '6',
        'messages-invalid': '2',
        'error-code': '',
        'undelivered-file': '',
      });
      expect(inspector.messages(SCAN_JOB_ID)).toEqual(asReceived(MESSAGES));
      expect(result.commands.filter(({ name }) => name === 'warning')).toMatchObject([
        { data: expect.stringContaining('2 messages are not valid and left out') },
        { properties: { file: 'results.json', ...placeIn(file, '"PASS"') } },
        { properties: { file: 'results.json', ...placeIn(file, '{"ruleId":"2.2"') } },
      ]);
      expect(errorsOf(result)).toEqual([]);
    });
  },
);

test.concurrent('invalid messages are not in the undelivered file', async () => {
  await withInspector(async (inspector) => {
    inspector.answerNext({ kind: 'error', name: 'AccessDeniedException' });
    const result = await send(inspector, {
      files: { 'results.json': fileOf([...MESSAGES, { ruleId: '2.1' }]) },
      inputs: { 'on-invalid': 'skip' },
    });
    expect(result.outputs).toMatchObject({ 'messages-total': '7', 'messages-invalid': '1' });
    expect(undeliveredOf(result)).toEqual(MESSAGES);
  });
});

test.concurrent.each([
  { dryRun: 'true', outcome: 'dry-run', sent: '0', code: '', gate: '', exitCode: 0 },
  { dryRun: 'true', outcome: 'dry-run', sent: '0', code: 'GateFailed', gate: 'FAILED, ERROR', exitCode: 1 },
  { dryRun: 'false', outcome: 'sent', sent: '6', code: 'GateFailed', gate: 'FAILED\nERROR', exitCode: 1 },
  { dryRun: 'false', outcome: 'sent', sent: '6', code: '', gate: 'NOT_APPLICABLE', exitCode: 0 },
])(
  'with `dry-run: $dryRun` and `fail-on-status: $gate`, the outcome is $outcome and the error "$code"',
  async ({ dryRun, outcome, sent, code, gate, exitCode }) => {
    await withInspector(async (inspector) => {
      const result = await send(inspector, {
        files: { 'results.json': fileOf(MESSAGES) },
        inputs: { 'dry-run': dryRun, 'fail-on-status': gate },
        // A dry run needs neither credentials nor a Region.
        environment: dryRun === 'true' ? { AWS_REGION: '', AWS_ACCESS_KEY_ID: '' } : {},
      });
      expect(result.exitCode).toBe(exitCode);
      expect(result.outputs).toMatchObject({
        outcome,
        'messages-total': '6',
        'messages-sent': sent,
        'chunks-total': '1',
        'error-code': code,
        'undelivered-file': '',
      });
      expect(inspector.messages(SCAN_JOB_ID)).toHaveLength(Number(sent));
      if (code === 'GateFailed')
        expect(result.log).toMatch(
          /1 rule is FAILED and 1 rule is ERROR|1 rule is ERROR and 1 rule is FAILED/,
        );
    });
  },
);

test.concurrent('a tolerated gate failure is a warning', async () => {
  await withInspector(async (inspector) => {
    const result = await send(inspector, {
      files: { 'results.json': fileOf(MESSAGES) },
      inputs: { 'fail-on-status': 'FAILED', 'tolerate-errors': 'GateFailed' },
    });
    expect({ exitCode: result.exitCode, errors: errorsOf(result) }).toEqual({ exitCode: 0, errors: [] });
    expect(result.outputs).toMatchObject({ outcome: 'sent', 'error-code': 'GateFailed' });
  });
});

test.concurrent('a tolerated invalid input is a warning with exit code 0', async () => {
  await withInspector(async (inspector) => {
    const inputs = { 'chunk-size': '15O', 'tolerate-errors': 'InvalidInput' };
    const result = await send(inspector, { files: { 'results.json': fileOf(messagesOf(1)) }, inputs });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ outcome: 'failed', 'error-code': 'InvalidInput' });
    expect(inspector.requests).toEqual([]);
  });
});
