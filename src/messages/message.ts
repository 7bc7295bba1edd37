import type { Fault } from '../failure.ts';
import type { Place } from '../place.ts';
import type { PlacedRuleResult } from '../results/results.ts';
import type { Status } from '../status.ts';

/** Limits of a message (AWS API model of Inspector2, `CisSessionMessage`). */
export const LIMITS = {
  /** `ruleId`: 1 to 500 characters (Unicode code points). */
  ruleIdCharacters: 500,
  /** `cisRuleDetails`: 0 to 1000 bytes, before base64. */
  detailsBytes: 1000,
} as const;

/**
 * Details of a message: bytes, or a text that is sent in UTF-8. A text is encoded only when its chunk is sent: the bytes
 * of all messages would take as much memory again.
 */
export type Details = string | Uint8Array;

/** The bytes of details, as they are sent. */
export function bytesOf(details: Details): Uint8Array {
  return typeof details === 'string' ? Buffer.from(details) : details;
}

/** What Inspector takes for one rule. */
export interface Message {
  readonly ruleId: string;
  readonly status: Status;
  readonly cisRuleDetails: Details;
  /** Where it stands in the results file; not sent. */
  readonly place: Place;
  /** The scanner's result that it is made of, for people; not sent by itself. Messages files have none. */
  readonly ruleResult?: PlacedRuleResult;
}

/** A message that is not sent because it is not valid: `on-invalid: skip` leaves it out. */
export interface LeftOut {
  /** The rule, where the message or the record names it. */
  readonly ruleId?: string;
  /** The status that it states; a gate counts one without a readable status as a match. */
  readonly status?: Status;
  /** What is wrong with it; the first of its faults. */
  readonly fault: Fault;
}

/** 1 to 150 messages, sent in one call. */
export interface Chunk {
  /** Counted from 1. */
  readonly number: number;
  readonly messages: readonly Message[];
}
