import { memberOf, type JsonRecord } from '../../../json.ts';
import type { Path } from '../../../place.ts';
import { told, type RecordReader } from '../../reading/record-reader.ts';
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
  owner: JsonRecord,
  members: SummaryMembers,
  path: Path,
  common: Partial<RuleResult>,
  reader: RecordReader,
): void {
  for (const { value: control, path: at } of reader.entries(owner, members.controls, 'Trivy control', path)) {
    const ruleId = reader.requiredText(control, members.id, 'Trivy control', at);
    if (ruleId === undefined) continue;
    const failing = memberOf(control, members.total);
    const details = told<RuleResult>({
      title: shortText(memberOf(control, members.name)),
      reason: typeof failing === 'number' && failing > 0 ? count(failing, 'failing result') : undefined,
      severity: shortText(memberOf(control, members.severity), 50),
    });
    reader.add({
      ...details,
      ...common,
      ruleId,
      ...verdictOfTotal(failing, members.total),
      at: { path: at },
    });
  }
}

function verdictOfTotal(failing: unknown, member: string): Verdict {
  if (failing === undefined || failing === null) return { result: `${member}=None`, status: 'NOT_EVALUATED' };
  if (failing === 0) return { result: `${member}=0`, status: 'PASSED' };
  if (typeof failing === 'number' && failing > 0) return { result: `${member}=${failing}`, status: 'FAILED' };
  return verdictOf(`${member}=${wordOf(failing) ?? typeof failing}`, {});
}
