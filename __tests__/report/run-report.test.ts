import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { failureFor, FAILURE_CODES } from '../../src/failure.ts';
import { isRecord, listOf, memberAt, withoutUndefined } from '../../src/json.ts';
import { chunk } from '../../src/messages/chunk.ts';
import { reportText, runReportOf, type ReportContext, type RunReport } from '../../src/report/run-report.ts';
import { workflowRunOf } from '../../src/report/workflow-run.ts';
import { newRun, type Run } from '../../src/run.ts';
import { SECRET } from '../messages/drafts.ts';
import { INPUTS, anyProgress, foreignRun, recordingLog, runOf } from './runs.ts';
import { faultsOfReport } from './schema.ts';

const CONTEXT: ReportContext = { now: Date.UTC(2026, 10, 25, 9, 30), workflow: undefined };

/** The text of a run's report. */
function textOf(run: Run, context = CONTEXT): string {
  const { log } = recordingLog();
  log.keepSecret(SECRET);
  return [...reportText(runReportOf(run, context), (text) => log.redact(text))].join('');
}

const readReport = (run: Run): unknown => JSON.parse(textOf(run));

describe('the report of a run', () => {
  test('conforms to its schema, for any run', () => {
    fc.assert(
      fc.property(anyProgress, fc.option(fc.constantFrom(...FAILURE_CODES)), (progress, code) => {
        const run = runOf({
          ...progress,
          ...withoutUndefined({ failure: code === null ? undefined : failureFor(code, 'Because.') }),
        });
        expect(faultsOfReport(readReport(run))).toEqual([]);
      }),
    );
  });

  test('conforms to its schema when nothing is known, and when everything is known', () => {
    expect(faultsOfReport(readReport(newRun()))).toEqual([]);
    expect(faultsOfReport(readReport(foreignRun('text')))).toEqual([]);
  });

  test('conforms to its schema with any texts, each of them one inert line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const written = textOf(foreignRun(`x${text}`));
        expect(faultsOfReport(JSON.parse(written))).toEqual([]);
        expect(written).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|##\[|\\u/u);
        for (const line of written.split('\n')) expect(line.trimStart()).not.toMatch(/^::/);
      }),
    );
  });

  test('does not contain the token', () => {
    const hidden = `${SECRET.slice(0, 9)}\u200b${SECRET.slice(9)}`;
    for (const text of [SECRET, SECRET.toUpperCase(), hidden, `x${SECRET}x`]) {
      expect(textOf(foreignRun(text)).toLowerCase()).not.toContain(SECRET);
    }
  });

  test('begins with its format, and has one rule per line', () => {
    const text = textOf(foreignRun('text'));
    expect(text).toMatch(/^\{\n {2}"format": "inspector-cis-telemetry\/report",\n {2}"version": 1,/);
    expect(text.split('\n').filter((line) => line.includes('"scannerRules"'))).toHaveLength(3);
  });

  test('says for every rule whether it was sent, and in which call', () => {
    const run = runOf({ messages: 5, delivered: [1, 3] });
    const rules = listOf(memberAt(readReport(run), 'rules'));
    expect(rules).toMatchObject([
      { id: 'rule-0', sent: true, chunk: 1, requestId: 'request-1' },
      { id: 'rule-1', sent: true, chunk: 1, requestId: 'request-1' },
      { id: 'rule-2', sent: false, chunk: 2 },
      { id: 'rule-3', sent: false, chunk: 2 },
      { id: 'rule-4', sent: true, chunk: 3, requestId: 'request-3' },
    ]);
    expect(rules.filter((rule) => isRecord(rule) && 'requestId' in rule)).toHaveLength(3);
  });

  test('says that a rule with several messages was sent only if all of them were', () => {
    const run = runOf({ messages: 3, delivered: [1] });
    const messages = (run.validated?.messages ?? []).map((message) => ({ ...message, ruleId: 'one' }));
    if (run.validated !== undefined) run.validated = { ...run.validated, messages };
    run.chunks = chunk(messages, 2);
    run.delivered.clear();
    for (const one of run.chunks.slice(0, 1)) run.delivered.set(one, { attempts: 1 });
    expect(memberAt(readReport(run), 'rules')).toMatchObject([{ id: 'one', sent: false, chunk: 2 }]);
  });

  test('has what changed since the baseline', () => {
    expect(runReportOf(foreignRun('text'), CONTEXT).comparison).toMatchObject({
      baseline: 'text',
      newlyFailed: [{ id: 'text', from: 'PASSED', to: 'FAILED' }],
      gone: [{ id: 'text' }],
    });
    expect(runReportOf(newRun(), CONTEXT)).not.toHaveProperty('comparison');
  });

  test('has the numbers of the posture and the delivery, and the reason for the failure', () => {
    const report: RunReport = runReportOf(foreignRun('text', 7), CONTEXT);
    expect(report).toMatchObject({
      created: '2026-11-25T09:30:00.000Z',
      headline: 'Not sent: access is denied',
      posture: { rules: 8, evaluated: 2, passed: 1, failed: 1, notChecked: 3, leftOut: 1 },
      delivery: {
        scanJobId: INPUTS.session.scanJobId,
        messages: { total: 8, sent: 0, invalid: 1, undelivered: 7 },
      },
      scan: { target: 'text', naming: 'cis', ended: '1970-01-01T00:00:00.001Z' },
      files: [{ name: 'text', sha256: 'a'.repeat(64) }, { name: 'text' }],
      failures: [
        { code: 'AccessDeniedException', tolerated: false },
        { code: 'NothingEvaluated', tolerated: true },
      ],
      leftOut: [{ id: 'text', status: 'FAILED' }],
    });
  });

  test.each([Number.NaN, Infinity, 9e15, -1e15])(
    'leaves out the time %p, which is not a valid date',
    (time) => {
      const run = foreignRun('text');
      run.delivery = { began: time };
      expect(faultsOfReport(readReport(run))).toEqual([]);
      expect(runReportOf(run, CONTEXT).delivery).not.toHaveProperty('began');
    },
  );
});

describe('the workflow run of a report', () => {
  const environment = {
    GITHUB_REPOSITORY: 'acme/hosts',
    GITHUB_RUN_ID: '42',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_WORKFLOW: 'CIS',
    GITHUB_JOB: 'scan',
    GITHUB_ACTION: 'send',
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: 'abc',
    GITHUB_TOKEN: 'secret',
  };

  test('comes from the variables of the runner', () => {
    expect(workflowRunOf(environment)).toEqual({
      repository: 'acme/hosts',
      runId: '42',
      runAttempt: '2',
      url: 'https://github.example/acme/hosts/actions/runs/42',
      workflow: 'CIS',
      job: 'scan',
      step: 'send',
      event: 'schedule',
      ref: 'refs/heads/main',
      commit: 'abc',
    });
    const workflow = workflowRunOf(environment);
    expect(faultsOfReport(JSON.parse(textOf(newRun(), { ...CONTEXT, workflow })))).toEqual([]);
  });

  test.each([{}, { GITHUB_REPOSITORY: 'acme/hosts' }, { GITHUB_RUN_ID: '' }])(
    'is absent in %j',
    (outside) => {
      expect(workflowRunOf(outside)).toBeUndefined();
    },
  );
});
