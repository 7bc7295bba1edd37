import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { failureFor } from '../../src/failure.ts';
import { validate } from '../../src/messages/validate.ts';
import { rulesPart } from '../../src/report/summary-rules.ts';
import { summaryOf } from '../../src/report/summary.ts';
import type { PlacedRuleResult } from '../../src/results/results.ts';
import { newRun, type Run } from '../../src/run.ts';
import type { Status } from '../../src/status.ts';
import { SECRET, placeAt, sourceOf } from '../messages/drafts.ts';
import { denied, foreignRun, recordingLog, runOf, withStatuses } from './runs.ts';

const MEBIBYTE = 1024 * 1024;

function summary(run: Run, longest?: number): string {
  const { log } = recordingLog();
  log.keepSecret(SECRET);
  return summaryOf(run, (text) => log.redact(text), rulesPart, longest);
}

/** The text of a summary as a reader sees it, one line per element. */
function read(run: Run): string {
  return summary(run)
    .replaceAll(/<wbr>|<\/?(?:b|code)>/g, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\n\s*/g, '\n');
}

const rule = (ruleId: string, status: Status, more: Partial<PlacedRuleResult> = {}): PlacedRuleResult => ({
  ruleId,
  status,
  result: status,
  title: `Title of ${ruleId}`,
  at: { path: [] },
  place: placeAt(0),
  ...more,
});

/** A run that sent these results of a scanner. */
function scanned(ruleResults: readonly PlacedRuleResult[]): Run {
  const run = runOf({ messages: 0 });
  run.validated = validate(sourceOf({ ruleResults }), { detailsEncoding: 'text', secret: SECRET });
  return run;
}

test('foreign text adds no markup: the summary has the same tags with any texts', () => {
  // Backticks yield `code` elements, and long words `wbr` elements.
  const tagsOf = (text: string): readonly string[] =>
    (summary(foreignRun(text, 7)).match(/<[^>]*>/g) ?? []).filter((tag) => !/^<(?:\/?code|wbr)>$/.test(tag));
  const expected = tagsOf('text');
  const hostile = fc.constantFrom(
    '<script>',
    '</table>',
    '</details>',
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
      expect(summary(foreignRun(text, 7)).split('\n\n')).toHaveLength(
        summary(foreignRun('x', 7)).split('\n\n').length,
      );
    }),
  );
});

test.each([
  ['unchanged', SECRET],
  ['in capitals', SECRET.toUpperCase()],
  ['with an invisible character in it', `${SECRET.slice(0, 5)}\u200b${SECRET.slice(5)}`],
  ['where a long text is shortened', `${'x'.repeat(280)}${SECRET}`],
  ['where a long word may break', `${'x'.repeat(20)}${SECRET}`],
])('the token is not in the summary: %s', (_how, text) => {
  const markup = summary(foreignRun(text)).toLowerCase().replaceAll('<wbr>', '');
  expect(markup).not.toContain(SECRET.slice(0, 12));
});

