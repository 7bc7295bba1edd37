import { describe, expect, test } from '@jest/globals';
import { memberOf } from '../../../../src/json.ts';
import { goss } from '../../../../src/results/scanners/goss/goss.ts';
import { faultsOf, rulesOf, verdictsOf, scanOf } from '../reading.ts';

const document = (...results: readonly unknown[]) => ({
  results,
  summary: {
    'test-count': results.length,
    'failed-count': results.filter((one) => memberOf(one, 'result') === 1).length,
  },
});

const gossTest = (changes: Record<string, unknown>) => ({
  successful: true,
  'resource-type': 'File',
  'resource-id': '/etc/shadow',
  property: 'mode',
  title: '6.1.3 | Ensure permissions are right',
  meta: { CIS_ID: '6.1.3', server: 1, workstation: 2, CISv8: [3.3, '4.1'], CISv8_IG1: true },
  result: 0,
  err: null,
  'matcher-result': { actual: '0644', message: 'to equal', expected: '0600' },
  ...changes,
});

describe('goss', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['0 is a pass', { result: 0 }, '6.1.3 PASSED pass'],
    ['1 is a failure', { result: 1 }, '6.1.3 FAILED fail'],
    [
      '2 is a test that was skipped, though `successful`',
      { result: 2, successful: true },
      '6.1.3 NOT_EVALUATED skip',
    ],
    ['3 is unknown', { result: 3 }, '6.1.3 UNKNOWN unknown'],
    ['a failure with an error is an error', { result: 1, err: 'connection refused' }, '6.1.3 ERROR fail'],
    ['goss before 0.4 writes an error as an empty object', { result: 1, err: {} }, '6.1.3 ERROR fail'],
    ['an empty error does not count', { result: 1, err: '' }, '6.1.3 FAILED fail'],
    ['another code is unknown', { result: 9 }, '6.1.3 UNKNOWN 9'],
  ])('%s', (_promise, changes, expected) => {
    expect(verdictsOf(goss, document(gossTest(changes)))).toEqual([expected]);
  });

  test('an undefined code is named', () => {
    expect(rulesOf(goss, document(gossTest({ result: 9 })))[0]?.undefinedWord).toBe('9');
    expect(rulesOf(goss, document(gossTest({ result: 3 })))[0]?.undefinedWord).toBeUndefined();
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['the CIS id', { meta: { CIS_ID: '1.2.3' } }, '1.2.3'],
    ['a CIS id that goss read as a number', { meta: { CIS_ID: 2.3 }, title: 'x' }, '2.3'],
    [
      '1.10 that goss took for 1.1, as the title has it',
      { meta: { CIS_ID: [1.1] }, title: '1.10 | x' },
      '1.10',
    ],
    ['1.1 when the title has another id', { meta: { CIS_ID: [1.1] }, title: '1.1.1 | x' }, '1.1'],
    ['the title without a CIS id', { meta: null }, '6.1.3 | Ensure permissions are right'],
    ['the title with an empty CIS id', { meta: { CIS_ID: [] } }, '6.1.3 | Ensure permissions are right'],
    ['type and resource without a title', { meta: null, title: '' }, 'File//etc/shadow'],
    ['the resource without type and title', { meta: {}, title: null, 'resource-type': null }, '/etc/shadow'],
  ])('a rule is named by %s', (_promise, changes, expected) => {
    expect(rulesOf(goss, document(gossTest(changes)))[0]?.ruleId).toBe(expected);
  });

  test('the tests of one CIS id combine to the worst', () => {
    const [rule] = rulesOf(goss, document(gossTest({}), gossTest({ result: 1 }), gossTest({ result: 2 })));
    expect(rule).toMatchObject({
      status: 'FAILED',
      result: 'fail/pass/skip',
      counts: { FAILED: 1, PASSED: 1, NOT_EVALUATED: 1 },
    });
  });

  test('details have the property and its expected value, the level and the CIS Controls', () => {
    expect(rulesOf(goss, document(gossTest({ result: 1 })))[0]).toMatchObject({
      title: '6.1.3 | Ensure permissions are right',
      reason: 'File: /etc/shadow: mode: expected 0644 to equal 0600',
      level: 'Level 1 server, Level 2 workstation',
      identifiers: ['CISv8 3.3', 'CISv8 4.1'],
    });
  });

  test.each([
    ['several lines', 'root:secret\nuser:secret'],
    ['a long line', `secret ${'x'.repeat(200)}`],
    ['a long list', Array.from({ length: 50 }, () => 'secret')],
  ])('evidence of %s is left out', (_promise, actual) => {
    const found = { actual, message: 'to have patterns', expected: ['nologin'] };
    const [rule] = rulesOf(goss, document(gossTest({ result: 1, 'matcher-result': found })));
    expect(rule?.reason).toBe(
      'File: /etc/shadow: mode: expected what was found to have patterns ["nologin"]',
    );
  });

  test.each([
    'contents',
    'stdout',
    'stderr',
    'body',
    'headers',
    'matches',
    'a property of a later version of goss',
  ])('the value of %s is left out, however short', (property) => {
    const found = { actual: 'secret', message: 'to have patterns', expected: ['a'] };
    const [rule] = rulesOf(goss, document(gossTest({ result: 1, property, 'matcher-result': found })));
    expect(rule?.reason).toBe(
      `File: /etc/shadow: ${property}: expected what was found to have patterns ["a"]`,
    );
  });

  test('a test with a CIS id that is not an id is a fault for each of its rules', () => {
    const scan = scanOf(
      goss,
      document(gossTest({}), gossTest({ meta: { CIS_ID: ['6.1.3', null, '6.1.4'] }, result: 1 })),
    );
    expect(scan.ruleResults).toEqual([]);
    expect(scan.faults).toEqual(
      ['6.1.3', '6.1.4'].map((ruleId) => ({
        sentence: '"meta.CIS_ID" of goss test contains something that is not an id.',
        at: { path: ['results', 1] },
        ofRecord: true,
        ruleId,
        status: 'FAILED',
      })),
    );
  });

  test('a test without a CIS id is a warning if others have one', () => {
    expect(scanOf(goss, document(gossTest({}), gossTest({ meta: {} }))).warnings).toEqual([
      {
        sentence: '1 test has no "meta.CIS_ID", although others do: named by title or resource.',
        at: { path: ['results', 1] },
      },
    ]);
    expect(scanOf(goss, document(gossTest({ meta: {} })))).not.toHaveProperty('warnings');
  });

  test('a skipped test says so', () => {
    const changes = { result: 2, skipped: true, 'matcher-result': { message: '' } };
    expect(rulesOf(goss, document(gossTest(changes)))[0]?.reason).toBe('File: /etc/shadow: mode: skipped');
  });

  test.each(['Mountpoint not found', 'lstat /x: no such file or directory', 'user: unknown user ghost'])(
    'absence is a failure of `exists`, although goss 0.4 calls it an error: %s',
    (err) => {
      const absent = gossTest({ result: 1, property: 'exists', err });
      expect(rulesOf(goss, document(absent))).toMatchObject([
        { status: 'FAILED', result: 'fail', reason: `File: /etc/shadow: exists: ${err}` },
      ]);
    },
  );

  test.each([
    ['mode', 'lstat /x: no such file or directory'],
    ['exists', 'getMount operation timed out after 1000 milliseconds'],
    ['exists', 'open /root: permission denied'],
    ['exit-status', 'Command execution timed out (10s)'],
  ])('a test that could not look is an error: %s, %s', (property, err) => {
    const [rule] = rulesOf(goss, document(gossTest({ result: 1, property, err })));
    expect(rule?.status).toBe('ERROR');
  });

  test('a missing mount is a failure in goss 0.3, which states no error', () => {
    const missing = gossTest({ result: 1, property: 'exists', found: ['false'], expected: ['true'] });
    expect(verdictsOf(goss, document(missing))).toEqual(['6.1.3 FAILED fail']);
  });

  describe('a test with several CIS ids', () => {
    const both = gossTest({
      result: 1,
      meta: { CIS_ID: ['1.1.2.2', '1.1.2.3', '1.1.2.2'] },
      title: '1.1.2.2 | Ensure nodev on /tmp\n1.1.2.3 | Ensure noexec on /tmp\n',
    });
    const one = gossTest({ meta: { CIS_ID: ['1.1.2.2'] } });

    test('counts for each of them', () => {
      expect(verdictsOf(goss, document(one, both))).toEqual([
        '1.1.2.2 FAILED fail/pass',
        '1.1.2.3 FAILED fail',
      ]);
    });

    test('gives each its own line of the title, and names the others', () => {
      const shown = rulesOf(goss, document(both)).map(({ title, identifiers }) => [title, identifiers]);
      expect(shown).toEqual([
        ['1.1.2.2 | Ensure nodev on /tmp', ['also 1.1.2.3']],
        ['1.1.2.3 | Ensure noexec on /tmp', ['also 1.1.2.2']],
      ]);
    });

    test('that cannot be read makes each of them unreadable', () => {
      const unreadable = { ...both, result: null };
      expect(scanOf(goss, document(one, unreadable))).toMatchObject({
        ruleResults: [],
        unreadableRules: [{ ruleId: '1.1.2.2' }, { ruleId: '1.1.2.3' }],
      });
    });
  });

  describe('the test in which Ansible-Lockdown describes the run', () => {
    const description = (changes: Record<string, unknown> = {}, meta: Record<string, unknown> = {}) => ({
      ...gossTest({ title: 'Benchmark MetaData', property: 'exit-status', ...changes }),
      meta: {
        benchmark_type: 'CIS',
        benchmark_os: 'RHEL9',
        benchmark_version: 'v1.0.0',
        host_epoch: 1_700_000_000,
        host_hostname: 'host-a.example.test',
        host_machine_uuid: '11111111-2222-3333-4444-555555555555',
        host_os_distribution: 'rhel',
        host_os_release: 9.3,
        ...meta,
      },
    });

    test('is not a rule, and is counted', () => {
      const scan = scanOf(goss, document(description(), gossTest({})));
      expect(scan.ruleResults.map(({ ruleId }) => ruleId)).toEqual(['6.1.3']);
      expect(scan.excluded).toEqual([{ what: 'description of the run', count: 1 }]);
    });

    test('states benchmark, platform, time and target', () => {
      const facts = scanOf(goss, document(description(), gossTest({})));
      expect(facts).toMatchObject({
        scanner: 'goss',
        benchmark: 'CIS RHEL9',
        benchmarkVersion: '1.0.0',
        cisBenchmark: { product: 'rhel9', version: '1.0.0' },
        platform: { product: 'rhel', version: '9.3' },
        started: 1_700_000_000_000,
      });
      expect(facts.targets?.map(({ scheme, names }) => [scheme, names])).toEqual([
        ['goss machine UUID', ['11111111-2222-3333-4444-555555555555']],
        ['goss host name', ['host-a.example.test']],
      ]);
    });

    test('states no version of a CIS benchmark if it is for a STIG', () => {
      const facts = scanOf(goss, document(description({}, { benchmark_type: 'STIG' }), gossTest({})));
      expect(facts).toMatchObject({ benchmark: 'STIG RHEL9', contentVersion: '1.0.0' });
      expect(facts).not.toHaveProperty('benchmarkVersion');
      expect(facts).not.toHaveProperty('cisBenchmark');
    });

    test('is a warning if it did not pass', () => {
      expect(scanOf(goss, document(description({ result: 1 }), gossTest({}))).warnings).toEqual([
        {
          sentence: 'The test that describes the run did not pass: its description may be wrong.',
          at: { path: ['results', 0] },
        },
      ]);
    });
  });

  test('the run lasts as long as its tests', () => {
    const timed = (start: string, end: string) => gossTest({ 'start-time': start, 'end-time': end });
    const first = timed('2026-11-25T07:07:15.5Z', '2026-11-25T07:07:16Z');
    const second = timed('2026-11-25T09:07:14+02:00', '2026-11-25T07:07:20.25Z');
    expect(scanOf(goss, document(first, second, gossTest({})))).toMatchObject({
      started: Date.UTC(2026, 10, 25, 7, 7, 14),
      ended: Date.UTC(2026, 10, 25, 7, 7, 20, 250),
    });
  });

  test.each([
    [
      'fewer tests',
      { 'test-count': 3, 'failed-count': 1 },
      ['goss counted 3 tests, but the file contains 2: results may be missing.'],
    ],
    [
      'fewer failures',
      { 'test-count': 2, 'failed-count': 2 },
      ['goss counted 2 failed tests, but the file contains 1: results may be missing.'],
    ],
    ['no fewer tests or failures', { 'test-count': 2, 'failed-count': 1 }, undefined],
  ])('a file with %s than goss counted gives a warning: see table', (_what, summary, expected) => {
    const { warnings } = scanOf(goss, { ...document(gossTest({}), gossTest({ result: 1 })), summary });
    expect(warnings?.map(({ sentence }) => sentence)).toEqual(expected);
  });

  test('an error is the reason', () => {
    const [rule] = rulesOf(goss, document(gossTest({ result: 1, err: 'timed out' })));
    expect(rule?.reason).toBe('File: /etc/shadow: mode: timed out');
  });

  test.each([
    ['a list', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['an object', '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)],
  ])('the found and expected values may be %s nested 50,000 deep', (_what, json) => {
    const deep: unknown = JSON.parse(json);
    const outcome = { actual: deep, message: 'to equal', expected: deep };
    const [rule] = rulesOf(goss, document(gossTest({ result: 1, 'matcher-result': outcome })));
    expect(rule?.status).toBe('FAILED');
    expect(rule?.reason).toContain('mode: expected what was found to equal ');
  });

  test('a test without an id only affects that record', () => {
    const nameless = gossTest({ meta: null, title: null, 'resource-id': null });
    expect(scanOf(goss, document(nameless)).faults).toMatchObject([{ ofRecord: true }]);
  });

  test('every record without an id or a result is a fault at its place', () => {
    const broken = document(
      gossTest({ meta: null, title: ' ', 'resource-id': '' }),
      gossTest({ result: null }),
      'no test',
      gossTest({ meta: { CIS_ID: '9' } }),
    );
    expect(faultsOf(goss, broken)).toEqual([
      'results/2: goss test is not an object.',
      'results/0: goss test has no "meta.CIS_ID", "title" or "resource-id".',
      'results/1: goss test has no "result".',
    ]);
    expect(verdictsOf(goss, broken)).toEqual(['9 PASSED pass']);
  });

  test('a rule with an unreadable record has no result: the others could make it look better', () => {
    const faulty = document(gossTest({}), gossTest({ result: null }));
    expect(verdictsOf(goss, faulty)).toEqual([]);
    expect(scanOf(goss, faulty).unreadableRules).toEqual([{ ruleId: '6.1.3' }]);
  });

  test.each([
    ['a run', document(gossTest({})), true],
    ['a run without tests', { results: null, summary: { 'test-count': 0 } }, true],
    ['results without a count', { results: [gossTest({})] }, false],
    ['a Checkov report', { results: { failed_checks: [] }, summary: { failed: 0 } }, false],
    ['an empty list', [], false],
  ])('recognises %s: see table', (_what, value, expected) => {
    expect(goss.recognises(value)).toBe(expected);
  });

  test('a report without tests says so', () => {
    const empty = scanOf(goss, { results: null, summary: { 'test-count': 0 } });
    expect(empty).toMatchObject({ ruleResults: [], emptyBecause: 'goss ran no tests' });
  });
});
