import { isRecord } from '../json.ts';
import type { Place } from '../place.ts';
import { isStatus, worstOf, type Status } from '../status.ts';
import type { PlacedDraft, PlacedRuleResult } from './placed.ts';

/** What one scanner, or the messages files together, say of a rule. */
export interface Opinion {
  /** The scanner's name, its format's where the file does not tell the scanner, or `messages`. */
  readonly scanner: string;
  readonly status: Status;
  readonly place: Place;
}

/** A rule that one scanner passed and another one failed. */
export interface Disagreement {
  readonly ruleId: string;
  readonly title?: string;
  /** What each of them says, in order of first appearance. */
  readonly opinions: readonly Opinion[];
}

/** A verdict on a rule, by its name. */
interface Said extends Opinion {
  readonly ruleId: string;
  readonly title?: string | undefined;
}

/**
 * One verdict for each rule: the rules of which one scanner says PASSED and another one FAILED. Several rules of one scanner under one
 * number are no disagreement, nor is a scanner that could not tell. Messages files count as one more scanner.
 */
export function disagreementsOf(
  ruleResults: readonly PlacedRuleResult[],
  drafts: readonly PlacedDraft[],
): readonly Disagreement[] {
  const all = [...ruleResults.map(saidByScanner), ...drafts.flatMap(saidByPerson)];
  if (new Set(all.map(({ scanner }) => scanner)).size < 2) return [];
  const byRule = new Map<string, Said[]>();
  for (const one of all) {
    const known = byRule.get(one.ruleId);
    if (known === undefined) byRule.set(one.ruleId, [one]);
    else known.push(one);
  }
  return [...byRule].flatMap(([ruleId, said]) => {
    const opinions = opinionsOf(said);
    const statuses = new Set(opinions.map(({ status }) => status));
    if (!statuses.has('PASSED') || !statuses.has('FAILED')) return [];
    const title = said.find((one) => one.title !== undefined)?.title;
    return [{ ruleId, opinions, ...(title === undefined ? {} : { title }) }];
  });
}

function saidByScanner({ ruleId, status, scanner = '', place, title }: PlacedRuleResult): Said {
  return { ruleId, status, scanner, place, title };
}

function saidByPerson({ value, place }: PlacedDraft): readonly Said[] {
  if (!isRecord(value)) return [];
  const { ruleId, status } = value;
  return typeof ruleId === 'string' && isStatus(status)
    ? [{ ruleId, status, scanner: 'messages', place }]
    : [];
}

/** Of each scanner the worst that it says. */
function opinionsOf(said: readonly Said[]): readonly Opinion[] {
  return [...new Set(said.map(({ scanner }) => scanner))].flatMap((scanner) => {
    const own = said.filter((one) => one.scanner === scanner);
    const status = worstOf(own.map((one) => one.status));
    const first = own.find((one) => one.status === status);
    return first === undefined ? [] : [{ scanner, status: first.status, place: first.place }];
  });
}
