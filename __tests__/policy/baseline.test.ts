import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ActionFailure, type Failure } from '../../src/failure.ts';
import type { Validated } from '../../src/messages/validate.ts';
import { describePlace } from '../../src/place.ts';
import type { ComparedScan } from '../../src/policy/baseline.ts';
import { compareWithBaseline } from '../../src/policy/comparison.ts';
import { findingsOf, type Findings } from '../../src/policy/findings.ts';
import { readPolicyFiles, type PolicyFiles } from '../../src/policy/policy-files.ts';
import { failing } from '../../src/failure.ts';
import type { ResultsFile } from '../../src/results/reading/results-file.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../src/status.ts';
import { placeAt } from '../messages/drafts.ts';
import { rejectionOf } from '../results/parse/documents.ts';

const SCAN = {
  benchmark: 'CIS Ubuntu Linux 22.04 LTS Benchmark',
  benchmarkVersion: '2.0.0',
  profile: 'Level 1 - Server',
  target: 'web-1',
  naming: 'cis',
} as const;
const NOW: ComparedScan = {
  targets: ['web-1', 'web-1.example.com'],
  benchmark: 'CIS Ubuntu Linux 22.04 LTS Benchmark 2.0.0',
  profile: 'Level 1 - Server',
  naming: 'cis',
};

const reportOf = (rules: Readonly<Record<string, Status>>, scan: object = SCAN): object => ({
  format: 'inspector-cis-telemetry/report',
  version: 1,
  created: '2027-06-01T12:00:00.000Z',
  scan,
  rules: Object.entries(rules).map(([id, status]) => ({ id, status, scannerRules: [] })),
});

function baselineIn(text: string): Promise<PolicyFiles> {
  return readPolicyFiles({ baselineFile: 'baseline.json' }, (path) =>
    Promise.resolve({ name: path, path: `/${path}`, bytes: Buffer.from(text), modified: 0, device: 0 }),
  );
}

function validated(
  statuses: Readonly<Record<string, Status>>,
): Pick<Validated, 'messages' | 'leftOut' | 'outweighed'> {
  const messages = Object.entries(statuses).map(([ruleId, status], index) => ({
    ruleId,
    status,
    cisRuleDetails: new Uint8Array(),
    place: placeAt(index),
  }));
  return { messages, leftOut: [], outweighed: [] };
}

async function findings(
  report: object,
  statuses: Readonly<Record<string, Status>>,
  now: ComparedScan = NOW,
): Promise<Findings> {
  const files = await baselineIn(JSON.stringify(report));
  return findingsOf(files, validated(statuses), { ...now, now: Date.parse('2027-06-30') });
}

async function failureOf(act: Promise<unknown>): Promise<Failure> {
  try {
    await act;
  } catch (error) {
    if (error instanceof ActionFailure) return error.failure;
    throw error;
  }
  throw new Error('Nothing failed.');
}

test('a comparison lists exactly what changed', async () => {
  const before = {
    same: 'PASSED',
    fails: 'PASSED',
    passes: 'FAILED',
    errs: 'PASSED',
    left: 'FAILED',
  } as const;
  const after = {
    same: 'PASSED',
    fails: 'FAILED',
    passes: 'PASSED',
    errs: 'ERROR',
    comes: 'FAILED',
  } as const;
  const { since, newFailures } = await findings(reportOf(before), after);
  expect(since?.comparison).toEqual({
    newlyFailed: [{ id: 'fails', from: 'PASSED', to: 'FAILED' }],
    newlyPassed: [{ id: 'passes', from: 'FAILED', to: 'PASSED' }],
    otherwise: [{ id: 'errs', from: 'PASSED', to: 'ERROR' }],
    added: [{ id: 'comes', to: 'FAILED' }],
    gone: [{ id: 'left', from: 'FAILED' }],
  });
  expect([newFailures, since?.warnings]).toEqual([2, []]);
});

test('every rule that differs is listed once, and no other', () => {
  const statuses = fc.dictionary(fc.string({ minLength: 1 }), fc.constantFrom(...STATUSES_WORST_FIRST));
  fc.assert(
    fc.property(statuses, statuses, (before, after) => {
      const { newlyFailed, newlyPassed, otherwise, added, gone } = compareWithBaseline(
        new Map(Object.entries(before)),
        validated(after),
      );
      const changes = [...newlyFailed, ...newlyPassed, ...otherwise, ...added, ...gone];
      const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
      const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
      const different = [...ids].filter((id) => was.get(id) !== is.get(id));
      expect(changes.map(({ id }) => id).sort()).toEqual(different.sort());
    }),
  );
});

test('a rule that is left out as invalid does not count as gone', () => {
  const { gone } = compareWithBaseline(new Map([['a', 'PASSED']]), {
    messages: [],
    leftOut: [{ ruleId: 'a', fault: { sentence: 'It is not valid.' } }],
  });
  expect(gone).toEqual([]);
});

