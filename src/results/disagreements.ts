import { isRecord, withoutUndefined } from '../json.ts';
import type { Place } from '../place.ts';
import { isStatus, worstOf, type Status } from '../status.ts';
import type { PlacedDraft, PlacedRuleResult } from './placed.ts';

/** The status that one scanner, or all messages files together, give a rule. */
interface Opinion {
  /** The scanner's name, its format's name if the file does not name the scanner, or `messages`. */
  readonly scanner: string;
  readonly status: Status;
  readonly place: Place;
}

/** A rule that one scanner passed and another failed. */
export interface Disagreement {
  readonly ruleId: string;
  readonly title?: string;
  /** One for each scanner, in order of first appearance. */
  readonly opinions: readonly Opinion[];
}

/** An opinion, and the rule it is about. */
interface RuleOpinion extends Opinion {
  readonly ruleId: string;
  readonly title?: string | undefined;
}

/**
 * One verdict for each rule: finds the rules that one scanner passed and another failed. Several rules of one scanner
 * under one number are not a disagreement, nor is a scanner that reached neither verdict. Messages files count as one
 * more scanner.
 */
export function disagreementsOf(
  ruleResults: readonly PlacedRuleResult[],
  drafts: readonly PlacedDraft[],
): readonly Disagreement[] {
  if (ruleResults.length === 0) return [];
  const all = [...ruleResults.map(opinionOfScanner), ...drafts.flatMap(opinionOfMessage)];
  if (new Set(all.map(({ scanner }) => scanner)).size < 2) return [];
  const byRule = new Map<string, RuleOpinion[]>();
  for (const one of all) {
    const known = byRule.get(one.ruleId);
    if (known === undefined) byRule.set(one.ruleId, [one]);
    else known.push(one);
  }
  return [...byRule].flatMap(([ruleId, ofRule]) => {
    const opinions = worstByScanner(ofRule);
    const statuses = new Set(opinions.map(({ status }) => status));
    if (!statuses.has('PASSED') || !statuses.has('FAILED')) return [];
    const title = ofRule.find((one) => one.title !== undefined)?.title;
    return [{ ruleId, opinions, ...withoutUndefined({ title }) }];
  });
}

function opinionOfScanner({ ruleId, status, scanner = '', place, title }: PlacedRuleResult): RuleOpinion {
  return { ruleId, status, scanner, place, title };
}

function opinionOfMessage({ value, place }: PlacedDraft): readonly RuleOpinion[] {
  if (!isRecord(value)) return [];
  const { ruleId, status } = value;
  return typeof ruleId === 'string' && isStatus(status)
    ? [{ ruleId, status, scanner: 'messages', place }]
    : [];
}

/** The worst opinion from each scanner. */
function worstByScanner(opinions: readonly RuleOpinion[]): readonly Opinion[] {
  return [...new Set(opinions.map(({ scanner }) => scanner))].flatMap((scanner) => {
    const own = opinions.filter((one) => one.scanner === scanner);
    const status = worstOf(own.map((one) => one.status));
    const first = own.find((one) => one.status === status);
    return first === undefined ? [] : [{ scanner, status: first.status, place: first.place }];
  });
}
