import { maskToken } from './inputs/reader.ts';
import { readInputs, reportPathsIn, toleratedCodes } from './inputs/telemetry.ts';
import { cancelled, cancelledLate } from './inspector/deliver.ts';
import { failureOf } from './inspector/failure.ts';
import { publishCheckRun } from './publish-check.ts';
import { endingAfter, endingOfReport } from './report/ending.ts';
import { saveAtSignal, saveUndelivered } from './report/saving.ts';
import { publish, summarize } from './report/publish.ts';
import { clearReportFile } from './report/report-file.ts';
import { clearSarifFile, saveSarif } from './report/sarif-file.ts';
import { reportEnd } from './report/end.ts';
import { workflowRunOf } from './report/workflow-run.ts';
import { FORMATS } from './results/scanners/formats.ts';
import { isTolerated, newRun, undeliveredOf, type Run } from './run.ts';
import type { Runner } from './runner/runner.ts';
import { sessionStep, type SessionStep } from './session/recorder.ts';
import { VERSION } from './version.ts';

/**
 * The telemetry step: reads the inputs and the results files, makes the messages, delivers them, and always reports
 * what happened.
 * @returns the exit code of the step.
 */
export async function sendTelemetry(runner: Runner): Promise<0 | 1> {
  const { log, cancellation } = runner;
  const run = newRun();
  const step = sessionStep(runner);
  const savedAtSignal = saveAtSignal(run, cancellation.stop, runner, log, runner.pace);
  try {
    await readAndSend(run, runner, step);
    if (cancellation.stop.aborted)
      run.failure ??= undeliveredOf(run).length > 0 ? cancelled() : cancelledLate();
  } catch (error) {
    run.failure = failureOf(error, { what: 'The run' });
    log.stackOf(error);
  }

  // Messages that were saved at a signal may have been delivered since.
  await savedAtSignal();
  const timeIsUp = endingAfter(cancellation.stop, runner.pace.now);
  await saveUndelivered(run, runner, log, timeIsUp);
  await step.record(run);
  const messages = run.validated?.messages.length ?? 0;
  const noTimeForRules = endingOfReport(messages, cancellation.stop, timeIsUp);
  const workflow = workflowRunOf(runner.environment);
  const place = { temporaryDirectory: runner.temporaryDirectory, workflow, now: runner.pace.now() };
  const published = await publish(run, runner.publication, place, log, noTimeForRules);
  const saved = await saveSarif(run, runner, log, noTimeForRules);
  await publishCheckRun(run, runner, noTimeForRules);
  reportEnd(log, run);
  await summarize(run, runner.publication, log, noTimeForRules);
  return published && saved && (run.failure === undefined || isTolerated(run)) ? 0 : 1;
}

/** Records everything in `run`, even if it ends early. */
async function readAndSend(run: Run, runner: Runner, step: SessionStep): Promise<void> {
  const { log, environment } = runner;

  // The inputs. The tokens are masked before anything else happens.
  for (const name of ['session-token', 'github-token']) runner.keepSecret(maskToken(runner.inputs, name));
  log.info(`inspector-cis-telemetry ${VERSION}`);
  run.tolerated = toleratedCodes(runner.inputs);

  // A report or SARIF file of an earlier run must not survive, however this one ends.
  const paths = reportPathsIn(runner.inputs);
  await clearReportFile(run, paths, runner).finally(() => clearSarifFile(run, paths.sarifFile, runner));
  const inputs = (run.inputs = readInputs(runner.inputs, environment, FORMATS));

  // The results and their delivery. With invalid inputs, this is not loaded.
  const { runPipeline } = await import('./pipeline.ts');
  await runPipeline(run, inputs, runner, step);
}
