import { bytesOf } from '../messages/message.ts';
import { rulesOf, type RuleOutcome } from '../rules.ts';
import type { Run } from '../run.ts';
import { count, grouped, shortened } from '../text.ts';
import type { Log } from './log.ts';

/** The most rules of a failed gate that the log lists. */
const MOST_LISTED = 1000;
/** The most messages that a dry run shows, and the code points of their details. */
const MOST_SHOWN = 5;
const LONGEST_DETAILS = 160;

/** Lists the rules that a gate does not allow, one per line, in a group before the last lines of the log. */
export function reportGatedRules(log: Log, { failure, validated }: Run): void {
  const { rules = [] } = failure ?? {};
  if (rules.length === 0 || validated === undefined) return;
  const known = new Map(rulesOf(validated).map((rule) => [rule.id, rule]));
  const lines = rules.slice(0, MOST_LISTED).map((id) => lineOf(id, known.get(id)));
  const more = rules.length - lines.length;
  log.group(`${count(rules.length, 'rule')} that the gate does not allow`, [
    ...lines,
    ...(more > 0 ? [`and ${grouped(more)} more, all in the report file`] : []),
  ]);
}

function lineOf(id: string, rule: RuleOutcome | undefined): string {
  if (rule === undefined) return `${id}  left out as invalid`;
  const section = rule.section === undefined ? '' : ` (${shortened(rule.section, 100)})`;
  return `${id}  ${rule.status}  ${shortened(rule.title ?? '', 200)}${section}`;
}

/** Shows the first messages that a dry run would send. */
export function reportPreview(log: Log, { validated }: Run): void {
  const messages = validated?.messages ?? [];
  const lines = messages.slice(0, MOST_SHOWN).map(({ ruleId, status, cisRuleDetails }) => {
    const details = new TextDecoder().decode(bytesOf(cisRuleDetails));
    return `${ruleId}  ${status}  ${shortened(details, LONGEST_DETAILS)}`;
  });
  const more = messages.length - lines.length;
  log.group('What would be sent', [...lines, ...(more > 0 ? [`and ${count(more, 'more', 'more')}`] : [])]);
}
