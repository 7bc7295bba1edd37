import { failing, type ActionFailure, type Fault } from '../failure.ts';
import type { MaxAge } from '../inputs/telemetry.ts';
import type { JobBeginning } from '../job.ts';
import { count, describeDuration, quote } from '../text.ts';

/** A results file with the times that show how old its results are, in milliseconds since the epoch. */
export interface DatedFile {
  readonly file: string;
  /** When the file was last written. */
  readonly modified: number;
  /** The device it is on. */
  readonly device: number;
  /** When the scan ended, where the format states it. */
  readonly ended?: number | undefined;
  /** Whether the file holds messages that an earlier step could not deliver: they may be of any age. */
  readonly isUndeliveredFile: boolean;
}

/** What the age of results is checked against. */
export interface AgeLimit {
  readonly maxAge: MaxAge;
  readonly job: JobBeginning;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
/** Clocks and file systems round, so a file written this shortly before the job began does not count as older. */
const TOLERANCE_ON_ONE_DEVICE = 2 * SECOND;
const TOLERANCE_ON_TWO_DEVICES = 60 * SECOND;

/**
 * Refuses results of an earlier job. On a runner that outlives its jobs, a fixed path still holds last week's results
 * if today's scan did not run.
 * @throws ActionFailure `StaleResults`, with a fault for each file.
 */
export function refuseStale(files: readonly DatedFile[], limit: AgeLimit): void {
  const sentences = staleFiles(files, limit).map(({ failure }) => failure.failure.sentence);
  const [first, ...others] = sentences;
  if (first === undefined) return;
  throw failing(
    'StaleResults',
    others.length === 0
      ? first
      : `${first} ${count(others.length, 'more results file is', 'more results files are')} too old as well.`,
    others.length === 0 ? {} : { faults: sentences.map((sentence) => ({ sentence })) },
  );
}

/** The files that `refuseStale` refuses, each with its failure and with how many files come before it. */
export function staleFiles(
  files: readonly DatedFile[],
  limit: AgeLimit,
): readonly { readonly failure: ActionFailure; readonly after: number }[] {
  return files.flatMap((file, after) => {
    const sentence = file.isUndeliveredFile ? undefined : staleBy(file, limit);
    return sentence === undefined ? [] : [{ failure: failing('StaleResults', sentence), after }];
  });
}

/** Warnings about the files' ages. None of them stops the results from being sent. */
export function ageWarnings(files: readonly DatedFile[], { maxAge, job, now }: AgeLimit): Fault[] {
  const isUnknown = maxAge.kind === 'job' && 'unknown' in job;
  return files.flatMap(({ file, modified, ended, isUndeliveredFile }): Fault[] => {
    const warnings: Fault[] = [];
    const age = now - modified;
    if (isUnknown && !isUndeliveredFile && age > DAY) {
      const sentence = `${quote(file)} was written ${describeDuration(age)} ago. Whether that was during this job is unknown: ${job.unknown}.`;
      warnings.push({ sentence });
    }
    if (ended !== undefined && modified - ended > DAY) {
      const sentence = `${quote(file)} holds a scan that ended ${describeDuration(modified - ended)} before the file was written.`;
      warnings.push({ sentence });
    }
    return warnings;
  });
}

function staleBy(file: DatedFile, { maxAge, job, now }: AgeLimit): string | undefined {
  const { file: name, modified, device, ended } = file;
  if (maxAge.kind === 'duration') {
    const age = now - Math.min(modified, ended ?? modified);
    if (age <= maxAge.milliseconds) return undefined;
    const clock =
      ended !== undefined && ended < modified ? "by the scan's end time" : "by the file's modification time";
    return `${quote(name)} is ${describeDuration(age)} old (${clock}); \`max-age\` is ${maxAge.text}.`;
  }
  if (maxAge.kind === 'any' || 'unknown' in job) return undefined;
  const tolerance = device === job.device ? TOLERANCE_ON_ONE_DEVICE : TOLERANCE_ON_TWO_DEVICES;
  const before = job.began - modified;
  if (before <= tolerance) return undefined;
  return `${quote(name)} was written ${describeDuration(before)} before this job began (by the file's modification time): these are not results of this job.`;
}
