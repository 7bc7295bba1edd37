import { listOf, memberOf, withoutUndefined, type JsonRecord } from '../../../json.ts';
import { RecordReader, type Entry } from '../../reading/record-reader.ts';
import type { DataScanner, RuleName, Scan, StatusTable } from '../../reading/scanner.ts';
import { joined, shortText, wordOf } from '../../reading/short-text.ts';
import { isOperatorDocument, KIND, readOperator } from './operator.ts';
import { readTrivySummary } from './summary.ts';
import type { Verdict } from '../../reading/verdict.ts';
import { worstOf } from '../../../status.ts';

/** `Status` of a misconfiguration (Trivy, `pkg/types/misconfiguration.go`). */
const CHECK_STATUSES: StatusTable = {
  FAIL: 'FAILED',
  PASS: 'PASSED',
  // A failure that a rule of the user exempts (Trivy before 0.60).
  EXCEPTION: 'NOT_EVALUATED',
};

/** `DefaultStatus` of a control that no check reported on (Trivy, `pkg/compliance/spec`). */
const DEFAULT_STATUSES: StatusTable = {
  FAIL: 'FAILED',
  PASS: 'PASSED',
  WARN: 'NOT_EVALUATED',
};

const SUMMARY_MEMBERS = {
  controls: 'SummaryControls',
  id: 'ID',
  name: 'Name',
  severity: 'Severity',
  total: 'TotalFail',
};

/** `trivy … --compliance SPEC --format json` with `--report all` or `summary`, and trivy-operator's reports. */
export const trivyCompliance: DataScanner = {
  kind: 'data',
  name: 'trivy-compliance',
  shape: `an object with \`ID\`, \`Title\` and \`SummaryControls\` or \`Results\` of controls, or a ${KIND}`,
  statuses: { 'Misconfigurations[].Status': CHECK_STATUSES, DefaultStatus: DEFAULT_STATUSES },
  recognises,
  read,
};

function recognises(document: unknown): boolean {
  return isSummary(document) || isComplete(document) || isOperatorDocument(document);
}

function isSummary(document: unknown): boolean {
  return hasHeading(document) && Array.isArray(memberOf(document, 'SummaryControls'));
}

/** An ordinary Trivy report has `Results` too, of targets. */
function isComplete(document: unknown): boolean {
  if (!hasHeading(document) || memberOf(document, 'ArtifactName') !== undefined) return false;
  const results = memberOf(document, 'Results');
  if (results === null) return memberOf(document, 'RelatedResources') !== undefined;
  return Array.isArray(results) && !results.some((result) => memberOf(result, 'Target') !== undefined);
}

function hasHeading(document: unknown): boolean {
  return typeof memberOf(document, 'ID') === 'string' && typeof memberOf(document, 'Title') === 'string';
}

function read(document: unknown): readonly Scan[] {
  if (Array.isArray(document) || isOperatorDocument(document)) return readOperator(document);
  const reader = new RecordReader();
  const report = reader.root(document, 'Trivy report');
  if (isSummary(document)) readTrivySummary(report, SUMMARY_MEMBERS, {}, reader);
  else readControls(report, reader);
  const facts = withoutUndefined({
    scanner: 'Trivy',
    benchmark: shortText(memberOf(document, 'Title')) ?? shortText(memberOf(document, 'ID')),
    benchmarkVersion: wordOf(memberOf(document, 'Version')),
  });
  return [reader.scan(facts, 'the report has no control')];
}

/** `--report all`: what every check of every control found. */
function readControls(report: Entry, reader: RecordReader): void {
  for (const entry of reader.entries(report, 'Results', 'Trivy control')) {
    const { value: control, path } = entry;
    const ruleId = reader.requiredText(entry, 'ID');
    if (ruleId === undefined) continue;
    const rule = { ruleId };
    const results = reader.entries(entry, 'Results', 'Trivy result', rule);
    const verdict = verdictOfControl(rule, entry, results, reader);
    if (verdict === undefined) continue;
    const details = withoutUndefined({
      title: shortText(memberOf(control, 'Name')),
      reason: verdict.status === 'PASSED' ? undefined : findingsOf(results),
      severity: shortText(memberOf(control, 'Severity'), 50),
      remediation: resolutionOf(results),
    });
    reader.add({ ...details, ...rule, ...verdict, at: { path } });
  }
}

/** Trivy's own rule for a control: what its checks found, else its default, else manual or passed. */
function verdictOfControl(
  rule: RuleName,
  control: Entry,
  results: readonly Entry[],
  reader: RecordReader,
): Verdict | undefined {
  const result = `${results.length} results`;
  const listed = (name: string, what: string): readonly Entry[] =>
    results.flatMap((entry) => reader.entries(entry, name, what, rule));
  const findings = [...listed('Vulnerabilities', 'Trivy finding'), ...listed('Secrets', 'Trivy secret')];
  const checks = listed('Misconfigurations', 'Trivy misconfiguration');
  if (findings.length > 0) return { result, status: 'FAILED' };
  const verdicts = checks.flatMap(
    (check) => reader.requiredVerdict(check, 'Status', CHECK_STATUSES, rule) ?? [],
  );
  const status = worstOf(verdicts.map((verdict) => verdict.status));
  const undefinedWord = verdicts.find((verdict) => verdict.status === 'UNKNOWN')?.undefinedWord;
  if (status !== undefined) {
    return { result, status, ...(status === 'UNKNOWN' && undefinedWord !== undefined && { undefinedWord }) };
  }
  if (results.length > 0) return { result, status: 'PASSED' };
  if (hasDefault(control.value)) {
    return reader.requiredVerdict(control, 'DefaultStatus', DEFAULT_STATUSES, rule);
  }
  return { result, status: isManual(memberOf(control.value, 'Name')) ? 'NOT_EVALUATED' : 'PASSED' };
}

function hasDefault(control: JsonRecord): boolean {
  const byDefault = memberOf(control, 'DefaultStatus');
  return byDefault !== undefined && byDefault !== null && byDefault !== '';
}

function isManual(name: unknown): boolean {
  return typeof name === 'string' && name.includes('Manual');
}

/** The first few findings of a control: what and where. Never the match of a secret. */
function findingsOf(results: readonly Entry[]): string | undefined {
  const findings = results.slice(0, 3).map(({ value }) => {
    const check = listOf(memberOf(value, 'Misconfigurations')).find(
      (one) => memberOf(one, 'Status') !== 'PASS',
    );
    const vulnerability = listOf(memberOf(value, 'Vulnerabilities'))[0];
    const secret = listOf(memberOf(value, 'Secrets'))[0];
    const what = [
      memberOf(check, 'Message'),
      memberOf(check, 'Title'),
      memberOf(check, 'AVDID'),
      memberOf(check, 'ID'),
      memberOf(vulnerability, 'VulnerabilityID'),
      memberOf(secret, 'Title'),
      memberOf(secret, 'RuleID'),
    ].map((text) => shortText(text, 200));
    return joined([shortText(memberOf(value, 'Target'), 120), what.find((text) => text !== undefined)], ': ');
  });
  return joined(findings, '; ');
}

function resolutionOf(results: readonly Entry[]): string | undefined {
  const checks = results
    .slice(0, 3)
    .flatMap(({ value }) => listOf(memberOf(value, 'Misconfigurations')).slice(0, 3));
  return checks.map((check) => shortText(memberOf(check, 'Resolution'))).find((text) => text !== undefined);
}
