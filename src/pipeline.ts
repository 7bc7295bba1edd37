import { rm } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { failing } from './failure.ts';
import type { Inputs } from './inputs/telemetry.ts';
import { chunk } from './messages/chunk.ts';
import { noneValid, refuseFaults, refuseUnread } from './messages/refusals.ts';
import { validate } from './messages/validate.ts';
import { findingsOf, statementOf } from './policy/findings.ts';
import { judge } from './policy/judgement.ts';
import { readPolicyFiles } from './policy/policy-files.ts';
import { placeForUndelivered, refuseOneFileForBoth } from './report/overwriting.ts';
import { reportFindings } from './report/policy-report.ts';
import { reportAges, reportJudgement, reportMessages } from './report/report.ts';
import { reportResults } from './report/results-report.ts';
import { refuseStale } from './results/age.ts';
import { readOneFile, readResultsFiles } from './results/open.ts';
import { interpretResults } from './results/results.ts';
import { FORMATS_ON_DEMAND } from './results/scanners/on-demand.ts';
import { isRead } from './results/unread.ts';
import type { Run } from './run.ts';
import type { Runner } from './runner/runner.ts';
import { send } from './send.ts';
import { requireOpenSession } from './session/not-open.ts';
import type { SessionStep } from './session/recorder.ts';

/**
 * The way of the results from the files to Inspector, and to what the user makes of them. What is learned on it stands in
 * `run`, also when it ends early.
 * @throws ActionFailure when it ends before anything was sent.
 */
export async function runPipeline(
  run: Run,
  inputs: Inputs,
  runner: Runner,
  step: SessionStep,
): Promise<void> {
  const { log, workingDirectory, cancellation } = runner;
  const { session, detailsEncoding } = inputs;

  // What the user accepts, and what an earlier run found.
  const policyFiles = await readPolicyFiles(inputs, (path, largest) =>
    readOneFile(path === inputs.baselineFile ? (run.baselineCopy ?? path) : path, workingDirectory, largest),
  );
  if (run.baselineCopy !== undefined) await rm(run.baselineCopy, { force: true });

  // What the scanner wrote.
  const found = await readResultsFiles(inputs.resultsFiles, workingDirectory);
  const { resultsFormat: format, ruleId, expectedTarget } = inputs;
  const pause = signalHeard(cancellation.stop, runner.pace.now);
  const reading = { session, format, ruleId, expectedTarget, formats: FORMATS_ON_DEMAND, pause };
  const results = await interpretResults(found, reading);
  await pause();
  run.results = results;
  reportResults(log, results);
  const earlier = await step.before(session.scanJobId);
  const checks = { detailsEncoding, secret: session.sessionToken, delivered: earlier?.delivered };
  const validated = validate(results, checks);
  refuseUnread(results, validated, inputs.onInvalid);

  // Whether it may be sent at all, and where what is not delivered goes.
  const files = found.filter(isRead);
  const place = await placeForUndelivered(inputs.undeliveredFile, files, results, workingDirectory);
  await refuseOneFileForBoth(place, run);
  if (place !== undefined) run.undeliveredPlace = place;
  const limit = {
    maxAge: inputs.maxAge,
    job: await runner.jobBeginning(earlier?.job),
    now: runner.pace.now(),
  };
  refuseStale(results.files, limit);
  reportAges(log, results.files, limit);

  // What Inspector takes. Nothing is sent while anything is wrong.
  run.validated = results.faults.length > 0 ? noneValid(validated, results.faults) : validated;
  refuseFaults(results, validated, inputs.onInvalid);
  reportMessages(log, validated);
  run.findings = findingsOf(policyFiles, validated, {
    ...statementOf(results, ruleId),
    now: limit.now,
  });
  reportFindings(log, run.findings, inputs.baselineFile);
  run.chunks = chunk(validated.messages, inputs.chunkSize);
  await pause();

  // What the service answers. A step that is killed while it sends has recorded what it was about to deliver.
  requireOpenSession(earlier, inputs.dryRun);
  await step.record(run);
  if (!inputs.dryRun) await send(run, inputs, runner);

  // What the user makes of it.
  if (run.failure !== undefined) return;
  const judgement = judge(validated, results, {
    ...inputs,
    findings: run.findings,
    deliveredBefore: earlier?.delivered.values() ?? [],
  });
  reportJudgement(log, judgement);
  run.failure = judgement.failure;
  run.warning = judgement.warning;
}

/** Milliseconds that reading may go on after a signal: most files are read by then, and nothing of them is lost. */
const LONGEST_READING_ON = 1000;

/**
 * Large files take seconds to read: a signal is heard between two pieces of them. What is read soon is read to its end,
 * so that it can be left in the undelivered file.
 */
function signalHeard(stop: AbortSignal, now: () => number): () => Promise<void> {
  let heardAt: number | undefined;
  return async () => {
    await nextTurn();
    if (!stop.aborted) return;
    heardAt ??= now();
    if (now() - heardAt < LONGEST_READING_ON) return;
    throw failing('Cancelled', 'The step was cancelled while it read the results: nothing was sent.', {
      remedy: 'Run the step again while the session is open.',
    });
  };
}
