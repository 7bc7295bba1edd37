import type { StopCisSessionMessage } from '@aws-sdk/client-inspector2';
import type { ScanFacts } from '../results/results.ts';
import type { Platform } from '../results/reading/scanner.ts';
import { FAILURES } from '../failure.ts';
import { withoutUndefined } from '../json.ts';
import { postureOfCounts, type Posture } from '../posture.ts';
import { countStatuses } from '../status.ts';
import { count } from '../text.ts';
import { isEvaluated } from '../policy/evaluated.ts';
import type { SessionRecord } from './record.ts';

/** Limits of `StopCisSession` (AWS API model of Inspector2): the highest count, and the characters of each text. */
export const STOP_LIMITS = {
  count: 65_536,
  reason: 1024,
  benchmarkVersion: 8,
  benchmarkProfile: 128,
  vendor: 16,
  product: 32,
  version: 8,
} as const;

/** How a job ended, in the runner's words (`job.status`). */
export type JobStatus = 'success' | 'failure' | 'cancelled';

/** The benchmark and platform from the inputs. They take precedence over the results files. */
export interface StatedFacts {
  readonly benchmarkVersion?: string;
  readonly benchmarkProfile?: string;
  readonly platform: Platform;
}

/** How a session ends, in Inspector's terms. A fourth status, `UNSUPPORTED_OS`, is left to Inspector's own agent. */
export type SessionStatus = 'SUCCESS' | 'FAILED' | 'INTERRUPTED';

/** The end of a session: what is sent to Inspector, and whether counts were capped. */
export interface SessionEnd {
  readonly status: SessionStatus;
  readonly reason?: string;
  readonly message: StopCisSessionMessage;
  /** The posture over everything that was delivered; absent if that is unknown. */
  readonly posture?: Posture;
  readonly capped: boolean;
}

/**
 * How a session ends: INTERRUPTED if the job was cancelled; FAILED if nothing was delivered or something remains
 * undelivered; otherwise SUCCESS, even in a job that is red for another reason, because the scan was reported. Without
 * a record, or after a step that was killed during delivery, no counts are sent: they are unknown.
 */
export function sessionEnd(
  record: SessionRecord | undefined,
  jobStatus: JobStatus,
  stated: StatedFacts,
): SessionEnd {
  const { status, reason } = record === undefined ? endOfUnknown(jobStatus) : endOf(record, jobStatus);
  const given = withoutUndefined({ reason: truncated(reason, STOP_LIMITS.reason) });
  // Rules of a step that was killed during delivery may or may not have arrived: any count could be wrong.
  const known = record === undefined || record.unfinished ? undefined : record;
  return {
    status,
    ...given,
    ...withoutUndefined({
      posture: known && postureOfCounts(countStatuses(known.delivered.values()), known.leftOut),
    }),
    capped: (record?.delivered.size ?? 0) > STOP_LIMITS.count,
    message: {
      status,
      progress: known === undefined ? {} : stopProgress(known),
      ...given,
      ...benchmarkAndPlatform(record?.facts ?? {}, stated),
    },
  };
}

function stopProgress({ delivered }: SessionRecord): NonNullable<StopCisSessionMessage['progress']> {
  const counts = countStatuses(delivered.values());
  const capped = (number: number): number => Math.min(number, STOP_LIMITS.count);
  return {
    totalChecks: capped(delivered.size),
    successfulChecks: capped(counts.PASSED),
    failedChecks: capped(counts.FAILED),
    notEvaluatedChecks: capped(counts.NOT_EVALUATED),
    unknownChecks: capped(counts.UNKNOWN),
    notApplicableChecks: capped(counts.NOT_APPLICABLE),
    informationalChecks: capped(counts.INFORMATIONAL),
    errorChecks: capped(counts.ERROR),
  };
}

interface Ending {
  readonly status: SessionStatus;
  readonly reason?: string;
}

function endOfUnknown(jobStatus: JobStatus): Ending {
  const unknown = 'What was delivered is unknown: the record is missing or cannot be read.';
  return jobStatus === 'cancelled'
    ? { status: 'INTERRUPTED', reason: `The job was cancelled. ${unknown}` }
    : { status: 'FAILED', reason: unknown };
}

