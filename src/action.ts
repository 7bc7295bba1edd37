import { maskToken } from './inputs/reader.ts';
import { readInputs, toleratedCodes } from './inputs/telemetry.ts';
import { cancelled, cancelledLate } from './inspector/deliver.ts';
import { failureOf } from './inspector/failure.ts';
import { chunk } from './messages/chunk.ts';
import { noneValid, refuseFaults } from './messages/refusals.ts';
import { validate } from './messages/validate.ts';
import { judge } from './policy/judgement.ts';
import { refuseOverwriting } from './report/overwriting.ts';
import { publish, saveAtSignal, saveUndelivered } from './report/publish.ts';
import { reportAges, reportEnd, reportJudgement, reportMessages, reportResults } from './report/report.ts';
import { refuseStale } from './results/age.ts';
import { readResultsFiles } from './results/open.ts';
import { interpretResults } from './results/results.ts';
import { SCANNERS, UNSUPPORTED } from './results/scanners/index.ts';
import { isTolerated, newRun, undeliveredOf, type Run } from './run.ts';
import type { Runner } from './runner/runner.ts';
import { send } from './send.ts';
import { requireOpenSession } from './session/not-open.ts';
import { sessionStep, type SessionStep } from './session/recorder.ts';
import { VERSION } from './version.ts';

/**
 * Sends CIS results to Amazon Inspector: reads the inputs and the results files, makes the messages, delivers them,
 * and reports what happened, whatever happened.
 * @returns the exit code of the step.
 */
export async function sendTelemetry(runner: Runner): Promise<0 | 1> {
  const { log, cancellation, temporaryDirectory } = runner;
  const run = newRun();
  const step = sessionStep(temporaryDirectory, log);
  const savedAtSignal = saveAtSignal(run, cancellation.stop, temporaryDirectory, log);
  try {
    await readAndSend(run, runner, step);
    if (cancellation.stop.aborted)
      run.failure ??= undeliveredOf(run).length > 0 ? cancelled() : cancelledLate();
  } catch (error) {
    run.failure = failureOf(error, { what: 'The run' });
    log.stackOf(error);
  }

  // What was saved at a signal may have been delivered since.
  await savedAtSignal();
  await saveUndelivered(run, temporaryDirectory, log);
  await step.record(run);
  reportEnd(log, run);
  const published = await publish(run, runner.publication, log);
  return published && (run.failure === undefined || isTolerated(run)) ? 0 : 1;
}

/** The way of the results from the files to Inspector. What is learned on it stands in `run`, also when it ends early. */
async function readAndSend(run: Run, runner: Runner, step: SessionStep): Promise<void> {
  const { log, environment, workingDirectory } = runner;

  // What the user asked. The token is masked before anything else is done with it.
  runner.keepSecret(maskToken(runner.inputs));
  log.info(`inspector-cis-telemetry ${VERSION}`);
  run.tolerated = toleratedCodes(runner.inputs);
  const formats = SCANNERS.map(({ name }) => name);
  const inputs = (run.inputs = readInputs(runner.inputs, environment, formats));
  const { session, detailsEncoding } = inputs;

  // What the scanner wrote.
  const files = await readResultsFiles(inputs.resultsFiles, workingDirectory);
  const { resultsFormat: format, ruleId } = inputs;
  const reading = { session, format, ruleId, scanners: SCANNERS, unsupported: UNSUPPORTED };
  const results = await interpretResults(files, reading);
  await refuseOverwriting(inputs.undeliveredFile, files, results, workingDirectory);
  run.results = results;
  reportResults(log, results);
  const earlier = await step.before(session.scanJobId);
  const limit = {
    maxAge: inputs.maxAge,
    job: await runner.jobBeginning(earlier?.job),
    now: runner.pace.now(),
  };
  refuseStale(results.files, limit);
  reportAges(log, results.files, limit);

  // What Inspector takes. Nothing is sent while anything is wrong.
  const checks = { detailsEncoding, secret: session.sessionToken, delivered: earlier?.delivered };
  const validated = validate(results, checks);
  run.validated = results.faults.length > 0 ? noneValid(validated, results.faults) : validated;
  refuseFaults(results, validated, inputs.onInvalid);
  reportMessages(log, validated);
  run.chunks = chunk(validated.messages, inputs.chunkSize);

  // What the service answers. A step that is killed while it sends has recorded what it was about to deliver.
  requireOpenSession(earlier, inputs.dryRun);
  await step.record(run);
  if (!inputs.dryRun) await send(run, inputs, runner);

  // What the user makes of it.
  if (run.failure !== undefined) return;
  const judgement = judge(validated, results, {
    ...inputs,
    deliveredBefore: earlier?.delivered.values() ?? [],
  });
  reportJudgement(log, judgement);
  run.failure = judgement.failure;
}
