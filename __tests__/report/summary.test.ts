import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { failureFor } from '../../src/failure.ts';
import { newRun } from '../../src/run.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { SECRET, placeAt } from '../messages/drafts.ts';
import { denied, recordingLog, runOf } from './runs.ts';

const summary = (run: Parameters<typeof summaryOf>[0]): string => {
  const { log } = recordingLog();
  log.keepSecret(SECRET);
  return summaryOf(run, (text) => log.blot(text));
};

/** A run whose every foreign text is the same one. */
function foreignRun(text: string): Parameters<typeof summaryOf>[0] {
  const place = { source: { file: text, locate: () => undefined }, at: { path: [] } };
  const run = runOf({
    messages: 0,
    failure: failureFor('ValidationException', text, {
      cause: text,
      remedy: text,
      requestId: text,
      faults: [{ sentence: text, place }],
    }),
  });
  run.validated = {
    messages: [
      {
        ruleId: text,
        status: 'FAILED',
        cisRuleDetails: Buffer.from(JSON.stringify({ title: text })),
        place: placeAt(0),
      },
    ],
    leftOut: [],
    faults: [],
    repeats: [],
    outweighed: [],
    worsened: [],
    notices: [],
  };
  run.results = {
    formats: [],
    files: [
      {
        file: text,
        format: text,
        scanner: text,
        benchmark: text,
        profile: text,
        isUndeliveredFile: false,
        modified: 0,
        sha256: '',
        device: 0,
        results: 1,
      },
    ],
    facts: {},
    targets: [],
    drafts: [],
    ruleResults: [],
    faults: [],
    unread: [],
    recordFaults: [],
    unreadable: new Set(),
    renamed: 0,
    kept: 0,
    disagreements: [],
    warnings: [],
    notices: [],
  };
  run.undeliveredFile = text;
  return run;
}

test('no foreign text makes markup: the summary has the same tags whatever the results say', () => {
  // Backticks make code, which holds no markup itself.
  const tagsOf = (text: string): readonly string[] =>
    (summary(foreignRun(text)).match(/<[^>]*>/g) ?? []).filter((tag) => !/^<\/?code>$/.test(tag));
  const expected = tagsOf('text');
  const hostile = fc.constantFrom(
    '<script>',
    '</table>',
    '\n\n# x',
    '`',
    '[x](y)',
    '&lt;',
    '"',
    '@someone',
    '|',
    '<!--',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(hostile, fc.string({ unit: 'binary' }))), (parts) => {
      const text = `x${parts.join('')}`;
      expect(tagsOf(text)).toEqual(expected);
      expect(summary(foreignRun(text)).split('\n\n')).toHaveLength(
        summary(foreignRun('x')).split('\n\n').length,
      );
    }),
  );
});

test.each([
  ['as it is', SECRET],
  ['in capitals', SECRET.toUpperCase()],
  ['parted by what is not seen', `${SECRET.slice(0, 5)}\u200b${SECRET.slice(5)}`],
  ['where a long text is cut', `${'x'.repeat(280)}${SECRET}`],
])('the token is in no summary, %s', (_how, text) => {
  const markup = summary(foreignRun(text)).toLowerCase();
  expect(markup).not.toContain(SECRET.slice(0, 12));
});

test.each([
  ['sent', runOf({ messages: 2, delivered: [1] }), /✅.*2 of 2 messages sent/s],
  [
    'sent in part',
    runOf({ messages: 4, delivered: [1], failure: denied }),
    /❌.*only in part.*2 messages undelivered.*What went wrong/s,
  ],
  ['not sent', runOf({ messages: 4, failure: denied }), /❌.*not sent.*It was denied/s],
  [
    'a dry run',
    runOf({ messages: 4, inputs: { dryRun: true } }),
    /dry run.*4 messages in 2 chunks would go/s,
  ],
  [
    'tolerated',
    runOf({
      messages: 4,
      failure: denied,
      inputs: { tolerateErrors: new Set(['AccessDeniedException'] as const) },
    }),
    /⚠️/,
  ],
  ['nothing known', newRun(), /Nothing was read and nothing was sent/],
])('a run %s is headed so', (_what, run, expected) => {
  expect(summary(run)).toMatch(expected);
});

test('the summary stays below what the runner takes, however much there is to tell', () => {
  const run = foreignRun('漢'.repeat(1000));
  const [message] = run.validated?.messages ?? [];
  if (message === undefined || run.validated === undefined) throw new Error('no message');
  run.validated = {
    ...run.validated,
    messages: Array.from({ length: 5000 }, (_, index) => ({ ...message, ruleId: `${index}` })),
  };
  const markup = summary(run);
  expect(Buffer.byteLength(markup)).toBeLessThan(1024 * 1024);
  expect(markup).toContain('and 4,800 more');
});
