import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { htmlPage, type Answer } from '../../local-inspector/answers.ts';
import { readCommand } from '../../local-runner/commands.ts';
import type { StepResult } from '../../local-runner/step.ts';
import { FAILURES } from '../../src/failure.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { fileOf, send, undeliveredOf, type Sending } from './sending.ts';

/** Texts that attempt injection. A successful one would show `pwned`. */
const EVIL = [
  '::error::pwned',
  '\n::error::pwned',
  '\r::add-mask::pwned',
  '\r\n  ::set-output name=outcome::pwned',
  '\u2028::warning::pwned\u0085::notice::pwned',
  'x ##[error]pwned',
  '##[add-mask]pwned',
  '#\u200d#[error]pwned',
  '#\u2060#\u00ad[ERROR]pwned',
  '\u200b:\u200d:error:\ufeff:pwned',
  ':\u0301:error::pwned',
  '\u001b[31mred\u001b]0;pwned\u0007',
  '</td><script>alert("pwned")</script>',
  '[click](javascript:pwned) ![i](http://x/pwned.png)',
  '<!-- `</code>` **bold** | cell | @pwned #1',
  '\u202epwned\u202c',
] as const;

const ALL = EVIL.join(' ');
const message = (ruleId: string, status = 'FAILED'): object => ({
  ruleId,
  status,
  cisRuleDetails: { title: `title ${ruleId}`.slice(0, 400) },
});

interface Case {
  readonly what: string;
  readonly sending: Sending;
  readonly answer?: Answer;
  readonly code: string;
}

/** A kube-bench file with hostile text in every member that is shown. */
const KUBE_BENCH = JSON.stringify({
  Controls: [
    {
      id: '1',
      version: ALL,
      detected_version: ALL,
      text: ALL,
      node_type: ALL,
      tests: EVIL.map((text, section) => ({
        section: `1.${section}`,
        desc: text,
        results: ['FAIL', 'WARN', 'PASS'].map((status, index) => ({
          test_number: `1.${section}.${index}`,
          test_desc: text,
          remediation: text,
          reason: text,
          status,
        })),
      })),
    },
  ],
});

const cases: readonly Case[] = [
  {
    what: 'sections, remediations and reasons of a scanner, with a gate',
    sending: {
      files: { 'results.json': KUBE_BENCH },
      inputs: { 'fail-on-status': 'FAILED, NOT_EVALUATED' },
    },
    code: 'GateFailed',
  },
  {
    what: 'rule ids and titles',
    sending: { files: { 'results.json': fileOf(EVIL.map((text) => message(text))) } },
    code: '',
  },
  {
    what: 'statuses, members and rule ids of messages that are not valid',
    sending: {
      files: {
        'results.json': fileOf(EVIL.map((text) => ({ ...message(text, text), [text]: text }))),
      },
    },
    code: 'InvalidMessages',
  },
  {
    what: 'repeats',
    sending: { files: { 'results.json': fileOf([...EVIL, ...EVIL].map((text) => message(text))) } },
    code: '',
  },
  {
    what: 'contradictions',
    sending: {
      files: {
        'results.json': fileOf(EVIL.flatMap((text) => [message(text), message(text, 'PASSED')])),
      },
    },
    code: 'InvalidMessages',
  },
  {
    what: 'names of files',
    sending: {
      files: Object.fromEntries(
        EVIL.map((text, index) => [
          `${text.replaceAll('/', '')} ${index}.json`,
          fileOf([message(`${index}`)]),
        ]),
      ),
      inputs: { 'results-file': '*.json' },
    },
    code: '',
  },
  {
    what: 'the name and members of a file in an unknown format',
    sending: {
      files: { '\n::error::pwned ##[error]pwned.json': JSON.stringify({ [ALL]: ALL }) },
      inputs: { 'results-file': '*.json' },
    },
    code: 'ResultsFormatUnknown',
  },
  {
    what: 'inputs',
    sending: {
      files: { 'results.json': fileOf([message('1')]) },
      inputs: { 'results-format': ALL, 'tolerate-errors': ALL, 'chunk-size': ALL },
    },
    code: 'InvalidInput',
  },
  {
    what: 'exceptions that accept failures',
    sending: {
      files: {
        'results.json': fileOf(EVIL.map((text) => message(text))),
        'exceptions.json': JSON.stringify({
          exceptions: EVIL.map((text) => ({ rule: text, reason: text, owner: text, expires: '2999-12-31' })),
        }),
      },
      inputs: { 'results-file': 'results.json', 'exceptions-file': 'exceptions.json' },
    },
    code: '',
  },
  {
    what: 'exceptions that accept nothing',
    sending: {
      files: {
        'results.json': fileOf([message('1', 'PASSED')]),
        'exceptions.json': JSON.stringify({
          exceptions: [...EVIL, '1'].flatMap((text) => [
            { rule: text, reason: text, owner: text, expires: '2999-12-31' },
            { rule: text, reason: text, owner: text, expires: '1999-12-31', benchmark: text },
            { rule: text, reason: text, owner: text, expires: '2999-12-31', target: text },
          ]),
        }),
      },
      inputs: { 'results-file': 'results.json', 'exceptions-file': 'exceptions.json' },
    },
    code: '',
  },
  {
    what: 'an exceptions file that is not valid',
    sending: {
      files: {
        'results.json': fileOf([message('1')]),
        'exceptions.json': JSON.stringify({
          exceptions: EVIL.map((text) => ({ rule: text, expires: text, [text]: text })),
        }),
      },
      inputs: { 'results-file': 'results.json', 'exceptions-file': 'exceptions.json' },
    },
    code: 'InvalidInput',
  },
  {
    what: 'rules and times of a baseline',
    sending: {
      files: {
        'results.json': fileOf(EVIL.map((text) => message(text))),
        'baseline.json': JSON.stringify({
          format: 'inspector-cis-telemetry/report',
          version: 1,
          created: ALL,
          scan: {},
          rules: EVIL.flatMap((text) => [
            { id: text, status: 'PASSED' },
            { id: `gone ${text}`, status: 'PASSED' },
          ]),
        }),
      },
      inputs: { 'results-file': 'results.json', 'baseline-file': 'baseline.json' },
    },
    code: '',
  },
  {
    what: 'a baseline for another scan',
    sending: {
      files: {
        'results.json': fileOf([message('1')]),
        'baseline.json': JSON.stringify({
          format: 'inspector-cis-telemetry/report',
          version: 1,
          scan: { naming: ALL, target: ALL, benchmark: ALL, profile: ALL },
          rules: EVIL.map((text) => ({ id: text, status: 'PASSED' })),
        }),
      },
      inputs: { 'results-file': 'results.json', 'baseline-file': 'baseline.json' },
    },
    code: 'InvalidInput',
  },
  {
    what: 'a path that does not exist',
    sending: { files: {}, inputs: { 'results-file': '##[error]pwned ::error::pwned \u001b[31m.json' } },
    code: 'ResultsFileNotFound',
  },
  {
    what: 'texts from the service',
    sending: { files: { 'results.json': fileOf([message('1')]) } },
    answer: {
      kind: 'error',
      name: 'ValidationException',
      message: ALL,
      fields: [{ name: `messages[0].${ALL}`, message: ALL }],
    },
    code: 'ValidationException',
  },
  {
    what: 'a page',
    sending: { files: { 'results.json': fileOf([message('1')]) } },
    answer: {
      ...htmlPage(200, ALL),
      headers: { 'x-amzn-requestid': '::error::pwned ##[error]pwned <script>' },
    },
    code: 'ServiceError',
  },
];

