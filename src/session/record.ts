import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '../messages/message.ts';
import { isRecord, listOf, memberOf, textOf } from '../results/json.ts';
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
  /** How the last telemetry step failed, if it did. */
  readonly failure?: string;
  /** How many telemetry steps there were. */
  readonly steps: number;
  readonly facts: ScanFacts;
}

/** What one telemetry step adds to the record. */
export interface StepReport {
  readonly delivered: readonly Message[];
  readonly undelivered: readonly Message[];
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
  return {
    scanJobId: record.scanJobId,
    delivered,
    undelivered,
    steps: record.steps + 1,
    facts: { ...step.facts, ...record.facts },
    ...(step.failure === undefined ? {} : { failure: step.failure }),
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
  if (!isRecord(value) || typeof value['scanJobId'] !== 'string')
    throw new Error('It is no record of a session.');
  const failure = textOf(value['failure']);
  const delivered = listOf(value['delivered']).flatMap((pair): [string, Status][] => {
    const [ruleId, status] = listOf(pair);
    return typeof ruleId === 'string' && isStatus(status) ? [[ruleId, status]] : [];
  });
  return {
    scanJobId: value['scanJobId'],
    delivered: new Map(delivered),
    undelivered: new Set(listOf(value['undelivered']).filter((ruleId) => typeof ruleId === 'string')),
    steps: typeof value['steps'] === 'number' ? value['steps'] : 0,
    facts: factsOf(value['facts']),
    ...(failure === undefined ? {} : { failure }),
  };
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