function endOf(record: SessionRecord, jobStatus: JobStatus): Ending {
  const { delivered, undelivered, failure, nothingTolerated } = record;
  const counts = describeDelivery(record);
  if (jobStatus === 'cancelled')
    return { status: 'INTERRUPTED', ...because(`The job was cancelled: ${counts}.`, record) };
  if (undelivered.size > 0) return { status: 'FAILED', ...because(`${counts}.`, record) };
  if (delivered.size === 0) return { status: 'FAILED', ...because(whyNothing(record), record) };
  // Results that could not be read are not counted as undelivered, but nothing of them was delivered.
  if (failure !== undefined)
    return {
      status: 'FAILED',
      ...because(`${rules(delivered.size)} delivered, but the last step delivered nothing.`, record),
    };
  if (![...delivered.values()].some(isEvaluated)) {
    const status = nothingTolerated ? 'SUCCESS' : 'FAILED';
    return {
      status,
      ...because(`No rule was evaluated: of ${rules(delivered.size)}, none passed or failed.`, record),
    };
  }
  return { status: 'SUCCESS', ...because('', record) };
}

function describeDelivery({ delivered, undelivered, unfinished }: SessionRecord): string {
  if (!unfinished) return `${rules(delivered.size)} delivered, ${rules(undelivered.size)} undelivered`;
  const before = delivered.size === 0 ? '' : `${rules(delivered.size)} delivered, then `;
  return `${before}${rules(undelivered.size)} in a telemetry step that was interrupted during delivery: how many of these arrived is unknown`;
}

/**
 * The reason for an ending: a sentence, how much was left out, and the last failure's code. Never text from outside.
 */
function because(sentence: string, { leftOut, failure }: SessionRecord): Pick<Ending, 'reason'> {
  const sentences = [
    sentence,
    leftOut > 0 ? `${rules(leftOut)} left out as invalid.` : '',
    failure === undefined ? '' : `A telemetry step failed: ${failure}: ${FAILURES[failure].title}.`,
  ].filter((part) => part !== '');
  return withoutUndefined({ reason: sentences.length === 0 ? undefined : sentences.join(' ') });
}

function whyNothing({ steps, dryRuns }: SessionRecord): string {
  if (steps === 0) return 'Nothing was delivered: no telemetry step ran with valid inputs.';
  return dryRuns === steps
    ? 'Nothing was delivered: the telemetry steps were dry runs.'
    : 'Nothing was delivered.';
}

function rules(number: number): string {
  return count(number, 'rule');
}

function benchmarkAndPlatform(facts: ScanFacts, stated: StatedFacts): Partial<StopCisSessionMessage> {
  const benchmarkVersion = stated.benchmarkVersion ?? facts.benchmarkVersion;
  const benchmarkProfile = stated.benchmarkProfile ?? facts.profile;
  const platform = { ...facts.platform, ...stated.platform };
  const computePlatform = withoutUndefined({
    vendor: ifShortEnough(platform.vendor, STOP_LIMITS.vendor),
    product: ifShortEnough(platform.product, STOP_LIMITS.product),
    version: ifShortEnough(platform.version, STOP_LIMITS.version),
  });
  return withoutUndefined({
    benchmarkVersion: ifShortEnough(benchmarkVersion, STOP_LIMITS.benchmarkVersion),
    benchmarkProfile: ifShortEnough(benchmarkProfile, STOP_LIMITS.benchmarkProfile),
    computePlatform: Object.keys(computePlatform).length === 0 ? undefined : computePlatform,
  });
}

/** The text if it fits, else `undefined`: a truncated version or name would be a different one. */
function ifShortEnough(text: string | undefined, most: number): string | undefined {
  return text !== undefined && Array.from(text.toWellFormed()).length <= most
    ? text.toWellFormed()
    : undefined;
}

function truncated(text: string | undefined, most: number): string | undefined {
  return text === undefined ? undefined : Array.from(text.toWellFormed()).slice(0, most).join('');
}
