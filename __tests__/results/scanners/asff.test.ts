import { describe, expect, test } from '@jest/globals';
import { asff } from '../../../src/results/scanners/asff.ts';
import { faultsOf, rulesOf, verdictsOf, scanOf } from './reading.ts';

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
    ["Prowler 3's INFOED informs", 'INFOED', 'INFORMATIONAL'],
    ['another word is unknown', 'GOOD', 'UNKNOWN'],
  ])('%s', (_promise, word, status) => {
    expect(verdictsOf(asff, [withStatus(word)])).toEqual([`S3.8 ${status} ${word}`]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['the control', {}, 'S3.8'],
    [
      'the control of its product',
      { Compliance: { Status: 'PASSED' }, ProductFields: { ControlId: 'S3.2', RuleId: 'x' } },
      'S3.2',
    ],
    [
      'the rule of its product',
      { Compliance: { Status: 'PASSED' }, ProductFields: { RuleId: '1.10' } },
      '1.10',
    ],
    ['what generated it', { Compliance: { Status: 'PASSED' }, ProductFields: null }, 'security-control/S3.8'],
  ])('a rule is named by %s', (_promise, changes, expected) => {
    expect(rulesOf(asff, [finding(changes)])[0]?.ruleId).toBe(expected);
  });

  test('details tell why, how severe, the CIS requirement, and what to do', () => {
    const StandardsGuideArn = 'arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0';
    const scan = scanOf(asff, { Findings: [finding({ ProductFields: { StandardsGuideArn } })] });
    expect(scan).toEqual({
      scanner: 'Security Hub',
      benchmark: 'cis-aws-foundations-benchmark/v/1.2.0',
      targets: [
        { scheme: 'AWS account', names: ['111122223333'], at: { path: ['Findings', 0, 'AwsAccountId'] } },
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
          source: 'cis-aws-foundations-benchmark/v/1.2.0',
          at: { path: ['Findings', 0] },
        },
      ],
    });
  });

  test("Prowler's findings tell Prowler, its version, and what it saw", () => {
    const own = { ProviderName: 'Prowler', ProviderVersion: '5.1.0' };
    const scan = scanOf(asff, [
      finding({ ProductFields: own, Compliance: { Status: 'FAILED' }, Description: 'Bucket a is public.' }),
    ]);
    expect(scan).toMatchObject({ scanner: 'Prowler', scannerVersion: '5.1.0' });
    expect(scan.ruleResults[0]?.reason).toBe('Bucket a is public.');
  });

  test('findings of different products and standards name none', () => {
    const scan = scanOf(asff, [finding(), finding({ ProductName: 'Other' })]);
    expect(scan.scanner).toBe('AWS Security Hub');
    expect(scan.benchmark).toBeUndefined();
  });

  test('the findings of one control combine to the worst, and are counted', () => {
    expect(rulesOf(asff, [withStatus('PASSED'), finding(), withStatus('PASSED')])).toMatchObject([
      { status: 'FAILED', result: 'FAILED/PASSED', counts: { FAILED: 1, PASSED: 2 }, at: { path: [1] } },
    ]);
  });

  test('archived findings are no longer true and are left out; suppressed ones keep their verdict', () => {
    const findings = [finding({ RecordState: 'ARCHIVED' }), withStatus('PASSED')];
    expect(verdictsOf(asff, findings)).toEqual(['S3.8 PASSED PASSED']);
    const suppressed = finding({ Workflow: { Status: 'SUPPRESSED' } });
    expect(rulesOf(asff, [suppressed])).toMatchObject([
      { status: 'FAILED', reason: 'suppressed: The bucket is public.' },
    ]);
  });

  test.each([
    [
      'none is about compliance',
      [finding({ Compliance: undefined })],
      '1 finding, none with Compliance.Status',
    ],
    ['all are archived', [finding({ RecordState: 'ARCHIVED' })], '1 finding, all archived'],
    [
      'some are archived',
      [finding({ RecordState: 'ARCHIVED' }), withStatus('')],
      '2 findings, 1 archived, the others without Compliance.Status',
    ],
  ])('says when %s', (_promise, findings, expected) => {
    expect(scanOf(asff, findings)).toMatchObject({ ruleResults: [], emptyBecause: expected });
  });

  test('several accounts are told, each once', () => {
    const scan = scanOf(asff, [finding(), finding({ AwsAccountId: '2' }), finding()]);
    expect(scan.targets?.flatMap(({ names }) => names)).toEqual(['111122223333', '2']);
  });

  test('every record without an id or with an unreadable status is told, with its place', () => {
    const nameless = finding({ GeneratorId: '', Compliance: { Status: 'PASSED' } });
    expect(faultsOf(asff, { Findings: [nameless, withStatus({}), 3] })).toEqual([
      'Findings/2: finding is not an object.',
      'Findings/0: finding has no "GeneratorId".',
      'Findings/1/Compliance: "Status" of Compliance must be a text.',
    ]);
  });

  test.each([
    ['a list', [finding()], true],
    ['a list that begins with something else', [3, finding()], true],
    ['`Findings`', { Findings: [finding()] }, true],
    ['one finding, as objects back to back are', finding(), true],
    ['findings of another schema', [finding({ SchemaVersion: '1' })], false],
    ['no findings', { Findings: [] }, false],
    ['an empty list', [], false],
  ])('recognises %s: see table', (_what, value, expected) => {
    expect(asff.recognises(value)).toBe(expected);
  });

  test('one finding is read alone', () => {
    expect(verdictsOf(asff, finding())).toEqual(['S3.8 FAILED FAILED']);
  });
});
