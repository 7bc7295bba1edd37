/** When the job began, or why that is unknown. */
export type JobBeginning = KnownBeginning | { readonly unknown: string };

export interface KnownBeginning {
  /** Milliseconds since the epoch. */
  readonly began: number;
  /** The device of the folder that shows it: times of files on the same device come from the same clock. */
  readonly device: number;
}

/** The metadata of a folder; times in milliseconds since the epoch. */
export interface FolderTimes {
  readonly birthtimeMs: number;
  readonly ctimeMs: number;
  readonly dev: number;
}

/**
 * The folder that the runner creates directly in `RUNNER_TEMP` at a job's first step, after emptying `RUNNER_TEMP`.
 * Files in it, and the event file, are created anew for each step, so their times are of no use.
 */
export const COMMANDS_FOLDER = '_runner_file_commands';

/**
 * No job lasts longer (GitHub's limit for self-hosted runners), so an older folder is left over from a failed clean-up.
 */
const LONGEST_JOB = 5 * 24 * 60 * 60 * 1000;

/**
 * When the job began, from the birth time of the runner's folder. `folder` is `undefined` if there is no such folder.
 */
export function jobBeginningOf(folder: FolderTimes | undefined, now: number): JobBeginning {
  if (folder === undefined) return { unknown: `RUNNER_TEMP has no folder ${COMMANDS_FOLDER}` };
  const { birthtimeMs: birth, ctimeMs, dev } = folder;
  // Without birth times in the file system, Node returns 0, and some systems the time of the last change.
  if (!(birth > 0) || birth === ctimeMs)
    return { unknown: 'the file system of RUNNER_TEMP keeps no birth times' };
  if (birth > now) return { unknown: `${COMMANDS_FOLDER} in RUNNER_TEMP is from the future` };
  if (now - birth > LONGEST_JOB)
    return { unknown: `${COMMANDS_FOLDER} in RUNNER_TEMP is older than any job` };
  return { began: birth, device: dev };
}
