import type { Fault } from '../failure.ts';
import { describePlace } from '../place.ts';
import { quote } from '../text.ts';
import type { LeftOut, Message } from './message.ts';

/** Messages with one verdict for each rule, and what is wrong with the others. */
export interface Agreement {
  readonly agreed: readonly Message[];
  /** Messages of rules whose messages contradict each other. */
  readonly contradicted: readonly LeftOut[];
  /** One fault for each message that contradicts the first one of its rule. */
  readonly contradictions: readonly Fault[];
  readonly repeats: readonly Message[];
}

/**
 * One verdict per rule. Exact repeats go once; different statuses are a fault of each of the messages,
 * because nobody can say which Inspector would keep.
 */
export function oneVerdictPerRule(messages: readonly Message[]): Agreement {
  const rules = new Map<string, { readonly first: Message; readonly contents: Set<string> }>();
  const contradictedRules = new Map<string, Fault>();
  const contradictions: Fault[] = [];
  const repeats = new Set<Message>();
  for (const message of messages) {
    const { ruleId, status, cisRuleDetails } = message;
    const rule = rules.get(ruleId) ?? { first: message, contents: new Set() };
    rules.set(ruleId, rule);
    if (status !== rule.first.status) {
      const fault = contradiction(message, rule.first);
      contradictedRules.set(ruleId, fault);
      contradictions.push(fault);
    }
    const content = `${status} ${Buffer.from(cisRuleDetails).toString('base64')}`;
    if (rule.contents.has(content)) repeats.add(message);
    rule.contents.add(content);
  }
  const agreed = messages.filter(({ ruleId }) => !contradictedRules.has(ruleId));
  return {
    agreed: agreed.filter((message) => !repeats.has(message)),
    contradicted: messages.flatMap(({ ruleId, status }) => {
      const fault = contradictedRules.get(ruleId);
      return fault === undefined ? [] : [{ ruleId, status, fault }];
    }),
    contradictions,
    repeats: agreed.filter((message) => repeats.has(message)),
  };
}

function contradiction({ ruleId, status, place }: Message, other: Message): Fault {
  return {
    sentence: `Rule ${quote(ruleId)} is ${status} here and ${other.status} at ${describePlace(other.place)}: a rule has one verdict.`,
    place,
  };
}
