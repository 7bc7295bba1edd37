import {
  isRecord,
  listOf,
  memberAt,
  memberOf,
  recordOf,
  textOf,
  withoutUndefined,
  type JsonRecord,
} from '../../../json.ts';
import { count } from '../../../text.ts';
import { RecordReader, type Entry } from '../../reading/record-reader.ts';
import type { DataScanner, RuleName, Scan, ScanFacts, StatusTable } from '../../reading/scanner.ts';
import { joined, shortText, wordOf } from '../../reading/short-text.ts';
import { findingsOf, holdsFindings, SCHEMA_VERSION } from './findings.ts';
import { benchmarkOf, cisVersionOf, requirementsOf, standardOf, wordedRequirementsOf } from './standards.ts';

/** `Compliance.Status` (Security Hub API, `Compliance`), and the words that Prowler 3 and 4.0 added. */
const STATUSES: StatusTable = {
  PASSED: 'PASSED',
  FAILED: 'FAILED',
  // The check ran, and could not tell whether the resource passes.
  WARNING: 'NOT_EVALUATED',
  NOT_AVAILABLE: 'NOT_EVALUATED',
  INFOED: 'INFORMATIONAL',
  MUTED: 'NOT_EVALUATED',
};

const ONE_ACCOUNT = 'Ask Security Hub for the findings of one account (the filter `AwsAccountId`).';

/** Findings in the AWS Security Finding Format: of Security Hub, of Prowler, of others that send to Security Hub. */
export const asff: DataScanner = {
  kind: 'data',
  name: 'asff',
  shape: `findings with \`SchemaVersion\` ${SCHEMA_VERSION}: a list, \`{"Findings": […]}\`, an EventBridge event, or one finding`,
  statuses: { 'Compliance.Status': STATUSES },
  recognises: holdsFindings,
  read,
};

/** One scan for each security standard and version. */
function read(document: unknown): readonly Scan[] {
  const whole = new RecordReader();
  const findings = findingsOf(document, whole);
  const checks = findings.filter((finding) => isCheck(finding, whole));
  const cisVersion = onlyOne(checks.flatMap(({ value }) => cisVersionsOf(value)));
  const scans = [...byStandard(checks)].map(([standard, ofStandard]) => {
    const reader = new RecordReader();
    for (const check of ofStandard) readCheck(check, cisVersion, reader);
    return reader.scan({ ...productOf(ofStandard), ...benchmarkOf(standard, cisVersion) }, '');
  });
  const rest = whole.scan(productOf(checks), emptyBecause(findings));
  const isSaid = [rest.faults, rest.warnings, rest.excluded].some((said) => said !== undefined);
  return isSaid || scans.length === 0 ? [...scans, rest] : scans;
}

/** Whether a finding tells of a rule now; what does not is counted, or a fault. */
function isCheck({ value: finding, path }: Entry, reader: RecordReader): boolean {
  if (isArchived(finding)) {
    reader.exclude('archived finding');
    return false;
  }
  if (memberOf(finding, 'Compliance') !== undefined && memberOf(finding, 'Compliance') !== null) {
    if (hasStatus(finding) || isOfControl(finding)) return true;
  } else if (memberOf(finding, 'SchemaVersion') === undefined) {
    reader.recordFault('finding has neither "SchemaVersion" nor "Compliance".', path);
    return false;
  } else if (isOfControl(finding)) return true;
  reader.exclude('finding without Compliance.Status');
  return false;
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
  const compliance = memberOf(finding, 'Compliance');
  const status = memberOf(compliance, 'Status');
  return !isRecord(compliance) || (status !== undefined && status !== null && status !== '');
}

/** Whether a finding is of a control of a security standard: then it must have a status. */
function isOfControl(finding: JsonRecord): boolean {
  const generator = textOf(memberOf(finding, 'GeneratorId')) ?? '';
  return (
    controlOf(finding) !== undefined ||
    standardOf(finding) !== undefined ||
    generator.startsWith('security-control/')
  );
}

function cisVersionsOf(finding: JsonRecord): readonly string[] {
  const version = cisVersionOf(standardOf(finding));
  return [...(version === undefined ? [] : [version]), ...requirementsOf(finding).map((one) => one.version)];
}

function byStandard(checks: readonly Entry[]): ReadonlyMap<string | undefined, readonly Entry[]> {
  const groups = new Map<string | undefined, Entry[]>();
  for (const check of checks) {
    const standard = standardOf(check.value);
    const group = groups.get(standard);
    if (group === undefined) groups.set(standard, [check]);
    else group.push(check);
  }
  return groups;
}

function readCheck(check: Entry, cisVersion: string | undefined, reader: RecordReader): void {
  const { value: finding, path } = check;
  const account = textOf(memberOf(finding, 'AwsAccountId'));
  if (account !== undefined) reader.target('AWS account', account, [...path, 'AwsAccountId'], ONE_ACCOUNT);
  const compliance = complianceOf(check);
  const ruleId =
    controlOf(finding) ??
    reader.requiredText(check, 'GeneratorId', reader.statusOf(compliance, 'Status', STATUSES));
  if (ruleId === undefined) return;
  const rule = ruleOf(ruleId, finding, cisVersion);
  if (!isRecord(memberOf(finding, 'Compliance') ?? {})) {
    reader.recordFault('"Compliance" of finding must be an object.', path, { rule });
    return;
  }
  const verdict = reader.requiredVerdict(compliance, 'Status', STATUSES, rule);
  if (verdict === undefined) return;
  const details = withoutUndefined({
    title: shortText(memberOf(finding, 'Title')),
    reason: reasonOf(finding),
    severity: shortText(memberAt(finding, 'Severity', 'Label'), 50),
    remediation: remediationOf(finding),
    identifiers: rule.recommendations === undefined ? unlessEmpty(wordedRequirementsOf(finding)) : undefined,
  });
  reader.add({ ...details, ...rule, ...verdict, at: { path } });
}

function complianceOf({ value, path }: Entry): Entry {
  return {
    value: recordOf(memberOf(value, 'Compliance')),
    path: [...path, 'Compliance'],
    what: 'Compliance',
  };
}

/** The rule's CIS numbers are its names only where the file is of one version of the benchmark. */
function ruleOf(ruleId: string, finding: JsonRecord, cisVersion: string | undefined): RuleName {
  if (cisVersion === undefined) return { ruleId };
  const numbers = [...new Set(requirementsOf(finding).map(({ number }) => number))];
  return numbers.length === 0 || numbers.includes(ruleId) ? { ruleId } : { ruleId, recommendations: numbers };
}

function controlOf(finding: JsonRecord): string | undefined {
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

/** The one value that all have; `undefined` when they differ, or when there is none. */
function onlyOne(values: readonly (string | undefined)[]): string | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

function unlessEmpty(list: readonly string[]): readonly string[] | undefined {
  return list.length > 0 ? list : undefined;
}

function emptyBecause(findings: readonly Entry[]): string {
  const archived = findings.filter(({ value }) => isArchived(value)).length;
  const others = archived > 0 ? `${archived} archived, the others without` : 'none with';
  return findings.length === archived && archived > 0
    ? `${count(findings.length, 'finding')}, all archived`
    : `${count(findings.length, 'finding')}, ${others} Compliance.Status`;
}
