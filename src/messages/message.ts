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
 * Details of a message: bytes, or a text, which is sent in UTF-8. A text is encoded only when its chunk is sent,
 * because the bytes of all messages would double the memory.
 */
export type Details = string | Uint8Array;

/** The bytes of details. */
export function bytesOf(details: Details): Uint8Array {
  return typeof details === 'string' ? Buffer.from(details) : details;
}

/** What is sent to Inspector for one rule. */
export interface Message {
  readonly ruleId: string;
  readonly status: Status;
  readonly cisRuleDetails: Details;
  /** Its place in the results file; not sent. */
  readonly place: Place;
  /** The scanner's result that it was made from, for people; not sent itself. Absent for messages files. */
  readonly ruleResult?: PlacedRuleResult;
}

/** A message that is not sent because it is not valid (`on-invalid: skip`). */
export interface LeftOut {
  /** The rule, if the message or the record states it. */
  readonly ruleId?: string;
  /** The status that it states; if it is not readable, a gate counts it as a match. */
  readonly status?: Status;
  /** The first of its faults. */
  readonly fault: Fault;
}

/** 1 to 150 messages, sent in one call. */
export interface Chunk {
  /** Counted from 1. */
  readonly number: number;
  readonly messages: readonly Message[];
}
