import { messageOf } from '../failure.ts';
import { outputsOf } from './outputs.ts';
import type { Log } from './log.ts';
import type { Run } from '../run.ts';
import { summaryOf } from './summary.ts';

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
