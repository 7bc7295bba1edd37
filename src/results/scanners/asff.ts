import {
  listOf,
  memberAt,
  memberOf,
  recordOf,
  textOf,
  withoutUndefined,
  type JsonRecord,
} from '../../json.ts';
import { RecordReader, type Entry } from '../reading/record-reader.ts';
import type { DataScanner, Scan, ScanFacts, StatusTable } from '../reading/scanner.ts';
import { joined, shortText, wordOf, wordsOf } from '../reading/short-text.ts';
import { count } from '../../text.ts';

/** The one version of the format (Security Hub API, `AwsSecurityFinding`). */
const SCHEMA_VERSION = '2018-10-08';

/** `Compliance.Status` (Security Hub API, `Compliance`), and the word that Prowler 3 added. */
const STATUSES: StatusTable = {
  PASSED: 'PASSED',
  FAILED: 'FAILED',
  // The check ran, and could not tell whether the resource passes.
  WARNING: 'NOT_EVALUATED',
  NOT_AVAILABLE: 'NOT_EVALUATED',
  INFOED: 'INFORMATIONAL',
};

/** Findings in the AWS Security Finding Format: of Security Hub, of Prowler, of others that send to Security Hub. */
export const asff: DataScanner = {
  kind: 'data',
  name: 'asff',
  shape: `findings with \`SchemaVersion\` ${SCHEMA_VERSION}: a list, \`{"Findings": […]}\`, or one finding`,
  statuses: { 'Compliance.Status': STATUSES },
  recognises,
  read,
};

function recognises(document: unknown): boolean {
  if (Array.isArray(document)) return document.some(isFinding);
  return isFinding(document) || listOf(memberOf(document, 'Findings')).some(isFinding);
}

function isFinding(value: unknown): boolean {
  return memberOf(value, 'SchemaVersion') === SCHEMA_VERSION;
}

function read(document: unknown): readonly Scan[] {
  const reader = new RecordReader();
  const findings = findingsOf(document, reader);
  const current = findings.filter(({ value }) => !isArchived(value));
  const checks = current.filter(({ value }) => hasStatus(value));
  for (const check of checks) readCheck(check, reader);
  const benchmark = onlyOne(checks.map(({ value }) => standardOf(value)));
  const facts = { ...productOf(checks), ...withoutUndefined({ benchmark }) };
  return [reader.scan(facts, emptyBecause(findings.length, findings.length - current.length))];
}

function findingsOf(document: unknown, reader: RecordReader): readonly Entry[] {
  if (Array.isArray(document)) return reader.objects(listOf(document), 'finding', []);
  const root = reader.root(document, 'finding');
  return isFinding(root.value) ? [root] : reader.entries(root, 'Findings', 'finding');
}

/**
 * Security Hub keeps the results of earlier checks, and findings of deleted resources, as archived findings, and
 * leaves them out when it tells the status of a control.
 */
function isArchived(finding: JsonRecord): boolean {
  return memberOf(finding, 'RecordState') === 'ARCHIVED';
}

/** Only a finding with `Compliance.Status` tells of a rule; others (of GuardDuty, say) tell of an incident. */
function hasStatus(finding: JsonRecord): boolean {
  const status = memberAt(finding, 'Compliance', 'Status');
  return status !== undefined && status !== null && status !== '';
}

function readCheck(check: Entry, reader: RecordReader): void {
  const { value: finding, path } = check;
  const account = textOf(memberOf(finding, 'AwsAccountId'));
  if (account !== undefined) reader.target('AWS account', account, [...path, 'AwsAccountId']);
  const ruleId = ruleIdOf(finding) ?? reader.requiredText(check, 'GeneratorId');
  if (ruleId === undefined) return;
  const value = recordOf(memberOf(finding, 'Compliance'));
  const compliance = { value, path: [...path, 'Compliance'], what: 'Compliance' };
  const verdict = reader.requiredVerdict(compliance, 'Status', STATUSES, { ruleId });
  if (verdict === undefined) return;
  const details = withoutUndefined({
    title: shortText(memberOf(finding, 'Title')),
    reason: reasonOf(finding),
    severity: shortText(memberAt(finding, 'Severity', 'Label'), 50),
    remediation: remediationOf(finding),
    identifiers: cisRequirementsOf(value),
    source: standardOf(finding),
  });
  reader.add({ ...details, ruleId, ...verdict, at: { path } });
}

