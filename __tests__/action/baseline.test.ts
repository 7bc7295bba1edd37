import { expect, test } from '@jest/globals';
import { withoutUndefined } from '../../src/json.ts';
import type { StepResult } from '../../local-runner/step.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { fileOf, SCAN_JOB_ID, send } from './sending.ts';

// A scan compared with the report of an earlier one, from the file to the log, outputs and gate.

const NOW = { same: 'PASSED', old: 'FAILED', fails: 'FAILED', passes: 'PASSED', comes: 'FAILED' } as const;
const BEFORE = { same: 'PASSED', old: 'FAILED', fails: 'PASSED', passes: 'FAILED', left: 'PASSED' } as const;

const results = fileOf(
  Object.entries(NOW).map(([ruleId, status]) => ({ ruleId, status, cisRuleDetails: '' })),
);
const report = (rules: Readonly<Record<string, string>>, scan: object = {}): string =>
  JSON.stringify({
    format: 'inspector-cis-telemetry/report',
    version: 1,
    created: '2026-11-01T00:00:00.000Z',
    scan: { naming: 'cis', ...scan },
    rules: Object.entries(rules).map(([id, status]) => ({ id, status, scannerRules: [] })),
  });

async function compared(
  baseline: string | undefined,
  inputs: Readonly<Record<string, string>> = {},
): Promise<{ readonly result: StepResult; readonly sent: number }> {
  return withInspector(async (inspector) => {
    const result = await send(inspector, {
      files: { 'results.json': results, ...withoutUndefined({ 'baseline.json': baseline }) },
      inputs: { 'results-file': 'results.json', 'baseline-file': 'baseline.json', ...inputs },
    });
    return { result, sent: inspector.messages(SCAN_JOB_ID).length };
  });
}

test.concurrent('the log lists exactly what changed, and the gate counts only what is new', async () => {
  const { result, sent } = await compared(report(BEFORE), { 'fail-on-regression': 'true' });
  expect([result.exitCode, result.outputs['error-code'], sent]).toEqual([1, 'GateFailed', 5]);
  expect(result.outputs['new-failures']).toBe('2');
  expect(result.outputs['error-message']).toContain('2 rules are newly FAILED');
  const begin = result.log.indexOf('Since the baseline of 2026-11-01T00:00:00.000Z');
  expect(result.log.slice(begin).split('\n').slice(0, 9)).toEqual([
    'Since the baseline of 2026-11-01T00:00:00.000Z: 1 newly failed, 1 newly passed, 1 new and 1 gone.',
    'Newly failed:',
    '  fails: PASSED, now FAILED',
    'Newly passed:',
    '  passes: FAILED, now PASSED',
    'New:',
    '  comes: FAILED',
    'Gone:',
    '  left: PASSED',
  ]);
});

test.concurrent('a scan with the same failures as its baseline passes the gate', async () => {
  const { result } = await compared(report(NOW), { 'fail-on-regression': 'true' });
  expect([result.exitCode, result.outputs['new-failures']]).toEqual([0, '0']);
  expect(result.log).toContain('nothing has changed');
});

test.concurrent('a first run, without a baseline, works, and every failure counts', async () => {
  const { result, sent } = await compared(undefined);
  expect([result.exitCode, result.outputs['new-failures'], sent]).toEqual([0, '3', 5]);
  expect(result.commands.find(({ name }) => name === 'notice')?.data).toContain('There is no baseline yet');
  const gate = await compared(undefined, { 'fail-on-regression': 'true' });
  expect(gate.result.outputs['error-code']).toBe('GateFailed');
});

test.concurrent.each([
  ['with another `rule-id`', report(BEFORE, { naming: 'scanner' }), 'is of `rule-id` "scanner"'],
  ['that is not a report', '{"rules": []}', 'not a report of this action'],
  ['that is not JSON', '{"rules": [', 'is not well-formed JSON'],
])('nothing is sent with a baseline %s', async (_case, baseline, sentence) => {
  const { result, sent } = await compared(baseline);
  expect([result.exitCode, result.outputs['error-code'], sent]).toEqual([1, 'InvalidInput', 0]);
  expect(result.log).toContain(sentence);
});
