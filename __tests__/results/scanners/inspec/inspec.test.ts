import { describe, expect, test } from '@jest/globals';
import { inspec } from '../../../../src/results/scanners/inspec/inspec.ts';
import { faultsOf, rulesOf, verdictsOf, scanOf } from '../reading.ts';

const passed = { status: 'passed', code_desc: 'File /etc/a should exist' };
const failed = { status: 'failed', code_desc: 'File /etc/b should exist', message: 'it does\nnot' };
const skipped = { status: 'skipped', code_desc: 'No-op', skip_message: 'only on bare metal' };
const broken = { ...failed, message: 'undefined method', exception: 'NoMethodError', backtrace: ['a.rb:1'] };

const control = (results: readonly unknown[], changes: Record<string, unknown> = {}) => ({
  id: 'cis-1.1',
  title: 'Ensure a',
  desc: 'Because',
  impact: 0.7,
  tags: {},
  waiver_data: {},
  results,
  ...changes,
});

const document = (...controls: readonly unknown[]) => ({
  platform: { name: 'ubuntu', release: '24.04', target_id: 'host-1' },
  profiles: [{ name: 'cis-ubuntu', title: 'CIS Ubuntu', version: '2.0.0', controls, status: 'loaded' }],
  statistics: { duration: 1 },
  version: '5.22.3',
});

describe('a control of InSpec', () => {
  const waived = { waiver_data: { skipped_due_to_waiver: true, justification: 'accepted by CISO' } };
  test.each<[string, readonly unknown[], Record<string, unknown>, string]>([
    ['passes when every test passes', [passed, passed], {}, 'PASSED passed'],
    ['fails when any test fails', [passed, failed, skipped], {}, 'FAILED failed/passed/skipped'],
    ['passes when a test passes and others are skipped', [skipped, passed], {}, 'PASSED passed/skipped'],
    ['was not evaluated when all its tests are skipped', [skipped], {}, 'NOT_EVALUATED skipped'],
    ['ends in an error when a test raised an exception', [passed, broken], {}, 'ERROR failed/passed'],
    [
      'ends in an error when a test has the status error',
      [{ status: 'error' }, failed],
      {},
      'ERROR error/failed',
    ],
    ['ends in an error when it has no results', [], {}, 'ERROR no results'],
    [
      'does not apply with impact 0, whatever its tests say',
      [failed],
      { impact: 0 },
      'NOT_APPLICABLE failed',
    ],
    ['does not apply with impact 0 and no results', [], { impact: 0.0 }, 'NOT_APPLICABLE no results'],
    ['does not apply with impact "none"', [passed], { impact: 'none' }, 'NOT_APPLICABLE passed'],
    ['was not evaluated under a waiver', [skipped], waived, 'NOT_EVALUATED skipped'],
    ['was not evaluated under a waiver without results', [], waived, 'NOT_EVALUATED no results'],
    ['was not evaluated under a waiver that is text', [], textWaiver(), 'NOT_EVALUATED no results'],
    ['counts under a waiver that lets it run', [failed], runningWaiver(), 'FAILED failed'],
    ['ends in an error under a waiver', [broken], waived, 'ERROR failed'],
    ['ends in an error with impact 0', [broken], { impact: 0 }, 'ERROR failed'],
    ['is waived before it does not apply', [skipped], { ...waived, impact: 0 }, 'NOT_EVALUATED skipped'],
    ['does not apply by only_applicable_if', [notApplicable()], { impact: 0 }, 'NOT_APPLICABLE failed'],
    [
      'is unknown with a word that InSpec does not define',
      [passed, { status: 'ok' }],
      {},
      'UNKNOWN ok/passed',
    ],
    ['fails whatever else a test says', [failed, { status: 'ok' }], {}, 'FAILED failed/ok'],
  ])('%s', (_promise, results, changes, expected) => {
    expect(verdictsOf(inspec, document(control(results, changes)))).toEqual([`cis-1.1 ${expected}`]);
  });

  test('names a word that InSpec does not define', () => {
    expect(rulesOf(inspec, document(control([{ status: 'ok' }])))[0]?.undefinedWord).toBe('ok');
  });

  test('tells title, failing tests, severity, level, fix and CIS ids', () => {
    const tags = {
      severity: 'high',
      cis_level: 'Level 1',
      fix: 'Make a.',
      cis_rid: '1.1',
      cis_id: ['a', 'b'],
    };
    expect(rulesOf(inspec, document(control([passed, failed], { tags })))[0]).toEqual({
      ruleId: 'cis-1.1',
      status: 'FAILED',
      result: 'failed/passed',
      title: 'Ensure a',
      reason: 'File /etc/b should exist: it does not',
      severity: 'high',
      level: 'Level 1',
      remediation: 'Make a.',
      identifiers: ['1.1', 'a', 'b'],
      counts: { FAILED: 1, PASSED: 1 },
      at: { path: ['profiles', 0, 'controls', 0] },
    });
  });

  test.each<[string, readonly unknown[], Record<string, unknown>, string | undefined]>([
    ['the exception', [broken], {}, 'File /etc/b should exist: undefined method'],
    ['what was skipped', [skipped, skipped], {}, 'only on bare metal'],
    ['the waiver', [skipped], waived, 'waived: accepted by CISO'],
    ['that there are no results', [], {}, 'the control has no results'],
    ['nothing of a pass', [passed], {}, undefined],
  ])('gives as reason %s', (_promise, results, changes, expected) => {
    expect(rulesOf(inspec, document(control(results, changes)))[0]?.reason).toBe(expected);
  });

  test.each([
    [0.05, 'none'],
    [0.1, 'low'],
    [0.5, 'medium'],
    [0.7, 'high'],
    [1, 'critical'],
    [null, undefined],
  ])('has the severity of its impact %d', (impact, severity) => {
    expect(rulesOf(inspec, document(control([passed], { impact })))[0]?.severity).toBe(severity);
  });

  test('takes fix and title from its descriptions when it must', () => {
    const changes = { title: null, descriptions: [{ label: 'fix', data: 'Make b.' }] };
    expect(rulesOf(inspec, document(control([passed], changes)))[0]).toMatchObject({
      title: 'Because',
      remediation: 'Make b.',
    });
  });
});

