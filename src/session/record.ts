import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '../messages/message.ts';
import { isRecord, listOf, memberOf, textOf } from '../json.ts';
import type { ScanFacts } from '../results/results.ts';
import { isStatus, worstOf, type Status } from '../status.ts';

/**
 * What the telemetry steps of a job did in a session, rule by rule: what the session's end is told by. It holds no
 * token.
 */
export interface SessionRecord {
  readonly scanJobId: string;
  /** Rules that Inspector confirmed, with the worst status that was sent. */
  readonly delivered: ReadonlyMap<string, Status>;
  /** Rules that are still undelivered. */
  readonly undelivered: ReadonlySet<string>;
  /** How a telemetry step failed, last; it is forgotten when nothing is undelivered any more. */
  readonly failure?: string;
  /** How many telemetry steps there were. */
  readonly steps: number;
  readonly facts: ScanFacts;
}

type Verdict = Pick<Message, 'ruleId' | 'status'>;

/** What one telemetry step adds to the record. */
export interface StepReport {
  readonly delivered: readonly Verdict[];
  readonly undelivered: readonly Verdict[];
  readonly failure?: string;
  readonly facts: ScanFacts;
}

/** The record of a session that has only been opened. */
export function newRecord(scanJobId: string): SessionRecord {
  return { scanJobId, delivered: new Map(), undelivered: new Set(), steps: 0, facts: {} };
}

/** Adds a step: a rule sent again counts once, and what a later step delivers is no longer undelivered. */
export function addStep(record: SessionRecord, step: StepReport): SessionRecord {
  const delivered = new Map(record.delivered);
  const undelivered = new Set(record.undelivered);
  for (const { ruleId, status } of step.delivered) {
    delivered.set(ruleId, worstOf([status, delivered.get(ruleId) ?? status]) ?? status);
    undelivered.delete(ruleId);
  }
  for (const { ruleId } of step.undelivered) undelivered.add(ruleId);
  const failure = step.failure ?? (undelivered.size > 0 ? record.failure : undefined);
  return {
    scanJobId: record.scanJobId,
    delivered,
    undelivered,
    steps: record.steps + 1,
    facts: { ...step.facts, ...record.facts },
    ...(failure === undefined ? {} : { failure }),
  };
}

/** Where the record of a scan job's session is kept during a job. */
export function recordPath(temporaryDirectory: string, scanJobId: string): string {
  return join(temporaryDirectory, `inspector-cis-session-${scanJobId}.json`);
}

/** The record as text. */
export function recordText(record: SessionRecord): string {
  const { delivered, undelivered, ...rest } = record;
  return `${JSON.stringify({ ...rest, delivered: [...delivered], undelivered: [...undelivered] })}\n`;
}

/**
 * The record at a path; `undefined` when there is none, because no session was opened in this job.
 * @throws Error when there is one that cannot be read.
 */
export async function readRecord(path: string): Promise<SessionRecord | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (memberOf(error, 'code') === 'ENOENT') return undefined;
    throw error;
  }
  return recordOf(JSON.parse(text));
}

function recordOf(value: unknown): SessionRecord {
  if (!isRecord(value)) throw new Error(NO_RECORD);
  const { scanJobId, delivered, undelivered, steps } = value;
  if (
    typeof scanJobId !== 'string' ||
    typeof steps !== 'number' ||
    !Array.isArray(delivered) ||
    !delivered.every(isDelivered) ||
    !Array.isArray(undelivered) ||
    !undelivered.every((ruleId) => typeof ruleId === 'string')
  ) {
    throw new Error(NO_RECORD);
  }
  const failure = textOf(value['failure']);
  return {
    scanJobId,
    delivered: new Map(delivered),
    undelivered: new Set(undelivered),
    steps,
    facts: factsOf(value['facts']),
    ...(failure === undefined ? {} : { failure }),
  };
}

const NO_RECORD = 'It is no record of a session.';

function isDelivered(value: unknown): value is [string, Status] {
  const [ruleId, status] = listOf(value);
  return typeof ruleId === 'string' && isStatus(status);
}

function factsOf(value: unknown): ScanFacts {
  const texts = (owner: unknown, names: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const text = textOf(memberOf(owner, name));
        return text === undefined ? [] : [[name, text] as const];
      }),
    );
  const platform = memberOf(value, 'platform');
  return {
    ...texts(value, ['benchmark', 'benchmarkVersion', 'profile']),
    ...(isRecord(platform) ? { platform: texts(platform, ['vendor', 'product', 'version']) } : {}),
  };
}
