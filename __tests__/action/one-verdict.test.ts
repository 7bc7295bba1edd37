import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { StepResult } from '../../local-runner/step.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { warningsOf } from '../session/job.ts';
import { errorsOf, fileOf, SCAN_JOB_ID, send } from './sending.ts';

// A rule has one name and one verdict, even if scanners and people disagree about it.

/** InSpec's verdict on one control of a recommendation. */
function inspec(id: string, recommendation: string, status: string, target = 'web-1'): string {
  const control = { id, title: 'Disable cramfs', tags: { cis_rid: recommendation }, results: [{ status }] };
  return JSON.stringify({
    platform: { name: 'ubuntu', target_id: target },
    profiles: [{ name: 'cis', controls: [control] }],
    version: '6.8.24',
  });
}

/** goss's verdict on one recommendation: 0 passed, 1 failed. */
function goss(recommendation: string, result: 0 | 1): string {
  const test = { meta: { CIS_ID: [recommendation] }, title: `${recommendation} | cramfs`, result };
  return JSON.stringify({ results: [test], summary: { 'test-count': 1 } });
}

/** kube-bench's verdict, by a version of the benchmark. */
function kubeBench(version: string, status: string): object {
  const results = [{ test_number: '1.2.6', status }];
  return { Controls: [{ id: '1', version, node_type: 'master', tests: [{ section: '1.2', results }] }] };
}

const countsOf = ({ outputs }: StepResult): unknown => JSON.parse(outputs['status-counts'] ?? '{}');

describe('goss fails what InSpec passes:', () => {
  const files = { 'inspec.json': inspec('SV-1', '1.1.1.1', 'passed'), 'goss.json': goss('1.1.1.1', 1) };

  test('one rule is sent, FAILED, and the disagreement is shown', async () => {
    await withInspector(async (inspector) => {
      const result = await send(inspector, { files, inputs: { 'fail-on-status': 'FAILED' } });
      expect(inspector.messages(SCAN_JOB_ID)).toMatchObject([{ ruleId: '1.1.1.1', status: 'FAILED' }]);
      expect(warningsOf(result).join('\n')).toContain('InSpec says PASSED and goss says FAILED');
      expect(result.summary).toContain('Scanners disagree');
      expect(result.printed).toContain('1 rule is named by its number in the CIS benchmark.');
      expect(result.outputs).toMatchObject({ 'messages-sent': '1', 'error-code': 'GateFailed' });
    });
  });

  test('with `rule-id: scanner` they are two rules', async () => {
    await withInspector(async (inspector) => {
      const result = await send(inspector, { files, inputs: { 'rule-id': 'scanner' } });
      expect(countsOf(result)).toMatchObject({ PASSED: 1, FAILED: 1 });
      expect(inspector.messages(SCAN_JOB_ID).map(({ ruleId }) => ruleId)).toEqual(['SV-1', '1.1.1.1']);
    });
  });
});

test('goss fails 1.1.1.1 and OpenSCAP passes it: one rule, FAILED, shown in log, summary and report', async () => {
  const rule =
    '<Rule id="cramfs"><title>Disable cramfs</title><reference href="https://www.cisecurity.org/benchmark/ubuntu_linux/">1.1.1.1</reference></Rule>';
  const result =
    '<TestResult id="t"><target>web-1</target><rule-result idref="cramfs"><result>pass</result></rule-result></TestResult>';
  const openscap = `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="b">${rule}${result}</Benchmark>`;
  await withInspector(async (inspector) => {
    const sent = await send(inspector, {
      files: { 'openscap.xml': openscap, 'goss.json': goss('1.1.1.1', 1) },
    });
    expect(inspector.messages(SCAN_JOB_ID)).toMatchObject([{ ruleId: '1.1.1.1', status: 'FAILED' }]);
    expect(warningsOf(sent).join('\n')).toMatch(/1\.1\.1\.1.*says PASSED and goss says FAILED/);
    expect(sent.summary).toContain('Scanners disagree');
    const report: unknown = JSON.parse(readFileSync(sent.outputs['report-file'] ?? '', 'utf8'));
    expect(report).toMatchObject({ disagreements: [{ id: '1.1.1.1' }] });
  });
});

test('a hand-written PASSED does not override what a scanner could not evaluate', async () => {
  await withInspector(async (inspector) => {
    const byHand = fileOf([{ ruleId: '1.1.1.1', status: 'PASSED', cisRuleDetails: 'checked' }]);
    await send(inspector, {
      files: { 'inspec.json': inspec('SV-1', '1.1.1.1', 'skipped'), 'by-hand.json': byHand },
    });
    expect(inspector.messages(SCAN_JOB_ID)).toMatchObject([{ ruleId: '1.1.1.1', status: 'NOT_EVALUATED' }]);
  });
});

describe('even with `on-invalid: skip`, nothing is sent of', () => {
  test.each<
    [
      what: string,
      files: Readonly<Record<string, string>>,
      inputs: Readonly<Record<string, string>>,
      says: string,
    ]
  >([
    [
      'two versions of a benchmark that share a number',
      {
        'a.json': JSON.stringify(kubeBench('cis-1.23', 'PASS')),
        'b.json': JSON.stringify(kubeBench('cis-1.24', 'PASS')),
      },
      {},
      'share 1 number (1.2.6)',
    ],
    [
      'a target other than the expected one',
      { 'a.json': inspec('1', '1.1', 'passed') },
      { 'expected-target': 'web-2' },
      'The InSpec target is "web-1", but `expected-target` is "web-2".',
    ],
    [
      'results that do not state what was scanned',
      { 'a.json': goss('1.1', 0) },
      { 'expected-target': 'web-2' },
      'do not state what was scanned',
    ],
  ])('%s', async (_what, files, inputs, says) => {
    await withInspector(async (inspector) => {
      const result = await send(inspector, { files, inputs: { 'on-invalid': 'skip', ...inputs } });
      expect(result.outputs).toMatchObject({ outcome: 'failed', 'error-code': 'InvalidMessages' });
      expect(
        errorsOf(result)
          .map(({ data }) => data)
          .join('\n'),
      ).toContain(says);
      expect(inspector.messages(SCAN_JOB_ID)).toEqual([]);
    });
  });
});

test('a list of complete reports is read as if each were a file', async () => {
  await withInspector(async (inspector) => {
    const list = JSON.stringify([kubeBench('cis-1.24', 'PASS'), kubeBench('cis-1.24', 'FAIL')]);
    const result = await send(inspector, { files: { 'nodes.json': list } });
    expect(result.outputs).toMatchObject({ outcome: 'sent', 'results-format': 'kube-bench' });
    expect(inspector.messages(SCAN_JOB_ID)).toMatchObject([{ ruleId: '1.2.6', status: 'FAILED' }]);
  });
});
