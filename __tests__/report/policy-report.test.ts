import { expect, test } from '@jest/globals';
import type { Comparison } from '../../src/policy/comparison.ts';
import type { Findings } from '../../src/policy/findings.ts';
import { reportFindings } from '../../src/report/policy-report.ts';
import { NO_ACCEPTANCE } from '../../src/policy/acceptance.ts';
import { placeAt } from '../messages/drafts.ts';
import { recordingLog } from './runs.ts';

const NOTHING: Comparison = { newlyFailed: [], newlyPassed: [], otherwise: [], added: [], gone: [] };

function logged(comparison: Partial<Comparison>): readonly string[] {
  const { log, printed } = recordingLog();
  const findings: Findings = {
    acceptance: NO_ACCEPTANCE,
    since: {
      baseline: { created: '2026-05-01', rules: new Map(), scan: { targets: [] } },
      comparison: { ...NOTHING, ...comparison },
      warnings: [],
    },
  };
  reportFindings(log, findings, 'baseline.json');
  return printed.map(({ text }) => text);
}

test('each kind of change is listed under its own heading', () => {
  expect(
    logged({
      newlyFailed: [{ id: '1.1', from: 'PASSED', to: 'FAILED' }],
      gone: [{ id: '1.2', from: 'PASSED' }],
    }),
  ).toEqual([
    'Since the baseline of 2026-05-01: 1 newly failed and 1 gone.',
    'Newly failed:',
    '  1.1: PASSED, now FAILED',
    'Gone:',
    '  1.2: PASSED',
  ]);
});

test('accepted failures are listed, by whom, until when and why', () => {
  const { log, printed } = recordingLog();
  const exception = {
    rule: '1.1',
    owner: 'web team',
    expires: '2027-06-30',
    reason: 'no cron',
    place: placeAt(0),
  };
  const acceptance = { ...NO_ACCEPTANCE, accepted: new Map([['1.1', [exception]]]) };
  reportFindings(log, { acceptance }, undefined);
  expect(printed.map(({ text }) => text)).toEqual([
    '1 failed rule is accepted, but still sent as FAILED:',
    '  1.1: by web team until 2027-06-30: no cron',
  ]);
});

test('of more than 1,000 changes of one kind, the log tells how many it omits', () => {
  const added = Array.from({ length: 1002 }, (_, index) => ({ id: `1.${index}`, to: 'PASSED' as const }));
  const lines = logged({ added });
  expect(lines).toHaveLength(1003);
  expect(lines.at(-1)).toBe('  and 2 more.');
});
