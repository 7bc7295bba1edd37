import type { PlacedRuleResult } from '../results/results.ts';
import { secretRemover } from '../secrets.ts';
import { ruleIdFaults, secretFaults } from './checks.ts';
import { detailsOf } from './details.ts';
import { leftOut, type Checked } from './draft.ts';

/**
 * Returns a function that makes the message for a scanner's rule result. `secret` is the session's token, which a
 * scanner's evidence may quote; empty if there is none.
 */
export function ruleResultChecker(secret: string): (result: PlacedRuleResult) => Checked {
  const withoutSecret = secretRemover(secret);
  return (result) => {
    const { ruleId, status, place } = result;
    const faults = [...ruleIdFaults(ruleId), ...secretFaults('The rule id', ruleId, secret)];
    if (faults.length > 0) {
      return leftOut(
        faults.map((sentence) => ({ sentence, place })),
        { ruleId, status },
      );
    }
    const cisRuleDetails = detailsOf(result, withoutSecret);
    return { message: { ruleId, status, place, cisRuleDetails, ruleResult: result } };
  };
}
