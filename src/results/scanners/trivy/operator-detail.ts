import { listOf, memberAt, memberOf, textOf, withoutUndefined, type JsonRecord } from '../../../json.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';
import type { RuleName } from '../../reading/scanner.ts';
import { joined, shortText, wordOf } from '../../reading/short-text.ts';
import { verdictOf, type Verdict } from '../../reading/verdict.ts';
import { DEFAULT_STATUSES, defaultVerdict, hasDefault, isManual, messageWithoutJson } from './control.ts';

/** The warning, once for a document, that a detailed report does not show whether an unlisted check ran. */
export const FAILURES_ONLY =
  'trivy-operator lists only failing checks: a control without one counts as PASSED if the benchmark in `spec` gives it a check.';

/** Whether a report's status lists each check. */
export function isDetailed(status: JsonRecord): boolean {
  return listOf(memberAt(status, 'detailReport', 'results')).length > 0;
}

/** What the benchmark itself, in the report's `spec`, says about a control. */
interface Specified {
  readonly hasChecks: boolean;
  readonly defaultStatus: unknown;
}

/** Reads `detailReport`: the failing checks of every control. `spec` is the benchmark's own list of controls. */
export function readDetailReport(
  report: Entry,
  spec: unknown,
  reader: RecordReader,
): { readonly controls: number; readonly failing: number } {
  const specified = specifiedIn(spec);
  const entries = reader.entries(report, 'results', 'Trivy control');
  let failing = 0;
  for (const entry of entries) {
    const { value: control, path } = entry;
    const ruleId = reader.requiredText(entry, 'id');
    if (ruleId === undefined) continue;
    const rule = { ruleId };
    const checks = checksOf(entry, rule, reader);
    if (checks.some(isFailing)) failing += 1;
    const verdict = verdictOfControl(entry, checks, rule, specified.get(ruleId), reader);
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

/** The checks of a control: at least one, because the operator writes `{checkID: "", success: true}` if none failed. */
function checksOf(control: Entry, rule: RuleName, reader: RecordReader): readonly Entry[] {
  const list = memberOf(control.value, 'checks');
  if (Array.isArray(list) && list.length === 0) {
    reader.recordFault(`${control.what} has an empty list of "checks".`, control.path, { rule });
  }
  return reader.requiredEntries(control, 'checks', 'Trivy check', rule);
}

/**
 * The verdict: FAILED if a check fails, or else the control's default, or else PASSED if the benchmark gives the control
 * a check. The control is manual if the benchmark does not, if there is no `spec` to say so (a status without its
 * report), or if its name says so.
 */
function verdictOfControl(
  control: Entry,
  checks: readonly Entry[],
  rule: RuleName,
  specified: Specified | undefined,
  reader: RecordReader,
): Verdict | undefined {
  if (checks.some(isFailing)) return { result: 'success=false', status: 'FAILED' };
  const unknown = checks.map(({ value }) => memberOf(value, 'success')).filter((outcome) => outcome !== true);
  if (unknown.length > 0) return verdictOf(`success=${wordOf(unknown[0]) ?? typeof unknown[0]}`, {});
  if (hasDefault(control.value, 'status')) return defaultVerdict(control, 'status', rule, reader);
  const byDefault = textOf(specified?.defaultStatus);
  if (byDefault !== undefined) return verdictOf(byDefault, DEFAULT_STATUSES);
  if (isManual(control.value, 'name') || specified?.hasChecks !== true) {
    return { result: 'no check', status: 'NOT_EVALUATED' };
  }
  return { result: 'success=true', status: 'PASSED' };
}

function isFailing({ value }: Entry): boolean {
  return memberOf(value, 'success') === false;
}

function specifiedIn(spec: unknown): ReadonlyMap<string, Specified> {
  const controls = listOf(memberOf(spec, 'controls')).flatMap((control): readonly [string, Specified][] => {
    const id = textOf(memberOf(control, 'id'));
    const hasChecks = listOf(memberOf(control, 'checks')).length > 0;
    const defaultStatus = memberOf(control, 'defaultStatus');
    return id === undefined ? [] : [[id, { hasChecks, defaultStatus }]];
  });
  return new Map(controls);
}

function failuresOf(checks: readonly Entry[]): string | undefined {
  const failures = checks.filter(isFailing).slice(0, 3);
  return joined(
    failures.map(({ value }) => {
      const what =
        messageWithoutJson(listOf(memberOf(value, 'messages'))[0]) ??
        shortText(memberOf(value, 'title'), 200);
      return joined([shortText(memberOf(value, 'target'), 120), what], ': ');
    }),
    '; ',
  );
}
