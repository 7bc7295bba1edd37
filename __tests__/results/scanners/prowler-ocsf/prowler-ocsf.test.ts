import { describe, expect, test } from '@jest/globals';
import { prowlerOcsf } from '../../../../src/results/scanners/prowler-ocsf/prowler-ocsf.ts';
import { faultsOf, rulesOf, verdictsOf, scanOf } from '../reading.ts';

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
    ['a muted failure stays a failure', { status: 'Suppressed' }, 'FAILED FAIL'],
    [
      'a muted finding without another word was not evaluated',
      { status_code: 'MUTED' },
      'NOT_EVALUATED MUTED',
    ],
    ['another word is unknown', { status_code: 'OK' }, 'UNKNOWN OK'],
  ])('%s', (_promise, changes, expected) => {
    expect(verdictsOf(prowlerOcsf, [finding(changes)])).toEqual([`s3_bucket_public ${expected}`]);
  });

  test.each([
    ['its status detail', { status_detail: 'a', message: 'b' }, 'a'],
    ['its message, if it has no status detail', { status_detail: '', message: 'b' }, 'b'],
  ])('the reason of a finding is %s', (_promise, changes, reason) => {
    expect(rulesOf(prowlerOcsf, [finding(changes)])[0]?.reason).toBe(reason);
  });

  test('details have what was seen, the CIS numbers and what to do', () => {
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
      'GitHub owner',
      'o',
    ],
    [
      'a cluster',
      { cloud: undefined, unmapped: { provider: 'kubernetes', provider_uid: 'c' } },
      'Kubernetes cluster',
      'c',
    ],
    ['an account without a provider', { cloud: { account: { uid: 'x' } } }, 'account', 'x'],
  ])('the target is %s', (_promise, changes, scheme, name) => {
    expect(scanOf(prowlerOcsf, [finding(changes)]).targets).toMatchObject([{ scheme, names: [name] }]);
  });

  test('every account is reported once, and none if none is named', () => {
    const other = finding({ cloud: { account: { uid: '2' }, provider: 'aws' } });
    expect(scanOf(prowlerOcsf, [finding(), other, finding()]).targets).toEqual([
      { scheme: 'AWS account', names: ['111122223333'], at: { path: [0, 'cloud', 'account', 'uid'] } },
      { scheme: 'AWS account', names: ['2'], at: { path: [1, 'cloud', 'account', 'uid'] } },
    ]);
    expect(scanOf(prowlerOcsf, [finding({ cloud: null })]).targets).toBeUndefined();
  });

  test.each([
    ['azure', '--subscription-ids'],
    ['gcp', '--project-ids'],
    ['github', '--organizations'],
  ])('several accounts of %s: the remedy is %s', (provider, option) => {
    const of = (uid: string) => finding({ cloud: { account: { uid }, provider } });
    const targets = scanOf(prowlerOcsf, [of('a'), of('b')]).targets ?? [];
    expect(targets.map(({ names, remedy }) => [...names, remedy])).toEqual([
      ['a', expect.stringContaining(`\`${option}\``)],
      ['b', expect.stringContaining(`\`${option}\``)],
    ]);
  });

  describe('a finding about the whole tenant', () => {
    const azure = (uid: string, tenant: string) =>
      finding({ cloud: { account: { uid }, org: { uid: tenant }, provider: 'azure' } });
    const targetsOf = (...findings: readonly unknown[]) =>
      (scanOf(prowlerOcsf, findings).targets ?? []).map(({ scheme, names }) => [scheme, ...names]);

    test('names no subscription', () => {
      expect(targetsOf(azure('t', 't'), azure('s', 't'))).toEqual([['Azure subscription', 's']]);
    });

    test('names the tenant if no finding is about a subscription', () => {
      expect(targetsOf(azure('t', 't'), azure('t', 't'))).toEqual([['Azure tenant', 't']]);
    });

    test('names the organization of another provider', () => {
      const aws = finding({ cloud: { account: { uid: 'o' }, org: { uid: 'o' }, provider: 'aws' } });
      expect(targetsOf(aws)).toEqual([['organization', 'o']]);
    });

    test('is also recognised by `metadata.tenant_uid`', () => {
      const metadata = { ...finding().metadata, tenant_uid: 't' };
      const ofTenant = finding({ metadata, cloud: { account: { uid: 't' }, provider: 'azure' } });
      expect(targetsOf(ofTenant, azure('s', 't'))).toEqual([['Azure subscription', 's']]);
    });

    test('about another tenant is another target', () => {
      expect(targetsOf(azure('t', 't'), azure('u', 'u'))).toHaveLength(2);
    });
  });

  describe('CIS numbers', () => {
    const of = (compliance: Record<string, unknown>, changes: Record<string, unknown> = {}) =>
      finding({ unmapped: { compliance }, ...changes });
    const names = (...findings: readonly unknown[]) =>
      scanOf(prowlerOcsf, findings).ruleResults.map(({ recommendations, identifiers }) => ({
        recommendations,
        identifiers,
      }));

    test.each<[string, readonly unknown[], unknown]>([
      [
        'one version',
        [of({ 'CIS-3.0': ['2.1.4', '2.1.5'], ENS: ['a'] })],
        [{ recommendations: ['2.1.4', '2.1.5'] }],
      ],
      [
        'one version that only some of the check’s findings state',
        [of({ 'CIS-3.0': ['2.1.4'] }), of({})],
        [{ recommendations: ['2.1.4'] }, { recommendations: ['2.1.4'] }],
      ],
      [
        'one version, although other checks have none',
        [of({ 'CIS-3.0': ['2.1.4'] }), of({}, { metadata: { ...finding().metadata, event_code: 'other' } })],
        [{ recommendations: ['2.1.4'] }, {}],
      ],
      [
        'several versions',
        [of({ 'CIS-2.0': ['1.1'], 'CIS-3.0': ['1.2'] })],
        [{ identifiers: ['CIS-2.0 1.1', 'CIS-3.0 1.2'] }],
      ],
      [
        'several versions in several findings',
        [of({ 'CIS-2.0': ['1.1'] }), of({ 'CIS-3.0': ['1.2'] })],
        [{ identifiers: ['CIS-2.0 1.1'] }, { identifiers: ['CIS-3.0 1.2'] }],
      ],
      [
        'one version of two providers',
        [
          of({ 'CIS-3.0': ['1.1'] }),
          of({ 'CIS-3.0': ['1.2'] }, { cloud: { account: { uid: 'p' }, provider: 'gcp' } }),
        ],
        [{ identifiers: ['CIS-3.0 1.1'] }, { identifiers: ['CIS-3.0 1.2'] }],
      ],
      ['CIS Controls, which are not a benchmark', [of({ 'CIS-Controls-8.1': ['3.3'] })], [{}]],
      ['something that is not a number', [of({ 'CIS-3.0': ['all'] })], [{ identifiers: ['CIS-3.0 all'] }]],
    ])('of %s: see table', (_what, findings, expected) => {
      expect(names(...findings)).toEqual(expected);
    });

    test.each([
      ['aws', 'CIS Amazon Web Services Foundations Benchmark'],
      ['azure', 'CIS Microsoft Azure Foundations Benchmark'],
      ['gcp', 'CIS Google Cloud Platform Foundation Benchmark'],
      ['kubernetes', 'CIS Kubernetes Benchmark'],
    ])('of one version give the benchmark of %s', (provider, benchmark) => {
      const scan = scanOf(prowlerOcsf, [of({ 'CIS-3.0': ['1.1'] }, { cloud: { provider } })]);
      expect(scan).toMatchObject({ benchmark, benchmarkVersion: '3.0', cisBenchmark: { version: '3.0' } });
    });

    test.each([[of({ 'CIS-3.0': ['1.1'] }, { cloud: { provider: 'other' } })], [finding()]])(
      'of an unknown provider, or of several versions, give no benchmark',
      (document) => {
        const { benchmark, benchmarkVersion, cisBenchmark } = scanOf(prowlerOcsf, [document]);
        expect([benchmark, benchmarkVersion, cisBenchmark]).toEqual([undefined, undefined, undefined]);
      },
    );
  });

  test('the findings state when the scan ran, in seconds or milliseconds', () => {
    const findings = [
      finding({ time: 1739539640 }),
      finding({ time: 1739539650_000 }),
      finding({ time: 'x' }),
    ];
    expect(scanOf(prowlerOcsf, findings)).toMatchObject({ started: 1739539640_000, ended: 1739539650_000 });
    expect(scanOf(prowlerOcsf, [finding()]).ended).toBeUndefined();
  });

  test('no result contains evidence: what a finding quotes from the resource', () => {
    const marker = 'MARKER-4711';
    const evidence = {
      resources: [
        { uid: marker, name: marker, labels: [marker], data: { details: marker, metadata: { a: marker } } },
      ],
      unmapped: { notes: marker, related_url: marker, compliance: {} },
      raw_data: marker,
      finding_info: { title: 't', desc: 'd', related_events: [marker] },
      risk_details: marker,
    };
    for (const status_code of ['PASS', 'FAIL', 'MANUAL', 'MUTED', 'OTHER']) {
      expect(JSON.stringify(prowlerOcsf.read([finding({ ...evidence, status_code })]))).not.toContain(marker);
    }
  });

  test('the fault of a record without its id has its status, for the gate', () => {
    const metadata = { product: { name: 'Prowler' } };
    expect(scanOf(prowlerOcsf, [finding({ metadata })]).faults).toMatchObject([
      { ofRecord: true, status: 'FAILED' },
    ]);
  });

  test('every record without an id or a status is a fault at its place', () => {
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
    [
      'findings from other products',
      [finding({ metadata: { event_code: 'a', product: { name: 'Other' } } })],
      false,
    ],
    ['an empty list', [], false],
  ])('recognises %s: see table', (_what, value, expected) => {
    expect(prowlerOcsf.recognises(value)).toBe(expected);
  });

  test('an empty list has no findings, even if the format is named', () => {
    expect(scanOf(prowlerOcsf, [])).toMatchObject({
      ruleResults: [],
      emptyBecause: 'Prowler wrote no findings',
    });
  });

  test('a single finding is read', () => {
    expect(verdictsOf(prowlerOcsf, finding())).toEqual(['s3_bucket_public FAILED FAIL']);
  });
});
