import { memberOf, withoutUndefined } from '../../../json.ts';
import { count } from '../../../text.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';
import type { RuleName } from '../../reading/scanner.ts';
import { shortText, wordOf } from '../../reading/short-text.ts';
import { verdictOf, type Verdict } from '../../reading/verdict.ts';
import { isManual } from './control.ts';

/** The names of a summary's members: Trivy writes them in the style of Go, trivy-operator in that of Kubernetes. */
export interface SummaryMembers {
  readonly controls: string;
  readonly id: string;
  readonly name: string;
  readonly severity: string;
  readonly total: string;
}

/** Reads how many results of each control fail. Returns how many controls there are, and how many fail. */
export function readTrivySummary(
  owner: Entry,
  members: SummaryMembers,
  reader: RecordReader,
): { readonly controls: number; readonly failing: number } {
  const entries = reader.entries(owner, members.controls, 'Trivy control');
  for (const entry of entries) readControl(entry, members, reader);
  const failing = entries.filter(({ value }) => Number(memberOf(value, members.total)) > 0).length;
  return { controls: entries.length, failing };
}

function readControl(entry: Entry, members: SummaryMembers, reader: RecordReader): void {
  const { value: control, path } = entry;
  const ruleId = reader.requiredText(entry, members.id);
  if (ruleId === undefined) return;
  const rule = { ruleId };
  const verdict = verdictOfControl(entry, members, rule, reader);
  if (verdict === undefined) return;
  const failing = memberOf(control, members.total);
  const details = withoutUndefined({
    title: shortText(memberOf(control, members.name)),
    reason: typeof failing === 'number' && failing > 0 ? count(failing, 'failing result') : undefined,
    severity: shortText(memberOf(control, members.severity), 50),
  });
  reader.add({ ...details, ...rule, ...verdict, at: { path } });
}

/** Trivy leaves the number out only for manual controls: nothing is reported about them, and they were not evaluated. */
function verdictOfControl(
  { value: control, path, what }: Entry,
  { name, total }: SummaryMembers,
  rule: RuleName,
  reader: RecordReader,
): Verdict | undefined {
  const failing = memberOf(control, total);
  if (failing === undefined && !isManual(control, name)) {
    reader.recordFault(`${what} has no "${total}", and its name does not say that it is manual.`, path, {
      rule,
    });
    return undefined;
  }
  if (failing === null && !isManual(control, name)) {
    reader.warn(`${what} has no number in "${total}": it counts as not evaluated.`, [...path, total]);
  }
  if (failing === undefined || failing === null) return { result: `${total}=None`, status: 'NOT_EVALUATED' };
  if (failing === 0) return { result: `${total}=0`, status: 'PASSED' };
  if (typeof failing === 'number' && failing > 0) return { result: `${total}=${failing}`, status: 'FAILED' };
  return verdictOf(`${total}=${wordOf(failing) ?? typeof failing}`, {});
}
