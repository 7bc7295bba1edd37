import { describe, expect, test } from '@jest/globals';
import { asff } from '../../../../src/results/scanners/asff/asff.ts';
import { faultsOf, rulesOf, verdictsOf, scanOf } from '../reading.ts';

const finding = (changes: Record<string, unknown> = {}) => ({
  SchemaVersion: '2018-10-08',
  ProductName: 'Security Hub',
  GeneratorId: 'security-control/S3.8',
  AwsAccountId: '111122223333',
  Severity: { Label: 'HIGH' },
  Title: 'S3 buckets should block public access',
  Description: 'This control checks buckets.',
  Remediation: { Recommendation: { Text: 'Read on.', Url: 'https://docs.example/S3.8' } },
  ProductFields: {},
  Resources: [{ Id: 'arn:a' }],
  Compliance: {
    Status: 'FAILED',
    SecurityControlId: 'S3.8',
    RelatedRequirements: ['CIS AWS Foundations Benchmark v3.0.0/2.1.4', 'NIST.800-53.r5 AC-3'],
    StatusReasons: [{ ReasonCode: 'CONFIG', Description: 'The bucket is public.' }],
  },
  RecordState: 'ACTIVE',
  Workflow: { Status: 'NEW' },
  ...changes,
});
const withStatus = (Status: unknown) => finding({ Compliance: { Status, SecurityControlId: 'S3.8' } });

