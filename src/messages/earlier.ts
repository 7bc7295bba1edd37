import type { PlacedRuleResult } from '../results/results.ts';
import { worstOf, type Status } from '../status.ts';
import type { Message } from './message.ts';

/** Items, none of them better than what earlier steps of the session delivered. */
export interface NotBetter<Item> {
  readonly items: readonly Item[];
  /** Rules for which an earlier step delivered a worse status, which is sent again. */
  readonly worsened: readonly string[];
}

/**
 * A step never sends a better status for a rule than an earlier step of its session delivered: the worse status is
 * sent again, and a scanner's reason says why.
 */
export function notBetterThan<Item extends PlacedRuleResult | Message>(
  items: readonly Item[],
  delivered: ReadonlyMap<string, Status>,
): NotBetter<Item> {
  const worsened = new Set<string>();
  const worst = items.map((item) => {
    const earlier = delivered.get(item.ruleId);
    if (earlier === undefined || worstOf([earlier, item.status]) === item.status) return item;
    worsened.add(item.ruleId);
    const reason = 'result' in item ? { reason: reasonWithEarlier(item, earlier) } : {};
    return { ...item, ...reason, status: earlier };
  });
  return { items: worst, worsened: [...worsened] };
}

function reasonWithEarlier({ status, reason }: PlacedRuleResult, earlier: Status): string {
  const why = `${status} here, ${earlier} in an earlier step of this session`;
  return reason === undefined ? why : `${why}; ${reason}`;
}