describe('the first lines', () => {
  test.each<[string, Run, RegExp]>([
    ['sent', runOf({ messages: 2, delivered: [1] }), /✅ All 2 rules pass.*2 messages sent to scan job/s],
    [
      'partly sent',
      runOf({ messages: 4, delivered: [1], failure: denied }),
      /❌ Only 2 of 4 messages sent: access is denied.*It was denied\. Because\..*What to do first:/s,
    ],
    [
      'not sent',
      runOf({ messages: 4, failure: denied }),
      /❌ Not sent: access is denied.*It was denied.*nothing was sent to scan job/s,
    ],
    [
      'a dry run',
      runOf({ messages: 4, inputs: { dryRun: true } }),
      /✅ All 4 rules pass \(dry run\).*4 messages would be sent to scan job/s,
    ],
    [
      'tolerated',
      runOf({
        messages: 4,
        failure: denied,
        inputs: { tolerateErrors: new Set(['AccessDeniedException'] as const) },
      }),
      /⚠️ Not sent/,
    ],
    ['nothing done', newRun(), /Nothing was read and nothing was sent/],
  ])('say how the run ended: %s', (_what, run, expected) => {
    expect(read(run)).toMatch(expected);
  });

  test('show the posture as a rate, as a bar and as counts without zeros', () => {
    const statuses: Status[] = [
      ...Array.from({ length: 43 }, (): Status => 'FAILED'),
      ...Array.from({ length: 170 }, (): Status => 'PASSED'),
      'ERROR',
    ];
    const shown = read(withStatuses(runOf({ messages: 0, chunkSize: 150 }), statuses, [1, 2]));
    expect(shown).toContain('███████████████░░░░░ 79% of 213 evaluated rules pass');
    expect(shown).toContain('43 failed · 170 passed · 1 in error\n');
  });

  test.each([
    [1, 1999, '███████████████████░ 99%'],
    [1999, 1, '█░░░░░░░░░░░░░░░░░░░ less than 1%'],
    [0, 2, '████████████████████ 100%'],
    [2, 0, '░░░░░░░░░░░░░░░░░░░░ 0%'],
  ])('for %i failed and %i passed rules, never round to 0% or 100%', (failed, passed, expected) => {
    const statuses = Array.from({ length: failed + passed }, (_, index) =>
      index < failed ? 'FAILED' : 'PASSED',
    );
    expect(read(withStatuses(runOf({ messages: 0 }), statuses, []))).toContain(expected);
  });

  test('say what was scanned, when and how, where it was sent, in how many calls and how long it took', () => {
    const run = foreignRun('host-1', 4);
    delete run.failure;
    for (const chunk of run.chunks) run.delivered.set(chunk, { attempts: 1 });
    run.delivery = { began: 1_000_000, ended: 1_061_000 };
    expect(read(run)).toContain(
      'target host-1 · host-1, host-1 · scanned 1970-01-01 00:00 UTC by host-1 · ' +
        '4 messages sent to scan job 01234567-89ab-cdef-0123-456789abcdef in host-1 in 2 calls, in 1 minute 1 second',
    );
  });

  test('say so if the results do not state what was scanned', () => {
    const run = foreignRun('x', 1);
    const [file] = run.results?.files ?? [];
    if (run.results === undefined || file === undefined) throw new Error('no file');
    const { file: name, format, modified, device, sha256, isUndeliveredFile, results } = file;
    const silent = { file: name, format, modified, device, sha256, isUndeliveredFile, results };
    run.results = { ...run.results, files: [silent] };
    expect(read(run)).toContain('the results do not state what was scanned');
    expect(read(run)).toContain('results written 2026-11-25 09:30 UTC');
  });

  test('say nothing about the scan if no file could be read', () => {
    const run = foreignRun('x', 1);
    if (run.results === undefined) throw new Error('no results');
    run.results = { ...run.results, files: [] };
    expect(read(run)).not.toMatch(/do not state|unknown time/);
  });

  test('count no rules if none is valid, because the failure counts the messages', () => {
    const failure = failureFor('InvalidMessages', 'Nothing is sent: 2 faults.');
    expect(read(runOf({ messages: 0, invalid: 2, failure }))).not.toContain('left out');
  });
});

