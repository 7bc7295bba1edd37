import { rm } from 'node:fs/promises';
import { failing } from './failure.ts';
import type { Inputs } from './inputs/telemetry.ts';
import { chunk } from './messages/chunk.ts';
import { allInvalid, refuseFaults, refuseUnread } from './messages/refusals.ts';
import { validation } from './messages/validate.ts';
import { findingsOf, statementOf } from './policy/findings.ts';
import { judge } from './policy/judgement.ts';
import { readPolicyFiles } from './policy/policy-files.ts';
import { placeForUndelivered, refuseSharedPath } from './report/overwriting.ts';
import { reportFindings } from './report/policy-report.ts';
import { reportAges, reportJudgement, reportMessages } from './report/report.ts';
import { reportResults } from './report/results-report.ts';
import { refuseStale, staleFiles } from './results/age.ts';
import { readOneFile, readResultsFiles } from './results/open.ts';
import { interpretResults } from './results/results.ts';
import { FORMATS_ON_DEMAND } from './results/scanners/on-demand.ts';
import { withBreaks } from './results/parse/steps.ts';
import { isRead, readOrUnread } from './results/unread.ts';
import type { Run } from './run.ts';
import type { Runner } from './runner/runner.ts';
import { send } from './send.ts';
import { requireOpenSession } from './session/not-open.ts';
import type { SessionStep } from './session/recorder.ts';

/**
 * Takes the results from the files to Inspector, and applies the user's policy. Records everything in `run`, even if it
 * ends early.
 * @throws ActionFailure when it fails before anything was sent.
 */
export async function runPipeline(
  run: Run,
  inputs: Inputs,
  runner: Runner,
  step: SessionStep,
): Promise<void> {
  const { log, workingDirectory, cancellation } = runner;
  const { session, detailsEncoding } = inputs;

  // The accepted failures, and the report of an earlier run.
  const policyFiles = await readOrUnread(() =>
    readPolicyFiles(inputs, (path, largest) =>
      readOneFile(
        path === inputs.baselineFile ? (run.baselineCopy ?? path) : path,
        workingDirectory,
        largest,
      ),
    ),
  );
  if (run.baselineCopy !== undefined) await rm(run.baselineCopy, { force: true });

  // The results files.
  const found = await readResultsFiles(inputs.resultsFiles, workingDirectory);
  const { resultsFormat: format, ruleId, expectedTarget } = inputs;
  const pause = pauseForSignals(cancellation.stop, runner.pace.now);
  const reading = { session, format, ruleId, expectedTarget, formats: FORMATS_ON_DEMAND, pause };
  const results = await interpretResults(found, reading);
  await pause();
  run.results = results;
  reportResults(log, results);
  const earlier = await step.before(session.scanJobId);
  const checks = { detailsEncoding, secret: session.sessionToken, delivered: earlier?.delivered };
  const validated = await withBreaks(validation(results, checks), pause);
  await pause();
  const limit = {
    maxAge: inputs.maxAge,
    job: await runner.jobBeginning(earlier?.job),
    now: runner.pace.now(),
  };
  const stale = staleFiles(results.files, limit);
  refuseUnread(results, validated, inputs.onInvalid, {
    stale,
    policy: isRead(policyFiles) ? undefined : policyFiles.unread,
  });
  refuseStale(results.files, limit);

  // Whether the results may be sent, and where undelivered ones go.
  const files = found.filter(isRead);
  const place = await placeForUndelivered(inputs.undeliveredFile, files, results, workingDirectory);
  await refuseSharedPath(place, run);
  if (place !== undefined) run.undeliveredPlace = place;
  reportAges(log, results.files, limit);

  // The messages. Nothing is sent if anything is wrong.
  run.validated = results.faults.length > 0 ? allInvalid(validated, results.faults) : validated;
  refuseFaults(results, validated, inputs.onInvalid);
  reportMessages(log, validated);
  run.findings = findingsOf(isRead(policyFiles) ? policyFiles : { exceptions: [] }, validated, {
    ...statementOf(results, ruleId),
    now: limit.now,
  });
  reportFindings(log, run.findings, inputs.baselineFile);
  run.chunks = chunk(validated.messages, inputs.chunkSize);
  await pause();

  // The delivery. It is recorded first, so that a step that is killed meanwhile has recorded what it was about to
  // deliver.
  requireOpenSession(earlier, inputs.dryRun);
  await step.record(run);
  if (!inputs.dryRun) await send(run, inputs, runner);

  // The user's policy.
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

/** Milliseconds that reading may continue after a signal. Most files are read by then, and nothing is lost. */
const LONGEST_READING_AFTER_SIGNAL = 100;

/**
 * Returns a function that lets signals be handled between two pieces of large files, which take seconds to read. After
 * a signal, reading continues for a while, so that the results can be saved in the undelivered file.
 */
function pauseForSignals(stop: AbortSignal, now: () => number): () => Promise<void> {
  let signalledAt: number | undefined;
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    if (!stop.aborted) return;
    signalledAt ??= now();
    if (now() - signalledAt < LONGEST_READING_AFTER_SIGNAL) return;
    throw failing('Cancelled', 'The step was cancelled before it sent anything.', {
      remedy: 'Run the step again while the session is open.',
    });
  };
}