test.concurrent.each(cases)(
  '$what: no command, escape sequence or markup takes effect',
  async ({ sending, answer, code }) => {
    await withInspector(async (inspector) => {
      if (answer !== undefined) inspector.answerWhen(() => true, answer);
      const result = await send(inspector, {
        ...sending,
        environment: { RUNNER_DEBUG: '1', ...sending.environment },
      });
      expect(result.outputs['error-code']).toBe(code);
      expectOnlyOwnCommands(result);
      // The log contains no control characters except line feeds, and no invisible characters.
      expect(result.printed).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(result.printed).not.toContain('##[');
      expectPlainSummary(result.summary);
      expectInertReport(result);
    });
  },
);

test.concurrent('undelivered messages keep their exact text', async () => {
  await withInspector(async (inspector) => {
    inspector.answerNext({ kind: 'error', name: 'AccessDeniedException' });
    const messages = EVIL.map((text) => ({ ruleId: text, status: 'PASSED', cisRuleDetails: text }));
    const result = await send(inspector, { files: { 'results.json': fileOf(messages) } });
    expect(undeliveredOf(result)).toEqual(messages);
    expectOnlyOwnCommands(result);
  });
});

/** All commands are the action's own: masks of the token, debug lines, annotations with its own titles. */
function expectOnlyOwnCommands({ commands }: StepResult): void {
  const titles: readonly (string | undefined)[] = [
    ...Object.values(FAILURES).map(({ title }) => title),
    'Duplicate messages',
    'About the exceptions',
    'About the baseline',
    'No baseline yet',
  ];
  for (const { name, properties, data } of commands) {
    expect(['add-mask', 'debug', 'error', 'warning', 'notice', 'group', 'endgroup']).toContain(name);
    expect(data).not.toMatch(/^pwned/);
    if (name === 'add-mask') expect(data).toMatch(/^[0-9a-f-]{36}$/i);
    else if (name === 'group')
      expect(data).toMatch(/^(\d+ rules? that the gate does not allow|What would be sent)$/);
    else if (!['debug', 'endgroup'].includes(name)) expect(titles).toContain(properties['title']);
  }
}

/** A later step may print the report, so it contains no commands and no invisible characters. */
function expectInertReport({ outputs, workspace }: StepResult): void {
  const text = readFileSync(resolve(workspace, outputs['report-file'] ?? ''), 'utf8');
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(text.split('\n').flatMap((line) => readCommand(line) ?? [])).toEqual([]);
  const texts: string[] = [];
  JSON.parse(text, (_name, value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  // `jq --raw-output` prints them unescaped.
  expect(texts.flatMap((one) => readCommand(one) ?? [])).toEqual([]);
}

/** All markup is the report's own: plain elements, almost without attributes, and no Markdown. */
function expectPlainSummary(summary: string): void {
  const tags = summary.match(/<[^>]*>?/g) ?? [];
  const own =
    /^<\/?(?:h2|h3|p|b|br|wbr|table|tr|td|th(?: align="left")?|code|ul|li|details(?: open)?|summary)>$/;
  expect(tags.filter((tag) => !own.test(tag))).toEqual([]);
  const text = summary.replaceAll(/<[^>]*>/g, '').replaceAll(/&#\d+;/g, '');
  expect(text).not.toMatch(/[[\]`*|@\\]/);
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
}