describe('failed rules', () => {
  const results = [
    rule('1.1', 'FAILED', { section: '1 Initial Setup', severity: 'low' }),
    rule('1.2', 'PASSED', { section: '1 Initial Setup' }),
    rule('5.2.10', 'FAILED', { section: '5.2 SSH', severity: 'medium', remediation: 'Do ten.' }),
    rule('5.2.9', 'FAILED', { section: '5.2 SSH', severity: 'medium', reason: 'because' }),
    rule('5.2.11', 'FAILED', { section: '5.2 SSH', severity: 'HIGH' }),
    rule('own-id', 'FAILED', { level: 'Level 1' }),
  ];

  test('are grouped by section of the benchmark, the worst section first and open, the others folded', () => {
    const markup = summary(scanned(results));
    const sections = [...markup.matchAll(/<details( open)?><summary>(.*?)<\/summary>/g)]
      .map(([, open = '', line = '']) => `${line.replaceAll(/<[^>]*>/g, '')}${open}`)
      .filter((line) => line.includes('fail'));
    expect(sections).toEqual([
      '5.2 SSH: 3 of 3 rules fail open',
      '1 Initial Setup: 1 of 2 rules fails',
      'Rules without a section: 1 of 1 rule fails',
    ]);
    expect(read(scanned(results))).toContain(
      'Start with section 5.2 (SSH): 3 rules fail, 1 of them of high severity.',
    );
  });

  test('without a section are not what to start with', () => {
    expect(read(scanned([rule('own-id', 'FAILED')]))).not.toContain('Start with');
  });

  test('are sorted by severity and number, each with title, severity and folded remediation', () => {
    const shown = read(scanned(results));
    expect(shown.indexOf('5.2.11\n')).toBeLessThan(shown.indexOf('5.2.9\n'));
    expect(shown.indexOf('5.2.9\n')).toBeLessThan(shown.indexOf('5.2.10\n'));
    expect(shown).toContain('5.2.10\nTitle of 5.2.10\nRemediation\nDo ten.\nmedium\n');
    expect(shown).toContain('5.2.9\nTitle of 5.2.9\nReason\nbecause\nmedium\n');
    expect(shown).toContain('own-id\nTitle of own-id\nLevel 1\n');
  });

  test('that the gate does not allow are named first, and their section is the one to start with', () => {
    const run = scanned(results);
    run.failure = failureFor('GateFailed', 'Rule 1.1 is newly FAILED.', { rules: ['1.1'] });
    const [, headline, reason] = read(run).split('\n');
    expect(headline).toBe('❌ 5 of 6 rules fail');
    expect(reason).toBe('Rule 1.1 is newly FAILED.');
    expect(read(run)).toContain('Start with section 1 (Initial Setup): 1 rule fails.');
  });

  test('of equally bad sections, the one with the most severe failure comes first', () => {
    const run = scanned([
      rule('1.1', 'FAILED', { severity: 'low' }),
      rule('2.1', 'FAILED', { severity: 'medium' }),
      rule('3.1', 'FAILED', { severity: 'medium' }),
    ]);
    expect(read(run)).toContain('Start with section 2: 1 rule fails.');
  });

  test('in more sections than are shown are counted, and the report file is named if it was written', () => {
    const run = scanned(Array.from({ length: 62 }, (_, index) => rule(`${index + 1}.1`, 'FAILED')));
    expect(read(run)).toContain('\nand 2 more rules fail in 2 other sections\n');
    run.reportFile = '/tmp/report.json';
    expect(read(run)).toContain('\nand 2 more rules fail in 2 other sections, all in the report file\n');
  });

  test('have only the columns that say something', () => {
    const bare = scanned([rule('own-id', 'FAILED', { title: '' })]);
    expect(summary(bare)).not.toMatch(/<th[^>]*><\/th>|>Title</);
    expect(summary(bare)).not.toContain('Start with');
    expect(summary(scanned(results))).toContain('>Title<');
  });

  test('that are accepted are listed separately, with owner, expiry and reason', () => {
    const run = scanned(results);
    const exception = {
      rule: '1.1',
      owner: 'Ann',
      expires: '2027-01-31',
      reason: 'legacy',
      place: placeAt(0),
    };
    run.findings = {
      acceptance: { accepted: new Map([['1.1', [exception]]]), warnings: [], forOtherScans: 0 },
    };
    const shown = read(run);
    expect(shown).toContain('❌ 5 of 6 rules fail, 1 accepted');
    expect(shown).not.toContain('1 Initial Setup:');
    expect(shown).toContain('Accepted: 1 failure, still sent as FAILED');
    expect(shown).toContain('1.1\nTitle of 1.1\nby Ann until 2027-01-31: legacy\n');
  });
});

