import { messageOf } from '../failure.ts';
import { outputsOf, type OutputName } from './outputs.ts';
import type { TimeIsUp } from './ending.ts';
import type { Log } from './log.ts';
import type { Run } from '../run.ts';
import { saveReport, type ReportPlace } from './report-file.ts';
import { summaryOf } from './summary.ts';

/** Where a run is published, besides its log and its files. */
export interface Publication {
  readonly setOutput: (name: string, value: string) => void;
  /** Appends to the job summary. */
  readonly addSummary: (markup: string) => Promise<void>;
}

/**
 * Sets all outputs and writes the report. Later steps rely on both, so it is an error if outputs cannot be set, or the
 * report is not where the user wants it. The outputs come first, because a cancelled step may be killed before the
 * report is complete.
 * @returns whether both succeeded.
 */
export async function publish(
  run: Run,
  publication: Publication,
  place: ReportPlace,
  log: Log,
  timeIsUp?: TimeIsUp,
): Promise<boolean> {
  const isSet = setOutputs(outputsOf(run), publication, log);
  const isSaved = await saveReport(run, place, log, timeIsUp);
  const { 'report-file': reportFile } = outputsOf(run);
  return isSet && setOutputs({ 'report-file': reportFile }, publication, log) && isSaved;
}

function setOutputs(
  outputs: Partial<Record<OutputName, string>>,
  { setOutput }: Publication,
  log: Log,
): boolean {
  try {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, log.redact(value));
    return true;
  } catch (error) {
    log.annotate('error', { sentence: `The outputs of the step could not be set: ${messageOf(error)}` });
    return false;
  }
}

/** Writes the summary, if the user wants one. */
export async function summarize(
  run: Run,
  publication: Publication,
  log: Log,
  timeIsUp: TimeIsUp = () => false,
): Promise<void> {
  if (run.inputs?.summary === false) return;
  // A run without results shows no rules, so it does not load the code for them. A cancelled one may have no time.
  const rulesPart = run.results && !timeIsUp() ? (await import('./summary-rules.ts')).rulesPart : undefined;
  const markup = summaryOf(run, (text) => log.redact(text), rulesPart);
  await addSummary(markup, publication, log);
}

/** Appends to the job summary, or warns that this failed. */
export async function addSummary(markup: string, publication: Publication, log: Log): Promise<void> {
  try {
    await publication.addSummary(markup);
  } catch (error) {
    log.annotate('warning', { sentence: `The job summary could not be written: ${messageOf(error)}` });
  }
}