function textWaiver() {
  return { waiver_data: { skipped_due_to_waiver: 'true' } };
}

function runningWaiver() {
  return { waiver_data: { run: true, skipped_due_to_waiver: false, justification: 'x' } };
}

function notApplicable() {
  return { ...broken, resource_class: 'noop' };
}

describe('a document of InSpec', () => {
  test('tells scanner, profile, benchmark, platform and target', () => {
    const { ruleResults, ...facts } = scanOf(inspec, document(control([passed])));
    expect(ruleResults).toHaveLength(1);
    expect(facts).toEqual({
      scanner: 'InSpec',
      scannerVersion: '5.22.3',
      profile: 'cis-ubuntu',
      benchmark: 'CIS Ubuntu',
      benchmarkVersion: '2.0.0',
      platform: { product: 'ubuntu', version: '24.04' },
      targets: [{ scheme: 'InSpec target', names: ['host-1'], at: { path: ['platform', 'target_id'] } }],
    });
  });

  test('with an overlay counts the copies of a control that have results', () => {
    const overlaid = {
      ...document(),
      profiles: [
        { name: 'overlay', controls: [control([], { impact: 0.1 }), control([], { id: 'only-here' })] },
        { name: 'base', parent_profile: 'overlay', controls: [control([passed])] },
        { name: 'other', parent_profile: 'overlay', controls: [control([failed])] },
      ],
    };
    expect(verdictsOf(inspec, overlaid)).toEqual([
      'only-here ERROR no results',
      'cis-1.1 FAILED failed/passed',
    ]);
    expect(scanOf(inspec, overlaid).profile).toBe('overlay');
  });

  test('without controls says why', () => {
    const unsupported = {
      name: 'cis-rhel',
      controls: [],
      status: 'skipped',
      status_message: 'not for ubuntu',
    };
    expect(scanOf(inspec, { ...document(), profiles: [unsupported] }).emptyBecause).toBe(
      'cis-rhel: not for ubuntu',
    );
    expect(scanOf(inspec, document()).emptyBecause).toBe('InSpec ran no control');
  });

  test('tells every record without an id or a status, with its place', () => {
    const faulty = document(
      control([passed], { id: ' ' }),
      control([{ code_desc: 'x' }], { id: 'a' }),
      control([passed], { id: 7 }),
      control([passed, 3], { id: 'b' }),
      null,
    );
    expect(faultsOf(inspec, faulty)).toEqual([
      'profiles/0/controls/4: InSpec control is not an object.',
      'profiles/0/controls/0: InSpec control has no "id".',
      'profiles/0/controls/1/results/0: InSpec result has no "status".',
      'profiles/0/controls/2: "id" of InSpec control must be a text.',
      'profiles/0/controls/3/results/1: InSpec result is not an object.',
    ]);
  });

  test.each<[string, unknown]>([
    ['an entry that is no object', [null, passed]],
    ['an entry without a status', [passed, { code_desc: 'x' }]],
    ['no list', { first: passed }],
  ])('has no result for a control whose results have or are %s', (_what, results) => {
    const faulty = document(control([], { results }), control([passed], { id: 'b' }));
    expect(verdictsOf(inspec, faulty)).toEqual(['b PASSED passed']);
    expect(scanOf(inspec, faulty)).toMatchObject({
      unreadableRules: [{ ruleId: 'cis-1.1' }],
      faults: [{ ofRecord: true }],
    });
  });
});

