import type { Fault } from '../failure.ts';
import { isRecord, withoutUndefined, type JsonRecord } from '../json.ts';
import type { Place } from '../place.ts';
import type { PlacedDraft } from '../results/results.ts';
import { isStatus, STATUSES_WORST_FIRST, type Status } from '../status.ts';
import { allOf, anyOf, didYouMean, quote, unknownMembers } from '../text.ts';
import { describeType, ruleIdFaults, secretFaults } from './checks.ts';
import type { Details, LeftOut, Message } from './message.ts';
import { detailsWithinLimit } from './written-details.ts';

const MEMBERS = ['ruleId', 'status', 'cisRuleDetails'] as const;

/** How the messages of a messages file are checked. */
export interface DraftChecks {
  /** How string details are read, unless the file itself states it. */
  readonly detailsEncoding: 'text' | 'base64';
  /** The session's token, which no message may contain; empty if there is none. */
  readonly secret: string;
}

/** A valid message, or all the faults of an invalid one. */
export type Checked =
  { readonly message: Message } | { readonly faults: readonly Fault[]; readonly leftOut: LeftOut };

/** Checks a message of a messages file against Inspector's limits. */
export function checkDraft({ value, place, detailsEncoding }: PlacedDraft, checks: DraftChecks): Checked {
  if (!isRecord(value)) {
    const sentence = `A message must be an object with ${allOf(MEMBERS)}; this is ${describeType(value)}.`;
    return leftOut([{ sentence, place }], {});
  }
  const at = (member: string): Place => memberPlace(place, member);
  const faults: Fault[] = memberFaults(value, place);
  const blame = (member: string, sentences: readonly string[]): void => {
    for (const sentence of sentences) faults.push({ sentence, place: at(member) });
  };

  const { ruleId, status, cisRuleDetails } = value;
  if (has(value, 'ruleId')) blame('ruleId', ruleIdFaults(ruleId));
  if (has(value, 'status') && !isStatus(status)) blame('status', [statusFault(status)]);
  const checked = has(value, 'cisRuleDetails')
    ? detailsWithinLimit(cisRuleDetails, detailsEncoding ?? checks.detailsEncoding)
    : { faults: [] };
  if ('faults' in checked) blame('cisRuleDetails', checked.faults);
  else blame('cisRuleDetails', secretFaults('"cisRuleDetails"', asText(checked.details), checks.secret));
  if (typeof ruleId === 'string') blame('ruleId', secretFaults('"ruleId"', ruleId, checks.secret));

  if (faults.length > 0 || typeof ruleId !== 'string' || !isStatus(status) || !('details' in checked)) {
    return leftOut(faults, {
      ruleId: typeof ruleId === 'string' ? ruleId : undefined,
      status: isStatus(status) ? status : undefined,
    });
  }
  return { message: { ruleId, status, cisRuleDetails: checked.details, place } };
}

/** An invalid message: all its faults, and what is known about it. */
export function leftOut(
  faults: readonly Fault[],
  known: { readonly ruleId?: string | undefined; readonly status?: Status | undefined },
): Checked {
  const [fault = { sentence: 'The message is not valid.' }] = faults;
  return { faults, leftOut: { fault, ...withoutUndefined(known) } };
}

function memberFaults(value: JsonRecord, place: Place): Fault[] {
  const missing = MEMBERS.filter((member) => !has(value, member));
  const unknown = Object.keys(value).filter((member) => !MEMBERS.some((known) => known === member));
  const [first] = unknown;
  return [
    ...(missing.length === 0
      ? []
      : [
          {
            sentence: `The message${ofRule(value)} has no ${allOf(missing.map((member) => `"${member}"`))}.`,
            place,
          },
        ]),
    ...(first === undefined
      ? []
      : [{ sentence: unknownMembers(unknown, 'a message', MEMBERS), place: memberPlace(place, first) }]),
  ];
}

function statusFault(status: unknown): string {
  if (typeof status !== 'string')
    return `"status" must be one of ${anyOf(STATUSES_WORST_FIRST)}; this is ${describeType(status)}.`;
  const suggestion = didYouMean(status, STATUSES_WORST_FIRST);
  return `"status" ${quote(status)} is not one of Inspector's statuses (${anyOf(STATUSES_WORST_FIRST)}).${suggestion}`;
}

/** Details as a text in which a UUID can be found: one character for each byte. */
function asText(details: Details): string {
  return typeof details === 'string' ? details : Buffer.from(details).toString('latin1');
}

function memberPlace(place: Place, member: string): Place {
  return 'path' in place.at ? { source: place.source, at: { path: [...place.at.path, member] } } : place;
}

function ofRule(value: JsonRecord): string {
  const ruleId = has(value, 'ruleId') ? value['ruleId'] : undefined;
  return typeof ruleId === 'string' && ruleId !== '' ? ` of rule ${quote(ruleId)}` : '';
}

function has(value: JsonRecord, member: string): boolean {
  return Object.hasOwn(value, member);
}
