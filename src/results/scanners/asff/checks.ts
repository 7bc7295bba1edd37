import { isRecord, memberOf, textOf, type JsonRecord } from '../../../json.ts';
import { count } from '../../../text.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';
import { controlId } from './rule-name.ts';
import { standardOf } from './standards.ts';

/** Whether a finding is a current verdict on a rule. Any other is counted as excluded, or is a fault. */
export function isCheck({ value: finding, path }: Entry, reader: RecordReader): boolean {
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
 * Security Hub archives the results of earlier checks and the findings of deleted resources, and leaves them out when
 * it reports the status of a control.
 */
function isArchived(finding: JsonRecord): boolean {
  return memberOf(finding, 'RecordState') === 'ARCHIVED';
}

/** Only a finding with `Compliance.Status` is about a rule; others (from GuardDuty, for example) report an incident. */
function hasStatus(finding: JsonRecord): boolean {
  const compliance = memberOf(finding, 'Compliance');
  const status = memberOf(compliance, 'Status');
  return !isRecord(compliance) || (status !== undefined && status !== null && status !== '');
}

/** Whether a finding is about a control of a security standard: then it must have a status. */
function isOfControl(finding: JsonRecord): boolean {
  const generator = textOf(memberOf(finding, 'GeneratorId')) ?? '';
  return (
    controlId(finding) !== undefined ||
    standardOf(finding) !== undefined ||
    generator.startsWith('security-control/')
  );
}

/** Why no finding is about a rule. */
export function emptyBecause(findings: readonly Entry[]): string {
  const archived = findings.filter(({ value }) => isArchived(value)).length;
  const others = archived > 0 ? `${archived} archived, the others without` : 'none with';
  return findings.length === archived && archived > 0
    ? `${count(findings.length, 'finding')}, all archived`
    : `${count(findings.length, 'finding')}, ${others} Compliance.Status`;
}
