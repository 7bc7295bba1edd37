import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { outputsOf } from './outputs.ts';
import type { Log } from './log.ts';
import { undeliveredOf, type Run } from '../run.ts';
import { reportCancellation } from './report.ts';
import { summaryOf } from './summary.ts';
import { newUndeliveredPath, undeliveredText } from './undelivered.ts';
import { writeWhole } from '../files.ts';

/** Where a run's report goes, besides the log. */
export interface Publication {
  readonly setOutput: (name: string, value: string) => void;
  /** Appends to the job summary. */
  readonly addSummary: (markup: string) => Promise<void>;
}

/**
 * Sets every output and writes the summary. A summary that cannot be written is a warning; outputs that cannot be set
 * are an error, because later steps go by them.
 * @returns whether the outputs are set.
 */
export async function publish(run: Run, publication: Publication, log: Log): Promise<boolean> {
  const isSet = setOutputs(run, publication, log);
  if (run.inputs?.summary === false) return isSet;
  await addSummary(
    summaryOf(run, (text) => log.blot(text)),
    publication,
    log,
  );
  return isSet;
}

function setOutputs(run: Run, { setOutput }: Publication, log: Log): boolean {
  try {
    for (const [name, value] of Object.entries(outputsOf(run))) setOutput(name, log.blot(value));
    return true;
  } catch (error) {
    log.annotate('error', { sentence: `The outputs of the step could not be set: ${messageOf(error)}` });
    return false;
  }
}

/** Appends to the job summary, or warns that it cannot be. */
export async function addSummary(markup: string, publication: Publication, log: Log): Promise<void> {
  try {
    await publication.addSummary(markup);
  } catch (error) {
    log.annotate('warning', { sentence: `The job summary could not be written: ${messageOf(error)}` });
  }
}

/**
 * Writes the messages that Inspector has not confirmed, if there are any, and remembers where. A dry run and a run
 * that ended before it had messages have none. When the user's path cannot be written, a new one of our own is, in
 * `temporaryDirectory` (`RUNNER_TEMP`).
 */
export async function saveUndelivered(run: Run, temporaryDirectory: string, log: Log): Promise<void> {
  const { inputs } = run;
  const messages = undeliveredOf(run);
  if (inputs === undefined || inputs.dryRun) return;
  if (messages.length === 0) {
    await removeUndelivered(run, log);
    return;
  }
  const { scanJobId } = inputs.session;
  const text = undeliveredText(scanJobId, messages);
  const ownPaths = [temporaryDirectory, tmpdir()].map((directory) =>
    newUndeliveredPath(directory, scanJobId),
  );
  for (const path of [run.undeliveredFile ?? inputs.undeliveredFile, ...ownPaths]) {
    if (path === undefined) continue;
    try {
      await writeWhole(path, text);
      run.undeliveredFile = path;
      return;
    } catch (error) {
      log.annotate('error', {
        sentence: `Undelivered messages could not be written to ${path}: ${messageOf(error)}`,
      });
    }
  }
}

/**
 * Writes what is undelivered as soon as a signal comes: the runner may not leave time for more.
 * @returns a function that stops listening, and waits until what a signal began is written.
 */
export function saveAtSignal(
  run: Run,
  signal: AbortSignal,
  temporaryDirectory: string,
  log: Log,
): () => Promise<void> {
  let saved = Promise.resolve();
  const save = (): void => {
    saved = saveUndelivered(run, temporaryDirectory, log).then(() => {
      reportCancellation(log, run);
    });
  };
  signal.addEventListener('abort', save);
  return () => {
    signal.removeEventListener('abort', save);
    return saved;
  };
}

/** Removes what was saved at a signal when all of it was delivered after all: given back, it would go twice. */
async function removeUndelivered(run: Run, log: Log): Promise<void> {
  const { undeliveredFile } = run;
  if (undeliveredFile === undefined) return;
  delete run.undeliveredFile;
  try {
    await rm(undeliveredFile, { force: true });
    log.info(`Everything was delivered after all: ${undeliveredFile} is removed.`);
  } catch (error) {
    const sentence = `${undeliveredFile} holds messages that were delivered, and could not be removed: ${messageOf(error)}`;
    log.annotate('warning', { sentence });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