describe('json-min of InSpec', () => {
  const row = (changes: Record<string, unknown>) => ({
    id: '1.1',
    profile_id: 'cis',
    profile_sha256: 'abc',
    ...passed,
    ...changes,
  });
  const minimal = (...controls: readonly unknown[]) => ({
    controls,
    statistics: { duration: 1 },
    version: '5.0.0',
  });

  test('has a row for each test, and they combine as the tests of a control do', () => {
    const rows = [row({}), row({ id: '1.2', ...skipped }), row({ ...failed }), row({ id: '1.2' })];
    expect(verdictsOf(inspec, minimal(...rows))).toEqual([
      '1.1 FAILED failed/passed',
      '1.2 PASSED passed/skipped',
    ]);
  });

  test('has errors too', () => {
    expect(verdictsOf(inspec, minimal(row({}), row(broken)))).toEqual(['1.1 ERROR failed/passed']);
  });

  test('tells scanner and profile, and its faults', () => {
    expect(scanOf(inspec, minimal(row({})))).toMatchObject({ scannerVersion: '5.0.0', profile: 'cis' });
    expect(faultsOf(inspec, minimal(row({ id: null }), row({ status: '' }), row({ id: '2' })))).toEqual([
      'controls/0: InSpec result has no "id".',
      'controls/1: InSpec result has no "status".',
    ]);
  });

  test('says when there was no test', () => {
    expect(scanOf(inspec, minimal()).emptyBecause).toBe('InSpec ran no test');
  });
});

test.each([
  ['InSpec json', document(control([passed])), true],
  ['HDF without statistics', { profiles: [{ controls: [] }], platform: {} }, true],
  ['a run of no profile', { profiles: [], platform: {}, statistics: {}, version: '5' }, true],
  ['json-min', { controls: [{ profile_sha256: 'a', code_desc: 'b' }] }, true],
  ['json-min without tests', { controls: [], statistics: {}, version: '5' }, true],
  ['profiles of something else', { profiles: [{ name: 'a' }], version: '1' }, false],
  ['profiles alone', { profiles: [{ controls: [] }] }, false],
  ['a profile that did not run', { name: 'p', controls: [control([])], supports: [] }, false],
  ['an empty list', [], false],
])('InSpec recognises %s: see table', (_what, value, expected) => {
  expect(inspec.recognises(value)).toBe(expected);
});
