import { listOf, memberAt, memberOf, textOf, withoutUndefined, type JsonRecord } from '../../../json.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';
import type { RuleName } from '../../reading/scanner.ts';
import { joined, shortText, wordOf } from '../../reading/short-text.ts';
import { verdictOf, type Verdict } from '../../reading/verdict.ts';
import { defaultVerdict, hasDefault, isManual, messageOf } from './control.ts';

/** Said once of a document: what a report in detail does not list is not known to have been checked. */
export const FAILURES_ONLY =
  'trivy-operator lists failing checks only: a control without one counts as PASSED where a check belongs to it.';

/** Whether a report's status tells of each check. */
export function isDetailed(status: JsonRecord): boolean {
  return listOf(memberAt(status, 'detailReport', 'results')).length > 0;
}

/** Reads `detailReport`: the failing checks of every control. `spec` is the benchmark's own list of controls. */
export function readDetailReport(
  report: Entry,
  spec: unknown,
  reader: RecordReader,
): { readonly controls: number; readonly failing: number } {
  const unchecked = uncheckedIn(spec);
  const entries = reader.entries(report, 'results', 'Trivy control');
  let failing = 0;
  for (const entry of entries) {
    const { value: control, path } = entry;
    const ruleId = reader.requiredText(entry, 'id');
    if (ruleId === undefined) continue;
    const rule = { ruleId };
    const checks = checksOf(entry, rule, reader);
    if (checks.some(isFailing)) failing += 1;
    const verdict = verdictOfControl(entry, checks, rule, unchecked, reader);
    if (verdict === undefined) continue;
    const details = withoutUndefined({
      title: shortText(memberOf(control, 'name')),
      reason: failuresOf(checks),
      severity: shortText(memberOf(control, 'severity'), 50),
      remediation: checks
        .map(({ value }) => shortText(memberOf(value, 'remediation')))
        .find((text) => text !== undefined),
    });
    reader.add({ ...details, ...rule, ...verdict, at: { path } });
  }
  return { controls: entries.length, failing };
}

/** The operator writes `{checkID: "", success: true}` where no check failed: there is always one. */
function checksOf(control: Entry, rule: RuleName, reader: RecordReader): readonly Entry[] {
  const list = memberOf(control.value, 'checks');
  if (Array.isArray(list) && list.length === 0) {
    reader.recordFault(`${control.what} has an empty list of "checks".`, control.path, { rule });
  }
  return reader.requiredEntries(control, 'checks', 'Trivy check', rule);
}

/** A failing check, else the control's default, else manual (by its name, or without a check of its own), else passed. */
function verdictOfControl(
  control: Entry,
  checks: readonly Entry[],
  rule: RuleName,
  unchecked: ReadonlySet<string>,
  reader: RecordReader,
): Verdict | undefined {
  if (checks.some(isFailing)) return { result: 'success=false', status: 'FAILED' };
  const strange = checks.map(({ value }) => memberOf(value, 'success')).filter((outcome) => outcome !== true);
  if (strange.length > 0) return verdictOf(`success=${wordOf(strange[0]) ?? typeof strange[0]}`, {});
  if (hasDefault(control.value, 'status')) return defaultVerdict(control, 'status', rule, reader);
  const reported = checks.some(({ value }) => textOf(memberOf(value, 'checkID')) !== undefined);
  if (!reported && (isManual(control.value, 'name') || unchecked.has(rule.ruleId))) {
    return { result: 'no check', status: 'NOT_EVALUATED' };
  }
  return { result: 'success=true', status: 'PASSED' };
}

function isFailing({ value }: Entry): boolean {
  return memberOf(value, 'success') === false;
}

/** The ids of the controls to which the benchmark gives no check. */
function uncheckedIn(spec: unknown): ReadonlySet<string> {
  const ids = listOf(memberOf(spec, 'controls'))
    .filter((control) => listOf(memberOf(control, 'checks')).length === 0)
    .flatMap((control) => textOf(memberOf(control, 'id')) ?? []);
  return new Set(ids);
}

function failuresOf(checks: readonly Entry[]): string | undefined {
  const failures = checks.filter(isFailing).slice(0, 3);
  return joined(
    failures.map(({ value }) => {
      const what =
        messageOf(listOf(memberOf(value, 'messages'))[0]) ?? shortText(memberOf(value, 'title'), 200);
      return joined([shortText(memberOf(value, 'target'), 120), what], ': ');
    }),
    '; ',
  );
}
