import { join } from 'node:path';
import { readOwnFile } from '../files.ts';
import { isFailureCode, type FailureCode } from '../failure.ts';
import type { KnownBeginning } from '../job.ts';
import { isRecord, listOf, memberOf, textOf, withoutUndefined } from '../json.ts';
import type { Message } from '../messages/message.ts';
import type { ScanFacts } from '../results/results.ts';
import { isStatus, worstOf, type Status } from '../status.ts';

/** Bytes of the largest record that is read: about a million rules. */
const LARGEST_RECORD = 256 * 1024 * 1024;

/** Why the session step did not open a session, so that no telemetry step may call Inspector. */
export type NotOpen =
  | { readonly why: 'dry run' }
  | { readonly why: 'refused'; readonly code: FailureCode; readonly sentence: string };

/**
 * What the telemetry steps of a job did in a session, rule by rule. The session is stopped with counts from this
 * record. It holds no token.
 */
export interface SessionRecord {
  readonly scanJobId: string;
  /** Set if the session step did not open the session. */
  readonly notOpen?: NotOpen;
  /** When the job began, as the session step found it. */
  readonly job?: KnownBeginning;
  /** Rules that Inspector confirmed, each with the worst status that was sent. */
  readonly delivered: ReadonlyMap<string, Status>;
  /** Rules that are still undelivered. */
  readonly undelivered: ReadonlySet<string>;
  /** Rules that `on-invalid: skip` left out, over all steps. */
  readonly leftOut: number;
  /** Whether a step was configured to tolerate that no rule was evaluated. */
  readonly nothingTolerated: boolean;
  /**
   * Whether the last telemetry step was killed while it delivered, so that it is unknown how many of its rules arrived.
   */
  readonly unfinished: boolean;
  /** How the last failed telemetry step failed; removed once nothing is undelivered any more. */
  readonly failure?: FailureCode;
  /** The number of telemetry steps so far, and how many of them were dry runs. */
  readonly steps: number;
  readonly dryRuns: number;
  readonly facts: ScanFacts;
}

type RuleStatus = Pick<Message, 'ruleId' | 'status'>;

/** What one telemetry step adds to the record. */
export interface StepReport {
  readonly delivered: readonly RuleStatus[];
  readonly undelivered: readonly RuleStatus[];
  readonly leftOut: number;
  readonly nothingTolerated: boolean;
  readonly unfinished: boolean;
  readonly failure?: FailureCode;
  readonly facts: ScanFacts;
}

/** The record of a session before its first telemetry step. */
export function newRecord(
  scanJobId: string,
  known: Pick<SessionRecord, 'notOpen' | 'job'> = {},
): SessionRecord {
  return {
    scanJobId,
    ...known,
    delivered: new Map(),
    undelivered: new Set(),
    leftOut: 0,
    nothingTolerated: false,
    unfinished: false,
    steps: 0,
    dryRuns: 0,
    facts: {},
  };
}

/**
 * Adds a step. A rule that is sent again counts once, and a rule that a later step delivers is no longer undelivered.
 */
export function addStep(record: SessionRecord, step: StepReport): SessionRecord {
  const delivered = new Map(record.delivered);
  const undelivered = new Set(record.undelivered);
  for (const { ruleId, status } of step.delivered) {
    delivered.set(ruleId, worstOf([status, delivered.get(ruleId) ?? status]) ?? status);
    undelivered.delete(ruleId);
  }
  for (const { ruleId } of step.undelivered) undelivered.add(ruleId);
  const { failure: before, ...rest } = record;
  const failure = step.failure ?? (undelivered.size > 0 ? before : undefined);
  return {
    ...rest,
    delivered,
    undelivered,
    leftOut: record.leftOut + step.leftOut,
    nothingTolerated: record.nothingTolerated || step.nothingTolerated,
    unfinished: step.unfinished,
    steps: record.steps + 1,
    facts: { ...step.facts, ...record.facts },
    ...withoutUndefined({ failure }),
  };
}

/** Adds a step that was a dry run: it delivered nothing. */
export function addDryRun(record: SessionRecord): SessionRecord {
  return { ...record, steps: record.steps + 1, dryRuns: record.dryRuns + 1 };
}

/** The path of the record of a scan job's session. */
export function recordPath(temporaryDirectory: string, scanJobId: string): string {
  return join(temporaryDirectory, `inspector-cis-session-${scanJobId}.json`);
}

export function recordText(record: SessionRecord): string {
  const { delivered, undelivered, ...rest } = record;
  return `${JSON.stringify({ ...rest, delivered: [...delivered], undelivered: [...undelivered] })}\n`;
}

/**
 * Reads the record at a path; `undefined` if there is none, because this job opened no session.
 * @throws Error when it cannot be read, or belongs to a scan job other than `scanJobId`.
 */
export async function readRecord(path: string, scanJobId?: string): Promise<SessionRecord | undefined> {
  let text: string;
  try {
    text = await readOwnFile(path, LARGEST_RECORD);
  } catch (error) {
    if (memberOf(error, 'code') === 'ENOENT') return undefined;
    throw error;
  }
  const record = parseRecord(JSON.parse(text));
  if (scanJobId !== undefined && record.scanJobId !== scanJobId) throw new Error(NO_RECORD);
  return record;
}

function parseRecord(value: unknown): SessionRecord {
  if (!isRecord(value)) throw new Error(NO_RECORD);
  const { scanJobId, delivered, undelivered, leftOut, steps, dryRuns } = value;
  if (
    typeof scanJobId !== 'string' ||
    typeof steps !== 'number' ||
    typeof dryRuns !== 'number' ||
    typeof leftOut !== 'number' ||
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
    leftOut,
    nothingTolerated: value['nothingTolerated'] === true,
    unfinished: value['unfinished'] === true,
    steps,
    dryRuns,
    facts: parseFacts(value['facts']),
    ...withoutUndefined({
      notOpen: parseNotOpen(value['notOpen']),
      job: parseJob(value['job']),
      failure: failure !== undefined && isFailureCode(failure) ? failure : undefined,
    }),
  };
}

const NO_RECORD = 'It is not the record of this session.';

function isDelivered(value: unknown): value is [string, Status] {
  const [ruleId, status] = listOf(value);
  return typeof ruleId === 'string' && isStatus(status);
}

function parseNotOpen(value: unknown): NotOpen | undefined {
  const why = memberOf(value, 'why');
  if (why === 'dry run') return { why };
  const code = textOf(memberOf(value, 'code'));
  const sentence = textOf(memberOf(value, 'sentence'));
  if (why !== 'refused' || code === undefined || !isFailureCode(code)) return undefined;
  return { why, code, sentence: sentence ?? '' };
}

function parseJob(value: unknown): KnownBeginning | undefined {
  const began = memberOf(value, 'began');
  const device = memberOf(value, 'device');
  return typeof began === 'number' && typeof device === 'number' ? { began, device } : undefined;
}

function parseFacts(value: unknown): ScanFacts {
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
    ...withoutUndefined({
      platform: isRecord(platform) ? texts(platform, ['vendor', 'product', 'version']) : undefined,
    }),
  };
}
