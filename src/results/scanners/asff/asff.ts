import {
  isRecord,
  listOf,
  memberAt,
  memberOf,
  recordOf,
  textOf,
  undefinedIfEmpty,
  withoutUndefined,
  type JsonRecord,
} from '../../../json.ts';
import { RecordReader, type Entry } from '../../reading/record-reader.ts';
import type { DataScanner, Scan, ScanFacts, StatusTable } from '../../reading/scanner.ts';
import { joined, shortText, wordOf } from '../../reading/short-text.ts';
import { emptyBecause, isCheck } from './checks.ts';
import { readFindings, holdsFindings, SCHEMA_VERSION } from './findings.ts';
import { onlyOne, RuleNames } from './rule-name.ts';
import { benchmarkOf, standardOf, wordedRequirementsOf } from './standards.ts';

/** `Compliance.Status` (Security Hub API, `Compliance`), and the words that Prowler 3 and 4.0 add. */
const STATUSES: StatusTable = {
  PASSED: 'PASSED',
  FAILED: 'FAILED',
  // The check ran, but could not determine whether the resource passes.
  WARNING: 'NOT_EVALUATED',
  NOT_AVAILABLE: 'NOT_EVALUATED',
  INFOED: 'INFORMATIONAL',
  MUTED: 'NOT_EVALUATED',
};

const ONE_ACCOUNT = 'Ask Security Hub for the findings of one account (the filter `AwsAccountId`).';

/** Findings in the AWS Security Finding Format, from Security Hub, Prowler, and others that send to Security Hub. */
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
  const findings = readFindings(document, whole);
  const checks = findings.filter((finding) => isCheck(finding, whole));
  const names = new RuleNames(checks.map(({ value }) => value));
  const scans = [...byStandard(checks)].map(([standard, ofStandard]) => {
    const reader = new RecordReader();
    for (const check of ofStandard) readCheck(check, names, reader);
    return reader.scan({ ...productOf(ofStandard), ...benchmarkOf(standard, names.cisVersion) }, '');
  });
  const rest = whole.scan(productOf(checks), emptyBecause(findings));
  const hasRest = [rest.faults, rest.warnings, rest.excluded].some((list) => list !== undefined);
  return hasRest || scans.length === 0 ? [...scans, rest] : scans;
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

function readCheck(check: Entry, names: RuleNames, reader: RecordReader): void {
  const { value: finding, path } = check;
  const account = textOf(memberOf(finding, 'AwsAccountId'));
  if (account !== undefined) reader.target('AWS account', account, [...path, 'AwsAccountId'], ONE_ACCOUNT);
  const compliance = complianceOf(check);
  const rule = names.of(finding);
  if (rule === undefined) {
    reader.requiredText(check, 'GeneratorId', reader.statusOf(compliance, 'Status', STATUSES));
    return;
  }
  if (!isRecord(memberOf(finding, 'Compliance') ?? {})) {
    reader.recordFault('"Compliance" of finding must be an object.', path, { rule });
    return;
  }
  const control = memberOf(compliance.value, 'SecurityControlId') ?? '';
  if (typeof control !== 'string') {
    reader.recordFault('"SecurityControlId" of Compliance must be a string.', compliance.path, { rule });
    return;
  }
  const verdict = reader.requiredVerdict(compliance, 'Status', STATUSES, rule);
  if (verdict === undefined) return;
  const details = withoutUndefined({
    title: shortText(memberOf(finding, 'Title')),
    reason: reasonOf(finding),
    severity: shortText(memberAt(finding, 'Severity', 'Label'), 50),
    remediation: remediationOf(finding),
    identifiers:
      rule.recommendations === undefined ? undefinedIfEmpty(wordedRequirementsOf(finding)) : undefined,
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

/** The reason for the status. Security Hub's `Description` describes the rule; in other products, what they saw. */
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

/** The product that made the finding, if it names itself, as Prowler does. */
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