describe('asff', () => {
  test.each([
    ['PASSED is a pass', 'PASSED', 'PASSED'],
    ['FAILED is a failure', 'FAILED', 'FAILED'],
    ['WARNING was not evaluated', 'WARNING', 'NOT_EVALUATED'],
    ['NOT_AVAILABLE was not evaluated', 'NOT_AVAILABLE', 'NOT_EVALUATED'],
    ["Prowler 3's INFOED is information", 'INFOED', 'INFORMATIONAL'],
    ["Prowler 4.0's MUTED was not evaluated", 'MUTED', 'NOT_EVALUATED'],
    ['another word is unknown', 'GOOD', 'UNKNOWN'],
  ])('%s', (_promise, word, status) => {
    expect(verdictsOf(asff, [withStatus(word)])).toEqual([`S3.8 ${status} ${word}`]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['the control', {}, 'S3.8'],
    [
      "the product's control",
      { Compliance: { Status: 'PASSED' }, ProductFields: { ControlId: 'S3.2', RuleId: 'x' } },
      'S3.2',
    ],
    ["the product's rule", { Compliance: { Status: 'PASSED' }, ProductFields: { RuleId: '1.10' } }, '1.10'],
    ['what generated it', { Compliance: { Status: 'PASSED' }, ProductFields: null }, 'security-control/S3.8'],
  ])('a rule is named by %s', (_promise, changes, expected) => {
    expect(rulesOf(asff, [finding(changes)])[0]?.ruleId).toBe(expected);
  });

  test('a finding that names no control gets the name of the others from its generator', () => {
    const nameless = finding({ Compliance: { Status: 'FAILED' } });
    expect(rulesOf(asff, [withStatus('PASSED'), nameless])).toMatchObject([
      { ruleId: 'S3.8', status: 'FAILED' },
    ]);
    const other = finding({ Compliance: { Status: 'PASSED', SecurityControlId: 'S3.9' } });
    expect(rulesOf(asff, [withStatus('PASSED'), other, nameless]).map(({ ruleId }) => ruleId)).toEqual([
      'S3.8',
      'S3.9',
      'security-control/S3.8',
    ]);
  });

  test('a reason without a description is given by its code', () => {
    const StatusReasons = [
      { ReasonCode: 'CONFIG_RETURNS_NOT_APPLICABLE' },
      { Description: 'The bucket is public.' },
    ];
    const Compliance = { ...finding().Compliance, StatusReasons };
    expect(rulesOf(asff, [finding({ Compliance })])).toMatchObject([
      { reason: 'CONFIG_RETURNS_NOT_APPLICABLE; The bucket is public.' },
    ]);
  });

  test('details have the reason, the severity, the CIS requirement, and what to do', () => {
    const StandardsGuideArn = 'arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0';
    const scan = scanOf(asff, { Findings: [finding({ ProductFields: { StandardsGuideArn } })] });
    expect(scan).toEqual({
      scanner: 'Security Hub',
      benchmark: 'CIS Amazon Web Services Foundations Benchmark',
      benchmarkVersion: '1.2.0',
      cisBenchmark: { product: 'amazon web services foundations', version: '1.2.0' },
      targets: [
        {
          scheme: 'AWS account',
          names: ['111122223333'],
          remedy: expect.stringContaining('AwsAccountId'),
          at: { path: ['Findings', 0, 'AwsAccountId'] },
        },
      ],
      ruleResults: [
        {
          ruleId: 'S3.8',
          status: 'FAILED',
          result: 'FAILED',
          title: 'S3 buckets should block public access',
          reason: 'The bucket is public.',
          severity: 'HIGH',
          remediation: 'Read on. https://docs.example/S3.8',
          identifiers: ['CIS AWS Foundations Benchmark v3.0.0/2.1.4'],
          at: { path: ['Findings', 0] },
        },
      ],
    });
  });

  test("Prowler's findings name Prowler, its version, and what it saw", () => {
    const own = { ProviderName: 'Prowler', ProviderVersion: '5.1.0' };
    const scan = scanOf(asff, [
      finding({ ProductFields: own, Compliance: { Status: 'FAILED' }, Description: 'Bucket a is public.' }),
    ]);
    expect(scan).toMatchObject({ scanner: 'Prowler', scannerVersion: '5.1.0' });
    expect(scan.ruleResults[0]?.reason).toBe('Bucket a is public.');
  });

  test('findings of different products name no product', () => {
    expect(scanOf(asff, [finding(), finding({ ProductName: 'Other' })]).scanner).toBe('AWS Security Hub');
  });

  test('the findings of one control combine to the worst, and are counted', () => {
    expect(rulesOf(asff, [withStatus('PASSED'), finding(), withStatus('PASSED')])).toMatchObject([
      { status: 'FAILED', result: 'FAILED/PASSED', counts: { FAILED: 1, PASSED: 2 }, at: { path: [1] } },
    ]);
  });

  test('archived findings are outdated and left out; suppressed ones keep their verdict', () => {
    const findings = [finding({ RecordState: 'ARCHIVED' }), withStatus('PASSED')];
    expect(verdictsOf(asff, findings)).toEqual(['S3.8 PASSED PASSED']);
    expect(asff.read(findings).flatMap(({ excluded = [] }) => excluded)).toEqual([
      { what: 'archived finding', count: 1 },
    ]);
    const suppressed = finding({ Workflow: { Status: 'SUPPRESSED' } });
    expect(rulesOf(asff, [suppressed])).toMatchObject([
      { status: 'FAILED', reason: 'suppressed: The bucket is public.' },
    ]);
  });

  const incident = (changes: Record<string, unknown> = {}) =>
    finding({ Compliance: undefined, GeneratorId: 'arn:aws:guardduty:detector/1', ...changes });
  test.each([
    ['none is about compliance', [incident()], '1 finding, none with Compliance.Status'],
    ['all are archived', [finding({ RecordState: 'ARCHIVED' })], '1 finding, all archived'],
    [
      'some are archived',
      [finding({ RecordState: 'ARCHIVED' }), incident({ Compliance: { Status: '' } })],
      '2 findings, 1 archived, the others without Compliance.Status',
    ],
  ])('says when %s', (_promise, findings, expected) => {
    expect(scanOf(asff, findings)).toMatchObject({ ruleResults: [], emptyBecause: expected });
  });

  test('findings that are not about compliance are counted', () => {
    const [, rest] = asff.read([finding(), incident(), incident({ Compliance: {} })]);
    expect(rest).toMatchObject({
      ruleResults: [],
      excluded: [{ what: 'finding without Compliance.Status', count: 2 }],
    });
  });

  test('several accounts are reported, each once', () => {
    const scan = scanOf(asff, [finding(), finding({ AwsAccountId: '2' }), finding()]);
    expect(scan.targets?.flatMap(({ names }) => names)).toEqual(['111122223333', '2']);
  });

  test('every record without an id or a readable status is a fault at its place', () => {
    const nameless = finding({ GeneratorId: '', Compliance: { Status: 'PASSED' } });
    expect(faultsOf(asff, { Findings: [nameless, withStatus({}), 3] })).toEqual([
      'Findings/0: finding has no "GeneratorId".',
      'Findings/1/Compliance: "Status" of Compliance must be a string.',
      'Findings/2: finding is not an object.',
    ]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['Compliance of a wrong type', { Compliance: 'PASSED' }, '1: "Compliance" of finding must be an object.'],
    [
      'a control that is not a string',
      { Compliance: { Status: 'PASSED', SecurityControlId: 7 } },
      '1/Compliance: "SecurityControlId" of Compliance must be a string.',
    ],
    [
      'Compliance that is a list',
      { Compliance: [{ Status: 'PASSED' }] },
      '1: "Compliance" of finding must be an object.',
    ],
    [
      'a control’s finding without a status',
      { Compliance: { SecurityControlId: 'S3.8' } },
      '1/Compliance: Compliance has no "Status".',
    ],
    [
      'a control’s finding with a blank status',
      { Compliance: { SecurityControlId: 'S3.8', Status: '' } },
      '1/Compliance: Compliance has no "Status".',
    ],
    [
      'a control’s finding without Compliance',
      { Compliance: undefined },
      '1/Compliance: Compliance has no "Status".',
    ],
    [
      'a standard’s finding without Compliance',
      { Compliance: null, GeneratorId: 'aws-foundational-security-best-practices/v/1.0.0/S3.8' },
      '1/Compliance: Compliance has no "Status".',
    ],
  ])('%s is a fault of its rule', (_what, changes, fault) => {
    const findings = [incident({ Compliance: { Status: 'PASSED' } }), finding(changes)];
    expect(faultsOf(asff, findings)).toEqual([fault]);
    expect(asff.read(findings).flatMap(({ unreadableRules = [] }) => unreadableRules)).toHaveLength(1);
  });

  test('anything that is not a finding is a fault', () => {
    expect(faultsOf(asff, [finding(), { hello: 'world' }])).toEqual([
      '1: finding has neither "SchemaVersion" nor "Compliance".',
    ]);
  });

  test('the fault of a finding without its id has its status, for the gate', () => {
    const nameless = finding({ GeneratorId: '', Compliance: { Status: 'FAILED' } });
    expect(scanOf(asff, nameless).faults).toMatchObject([{ ofRecord: true, status: 'FAILED' }]);
  });

  test('no result contains evidence: what a finding quotes from the resource', () => {
    const marker = 'MARKER-4711';
    const evidence = {
      ProductFields: { 'Actual result': marker, Reason: marker },
      Resources: [{ Id: marker, Tags: { a: marker }, Details: { Other: { a: marker } } }],
      Process: { Name: marker },
      Note: { Text: marker },
      UserDefinedFields: { a: marker },
      Description: marker,
    };
    for (const Status of ['PASSED', 'FAILED', 'WARNING', 'OTHER']) {
      const scans = asff.read([finding({ ...evidence, Compliance: { Status, SecurityControlId: 'S3.8' } })]);
      expect(JSON.stringify(scans)).not.toContain(marker);
    }
  });

  describe('pages and events', () => {
    const passed = withStatus('PASSED');
    const event = (...findings: readonly unknown[]) => ({
      'detail-type': 'Security Hub Findings - Imported',
      detail: { findings },
    });
    test.each<[string, unknown, string]>([
      ['a page in lower case', { findings: [passed] }, 'findings/0'],
      ['an EventBridge event', event(passed), 'detail/findings/0'],
      ['a list of events', [event(passed)], '0/detail/findings/0'],
      ['a list of pages', [{ Findings: [passed] }], '0/Findings/0'],
      ['a page in a page', { Findings: [{ Findings: [passed] }] }, 'Findings/0/Findings/0'],
    ])('%s is read', (_what, document, place) => {
      expect(verdictsOf(asff, document)).toEqual(['S3.8 PASSED PASSED']);
      const at = scanOf(asff, document).ruleResults[0]?.at;
      expect(at !== undefined && 'path' in at && at.path.join('/')).toBe(place);
    });

    test('findings, pages and events in one list are all read', () => {
      const mixed = [
        passed,
        { Findings: [withStatus('WARNING')] },
        event(withStatus('FAILED')),
        event(passed),
      ];
      expect(rulesOf(asff, mixed)).toMatchObject([{ counts: { PASSED: 2, NOT_EVALUATED: 1, FAILED: 1 } }]);
    });

    test('a page without findings is counted, and one without a list is a fault', () => {
      const [, rest] = asff.read([passed, { Findings: [] }]);
      expect(rest?.excluded).toEqual([{ what: 'page without findings', count: 1 }]);
      expect(faultsOf(asff, [passed, { Findings: null }, event('x')])).toEqual([
        '1: page of findings has no "Findings".',
        '2/detail/findings/0: finding is not an object.',
      ]);
    });

    test('an event of another kind is a fault', () => {
      expect(faultsOf(asff, [passed, { detail: { insights: [] } }])).toEqual([
        '1: finding has neither "SchemaVersion" nor "Compliance".',
      ]);
    });

    test.each(['NextToken', 'nextToken'])('%s means that findings are missing', (name) => {
      const [, rest] = asff.read({ Findings: [passed], [name]: 'eyJ' });
      expect(rest?.warnings).toEqual([
        { sentence: expect.stringContaining('another page'), at: { path: [name] } },
      ]);
    });

    test.each([null, '', undefined])('NextToken %j means that there is no other page', (NextToken) => {
      expect(scanOf(asff, { Findings: [passed], NextToken }).warnings).toBeUndefined();
    });
  });

  describe('benchmarks', () => {
    const cis = (version: string, number: string, Status: string) =>
      finding({
        GeneratorId: `cis-aws-foundations-benchmark/v/${version}/${number}`,
        ProductFields: {
          StandardsArn: `arn:aws:securityhub:::standards/cis-aws-foundations-benchmark/v/${version}`,
          ControlId: number,
        },
        Compliance: { Status },
      });
    const related = (...RelatedRequirements: readonly string[]) =>
      finding({ Compliance: { Status: 'FAILED', SecurityControlId: 'S3.8', RelatedRequirements } });
    const names = (...findings: readonly unknown[]) =>
      asff.read(findings).flatMap(({ ruleResults }) =>
        ruleResults.map(({ ruleId, recommendations, identifiers }) => ({
          ruleId,
          recommendations,
          identifiers,
        })),
      );

    test('each version of a standard is a separate run', () => {
      const findings = [
        cis('1.2.0', '1.4', 'FAILED'),
        cis('1.4.0', '1.4', 'PASSED'),
        cis('1.2.0', '1.5', 'PASSED'),
      ];
      expect(
        asff
          .read(findings)
          .map(({ cisBenchmark, ruleResults }) => [cisBenchmark?.version, ruleResults.length]),
      ).toEqual([
        ['1.2.0', 2],
        ['1.4.0', 1],
      ]);
    });

    test('another standard keeps its name', () => {
      const GeneratorId = 'aws-foundational-security-best-practices/v/1.0.0/S3.8';
      const scan = scanOf(asff, finding({ GeneratorId, Compliance: { Status: 'FAILED' } }));
      expect(scan).toMatchObject({ benchmark: 'aws-foundational-security-best-practices/v/1.0.0' });
      expect(scan.cisBenchmark).toBeUndefined();
      expect(scan.benchmarkVersion).toBeUndefined();
    });

    test.each<[string, readonly unknown[], unknown]>([
      [
        'one version, from Security Hub',
        [related('CIS AWS Foundations Benchmark v3.0.0/2.1.4', 'NIST.800-53.r5 AC-3')],
        [{ ruleId: 'S3.8', recommendations: ['2.1.4'] }],
      ],
      [
        'one version, from Prowler',
        [related('CIS-3.0 2.1.4 2.1.5', 'ENS-RD2022 a')],
        [{ ruleId: 'S3.8', recommendations: ['2.1.4', '2.1.5'] }],
      ],
      [
        'one version, although some findings name none',
        [
          related('CIS-3.0 2.1.4'),
          finding({ Compliance: { Status: 'PASSED', SecurityControlId: 'S3.9' }, GeneratorId: 'x' }),
        ],
        [{ ruleId: 'S3.8', recommendations: ['2.1.4'] }, { ruleId: 'S3.9' }],
      ],
      [
        'one version that only some of the rule’s findings state',
        [related('CIS-3.0 2.1.4'), withStatus('FAILED')],
        [
          { ruleId: 'S3.8', recommendations: ['2.1.4'] },
          { ruleId: 'S3.8', recommendations: ['2.1.4'] },
        ],
      ],
      ['one version, by the rule itself', [cis('1.2.0', '1.4', 'FAILED')], [{ ruleId: '1.4' }]],
      [
        'one version, by what generated it',
        [
          finding({
            GeneratorId: 'cis-aws-foundations-benchmark/v/1.4.0/1.4',
            Compliance: { Status: 'FAILED' },
          }),
        ],
        [{ ruleId: 'cis-aws-foundations-benchmark/v/1.4.0/1.4', recommendations: ['1.4'] }],
      ],
      [
        'several versions in one finding',
        [related('CIS-2.0 2.1.4', 'CIS-3.0 2.1.5')],
        [{ ruleId: 'S3.8', identifiers: ['CIS-2.0 2.1.4', 'CIS-3.0 2.1.5'] }],
      ],
      [
        'several versions in several findings',
        [related('CIS-2.0 2.1.4'), cis('1.2.0', '1.4', 'FAILED')],
        [{ ruleId: 'S3.8', identifiers: ['CIS-2.0 2.1.4'] }, { ruleId: '1.4' }],
      ],
      ['CIS Controls, which are not a benchmark', [related('CIS-Controls-8.1 3.3')], [{ ruleId: 'S3.8' }]],
      [
        'numbers that Prowler cut',
        [related(`CIS-30.0 ${'5.1.10 '.repeat(7)}5.1.1`.slice(0, 63))],
        [{ ruleId: 'S3.8', recommendations: ['5.1.10'] }],
      ],
      ['no numbers at all', [related('CIS-3.0 all')], [{ ruleId: 'S3.8', identifiers: ['CIS-3.0 all'] }]],
    ])('the numbers in a file with %s: see table', (_what, findings, expected) => {
      expect(names(...findings)).toEqual(expected);
    });

    test('a number that Prowler has cut is left out', () => {
      const [rule] = names(related(`CIS-20.0 ${'5.1.10 '.repeat(7)}5.1.1`.slice(0, 63), 'CIS-3.0 1.1'));
      expect(rule?.identifiers?.[0]).toMatch(/5\.1\.10 …$/);
    });
  });

  test.each([
    ['a list', [finding()], true],
    ['a list that begins with something else', [3, finding()], true],
    ['`Findings`', { Findings: [finding()] }, true],
    ['one finding, as in concatenated objects', finding(), true],
    ['findings of another schema', [finding({ SchemaVersion: '1' })], false],
    ['findings in lower case', { findings: [finding()] }, true],
    ['an event', { detail: { findings: [finding()] } }, true],
    ['a list of pages and events', [{ Findings: [] }, { detail: { findings: [finding()] } }], true],
    ['no findings', { Findings: [] }, false],
    ['an export from Inspector', { findings: [{ findingArn: 'arn:aws:inspector2:a' }] }, false],
    ['an empty list', [], false],
  ])('recognises %s: see table', (_what, value, expected) => {
    expect(asff.recognises(value)).toBe(expected);
  });

  test('a single finding is read', () => {
    expect(verdictsOf(asff, finding())).toEqual(['S3.8 FAILED FAILED']);
  });
});
