import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { detailsOf } from '../../src/messages/details.ts';
import type { PlacedRuleResult } from '../../src/results/results.ts';
import { STATUSES_WORST_FIRST } from '../../src/status.ts';

const ORDER = [
  'number',
  'benchmark',
  'rule',
  'title',
  'result',
  'reason',
  'counts',
  'severity',
  'section',
  'level',
  'identifiers',
  'remediation',
  'source',
];

type UnplacedResult = Omit<PlacedRuleResult, 'place'>;

const result = (more: Partial<UnplacedResult>): UnplacedResult => ({
  ruleId: '1',
  status: 'FAILED',
  result: 'fail',
  at: { path: [] },
  ...more,
});

const isText = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null;

function readDetails(details: string): Record<string, string> {
  const value: unknown = JSON.parse(details);
  if (!isText(value)) throw new Error('the details are not an object');
  return value;
}

/** Any UTF-16 text: lone surrogates, control and astral characters, quotation marks; often too long. */
const unit = fc.oneof(
  fc.constantFrom(
    '"',
    '\\',
    '\n',
    '\u0000',
    '\ud83d',
    '\ude00',
    '😀',
    'é',
    '漢',
    '\u2028',
    '\u200b',
    'a',
    ' ',
  ),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
);
const anyText = fc
  .tuple(fc.array(unit, { maxLength: 30 }), fc.integer({ min: 1, max: 60 }))
  .map(([units, times]) => units.join('').repeat(times));
const anyResult = fc.record(
  {
    ruleId: anyText,
    status: fc.constantFrom(...STATUSES_WORST_FIRST),
    result: anyText,
    recommendations: fc.array(anyText, { maxLength: 3 }),
    benchmark: anyText,
    ownId: anyText,
    title: anyText,
    reason: anyText,
    severity: anyText,
    section: anyText,
    level: anyText,
    remediation: anyText,
    identifiers: fc.array(anyText, { maxLength: 5 }),
    counts: fc.dictionary(fc.constantFrom(...STATUSES_WORST_FIRST), fc.nat()),
    source: anyText,
    at: fc.constant({ path: [] }),
  },
  { requiredKeys: ['ruleId', 'status', 'result', 'at'] },
);

/** A text as in details: on one line, well-formed. */
const shown = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim().toWellFormed();

describe('the details of any rule result', () => {
  test('are at most 1000 bytes of valid JSON in valid UTF-8, most important members first, none of them empty', () => {
    fc.assert(
      fc.property(anyResult, (given) => {
        const details = detailsOf(given);
        expect(details.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(details)).toBeLessThanOrEqual(1000);
        const members = Object.entries(readDetails(details));
        const names = members.map(([name]) => name);
        expect(names).toEqual(ORDER.filter((name) => names.includes(name)));
        for (const [, text] of members) {
          expect(text).not.toBe('');
          expect(text.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('contain the scanner’s own word for the result, or its beginning, if there is one', () => {
    fc.assert(
      fc.property(anyResult, (given) => {
        const word = shown(given.result);
        fc.pre(word !== '');
        const kept = readDetails(detailsOf(given))['result'] ?? '';
        expect(kept).not.toBe('');
        expect(word.startsWith(kept.replace(/…$/, '')) || kept === word).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('have each fact in its member', () => {
    const facts = {
      recommendations: ['1.1'],
      benchmark: 'b',
      ownId: 'c',
      title: 'd',
      result: 'e',
      reason: 'f',
    };
    const more = {
      severity: 'g',
      section: 'h',
      level: 'i',
      identifiers: ['j'],
      remediation: 'k',
      source: 'l',
    };
    expect(readDetails(detailsOf(result({ ...facts, ...more })))).toEqual({
      number: '1.1',
      benchmark: 'b',
      rule: 'c',
      title: 'd',
      result: 'e',
      reason: 'f',
      severity: 'g',
      section: 'h',
      level: 'i',
      identifiers: 'j',
      remediation: 'k',
      source: 'l',
    });
  });

  test('contain everything that fits', () => {
    const short = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 });
    const some = fc.record({ title: short, result: short, reason: short, severity: short, source: short });
    fc.assert(
      fc.property(some, (texts) => {
        const whole = Object.fromEntries(
          Object.entries(texts)
            .map(([name, text]) => [name, shown(text)] as const)
            .filter(([, text]) => text !== ''),
        );
        expect(readDetails(detailsOf(result(texts)))).toEqual(whole);
      }),
    );
  });

  test('are deterministic', () => {
    fc.assert(
      fc.property(anyResult, (given) => {
        expect(detailsOf(given)).toEqual(detailsOf(structuredClone(given)));
      }),
    );
  });
});

test('the least important member is shortened first', () => {
  const details = readDetails(
    detailsOf(
      result({
        title: 'T'.repeat(400),
        reason: 'R'.repeat(400),
        remediation: 'M'.repeat(400),
        source: 'S'.repeat(50),
      }),
    ),
  );
  expect(Object.keys(details)).toEqual(['title', 'result', 'reason', 'remediation']);
  expect(details['title']).toHaveLength(400);
  expect(details['reason']).toHaveLength(400);
  expect(details['remediation']).toMatch(/^M{50,}…$/);
});

test('a long title leaves room for the result', () => {
  const details = readDetails(detailsOf(result({ title: 'ü'.repeat(5000), reason: 'because' })));
  expect(Object.keys(details)).toEqual(['title', 'result']);
  expect(details['result']).toBe('fail');
});

test('1000 bytes are not shortened, 1001 are', () => {
  const frame = JSON.stringify({ title: '', result: 'fail' }).length;
  const fitting = 't'.repeat(1000 - frame);
  expect(readDetails(detailsOf(result({ title: fitting })))['title']).toBe(fitting);
  expect(detailsOf(result({ title: fitting }))).toHaveLength(1000);
  expect(readDetails(detailsOf(result({ title: `${fitting}t` })))['title']).toMatch(/^t+…$/);
});

test('a combined result says how many ended how', () => {
  expect(readDetails(detailsOf(result({ counts: { FAILED: 2, PASSED: 1 } })))['counts']).toBe(
    '3 results: 2 FAILED, 1 PASSED',
  );
});

test('the number, the benchmark and the scanner’s own id come first and are never shortened', () => {
  const long = 'L'.repeat(2000);
  const details = readDetails(
    detailsOf(
      result({
        recommendations: ['1.1.1.1', '1.1.1.2'],
        benchmark: 'CIS Ubuntu Linux 22.04 LTS Benchmark 2.0.0',
        ownId: 'xccdf_org.ssgproject.content_rule_kernel_module_cramfs_disabled',
        title: long,
        reason: long,
        remediation: long,
      }),
    ),
  );
  expect(details).toMatchObject({
    number: '1.1.1.1, 1.1.1.2',
    benchmark: 'CIS Ubuntu Linux 22.04 LTS Benchmark 2.0.0',
    rule: 'xccdf_org.ssgproject.content_rule_kernel_module_cramfs_disabled',
    result: 'fail',
  });
  expect(Object.keys(details)).toEqual(['number', 'benchmark', 'rule', 'title', 'result']);
});
