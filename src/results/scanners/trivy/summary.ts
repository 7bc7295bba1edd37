import { memberOf, withoutUndefined } from '../../../json.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';
import type { RuleResult } from '../../reading/scanner.ts';
import { shortText, wordOf } from '../../reading/short-text.ts';
import { verdictOf, type Verdict } from '../../reading/verdict.ts';
import { count } from '../../../text.ts';

/** What the members of a summary are called: Trivy itself writes Go's names, trivy-operator those of Kubernetes. */
export interface SummaryMembers {
  readonly controls: string;
  readonly id: string;
  readonly name: string;
  readonly severity: string;
  readonly total: string;
}

/** Reads how many results of each control fail; nothing is told of a manual control, and it was not evaluated. */
export function readTrivySummary(
  owner: Entry,
  members: SummaryMembers,
  common: Partial<RuleResult>,
  reader: RecordReader,
): void {
  for (const entry of reader.entries(owner, members.controls, 'Trivy control')) {
    const { value: control, path } = entry;
    const ruleId = reader.requiredText(entry, members.id);
    if (ruleId === undefined) continue;
    const failing = memberOf(control, members.total);
    const details = withoutUndefined({
      title: shortText(memberOf(control, members.name)),
      reason: typeof failing === 'number' && failing > 0 ? count(failing, 'failing result') : undefined,
      severity: shortText(memberOf(control, members.severity), 50),
    });
    reader.add({
      ...details,
      ...common,
      ruleId,
      ...verdictOfTotal(failing, members.total),
      at: { path },
    });
  }
}

function verdictOfTotal(failing: unknown, member: string): Verdict {
  if (failing === undefined || failing === null) return { result: `${member}=None`, status: 'NOT_EVALUATED' };
  if (failing === 0) return { result: `${member}=0`, status: 'PASSED' };
  if (typeof failing === 'number' && failing > 0) return { result: `${member}=${failing}`, status: 'FAILED' };
  return verdictOf(`${member}=${wordOf(failing) ?? typeof failing}`, {});
}
