import { listOf, memberOf, withoutUndefined } from '../../../json.ts';
import { worstOf } from '../../../status.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';
import type { RuleName, StatusTable } from '../../reading/scanner.ts';
import { joined, shortText } from '../../reading/short-text.ts';
import type { Verdict } from '../../reading/verdict.ts';
import { defaultVerdict, hasDefault, isManual, messageWithoutJson } from './control.ts';

/** `Status` of a misconfiguration (Trivy, `pkg/types/misconfiguration.go`). */
export const CHECK_STATUSES: StatusTable = {
  FAIL: 'FAILED',
  PASS: 'PASSED',
  // A failure that one of the user's rules exempts (Trivy before 0.60).
  EXCEPTION: 'NOT_EVALUATED',
};

/** Reads `--report all`: what every check of every control found. */
export function readControls(report: Entry, reader: RecordReader): void {
  for (const entry of reader.entries(report, 'Results', 'Trivy control')) {
    const { value: control, path } = entry;
    const ruleId = reader.requiredText(entry, 'ID');
    if (ruleId === undefined) continue;
    const rule = { ruleId };
    const results = resultsOf(entry, rule, reader);
    const verdict = verdictOfControl(rule, entry, results, reader);
    if (verdict === undefined) continue;
    const details = withoutUndefined({
      title: shortText(memberOf(control, 'Name')),
      reason: verdict.status === 'PASSED' ? undefined : describeFindings(results),
      severity: shortText(memberOf(control, 'Severity'), 50),
      remediation: resolutionOf(results),
    });
    reader.add({ ...details, ...rule, ...verdict, at: { path } });
  }
}

/** Trivy writes `null` for a control that no check reported on. */
function resultsOf(control: Entry, rule: RuleName, reader: RecordReader): readonly Entry[] {
  if (memberOf(control.value, 'Results') === null) return [];
  return reader.requiredEntries(control, 'Results', 'Trivy result', rule);
}

/** The verdict by Trivy's own rule: what a control's checks found, or else its default, or else manual or passed. */
function verdictOfControl(
  rule: RuleName,
  control: Entry,
  results: readonly Entry[],
  reader: RecordReader,
): Verdict | undefined {
  const result = `${results.length} results`;
  const found = results.map((entry) => readResult(entry, rule, reader));
  if (found.some(({ findings }) => findings > 0)) return { result, status: 'FAILED' };
  const verdicts = found.flatMap((one) => one.verdicts);
  const status = worstOf(verdicts.map((verdict) => verdict.status));
  if (status !== undefined) {
    const undefinedWord = verdicts.find((verdict) => verdict.status === 'UNKNOWN')?.undefinedWord;
    return {
      result,
      status,
      ...withoutUndefined({ undefinedWord: status === 'UNKNOWN' ? undefinedWord : undefined }),
    };
  }
  if (results.length > 0) return undefined;
  if (hasDefault(control.value, 'DefaultStatus'))
    return defaultVerdict(control, 'DefaultStatus', rule, reader);
  return { result, status: isManual(control.value, 'Name') ? 'NOT_EVALUATED' : 'PASSED' };
}

/** Reads one result: what one check found at one target. Trivy writes none without a finding. */
function readResult(
  entry: Entry,
  rule: RuleName,
  reader: RecordReader,
): { readonly findings: number; readonly verdicts: readonly Verdict[] } {
  const findings = [
    ...reader.entries(entry, 'Vulnerabilities', 'Trivy finding', rule),
    ...reader.entries(entry, 'Secrets', 'Trivy secret', rule),
  ];
  const checks = reader.entries(entry, 'Misconfigurations', 'Trivy misconfiguration', rule);
  const lists = ['Vulnerabilities', 'Secrets', 'Misconfigurations'];
  if (lists.every((name) => listLengthOf(memberOf(entry.value, name)) === 0)) {
    reader.recordFault(
      'Trivy result lists no findings: no "Misconfigurations", "Vulnerabilities" or "Secrets".',
      entry.path,
      {
        rule,
      },
    );
  }
  const verdicts = checks.flatMap(
    (check) => reader.requiredVerdict(check, 'Status', CHECK_STATUSES, rule) ?? [],
  );
  return { findings: findings.length, verdicts };
}

/** The length of a list; `undefined` for something else, which is a fault already. */
function listLengthOf(value: unknown): number | undefined {
  return value === undefined || value === null ? 0 : Array.isArray(value) ? value.length : undefined;
}

/** The first few findings of a control: what was found, and where. Never the text that matched a secret. */
function describeFindings(results: readonly Entry[]): string | undefined {
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
    ].map(messageWithoutJson);
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
