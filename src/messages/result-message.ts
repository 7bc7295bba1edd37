import type { PlacedRuleResult } from '../results/results.ts';
import { withoutSecret } from '../secrets.ts';
import { withoutUndefined } from '../json.ts';
import { ruleIdFaults, secretFaults } from './checks.ts';
import { detailsOf } from './details.ts';
import { leftOut, type Checked } from './draft.ts';

/** Makes the message of a scanner's rule result. `secret` is the session's token; empty when there is none. */
export function checkRuleResult(result: PlacedRuleResult, secret: string): Checked {
  const { ruleId, status, place } = result;
  const faults = [...ruleIdFaults(ruleId), ...secretFaults('The rule id', ruleId, secret)];
  if (faults.length > 0) {
    return leftOut(
      faults.map((sentence) => ({ sentence, place })),
      { ruleId, status },
    );
  }
  const cisRuleDetails = detailsOf(secret === '' ? result : withoutSecretIn(result, secret));
  return { message: { ruleId, status, place, cisRuleDetails, ruleResult: result } };
}

/** A scanner's evidence may quote an environment that holds the token. */
function withoutSecretIn(result: PlacedRuleResult, secret: string): PlacedRuleResult {
  const blot = (text: string): string => withoutSecret(text, secret);
  const texts = Object.entries(result)
    .filter((member): member is [string, string] => typeof member[1] === 'string')
    .map(([name, text]) => [name, blot(text)] as const);
  const lists = {
    identifiers: result.identifiers?.map(blot),
    recommendations: result.recommendations?.map(blot),
  };
  return { ...result, ...Object.fromEntries<string>(texts), ...withoutUndefined(lists) };
}