describe('a baseline for another', () => {
  test.each<[string, object, ComparedScan, string]>([
    [
      'target',
      SCAN,
      { ...NOW, targets: ['web-2'] },
      'The baseline is of the target "web-1", but the results are for "web-2".',
    ],
    [
      'benchmark',
      { ...SCAN, benchmark: 'CIS Kubernetes Benchmark' },
      NOW,
      'the benchmark "CIS Kubernetes Benchmark 2.0.0"',
    ],
    ['profile', { ...SCAN, profile: 'Level 2' }, NOW, 'the profile "Level 2"'],
    ['naming', { ...SCAN, naming: 'scanner' }, NOW, '`rule-id` "scanner"'],
  ])('%s is refused', async (_case, scan, now, sentence) => {
    const failure = await failureOf(findings(reportOf({ a: 'FAILED' }, scan), { a: 'FAILED' }, now));
    expect([failure.code, failure.sentence]).toEqual(['InvalidInput', expect.stringContaining(sentence)]);
  });

  test('version of the benchmark is compared, with a warning', async () => {
    const report = reportOf({ a: 'FAILED' }, { ...SCAN, benchmarkVersion: '1.0.0' });
    const { since } = await findings(report, { a: 'FAILED' });
    expect(since?.warnings).toEqual([expect.stringContaining('Rule numbers may differ between versions')]);
  });
});

test('facts that only one of the two states are not compared, with a warning', async () => {
  const { since } = await findings(reportOf({ a: 'FAILED' }, { naming: 'cis' }), { a: 'FAILED' });
  expect(since?.warnings).toEqual([
    'The target, profile and benchmark of the baseline and of the results were not compared: they are not stated in both.',
  ]);
});

test('a single such fact was not compared', async () => {
  const scan = { ...SCAN, target: undefined };
  const { since } = await findings(reportOf({ a: 'FAILED' }, scan), { a: 'FAILED' });
  expect(since?.warnings).toEqual([
    expect.stringContaining('The target of the baseline and of the results was not compared:'),
  ]);
});

test('with a missing file or a report without rules, every failure counts as new', async () => {
  const missing = await readPolicyFiles({ baselineFile: 'baseline.json' }, () =>
    Promise.reject(failing('ResultsFileNotFound', 'There is none.')),
  );
  const first = findingsOf(missing, validated({ a: 'FAILED', b: 'PASSED' }), { ...NOW, now: 0 });
  expect([first.since, first.newFailures]).toEqual([undefined, 1]);
  const empty = await findings(reportOf({}, {}), { a: 'FAILED', b: 'PASSED' });
  expect([empty.since, empty.newFailures]).toEqual([undefined, 1]);
});

describe('a malformed baseline is InvalidInput', () => {
  const rules = (...list: readonly unknown[]): string => JSON.stringify({ ...reportOf({}), rules: list });
  test.each<[string, string, string, string]>([
    ['another JSON', '{"rules": []}', 'not a report of this action', '1:1'],
    [
      'a later version',
      JSON.stringify({ ...reportOf({}), version: 2 }),
      'not a report of this action',
      '1:1',
    ],
    ['no rules', JSON.stringify({ ...reportOf({}), rules: {} }), 'no list "rules"', '1:1'],
    ['a rule without an id', rules({ status: 'FAILED' }), 'A rule has no "id"', ''],
    [
      'an unknown status',
      rules({ id: 'a', status: 'failed' }),
      'The "status" of "a" is not one of FAILED',
      '',
    ],
    [
      'a rule twice',
      rules({ id: 'a', status: 'FAILED' }, { id: 'a', status: 'PASSED' }),
      'Rule "a" is listed twice',
      '',
    ],
    [
      'a member twice',
      `{"format": "inspector-cis-telemetry/report", "version": 1, "rules": [], "rules": []}`,
      '"rules" is repeated in one object',
      '',
    ],
  ])('%s', async (_case, text, sentence, place) => {
    const { code, faults = [] } = await failureOf(baselineIn(text));
    expect([code, faults.map((fault) => fault.sentence)]).toEqual([
      'InvalidInput',
      [expect.stringContaining(sentence)],
    ]);
    const [first] = faults;
    expect(first?.place === undefined ? '' : describePlace(first.place)).toContain(`baseline.json:${place}`);
  });

  test.each([
    ['no JSON', '{"format": '],
    ['endless nesting', '['.repeat(100_000)],
    ['an empty file', ''],
    ['a prototype', '{"__proto__": {"format": "inspector-cis-telemetry/report", "version": 1, "rules": []}}'],
  ])('%s', async (_case, text) => {
    expect((await failureOf(baselineIn(text))).code).toBe('InvalidInput');
  });
});

test('a malformed exceptions file and a malformed baseline are reported together', async () => {
  const read = (path: string): Promise<ResultsFile> =>
    Promise.resolve({ name: path, path, bytes: Buffer.from('[1]'), modified: 0, device: 0 });
  const inputs = { exceptionsFile: 'accepted.yml', baselineFile: 'baseline.json' };
  const { code, sentence, faults = [] } = await rejectionOf(readPolicyFiles(inputs, read));
  expect(code).toBe('InvalidInput');
  expect(sentence).toMatch(/^`exceptions-file`.*`baseline-file`/);
  expect(faults.length).toBeGreaterThanOrEqual(2);
});
