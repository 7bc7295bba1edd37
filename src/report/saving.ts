import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { messageOf } from '../failure.ts';
import { isSystemError, writeWhole } from '../files.ts';
import type { Pace } from '../inspector/retry.ts';
import { undeliveredOf, type Run } from '../run.ts';
import { count } from '../text.ts';
import { endingAfter, OutOfTime, whileThereIsTime, type TimeIsUp } from './ending.ts';
import type { Log } from './log.ts';
import { newUndeliveredPath, undeliveredText } from './undelivered.ts';

/** Where undelivered messages go if the user names no path, or one that cannot be written. */
export interface OwnDirectories {
  /** `RUNNER_TEMP`, which the runner empties after the job. */
  readonly temporaryDirectory: string;
  readonly workingDirectory: string;
  /** The system's directory for temporary files; Node knows it, so only tests pass one. */
  readonly systemDirectory?: string;
}

/** No advice points to a file that was not written. */
const WITH_THE_SAME_FILES =
  'Run the step again with the same `results-file` while the session is open. What was delivered is sent again, which does no harm.';

/**
 * Writes the messages that Inspector has not confirmed, if any, and records the path. A dry run, or a run that ended
 * before it had messages, has none. Another step's file is never replaced: if the user's path has one, or cannot be
 * written, a new file is created in `RUNNER_TEMP`, the system's temporary directory or the working directory.
 */
export async function saveUndelivered(
  run: Run,
  directories: OwnDirectories,
  log: Log,
  timeIsUp: TimeIsUp = () => false,
): Promise<void> {
  const { inputs } = run;
  const messages = undeliveredOf(run);
  if (inputs === undefined || inputs.dryRun) return;
  if (messages.length === 0) {
    await removeUndelivered(run, log);
    return;
  }
  // Nothing was delivered since they were saved.
  if (run.undeliveredFile !== undefined && run.savedMessages === messages.length) return;
  if (run.isUnsaved === true) {
    if (run.failure !== undefined) run.failure = { ...run.failure, remedy: WITH_THE_SAME_FILES };
    return;
  }
  const { scanJobId } = inputs.session;
  for (const { path, replace } of placesFor(run, scanJobId, directories)) {
    try {
      const text = whileThereIsTime(undeliveredText(scanJobId, messages), timeIsUp);
      await writeWhole(path, text, { replace, flush: true });
      run.undeliveredFile = path;
      run.savedMessages = messages.length;
      return;
    } catch (error) {
      if (error instanceof OutOfTime) {
        if (run.undeliveredFile !== undefined) {
          reportOutdated(log, run.undeliveredFile);
          return;
        }
        reportUnsaved(log, messages.length, run);
        return saveUndelivered(run, directories, log);
      }
      if (isSystemError(error) && error.code === 'EEXIST') {
        log.annotate('notice', {
          sentence: `${path} belongs to another step, so it is kept and a new name is used.`,
        });
      } else {
        log.annotate('error', {
          sentence: `Undelivered messages could not be written to ${path}: ${messageOf(error)}`,
        });
      }
    }
  }
  delete run.undeliveredFile;
  const sentence = `${count(messages.length, 'message')} could not be delivered or saved to a file: a later step cannot send them.`;
  log.annotate('error', { sentence }, 'Undelivered messages are lost');
}

/** There was no time to write the file again that was saved at the signal. It has everything that is undelivered. */
function reportOutdated(log: Log, path: string): void {
  const sentence = `${path} was saved when the step was cancelled. It also contains the messages that were delivered since: sending them again does no harm.`;
  log.annotate('notice', { sentence });
}

/** After a signal there was no time for the file. Nothing is lost as long as the results files exist. */
function reportUnsaved(log: Log, messages: number, run: Run): void {
  run.isUnsaved = true;
  const sentence = `The step was cancelled and had no time to save ${count(messages, 'undelivered message')}. The results files still contain them.`;
  log.annotate('warning', { sentence }, 'Undelivered messages are not saved');
}

function placesFor(
  { undeliveredFile, undeliveredPlace }: Run,
  scanJobId: string,
  { temporaryDirectory, workingDirectory, systemDirectory = tmpdir() }: OwnDirectories,
): readonly { readonly path: string; readonly replace: boolean }[] {
  const own = [temporaryDirectory, systemDirectory, workingDirectory].map((directory) => ({
    path: newUndeliveredPath(directory, scanJobId),
    replace: false,
  }));
  const written = undeliveredFile === undefined ? [] : [{ path: undeliveredFile, replace: true }];
  return [...(written.length > 0 || undeliveredPlace === undefined ? written : [undeliveredPlace]), ...own];
}

/** Milliseconds after a signal until messages are saved. Most calls under way end before, and the step with them. */
const BEFORE_SAVING = 500;

/**
 * Writes what is undelivered soon after a signal if the step still waits for calls by then, because the runner may not
 * leave time for more.
 * @returns a function for the step's end, which waits until a file that is being written is complete.
 */
export function saveAtSignal(
  run: Run,
  signal: AbortSignal,
  directories: OwnDirectories,
  log: Log,
  { wait, now }: Pick<Pace, 'wait' | 'now'>,
): () => Promise<void> {
  const ended = new AbortController();
  let saved = Promise.resolve();
  const save = async (): Promise<void> => {
    await saveUndelivered(run, directories, log, endingAfter(signal, now));
    if (run.undeliveredFile !== undefined)
      log.info(`Messages undelivered so far are in ${run.undeliveredFile}.`);
  };
  const atSignal = (): void => {
    log.info('The step was cancelled: nothing new is sent.');
    saved = wait(BEFORE_SAVING, ended.signal).then(save, () => undefined);
  };
  signal.addEventListener('abort', atSignal);
  return () => {
    signal.removeEventListener('abort', atSignal);
    ended.abort();
    return saved;
  };
}

/** Removes the file that was saved at a signal if everything was delivered after all, so that nothing is sent twice. */
async function removeUndelivered(run: Run, log: Log): Promise<void> {
  const { undeliveredFile } = run;
  if (undeliveredFile === undefined) return;
  delete run.undeliveredFile;
  try {
    await rm(undeliveredFile, { force: true });
    log.info(`Everything was delivered in the end: ${undeliveredFile} is removed.`);
  } catch (error) {
    const sentence = `${undeliveredFile} contains messages that were delivered, but could not be removed: ${messageOf(error)}`;
    log.annotate('warning', { sentence });
  }
}
