import { describe, expect, test } from '@jest/globals';
import { describeNaming, reportResults } from '../../src/report/results-report.ts';
import type { Results } from '../../src/results/results.ts';
import { interpret, result } from '../results/plain-scanner.ts';
import { recordingLog } from './runs.ts';

const linesOf = (results: Results): readonly string[] => {
  const { log, printed } = recordingLog();
  reportResults(log, results);
  return printed.map(({ level, text }) => `${level}: ${text}`);
};
const at = { path: [] };

describe('for each file, the log says', () => {
  test.each<[what: string, content: unknown, line: string]>([
    [
      'what was scanned, by which scanner, and when',
      {
        alpha: {
          scanner: 'OpenSCAP',
          scannerVersion: '1.4',
          benchmark: 'CIS Ubuntu',
          profile: 'L1',
          ended: Date.UTC(2026, 10, 25, 10),
          targets: [{ scheme: 'host', names: ['web-1'], at }],
          ruleResults: [result('1.1', 'PASSED')],
        },
      },
      'info: 1.json: 1 result (alpha, OpenSCAP 1.4, CIS Ubuntu, L1); target web-1; scanned until 2026-11-25T10:00:00Z',
    ],
    [
      'that it does not state what was scanned',
      {
        alpha: {
          targets: [{ scheme: 'host', names: ['localhost'], at }],
          ruleResults: [result('1.1', 'PASSED')],
        },
      },
      'info: 1.json: 1 result (alpha); no target stated',
    ],
    [
      'nothing about the target of messages, which never state one',
      [{ ruleId: '1.1', status: 'PASSED', cisRuleDetails: '' }],
      'info: 1.json: 1 result (messages)',
    ],
  ])('%s', async (_what, content, line) => {
    expect(linesOf(await interpret([content]))).toEqual([line]);
  });

  test('what the format itself excludes', async () => {
    const excluded = [{ what: 'archived finding', count: 2 }];
    const lines = linesOf(await interpret([{ alpha: { excluded, ruleResults: [result('1.1', 'PASSED')] } }]));
    expect(lines[1]).toBe('info:   excluded: archived finding (2)');
  });
});

test.each<[renamed: number, kept: number, line: string | undefined]>([
  [0, 0, undefined],
  [
    273,
    1,
    '273 rules are named by their numbers in the CIS benchmark; 1 rule without a number in the results keeps its own id.',
  ],
  [1, 0, '1 rule is named by its number in the CIS benchmark.'],
  [0, 300, '300 rules without a number in the results keep their own ids.'],
])('%d rules named by number and %d by their own ids are logged', (renamed, kept, line) => {
  expect(describeNaming({ renamed, kept })).toBe(line);
});

test('a disagreement is a warning that says which scanner says what, at the failed result', async () => {
  const scan = (scanner: string, status: string): object => ({
    scanner,
    ruleResults: [result('rule_a', status, { recommendations: ['1.1.1.1'], title: 'Disable cramfs' })],
  });
  const results = await interpret([{ alpha: scan('OpenSCAP', 'PASSED') }, { beta: scan('goss', 'FAILED') }]);
  const { log, printed } = recordingLog();
  reportResults(log, results);
  const warnings = printed.filter(({ level }) => level === 'warning');
  expect(warnings.map(({ text, properties }) => [properties.file, text])).toEqual([
    [undefined, 'Scanners disagree about 1 rule: the worst verdict is sent.'],
    ['project/2.json', 'Rule "1.1.1.1" (Disable cramfs): OpenSCAP says PASSED and goss says FAILED.'],
  ]);
});

test('of many warnings, the first ten are annotations and the others lines', async () => {
  const warnings = Array.from({ length: 12 }, (_, index) => ({ sentence: `Warning ${index}.`, at }));
  const lines = linesOf(await interpret([{ alpha: { warnings, ruleResults: [result('1.1', 'PASSED')] } }]));
  expect(lines.filter((line) => line.startsWith('warning'))).toHaveLength(10);
  expect(lines.slice(-2)).toEqual(['info:   Warning 10.', 'info:   Warning 11.']);
});