describe('the other rules', () => {
  test('that could not be checked are always listed, folded', () => {
    const run = scanned([
      rule('1.1', 'PASSED'),
      rule('1.2', 'ERROR', { reason: 'no rights' }),
      rule('1.3', 'UNKNOWN'),
      rule('1.4', 'NOT_EVALUATED'),
    ]);
    expect(summary(run)).not.toContain('<details open');
    expect(read(run)).toContain('Could not be checked: 1 ERROR, 1 UNKNOWN and 1 NOT_EVALUATED');
    expect(read(run)).toContain('1.2\nERROR\nTitle of 1.2\nReason\nno rights\n');
    expect(read(run)).toContain('1.4\nNOT_EVALUATED\n');
  });

  test('that fail the gate are listed, with any status', () => {
    const run = scanned([rule('1.1', 'PASSED'), rule('1.2', 'NOT_APPLICABLE')]);
    if (run.inputs !== undefined) run.inputs = { ...run.inputs, failOnStatus: new Set(['NOT_APPLICABLE']) };
    expect(read(run)).toContain('NOT_APPLICABLE: 1 rule\n');
    expect(read(run)).toContain('1.2\nNOT_APPLICABLE\nTitle of 1.2\n');
    expect(read(run)).not.toContain('PASSED: 1 rule');
  });

  test('that are left out, that scanners disagree about, or that changed are listed', () => {
    const shown = read(foreignRun('t', 2));
    expect(shown).toContain('Left out: 1 message that is not valid');
    expect(shown).toContain('Scanners disagree about 1 rule; the worst verdict is sent');
    expect(shown).toContain('Since the baseline of t: 1 newly failed and 1 gone');
    expect(shown).toContain('\nRule\nChange\nStatus\nt\nNewly failed\nPASSED → FAILED\n');
    expect(shown).toContain('Excluded by the definition of the format: t (2), t (2).');
  });
});

test('a failed rule without a title has an empty cell for it', () => {
  const untitled = {
    ruleId: '1.1',
    status: 'FAILED',
    result: 'fail',
    at: { path: [] },
    place: placeAt(0),
  } as const;
  expect(summary(scanned([rule('1.2', 'FAILED'), untitled]))).toContain(
    '<tr><td><code>1.1</code></td><td></td>',
  );
});

test('a summary has no empty lines within a paragraph', () => {
  expect(summary(foreignRun('t', 1))).not.toMatch(/(?:<p>|<br>\n)<br>/);
});

test('the files are listed only if there are several', () => {
  const run = foreignRun('t', 1);
  expect(read(run)).toContain('Read from');
  if (run.results !== undefined) run.results = { ...run.results, files: run.results.files.slice(0, 1) };
  expect(read(run)).not.toContain('Read from');
});

test('faults are listed with their places: the first three, and the others folded', () => {
  const faults = Array.from({ length: 250 }, (_, index) => ({
    sentence: `Fault ${index}.`,
    place: placeAt(index),
  }));
  const run = runOf({ messages: 0, failure: failureFor('InvalidMessages', 'Bad.', { faults }) });
  const [shown = '', foldedAway = ''] = read(run).split('247 more');
  expect(shown).toContain('f:3:1 Fault 2.');
  expect(shown).not.toContain('Fault 3.');
  expect(foldedAway).toContain('f:200:1 Fault 199.');
  expect(foldedAway).toContain('and 50 more, in the log');
});

test('a failure with a single fault is shown once, with its place', () => {
  const faults = [{ sentence: 'Bad.', place: placeAt(1) }];
  const shown = read(
    runOf({ messages: 0, failure: failureFor('ResultsFileUnreadable', 'Bad.', { faults }) }),
  );
  expect(shown).toContain('f:2:1 Bad.');
  expect(shown.split('Bad.')).toHaveLength(2);
});

