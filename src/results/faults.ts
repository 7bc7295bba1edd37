import type { Fault } from '../failure.ts';
import { withoutUndefined } from '../json.ts';
import type { Place } from '../place.ts';
import { worstOf, type Status } from '../status.ts';
import { allOf, count, grouped, quote } from '../text.ts';
import { combine } from './combine.ts';
import { namesOf, type Naming } from './naming.ts';
import type { PlacedRuleResult, PlacedScan } from './placed.ts';

/** The most rules that a sentence lists. */
const MOST_NAMED = 5;

/** A record of a scanner's file that cannot be read, with its rule and status where these can be read. */
export interface RecordFault extends Fault {
  readonly ruleId?: string;
  readonly status?: Status;
}

/** Faults that make a whole document unusable. */
export function documentFaults(scans: readonly PlacedScan[]): Fault[] {
  return scans.flatMap(({ scan, source }) =>
    (scan.faults ?? [])
      .filter(({ ofRecord = false }) => !ofRecord)
      .map(({ sentence, at }) => ({ sentence, place: { source, at } })),
  );
}

/**
 * The records that cannot be read, under the names of their rules. The rule's other results are left out too, but no
 * gate may miss them: the record takes the worst status of all. If its own status is not known it has none, which a
 * gate counts as a match.
 */
export function recordFaultsOf(
  scans: readonly PlacedScan[],
  leftOut: readonly PlacedRuleResult[],
  naming: Naming,
): RecordFault[] {
  const others = new Map(combine(leftOut).map(({ ruleId, status }) => [ruleId, status]));
  return scans.flatMap(({ scan, source }) => {
    const rules = new Map((scan.unreadableRules ?? []).map((rule) => [rule.ruleId, namesOf(rule, naming)]));
    return (scan.faults ?? []).flatMap(({ ofRecord = false, sentence, at, ruleId, status }) => {
      if (!ofRecord) return [];
      const names = ruleId === undefined ? [] : (rules.get(ruleId) ?? [ruleId]);
      const statuses = [status, ...names.map((name) => others.get(name))].filter((one) => one !== undefined);
      const known = {
        ruleId: names.length === 0 ? undefined : names.join(', '),
        status: status === undefined ? undefined : worstOf(statuses),
      };
      return [{ sentence, place: { source, at }, ...withoutUndefined(known) }];
    });
  });
}

/** Warns of readable results that are left out because another result of their rule cannot be read. */
export function leftOutWarning(leftOut: readonly PlacedRuleResult[]): Fault[] {
  const rules = [...new Set(leftOut.map(({ ruleId }) => ruleId))];
  if (rules.length === 0) return [];
  const more = rules.length > MOST_NAMED ? [`${grouped(rules.length - MOST_NAMED)} more`] : [];
  const named = allOf([...rules.slice(0, MOST_NAMED).map(quote), ...more]);
  const are = leftOut.length === 1 ? 'is' : 'are';
  return [
    {
      sentence: `${count(leftOut.length, 'result')} ${are} left out because another result of the same rule cannot be read: ${named}.`,
    },
  ];
}

/** The warnings from a scanner's reader, with their places. */
export function scanWarnings({ scan, source }: PlacedScan): Fault[] {
  return (scan.warnings ?? []).map(({ sentence, at }) => ({ sentence, place: { source, at } }));
}

/** Nothing is reported better than it is: each word that the format does not define gets one warning. */
export function undefinedWords(results: readonly PlacedRuleResult[]): Fault[] {
  const firstOfWord = new Map<string, { readonly place: Place; readonly times: number }>();
  for (const { undefinedWord, place } of results) {
    if (undefinedWord === undefined) continue;
    const known = firstOfWord.get(undefinedWord);
    firstOfWord.set(undefinedWord, { place: known?.place ?? place, times: (known?.times ?? 0) + 1 });
  }
  return [...firstOfWord].map(([word, { place, times }]) => ({
    sentence: `The format does not define the status ${quote(word)} (${count(times, 'result')}): sent as UNKNOWN.`,
    place,
  }));
}
