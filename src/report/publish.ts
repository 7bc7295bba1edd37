import { messageOf } from '../failure.ts';
import { outputsOf, type OutputName } from './outputs.ts';
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
 * Sets every output, and writes the report. Later steps go by both: when outputs cannot be set, or the report is not
 * where the user wants it, that is an error. The outputs come first, since a cancelled step may not live to see the
 * whole report.
 * @returns whether both is done.
 */
export async function publish(
  run: Run,
  publication: Publication,
  place: ReportPlace,
  log: Log,
): Promise<boolean> {
  const isSet = setOutputs(outputsOf(run), publication, log);
  const isSaved = await saveReport(run, place, log);
  const { 'report-file': reportFile } = outputsOf(run);
  return isSet && setOutputs({ 'report-file': reportFile }, publication, log) && isSaved;
}

function setOutputs(
  outputs: Partial<Record<OutputName, string>>,
  { setOutput }: Publication,
  log: Log,
): boolean {
  try {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, log.blot(value));
    return true;
  } catch (error) {
    log.annotate('error', { sentence: `The outputs of the step could not be set: ${messageOf(error)}` });
    return false;
  }
}

/** Writes the summary, where the user wants one. */
export async function summarize(run: Run, publication: Publication, log: Log): Promise<void> {
  if (run.inputs?.summary === false) return;
  // A run that ends before it has results has none of their rules to show, and loads nothing for them.
  const rulesPart = run.results && (await import('./summary-rules.ts')).rulesPart;
  const markup = summaryOf(run, (text) => log.blot(text), rulesPart);
  await addSummary(markup, publication, log);
}

/** Appends to the job summary, or warns that it cannot be. */
export async function addSummary(markup: string, publication: Publication, log: Log): Promise<void> {
  try {
    await publication.addSummary(markup);
  } catch (error) {
    log.annotate('warning', { sentence: `The job summary could not be written: ${messageOf(error)}` });
  }
}
