/** When the job began, and by which device's clock; or why that is not known. */
export type JobBeginning = KnownBeginning | { readonly unknown: string };

/** A beginning that is known. */
export interface KnownBeginning {
  /** Milliseconds since the epoch. */
  readonly began: number;
  /** The device of the folder that shows it: a file on the same device has its times from the same clock. */
  readonly device: number;
}

/** What a file system says of a folder; times in milliseconds since the epoch. */
export interface FolderTimes {
  readonly birthtimeMs: number;
  readonly ctimeMs: number;
  readonly dev: number;
}

/**
 * The folder that the runner makes directly in `RUNNER_TEMP` at a job's first step, after it has emptied
 * `RUNNER_TEMP`. Files in it, and the event file, are made anew for each step: their times say nothing.
 */
export const COMMANDS_FOLDER = '_runner_file_commands';

/** No job lasts longer (GitHub's limit for self-hosted runners): an older folder is what a failed clean-up left. */
const LONGEST_JOB = 5 * 24 * 60 * 60 * 1000;

/** The beginning of the job by the birth of the runner's folder; `undefined` when there is no such folder. */
export function jobBeginningOf(folder: FolderTimes | undefined, now: number): JobBeginning {
  if (folder === undefined) return { unknown: `RUNNER_TEMP has no folder ${COMMANDS_FOLDER}` };
  const { birthtimeMs: birth, ctimeMs, dev } = folder;
  // Where the file system keeps no birth, Node answers 0, and some systems answer with the time of the last change.
  if (!(birth > 0) || birth === ctimeMs)
    return { unknown: 'the file system of RUNNER_TEMP keeps no birth times' };
  if (birth > now) return { unknown: `${COMMANDS_FOLDER} in RUNNER_TEMP is from the future` };
  if (now - birth > LONGEST_JOB)
    return { unknown: `${COMMANDS_FOLDER} in RUNNER_TEMP is older than any job` };
  return { began: birth, device: dev };
}
