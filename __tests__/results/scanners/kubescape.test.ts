import { describe, expect, test } from '@jest/globals';
import { kubescape } from '../../../src/results/scanners/kubescape.ts';
import { faultsOf, rulesOf, scanOf, verdictsOf, warningsOf } from './reading.ts';

const counters = (passed: number, failed: number, skipped = 0, excluded = 0) => ({
  passedResources: passed,
  failedResources: failed,
  skippedResources: skipped,
  excludedResources: excluded,
});

const control = (changes: Record<string, unknown> = {}) => ({
  statusInfo: { status: 'passed' },
  controlID: 'C-0092',
  name: 'CIS-1.1.1 Ensure that the file is not writable',
  status: 'passed',
  resourceIDs: { 'secret/resource': 1 },
  ResourceCounters: counters(2, 0),
  scoreFactor: 8,
  category: { name: 'Control plane', id: 'Cat-1' },
  ...changes,
});

const framework = (name: string, ...controls: readonly ReturnType<typeof control>[]) => ({
  name,
  controls: Object.fromEntries(controls.map((one) => [one.controlID, one])),
});

const report = (
  controls: readonly ReturnType<typeof control>[],
  frameworks: unknown = [framework('cis-v1.10.0', ...controls)],
) => ({
  summaryDetails: {
    controls: Object.fromEntries(controls.map((one) => [one.controlID, one])),
    frameworks,
  },
  results: [{ resourceID: 'secret/resource', controls: [] }],
  resources: [{ object: { data: 'secret' } }],
});

