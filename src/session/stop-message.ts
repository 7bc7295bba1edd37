import type { StopCisSessionMessage } from '@aws-sdk/client-inspector2';
import type { ScanFacts } from '../results/results.ts';
import type { Platform } from '../results/reading/scanner.ts';
import { countStatuses } from '../status.ts';
import { count } from '../text.ts';
import type { SessionRecord } from './record.ts';

/** Limits of `StopCisSession` (AWS API model of Inspector2), in characters and counts. */
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

/** What the user says of benchmark and platform; it goes before what the scanner's files say. */
export interface StatedFacts {
  readonly benchmarkVersion?: string;
  readonly benchmarkProfile?: string;
  readonly platform: Platform;
}

/** How a session ends, in Inspector's words. Its `UNSUPPORTED_OS` is for its own agent to say. */
export type SessionStatus = 'SUCCESS' | 'FAILED' | 'INTERRUPTED';

/** The end of a session: what is told to Inspector, and whether counts had to be capped. */
export interface SessionEnd {
  readonly status: SessionStatus;
  readonly reason?: string;
  readonly message: StopCisSessionMessage;
  readonly capped: boolean;
}

/**
 * How a session is closed truthfully: interrupted when the job was cancelled; failed when nothing was delivered or
 * something stayed undelivered; else a success, also in a job that is red for another reason: the scan was reported.
 * Without a record it is not known what was delivered, and nothing is claimed.
 */
export function sessionEnd(
  record: SessionRecord | undefined,
  jobStatus: JobStatus,
  stated: StatedFacts,
): SessionEnd {
  const { status, reason } = record === undefined ? verdictUnknown(jobStatus) : verdictOf(record, jobStatus);
  const told = reason === undefined ? {} : { reason: cut(reason, STOP_LIMITS.reason) };
  return {
    status,
    ...told,
    capped: (record?.delivered.size ?? 0) > STOP_LIMITS.count,
    message: {
      status,
      progress: record === undefined ? {} : progressOf(record),
      ...told,
      ...factsOf(record?.facts ?? {}, stated),
    },
  };
}

function progressOf({ delivered }: SessionRecord): NonNullable<StopCisSessionMessage['progress']> {
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

interface Verdict {
  readonly status: SessionStatus;
  readonly reason?: string;
}

function verdictUnknown(jobStatus: JobStatus): Verdict {
  const unknown = 'It is not known what was delivered: the record of it is missing or cannot be read.';
  return jobStatus === 'cancelled'
    ? { status: 'INTERRUPTED', reason: `The job was cancelled. ${unknown}` }
    : { status: 'FAILED', reason: unknown };
}

function verdictOf({ delivered, undelivered, steps, failure }: SessionRecord, jobStatus: JobStatus): Verdict {
  const rules = (number: number): string => count(number, 'rule');
  const why = failure === undefined ? '' : ` A telemetry step failed: ${failure}`;
  if (jobStatus === 'cancelled') {
    return {
      status: 'INTERRUPTED',
      reason: `The job was cancelled: ${rules(delivered.size)} delivered, ${rules(undelivered.size)} undelivered.${why}`,
    };
  }
  if (undelivered.size > 0) {
    const sentence = `${rules(undelivered.size)} undelivered, ${rules(delivered.size)} delivered.`;
    return { status: 'FAILED', reason: `${sentence}${why}` };
  }
  if (delivered.size > 0 && failure === undefined) return { status: 'SUCCESS' };
  if (delivered.size > 0) {
    // Results that could not even be read are not counted as undelivered, and are not delivered either.
    return { status: 'FAILED', reason: `${rules(delivered.size)} delivered, and the last step not.${why}` };
  }
  const nothing =
    steps === 0
      ? 'Nothing was delivered: no telemetry step ran, or none with valid inputs.'
      : 'Nothing was delivered.';
  return { status: 'FAILED', reason: `${nothing}${why}` };
}

function factsOf(facts: ScanFacts, stated: StatedFacts): Partial<StopCisSessionMessage> {
  const benchmarkVersion = stated.benchmarkVersion ?? facts.benchmarkVersion;
  const benchmarkProfile = stated.benchmarkProfile ?? facts.profile;
  const platform = { ...facts.platform, ...stated.platform };
  const computePlatform = {
    ...(platform.vendor === undefined ? {} : { vendor: cut(platform.vendor, STOP_LIMITS.vendor) }),
    ...(platform.product === undefined ? {} : { product: cut(platform.product, STOP_LIMITS.product) }),
    ...(platform.version === undefined ? {} : { version: cut(platform.version, STOP_LIMITS.version) }),
  };
  return {
    ...(benchmarkVersion === undefined
      ? {}
      : { benchmarkVersion: cut(benchmarkVersion, STOP_LIMITS.benchmarkVersion) }),
    ...(benchmarkProfile === undefined
      ? {}
      : { benchmarkProfile: cut(benchmarkProfile, STOP_LIMITS.benchmarkProfile) }),
    ...(Object.keys(computePlatform).length === 0 ? {} : { computePlatform }),
  };
}

function cut(text: string, most: number): string {
  return Array.from(text.toWellFormed()).slice(0, most).join('');
}