function ruleIdOf(finding: JsonRecord): string | undefined {
  const fields = memberOf(finding, 'ProductFields');
  return (
    textOf(memberAt(finding, 'Compliance', 'SecurityControlId')) ??
    textOf(memberOf(fields, 'ControlId')) ??
    textOf(memberOf(fields, 'RuleId'))
  );
}

/** Why the status is what it is. Security Hub's `Description` is the rule's; other products describe what they saw. */
function reasonOf(finding: JsonRecord): string | undefined {
  const reasons = listOf(memberAt(finding, 'Compliance', 'StatusReasons'));
  const described = reasons.slice(0, 3).map((reason) => {
    return shortText(memberOf(reason, 'Description'), 300) ?? shortText(memberOf(reason, 'ReasonCode'), 100);
  });
  const seen = ownProvider(finding) === undefined ? undefined : shortText(memberOf(finding, 'Description'));
  const suppressed = memberAt(finding, 'Workflow', 'Status') === 'SUPPRESSED' ? 'suppressed' : undefined;
  return joined([suppressed, joined(described, '; ') ?? seen], ': ');
}

function remediationOf(finding: JsonRecord): string | undefined {
  const recommendation = memberAt(finding, 'Remediation', 'Recommendation');
  return joined(
    [shortText(memberOf(recommendation, 'Text'), 300), shortText(memberOf(recommendation, 'Url'), 190)],
    ' ',
  );
}

function cisRequirementsOf(compliance: JsonRecord): readonly string[] | undefined {
  const requirements = wordsOf(memberOf(compliance, 'RelatedRequirements')).filter((name) =>
    /\bCIS\b/i.test(name),
  );
  return requirements.length > 0 ? requirements : undefined;
}

/** The security standard whose control it is: `cis-aws-foundations-benchmark/v/1.2.0` of its ARN. */
function standardOf(finding: JsonRecord): string | undefined {
  const fields = memberOf(finding, 'ProductFields');
  const arn = textOf(memberOf(fields, 'StandardsGuideArn')) ?? textOf(memberOf(fields, 'StandardsArn'));
  return shortText(arn?.split('/').slice(1).join('/'), 100);
}

/** The product that found it, where it says so itself: Prowler does. */
function ownProvider(finding: JsonRecord): string | undefined {
  return shortText(memberAt(finding, 'ProductFields', 'ProviderName'), 100);
}

function productOf(checks: readonly Entry[]): ScanFacts {
  const product = onlyOne(
    checks.map(({ value }) => ownProvider(value) ?? shortText(memberOf(value, 'ProductName'), 100)),
  );
  const versions = checks.map(({ value }) => wordOf(memberAt(value, 'ProductFields', 'ProviderVersion')));
  return withoutUndefined({ scanner: product ?? 'AWS Security Hub', scannerVersion: onlyOne(versions) });
}

/** The one value that all have; `undefined` when they differ. */
function onlyOne(values: readonly (string | undefined)[]): string | undefined {
  const distinct = new Set(values);
  return distinct.size === 1 ? values[0] : undefined;
}

function emptyBecause(findings: number, archived: number): string {
  const others = archived > 0 ? `${archived} archived, the others without` : 'none with';
  return findings === archived && archived > 0
    ? `${count(findings, 'finding')}, all archived`
    : `${count(findings, 'finding')}, ${others} Compliance.Status`;
}
