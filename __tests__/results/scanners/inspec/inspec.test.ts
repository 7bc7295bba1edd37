import { describe, expect, test } from '@jest/globals';
import type { CisBenchmark } from '../../../../src/results/reading/scanner.ts';
import { inspec } from '../../../../src/results/scanners/inspec/inspec.ts';
import { faultsOf, rulesOf, verdictsOf, scanOf } from '../reading.ts';

const passed = { status: 'passed', code_desc: 'File /etc/a should exist' };
const failed = { status: 'failed', code_desc: 'File /etc/b should exist', message: 'it does\nnot' };
const skipped = { status: 'skipped', code_desc: 'No-op', skip_message: 'only on bare metal' };
const broken = {
  ...failed,
  message: 'undefined method `x`',
  exception: 'NoMethodError',
  backtrace: ['a.rb:1'],
};

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
    ['passes if every test passes', [passed, passed], {}, 'PASSED passed'],
    ['fails if any test fails', [passed, failed, skipped], {}, 'FAILED failed/passed/skipped'],
    ['passes if a test passes and others are skipped', [skipped, passed], {}, 'PASSED passed/skipped'],
    ['was not evaluated if all its tests are skipped', [skipped], {}, 'NOT_EVALUATED skipped'],
    ['ends in an error if a test raised an exception', [passed, broken], {}, 'ERROR failed/passed'],
    [
      'ends in an error if a test has the status error',
      [{ status: 'error' }, failed],
      {},
      'ERROR error/failed',
    ],
    ['ends in an error if it has no results', [], {}, 'ERROR no results'],
    [
      'does not apply with impact 0, regardless of its tests',
      [failed],
      { impact: 0 },
      'NOT_APPLICABLE failed',
    ],
    ['does not apply with impact 0 and no results', [], { impact: 0.0 }, 'NOT_APPLICABLE no results'],
    ['does not apply with impact "none"', [passed], { impact: 'none' }, 'NOT_APPLICABLE passed'],
    ['was not evaluated under a waiver', [skipped], waived, 'NOT_EVALUATED skipped'],
    ['was not evaluated under a waiver without results', [], waived, 'NOT_EVALUATED no results'],
    ['was not evaluated under a waiver with a string for true', [], textWaiver(), 'NOT_EVALUATED no results'],
    ['counts under a waiver that lets it run', [failed], runningWaiver(), 'FAILED failed'],
    ['ends in an error under a waiver', [broken], waived, 'ERROR failed'],
    ['ends in an error with impact 0', [broken], { impact: 0 }, 'ERROR failed'],
    ['is waived even if it does not apply', [skipped], { ...waived, impact: 0 }, 'NOT_EVALUATED skipped'],
    ['does not apply by only_applicable_if', [notApplicable()], { impact: 0 }, 'NOT_APPLICABLE failed'],
    ['is unknown if a word is not defined by InSpec', [passed, { status: 'ok' }], {}, 'UNKNOWN ok/passed'],
    ['fails regardless of undefined words', [failed, { status: 'ok' }], {}, 'FAILED failed/ok'],
  ])('%s', (_promise, results, changes, expected) => {
    expect(verdictsOf(inspec, document(control(results, changes)))).toEqual([`cis-1.1 ${expected}`]);
  });

  test('names a word that InSpec does not define', () => {
    expect(rulesOf(inspec, document(control([{ status: 'ok' }])))[0]?.undefinedWord).toBe('ok');
  });

  test('has title, failing tests, severity, level, fix and CIS ids', () => {
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
      reason: 'File /etc/b should exist',
      recommendations: ['1.1'],
      severity: 'high',
      level: 'Level 1',
      remediation: 'Make a.',
      identifiers: ['a', 'b'],
      counts: { FAILED: 1, PASSED: 1 },
      at: { path: ['profiles', 0, 'controls', 0] },
    });
  });

  test.each<[string, readonly unknown[], Record<string, unknown>, string | undefined]>([
    [
      'the exception, and the parts of its message without values',
      [{ ...broken, message: 'undefined method `mode` for nil\nDid you mean? node' }],
      {},
      'File /etc/b should exist: NoMethodError: undefined method `mode` for nil',
    ],
    [
      'what was found, if that is a number',
      [{ ...failed, message: '\nexpected: 1\n     got: 2\n' }],
      {},
      'File /etc/b should exist: got 2',
    ],
    ['what was skipped', [skipped, skipped], {}, 'only on bare metal'],
    ['the waiver', [skipped], waived, 'waived: accepted by CISO'],
    ['that there are no results', [], {}, 'the control has no results'],
    ['nothing for a pass', [passed], {}, undefined],
    [
      'for an error, the test that broke, but none that passed or failed',
      [passed, failed, { ...broken, message: 'undefined method `mode` for nil' }],
      {},
      'File /etc/b should exist: NoMethodError: undefined method `mode` for nil',
    ],
    ['for a failure, the tests that failed', [passed, failed], {}, 'File /etc/b should exist'],
  ])('has as its reason %s', (_promise, results, changes, expected) => {
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

  test('takes fix and title from its descriptions if it must', () => {
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

describe('a control of InSpec is an error because of an exception without a backtrace', () => {
  const raising = (exception: string, changes: Record<string, unknown> = {}) => ({
    ...failed,
    exception,
    ...changes,
  });
  test.each([
    ['in the profile', [raising('NoMethodError')], 'ERROR failed'],
    ['in the profile, among other tests', [passed, raising('RuntimeError')], 'ERROR failed/passed'],
    [
      'but not because of several failures',
      [raising('RSpec::Core::MultipleExceptionError')],
      'FAILED failed',
    ],
    [
      'but not because of several failures with a backtrace',
      [raising('RSpec::Core::MultipleExceptionError', { backtrace: ['a.rb:1'] })],
      'FAILED failed',
    ],
    [
      'but not because of an expectation',
      [raising('RSpec::Expectations::ExpectationNotMetError')],
      'FAILED failed',
    ],
    [
      'but not because of only_applicable_if',
      [raising('Inspec::Exceptions::X', { resource_class: 'noop' })],
      'FAILED failed',
    ],
  ])('%s', (_what, results, expected) => {
    expect(verdictsOf(inspec, document(control(results)))).toEqual([`cis-1.1 ${expected}`]);
  });
});

describe("InSpec's own verdict on a control (--enhanced-outcomes)", () => {
  const waived = { waiver_data: { skipped_due_to_waiver: true, justification: 'accepted' } };
  test.each<[string, readonly unknown[], Record<string, unknown>, string]>([
    ['counts', [failed], { status: 'failed' }, 'FAILED failed'],
    ['counts if there are no results', [], { status: 'not_reviewed' }, 'NOT_EVALUATED not_reviewed'],
    [
      'counts if it is not applicable',
      [passed],
      { impact: 0, status: 'not_applicable' },
      'NOT_APPLICABLE not_applicable',
    ],
    ['counts if it is an error', [broken], { status: 'error' }, 'ERROR error'],
    [
      'is UNKNOWN if InSpec does not define it',
      [passed],
      { status: 'undefined-word' },
      'UNKNOWN undefined-word',
    ],
    ['does not override a waiver', [skipped], { ...waived, status: 'passed' }, 'NOT_EVALUATED skipped'],
    ['is ignored if it is null', [passed], { status: null }, 'PASSED passed'],
  ])('%s', (_promise, results, changes, expected) => {
    expect(verdictsOf(inspec, document(control(results, changes)))).toEqual([`cis-1.1 ${expected}`]);
  });

  test('that is better than its results gives a warning', () => {
    expect(scanOf(inspec, document(control([failed], { status: 'passed' }))).warnings).toEqual([
      {
        sentence: '"status" of the InSpec control is better than its results; it is sent unchanged.',
        at: { path: ['profiles', 0, 'controls', 0] },
      },
    ]);
    const agreeing = document(
      control([failed], { status: 'failed' }),
      control([], { id: 'b', status: 'not_reviewed' }),
    );
    expect(scanOf(inspec, agreeing)).not.toHaveProperty('warnings');
  });

  test('that cannot be read makes the control unreadable', () => {
    expect(scanOf(inspec, document(control([passed], { status: ['passed'] })))).toMatchObject({
      ruleResults: [],
      unreadableRules: [{ ruleId: 'cis-1.1' }],
    });
  });
});

describe('the recommendations of a control of InSpec', () => {
  test.each<[string, Record<string, unknown>, readonly string[] | undefined]>([
    ['are in its tag `cis_rid`', { tags: { cis_rid: '1.1.1' } }, ['1.1.1']],
    ['are in its tag `cis_id`', { tags: { cis_id: ' 2.10 ' } }, ['2.10']],
    ['are all of them', { tags: { cis_rid: ['1.1.1', '1.1.2'], cis_id: '1.1.1' } }, ['1.1.1', '1.1.2']],
    [
      'are never CIS Controls',
      { tags: { cis_control: '1.1', cis_controls: ['6.2', { 8: ['4.1'] }] } },
      undefined,
    ],
    ['are not other words', { tags: { cis_rid: 'L1', cis_id: 'cis-1.1' } }, undefined],
    ['are not sections', { tags: { cis_rid: ['1', '1.1', '1.1.3'] } }, ['1.1.3']],
    [
      'are as in the title if the profile does not quote them',
      { tags: { cis_rid: 1.1 }, title: '1.10 Ensure a' },
      ['1.10'],
    ],
    ['may be a number without quotation marks', { tags: { cis_rid: 2.3 } }, ['2.3']],
    [
      'are in an id of CIS’s own content',
      { id: 'xccdf_org.cisecurity.benchmarks_rule_1.1.1.1_Ensure_cramfs' },
      ['1.1.1.1'],
    ],
    ['are not in any other id or title', { id: 'cis-1.1.1', title: '1.1.1 Ensure a' }, undefined],
  ])('%s', (_promise, changes, expected) => {
    expect(scanOf(inspec, document(control([passed], changes))).ruleResults[0]?.recommendations).toEqual(
      expected,
    );
  });

  test('are reported for a control that cannot be read', () => {
    const faulty = document(control([{ code_desc: 'x' }], { tags: { cis_rid: '1.1.1' } }));
    expect(scanOf(inspec, faulty).unreadableRules).toEqual([
      { ruleId: 'cis-1.1', recommendations: ['1.1.1'] },
    ]);
  });
});

describe('people’s notes on a control of InSpec are in its reason', () => {
  const attested = (status: string) => ({
    code_desc: 'Manually verified status provided through attestation',
    status,
    message: 'Attestation:\nStatus: passed\nExplanation: We looked.\n\nUpdated By: A. Person',
  });
  const expired = {
    ...attested('skipped'),
    code_desc: 'Manual verification status provided through attestation has expired',
  };
  const attestation = {
    attestation_data: { explanation: 'We looked.', updated: '2026-01-02', updated_by: 'A. Person' },
  };
  const waiver = (changes: Record<string, unknown>) => ({
    waiver_data: { skipped_due_to_waiver: false, justification: 'accepted', message: '', ...changes },
  });
  test.each<[string, readonly unknown[], Record<string, unknown>, string, string]>([
    [
      'an attestation',
      [skipped, attested('passed')],
      attestation,
      'PASSED',
      'attested by hand (2026-01-02): We looked.',
    ],
    [
      'an attestation of a failure',
      [skipped, attested('failed')],
      attestation,
      'FAILED',
      'attested by hand (2026-01-02): We looked.',
    ],
    ['an attestation without its data', [skipped, attested('passed')], {}, 'PASSED', 'attested by hand'],
    [
      'an attestation that has expired',
      [skipped, expired],
      attestation,
      'NOT_EVALUATED',
      'attestation has expired (2026-01-02): We looked.; only on bare metal',
    ],
    ['a waiver that lets it run', [passed], waiver({ run: true }), 'PASSED', 'waived, but run: accepted'],
    [
      'a waiver that has expired',
      [failed],
      waiver({ message: 'Waiver expired on 2025-01-01, evaluating control normally' }),
      'FAILED',
      'Waiver expired on 2025-01-01, evaluating control normally: accepted; File /etc/b should exist',
    ],
  ])('%s', (_what, results, changes, status, reason) => {
    expect(rulesOf(inspec, document(control(results, changes)))).toMatchObject([{ status, reason }]);
  });

  test('but never who attested it', () => {
    const results = [skipped, attested('failed')];
    expect(JSON.stringify(rulesOf(inspec, document(control(results, attestation))))).not.toContain('Person');
  });
});

describe('a document from InSpec', () => {
  test('states scanner, profile, benchmark, platform and target', () => {
    const { ruleResults, ...facts } = scanOf(inspec, document(control([passed])));
    expect(ruleResults).toHaveLength(1);
    expect(facts).toEqual({
      scanner: 'InSpec',
      scannerVersion: '5.22.3',
      profile: 'cis-ubuntu',
      benchmark: 'CIS Ubuntu',
      contentVersion: '2.0.0',
      platform: { product: 'ubuntu', version: '24.04' },
      targets: [
        {
          scheme: 'InSpec target',
          names: ['host-1'],
          isHostName: true,
          at: { path: ['platform', 'target_id'] },
        },
      ],
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

  test('counts the copies that are left out', () => {
    const overlaid = {
      ...document(),
      profiles: [
        { name: 'overlay', controls: [control([])] },
        { name: 'base', parent_profile: 'overlay', controls: [control([passed])] },
      ],
    };
    expect(scanOf(inspec, overlaid).excluded).toEqual([{ what: "overlay's copy of a control", count: 1 }]);
  });

  test('states when the tests ran; attestations came later', () => {
    const timed = (start_time: string, run_time = 0) => ({ ...passed, start_time, run_time });
    const attested = {
      ...timed('2026-11-25T09:00:00Z'),
      code_desc: 'Manually verified status provided through attestation',
    };
    const tests = [timed('2026-11-25T10:00:00+02:00', 1.5), timed('2026-11-25T07:59:59Z', 0.5), attested];
    expect(scanOf(inspec, document(control(tests)))).toMatchObject({
      started: Date.UTC(2026, 10, 25, 7, 59, 59),
      ended: Date.UTC(2026, 10, 25, 8, 0, 1, 500),
    });
  });

  test.each<[string, CisBenchmark | undefined]>([
    ['CIS Docker Benchmark', { product: 'docker' }],
    ['CIS Ubuntu Linux 22.04 LTS Benchmark v2.0.0', { product: 'ubuntu linux 22.04 lts', version: '2.0.0' }],
    ['CIS Docker Community Edition', undefined],
    ['My hardening, after the CIS Docker Benchmark', undefined],
  ])('takes the CIS benchmark from the title %s', (title, expected) => {
    const { profiles, ...rest } = document(control([passed]));
    const scan = scanOf(inspec, { ...rest, profiles: profiles.map((profile) => ({ ...profile, title })) });
    expect(scan.cisBenchmark).toEqual(expected);
    expect(scan.benchmarkVersion).toBe(expected?.version);
  });

  test('names the node of Chef Automate, but no target that InSpec made from an empty id', () => {
    const automate = {
      ...document(control([passed])),
      platform: { name: 'redhat', target_id: 'da39a3ee-5e6b-5b0d-b255-bfef95601890' },
      node_uuid: 'node-1',
      report_uuid: 'run-1',
    };
    expect(scanOf(inspec, automate)).toMatchObject({
      runId: 'run-1',
      targets: [{ scheme: 'node of Chef Automate', names: ['node-1'] }],
    });
  });

  test('with a platform that says nothing states no platform', () => {
    expect(scanOf(inspec, { ...document(control([passed])), platform: {} })).not.toHaveProperty('platform');
  });

  test('converted by MITRE SAF states no platform', () => {
    const converted = {
      ...document(control([passed])),
      platform: { name: 'Heimdall Tools', release: '2.6' },
    };
    const scan = scanOf(inspec, converted);
    expect(scan.scanner).toBe('MITRE SAF');
    expect(scan).not.toHaveProperty('platform');
  });

  describe('warns of every profile that did not run, and does not name it as the source', () => {
    const ran = { name: 'cis', controls: [control([passed])], status: 'loaded', status_message: '' };
    test.each<[string, readonly unknown[], readonly string[]]>([
      [
        'skipped',
        [ran, { name: 'win', controls: [], status: 'skipped', skip_message: 'Skipping: not Windows.' }],
        ['The profile "win" did not run: Skipping: not Windows. Its rules were not evaluated.'],
      ],
      [
        'failed to load',
        [ran, { name: 'docker', status: 'failed', status_message: 'Failed to load' }],
        ['The profile "docker" did not run: Failed to load. Its rules were not evaluated.'],
      ],
      [
        'with another status',
        [ran, { name: 'x', controls: [], status: 'undefined-word' }],
        ['The profile "x" did not run. Its rules were not evaluated.'],
      ],
      [
        'without a status, but with a message and no controls',
        [ran, { name: 'x', controls: [], status_message: 'Failed' }],
        ['The profile "x" did not run: Failed. Its rules were not evaluated.'],
      ],
      [
        'that another profile depends on',
        [
          {
            ...ran,
            depends: [
              { name: 'base', status: 'failed', status_message: '404' },
              { name: 'ok', status: 'loaded' },
            ],
          },
        ],
        ['The profile "base" did not run: 404. Its rules were not evaluated.'],
      ],
      [
        'once, although it is listed twice',
        [
          { ...ran, depends: [{ name: 'base', status: 'failed', status_message: '404' }] },
          { name: 'base', controls: [], status: 'failed', status_message: '404' },
        ],
        ['The profile "base" did not run: 404. Its rules were not evaluated.'],
      ],
    ])('%s', (_what, profiles, sentences) => {
      const scan = scanOf(inspec, { ...document(), profiles });
      expect(scan.warnings?.map(({ sentence }) => sentence)).toEqual(sentences);
      expect(scan).toMatchObject({ profile: 'cis' });
      expect(scan).not.toHaveProperty('faults');
    });
  });

  test.each([
    [
      { total: 3, failed: { total: 1 } },
      ['InSpec counted 3 controls, but the file contains 2: results may be missing.'],
    ],
    [
      { total: 2, failed: { total: 2 } },
      ['InSpec counted 2 failed controls, but the file contains 1: results may be missing.'],
    ],
    [{ total: 2, failed: { total: 1 } }, undefined],
  ])('compares its controls with the totals %j', (controls, expected) => {
    const counted = {
      ...document(
        control([passed]),
        control([failed, passed], { id: 'b' }),
        control([], { id: 'without results' }),
        control([failed], { id: '(generated from a.rb:1 0)' }),
      ),
      statistics: { duration: 1, controls },
    };
    expect(scanOf(inspec, counted).warnings?.map(({ sentence }) => sentence)).toEqual(expected);
  });

  test('warns of tests outside any control, which belong to no rule', () => {
    const old = { ...document(control([passed])), other_checks: [passed, failed] };
    expect(scanOf(inspec, old).warnings).toEqual([
      { sentence: 'The file contains 2 tests outside any control.', at: { path: ['other_checks'] } },
    ]);
  });

  test.each([
    ['controls', { name: 'a' }, 'profiles/0: InSpec profile has no "controls".'],
    [
      'results',
      { name: 'a', controls: [{ id: 'x', impact: 0 }] },
      'profiles/0/controls/0: InSpec control has no "results".',
    ],
  ])('without %s is a fault', (_what, profile, fault) => {
    expect(faultsOf(inspec, { ...document(), profiles: [profile] })).toEqual([fault]);
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
    expect(scanOf(inspec, document()).emptyBecause).toBe('InSpec ran no controls');
  });

  test('reports every record without an id or a status, at its place', () => {
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
      'profiles/0/controls/2: "id" of InSpec control must be a string.',
      'profiles/0/controls/3/results/1: InSpec result is not an object.',
    ]);
  });

  test.each<[string, unknown]>([
    ['an entry that is not an object', [null, passed]],
    ['an entry without a status', [passed, { code_desc: 'x' }]],
    ['not a list', { first: passed }],
  ])('has no result for a control whose results contain or are %s', (_what, results) => {
    const faulty = document(control([], { results }), control([passed], { id: 'b' }));
    expect(verdictsOf(inspec, faulty)).toEqual(['b PASSED passed']);
    expect(scanOf(inspec, faulty)).toMatchObject({
      unreadableRules: [{ ruleId: 'cis-1.1' }],
      faults: [{ ofRecord: true }],
    });
  });
});

describe('json-min from InSpec', () => {
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

  test('can have errors too', () => {
    expect(verdictsOf(inspec, minimal(row({}), row(broken)))).toEqual(['1.1 ERROR failed/passed']);
  });

  test('states scanner and profile, and reports its faults', () => {
    expect(scanOf(inspec, minimal(row({})))).toMatchObject({ scannerVersion: '5.0.0', profile: 'cis' });
    expect(faultsOf(inspec, minimal(row({ id: null }), row({ status: '' }), row({ id: '2' })))).toEqual([
      'controls/0: InSpec result has no "id".',
      'controls/1: InSpec result has no "status".',
    ]);
  });

  test('says if there were no tests', () => {
    expect(scanOf(inspec, minimal()).emptyBecause).toBe('InSpec ran no tests');
  });
});

test.each([
  ['InSpec json', document(control([passed])), true],
  ['HDF without statistics', { profiles: [{ controls: [] }], platform: {} }, true],
  ['a run without profiles', { profiles: [], platform: {}, statistics: {}, version: '5' }, true],
  ['json-min', { controls: [{ profile_sha256: 'a', code_desc: 'b' }] }, true],
  ['json-min without tests', { controls: [], statistics: {}, version: '5' }, true],
  ['profiles of something else', { profiles: [{ name: 'a' }], version: '1' }, false],
  ['only profiles', { profiles: [{ controls: [] }] }, false],
  ['a profile that did not run', { name: 'p', controls: [control([])], supports: [] }, false],
  ['an empty list', [], false],
])('InSpec recognises %s: see table', (_what, value, expected) => {
  expect(inspec.recognises(value)).toBe(expected);
});