describe('kubescape', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['passed is a pass', {}, 'PASSED passed'],
    [
      'failed is a failure',
      { statusInfo: { status: 'failed' }, ResourceCounters: counters(1, 1) },
      'FAILED failed',
    ],
    ['skipped was not evaluated', { statusInfo: { status: 'skipped' } }, 'NOT_EVALUATED skipped'],
    [
      'a manual control was not evaluated',
      { statusInfo: { status: 'skipped', subStatus: 'manual review' } },
      'NOT_EVALUATED skipped/manual review',
    ],
    [
      'a control about resources that the cluster does not have is not applicable',
      { statusInfo: { status: 'passed', subStatus: 'irrelevant' } },
      'NOT_APPLICABLE passed/irrelevant',
    ],
    [
      'also if only the counters say so',
      { ResourceCounters: counters(0, 0) },
      'NOT_APPLICABLE passed/irrelevant',
    ],
    ['unreadable counters are ignored', { ResourceCounters: { failedResources: 0 } }, 'PASSED passed'],
    [
      'a control that passes only by exceptions does not pass',
      { statusInfo: { status: 'passed', subStatus: 'w/exceptions' } },
      'NOT_EVALUATED passed/w/exceptions',
    ],
    [
      'nor if only the counters say so',
      { subStatusCounters: { ignoredResources: 1 } },
      'NOT_EVALUATED passed/w/exceptions',
    ],
    [
      'nor by the counters of older versions',
      { statusInfo: undefined, ResourceCounters: counters(0, 0, 0, 1) },
      'NOT_EVALUATED passed/w/exceptions',
    ],
    ['the status of older versions counts', { statusInfo: undefined, status: 'failed' }, 'FAILED failed'],
    ['an empty statusInfo is ignored', { statusInfo: {}, status: 'failed' }, 'FAILED failed'],
    ['statusInfo takes precedence', { statusInfo: { status: 'failed' } }, 'FAILED failed'],
    ['excluded', { statusInfo: undefined, status: 'excluded' }, 'NOT_EVALUATED excluded'],
    ['irrelevant', { statusInfo: undefined, status: 'irrelevant' }, 'NOT_APPLICABLE irrelevant'],
    ['error', { statusInfo: undefined, status: 'error' }, 'ERROR error'],
    ['another word is unknown', { statusInfo: { status: 'Passed' } }, 'UNKNOWN Passed'],
    [
      'another sub-status of a pass is unknown',
      { statusInfo: { status: 'passed', subStatus: 'nearly' } },
      'UNKNOWN passed/nearly',
    ],
    [
      'a failure stays a failure with any sub-status',
      { statusInfo: { status: 'failed', subStatus: 'irrelevant' } },
      'FAILED failed',
    ],
  ])('%s', (_promise, changes, expected) => {
    expect(verdictsOf(kubescape, report([control(changes)]))).toEqual([`C-0092 ${expected}`]);
  });

  test('details say how many resources fail, but never which ones or what is in them', () => {
    const failed = control({
      statusInfo: { status: 'failed', info: 'one line' },
      ResourceCounters: counters(1, 2),
    });
    const scan = scanOf(kubescape, report([failed]));
    expect(scan.ruleResults).toEqual([
      {
        ruleId: 'C-0092',
        recommendations: ['1.1.1'],
        status: 'FAILED',
        result: 'failed',
        title: 'CIS-1.1.1 Ensure that the file is not writable',
        reason: 'one line; 2 of 3 resources failed',
        severity: 'High',
        section: 'Control plane',
        at: { path: ['summaryDetails', 'controls', 'C-0092'] },
      },
    ]);
    expect(JSON.stringify(scan)).not.toContain('secret');
  });

  test('only controls of CIS frameworks have numbers, by the name that the framework gives them', () => {
    const plain = control({ name: 'Privileged container' });
    const numbersWith = (...frameworks: readonly unknown[]) =>
      rulesOf(kubescape, report([plain], frameworks)).map(({ recommendations }) => recommendations);
    expect(numbersWith(framework('nsa', control()))).toEqual([undefined]);
    expect(numbersWith(framework('nsa', plain), framework('cis-v1.10.0', control()))).toEqual([['1.1.1']]);
  });

  test('several frameworks are a warning', () => {
    const frameworks = [framework('nsa', control()), framework('cis-v1.10.0', control())];
    expect(warningsOf(kubescape, report([control()], frameworks))).toEqual([
      'summaryDetails/frameworks: The file contains 2 frameworks ("nsa", "cis-v1.10.0"). Only controls of CIS frameworks have recommendation numbers.',
    ]);
  });

  test('what Kubescape could not check is a warning', () => {
    const scanCoverage = {
      failedGVRPulls: [{}, {}],
      partialGVRPulls: [{}],
      coverageScore: 80,
      degraded: true,
    };
    expect(warningsOf(kubescape, { ...report([control()]), scanCoverage })).toEqual([
      'scanCoverage: Kubescape could not check everything: 2 failedGVRPulls and 1 partialGVRPulls.',
    ]);
  });

  test.each([
    [{ scoreFactor: 9.5 }, 'Critical'],
    [{ scoreFactor: 4 }, 'Medium'],
    [{ scoreFactor: 1, severity: 'High' }, 'High'],
    [{ scoreFactor: 0, severity: 'Unknown' }, undefined],
  ])('%j is the severity %s', (changes, severity) => {
    expect(rulesOf(kubescape, report([control(changes)]))[0]?.severity).toBe(severity);
  });

  test('several CIS benchmarks are separate runs, and so are the controls outside any', () => {
    const other = control({ controlID: 'C-0001', name: 'Forbidden registries' });
    const scans = kubescape.read(
      report(
        [control(), other],
        [
          framework('cis-v1.10.0', control()),
          framework('cis-eks-t1.7.0', control({ name: 'CIS-13.1.10 Another' })),
          framework('nsa', other),
        ],
      ),
    );
    expect(
      scans.map(({ benchmark, ruleResults }) => [
        benchmark,
        ruleResults.map(({ recommendations }) => recommendations),
      ]),
    ).toEqual([
      ['CIS Kubernetes Benchmark', [['1.1.1']]],
      ['CIS Amazon Elastic Kubernetes Service (EKS) Benchmark', [['13.1.10']]],
      ['nsa', [undefined]],
    ]);
  });

  test.each<[string, Record<string, unknown>]>([
    [
      'cis-v1.10.0',
      {
        benchmark: 'CIS Kubernetes Benchmark',
        benchmarkVersion: '1.10.0',
        cisBenchmark: { product: 'kubernetes', version: '1.10.0' },
        profile: 'cis-v1.10.0',
      },
    ],
    ['cis-v1.23-t1.0.1', { benchmark: 'CIS Kubernetes V1.23 Benchmark', benchmarkVersion: '1.0.1' }],
    ['cis-gke-v1.9.0', { benchmarkVersion: '1.9.0', profile: 'cis-gke-v1.9.0' }],
    ['nsa', { benchmark: 'nsa' }],
  ])('the framework %s names the benchmark', (name, facts) => {
    expect(scanOf(kubescape, report([control()], [framework(name, control())]))).toMatchObject(facts);
  });

  test('frameworks of others are named together', () => {
    const frameworks = [framework('nsa', control()), framework('mitre', control())];
    expect(scanOf(kubescape, report([control()], frameworks))).toMatchObject({ benchmark: 'nsa, mitre' });
  });

  test('the head of the report states cluster, versions and time', () => {
    const head = {
      generationTime: '2026-05-01T10:00:00Z',
      clusterAPIServerInfo: { gitVersion: 'v1.29.3-eks-1552ad0' },
      clusterName: 'another-form',
      metadata: {
        targetMetadata: { clusterContextMetadata: { contextName: 'prod' } },
        scanMetadata: { kubescapeVersion: 'v3.0.3' },
      },
    };
    expect(scanOf(kubescape, { ...report([control()]), ...head })).toMatchObject({
      scanner: 'Kubescape',
      scannerVersion: 'v3.0.3',
      platform: { product: 'Kubernetes', version: '1.29.3' },
      ended: Date.UTC(2026, 4, 1, 10),
      targets: [{ scheme: 'Kubernetes cluster', names: ['prod'] }],
    });
    const nothing = scanOf(kubescape, { ...report([control()]), generationTime: '0001-01-01T00:00:00Z' });
    expect(nothing).not.toHaveProperty('ended');
    expect(nothing).not.toHaveProperty('targets');
  });

  test('a control that only a framework has is read too', () => {
    const only = control({ controlID: 'C-0093', statusInfo: { status: 'failed' } });
    expect(verdictsOf(kubescape, report([control()], [framework('cis-v1.10.0', control(), only)]))).toEqual([
      'C-0092 PASSED passed',
      'C-0093 FAILED failed',
    ]);
  });

  test('every control that cannot be read is a fault at its place', () => {
    const controls = {
      'C-1': null,
      'C-2': {},
      'C-3': { statusInfo: 'passed' },
      'C-4': { statusInfo: { status: '' }, status: 'passed' },
      '': { status: 'passed' },
    };
    expect(faultsOf(kubescape, { summaryDetails: { controls, frameworks: 7 } })).toEqual([
      'summaryDetails/frameworks: "frameworks" must be a list of Kubescape frameworks.',
      'summaryDetails/controls/C-1: Kubescape control is not an object.',
      'summaryDetails/controls/C-2: Kubescape control has no "status".',
      'summaryDetails/controls/C-3: "statusInfo" of Kubescape control must be an object.',
      'summaryDetails/controls/C-4: Kubescape control has no "status".',
      'summaryDetails/controls/: Kubescape control has no "controlID".',
    ]);
  });

  test('a control without an ID keeps its status, for the gate', () => {
    const document = { summaryDetails: { controls: { '': { status: 'failed' } }, frameworks: [] } };
    expect(scanOf(kubescape, document).faults).toMatchObject([{ status: 'FAILED' }]);
  });

  test('recognises its own documents', () => {
    expect(kubescape.recognises(report([], null))).toBe(true);
    expect(kubescape.recognises({ summaryDetails: { controls: {} } })).toBe(false);
    expect(kubescape.recognises({ summaryDetails: { controls: [], frameworks: [] } })).toBe(false);
    expect(scanOf(kubescape, report([])).emptyBecause).toBe('Kubescape checked no controls');
  });
});
