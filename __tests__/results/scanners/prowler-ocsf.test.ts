import { describe, expect, test } from '@jest/globals';
import { prowlerOcsf } from '../../../src/results/scanners/prowler-ocsf.ts';
import { faultsOf, rulesOf, verdictsOf, scanOf } from './reading.ts';

const finding = (changes: Record<string, unknown> = {}) => ({
  message: 'Bucket a is public.',
  metadata: { event_code: 's3_bucket_public', product: { name: 'Prowler', version: '5.1.0' } },
  severity: 'High',
  status: 'New',
  status_code: 'FAIL',
  status_detail: 'Bucket a is public.',
  unmapped: { compliance: { 'CIS-2.0': ['2.1.4'], 'ISO27001-2022': ['A.8'], 'CIS-3.0': ['2.1.4', '2.1.5'] } },
  finding_info: { title: 'Ensure no bucket is public' },
  resources: [{ uid: 'arn:a', group: { name: 's3' }, data: { metadata: { secret: 'x' } } }],
  cloud: { account: { uid: '111122223333' }, provider: 'aws', region: 'eu-west-1' },
  remediation: { desc: 'Block public access.', references: [] },
  ...changes,
});

describe('prowler-ocsf', () => {
  test.each([
    ['PASS is a pass', { status_code: 'PASS' }, 'PASSED PASS'],
    ['FAIL is a failure', {}, 'FAILED FAIL'],
    ['MANUAL was not evaluated', { status_code: 'MANUAL' }, 'NOT_EVALUATED MANUAL'],
    ['a muted failure stays one', { status: 'Suppressed' }, 'FAILED FAIL'],
    ['another word is unknown', { status_code: 'MUTED' }, 'UNKNOWN MUTED'],
  ])('%s', (_promise, changes, expected) => {
    expect(verdictsOf(prowlerOcsf, [finding(changes)])).toEqual([`s3_bucket_public ${expected}`]);
  });

  test('details tell what was seen, the CIS numbers and what to do', () => {
    expect(rulesOf(prowlerOcsf, [finding()])).toEqual([
      {
        ruleId: 's3_bucket_public',
        status: 'FAILED',
        result: 'FAIL',
        title: 'Ensure no bucket is public',
        reason: 'Bucket a is public.',
        severity: 'High',
        section: 's3',
        remediation: 'Block public access.',
        identifiers: ['CIS-2.0 2.1.4', 'CIS-3.0 2.1.4', 'CIS-3.0 2.1.5'],
        at: { path: [0] },
      },
    ]);
    expect(rulesOf(prowlerOcsf, [finding({ status: 'Suppressed' })])[0]?.reason).toBe(
      'muted in Prowler: Bucket a is public.',
    );
  });

  test('the findings of one check combine to the worst, and are counted', () => {
    const findings = [finding({ status_code: 'PASS' }), finding(), finding({ status_code: 'PASS' })];
    expect(rulesOf(prowlerOcsf, findings)).toMatchObject([
      { status: 'FAILED', result: 'FAIL/PASS', counts: { FAILED: 1, PASSED: 2 }, at: { path: [1] } },
    ]);
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['an AWS account', {}, 'AWS account', '111122223333'],
    ['another account', { cloud: { account: { uid: 'p' }, provider: 'gcp' } }, 'Google Cloud project', 'p'],
    [
      'an account of a newer provider',
      { cloud: { account: { uid: 'o' }, provider: 'github' } },
      'github account',
      'o',
    ],
    [
      'a cluster',
      { cloud: undefined, unmapped: { provider: 'kubernetes', provider_uid: 'c' } },
      'Kubernetes cluster',
      'c',
    ],
    ['an account without provider', { cloud: { account: { uid: 'x' } } }, 'account', 'x'],
  ])('the target is %s', (_promise, changes, scheme, name) => {
    expect(scanOf(prowlerOcsf, [finding(changes)]).targets).toMatchObject([{ scheme, names: [name] }]);
  });

  test('every account is told once, and none where none is named', () => {
    const other = finding({ cloud: { account: { uid: '2' }, provider: 'aws' } });
    expect(scanOf(prowlerOcsf, [finding(), other, finding()]).targets).toEqual([
      { scheme: 'AWS account', names: ['111122223333'], at: { path: [0, 'cloud', 'account', 'uid'] } },
      { scheme: 'AWS account', names: ['2'], at: { path: [1, 'cloud', 'account', 'uid'] } },
    ]);
    expect(scanOf(prowlerOcsf, [finding({ cloud: null })]).targets).toBeUndefined();
  });

  test('every record without an id or a status is told, with its place', () => {
    const product = { product: { name: 'Prowler' } };
    const faulty = [
      finding({ metadata: product }),
      finding({ status_code: '' }),
      finding({ metadata: null }),
      'x',
    ];
    expect(faultsOf(prowlerOcsf, faulty)).toEqual([
      '3: Prowler finding is not an object.',
      '0/metadata: Prowler finding\'s metadata has no "event_code".',
      '1: Prowler finding has no "status_code".',
      '2: Prowler finding\'s metadata has no "event_code".',
    ]);
  });

  test.each([
    ['a list of findings', [finding()], true],
    ['a list that begins with something else', [{}, finding()], true],
    ['one finding', finding(), true],
    ['findings of others', [finding({ metadata: { event_code: 'a', product: { name: 'Other' } } })], false],
    ['an empty list', [], false],
  ])('recognises %s: see table', (_what, value, expected) => {
    expect(prowlerOcsf.recognises(value)).toBe(expected);
  });

  test('an empty list has no finding, also when the format was named', () => {
    expect(scanOf(prowlerOcsf, [])).toMatchObject({
      ruleResults: [],
      emptyBecause: 'Prowler wrote no finding',
    });
  });

  test('one finding is read alone', () => {
    expect(verdictsOf(prowlerOcsf, finding())).toEqual(['s3_bucket_public FAILED FAIL']);
  });
});