test('a long cause is folded', () => {
  const cause = 'Looked for a format. '.repeat(40);
  const run = runOf({ messages: 0, failure: failureFor('ResultsFormatUnknown', 'Unknown.', { cause }) });
  const [shown = '', foldedAway = ''] = read(run).split('About this failure');
  expect(shown).not.toContain('Looked for');
  expect(foldedAway).toContain('Looked for');
});

describe('a summary stays below the limit, by omitting whole rows', () => {
  const many = (text: string): Run => {
    const statuses: readonly Status[] = ['FAILED', 'ERROR', 'UNKNOWN'];
    const results = Array.from({ length: 3000 }, (_, index) =>
      rule(`${index % 9}.${index}`, statuses[index % 40] ?? 'FAILED', {
        title: text,
        remediation: text,
        section: `${index % 9} ${text}`,
      }),
    );
    const run = scanned(results);
    run.reportFile = 'report.json';
    return run;
  };

  test.each([
    ['3,000 rules', many('x '.repeat(200)), undefined],
    ['3,000 rules of long words and signs', many('<@漢\u202e>'.repeat(200)), undefined],
    ['3,000 rules in a check run', many('x'.repeat(60)), 65_000],
    ['3,000 hostile rules in a check run', many('<@漢\u202e>'.repeat(200)), 65_000],
  ])('%s', (_what, run, longest) => {
    const markup = summary(run, longest);
    expect(Buffer.byteLength(markup)).toBeLessThan(longest ?? MEBIBYTE);
    for (const tag of ['table', 'tr', 'td', 'details', 'summary', 'code', 'p']) {
      expect([tag, markup.match(new RegExp(`<${tag}[ >]`, 'g'))?.length]).toEqual([
        tag,
        markup.match(new RegExp(`</${tag}>`, 'g'))?.length,
      ]);
    }
    expect(markup).toContain('Could not be checked');
    const listed = [...markup.matchAll(/<tr><td><code>\d+\.\d+<\/code><\/td>/g)].length;
    const omitted = [...markup.matchAll(/<p>and ([\d,]+) more/g)].map(([, number = '']) =>
      Number(number.replace(',', '')),
    );
    expect(listed + omitted.reduce((sum, number) => sum + number, 0)).toBe(3000);
    expect(omitted.length).toBeGreaterThan(0);
    expect(markup).toContain('all in the report file');
  });

  test('but has all of 300 rules with their remediation', () => {
    const results = Array.from({ length: 300 }, (_, index) =>
      rule(`5.${index}`, 'FAILED', { remediation: 'Set it. '.repeat(60) }),
    );
    expect(summary(scanned(results))).not.toContain('and ');
  });

  test('and does not refer to a report that was not written', () => {
    const run = many('x'.repeat(300));
    delete run.reportFile;
    expect(summary(run)).not.toContain('report file');
  });
});

test('a long word in a table can break, and reads the same', () => {
  const id = 'xccdf_org.ssgproject.content_rule_file_permissions_etc_shadow_and_others';
  const markup = summary(scanned([rule(id, 'FAILED')]));
  const word = /<td><code>(.*?)<\/code>/.exec(markup)?.[1] ?? '';
  expect(word.split('<wbr>').every((part) => part.length <= 24)).toBe(true);
  expect(word.replaceAll('<wbr>', '')).toBe(id);
});

test('nothing says that there are no more faults, files or rules', () => {
  const run = foreignRun('t', 2);
  run.failure = failureFor('InvalidMessages', 'Wrong.', {
    faults: ['One.', 'Two.', 'Three.', 'Four.'].map((sentence) => ({ sentence })),
  });
  const text = read(run);
  expect(text).toContain('Four.');
  expect(text).toContain('Read from');
  expect(text).not.toMatch(/\b0 more|and no more/);
});
