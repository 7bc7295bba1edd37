import { memberOf, type JsonRecord } from '../../../json.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';
import type { RuleName, StatusTable } from '../../reading/scanner.ts';
import { shortText } from '../../reading/short-text.ts';
import type { Verdict } from '../../reading/verdict.ts';

/** The default status of a control that no check reported on (Trivy, `pkg/compliance/spec`). */
export const DEFAULT_STATUSES: StatusTable = {
  FAIL: 'FAILED',
  PASS: 'PASSED',
  WARN: 'NOT_EVALUATED',
};

/** The default verdict of a control; `undefined` if it is missing or cannot be read, which is a fault. */
export function defaultVerdict(
  control: Entry,
  name: string,
  rule: RuleName,
  reader: RecordReader,
): Verdict | undefined {
  return reader.requiredVerdict(control, name, DEFAULT_STATUSES, rule);
}

/** Whether a control states a default. Trivy leaves the member out if there is none. */
export function hasDefault(control: JsonRecord, name: string): boolean {
  return Object.hasOwn(control, name);
}

/**
 * Whether people have to check a control: Trivy marks it in the name. A control without a name may be one.
 */
export function isManual(control: JsonRecord, name: string): boolean {
  const text = memberOf(control, name);
  return typeof text !== 'string' || text.includes('Manual');
}

/** How many UTF-16 units of a check's message are examined. */
const MESSAGE_AT_MOST = 2000;

/** A check's message without any list of what was found in a resource, which may contain secrets. */
export function messageWithoutJson(message: unknown): string | undefined {
  if (typeof message !== 'string') return undefined;
  return shortText(message.slice(0, MESSAGE_AT_MOST).replaceAll(/'?\{".*?(?:"\}'?|$)/gs, '…'), 200);
}
