import { failing } from './failure.ts';
import type { Inputs } from './inputs/telemetry.ts';
import { cancelled, deliver, sendThrough } from './inspector/deliver.ts';
import { tracedToResults } from './inspector/trace.ts';
import { deliveryProgress, reportSending } from './report/report.ts';
import type { Run } from './run.ts';
import type { Runner } from './runner/runner.ts';

/**
 * Sends the chunks of a run to Inspector, and records in the run which ones it confirmed, and any failure.
 * @throws ActionFailure as `connect` does; `Cancelled` when the step was cancelled before the first call.
 */
export async function send(
  run: Run,
  inputs: Inputs,
  { log, cancellation, connect, pace }: Runner,
): Promise<void> {
  const { chunks, delivered } = run;
  if (cancellation.stop.aborted) throw failing('Cancelled', cancelled().sentence);
  const sessions = await connect(inputs.connection);
  run.region = sessions.region;
  reportSending(log, run, inputs, sessions.region);
  const progress = deliveryProgress(log, chunks);
  const sendChunk = sendThrough(sessions, inputs.session, chunks.length, cancellation, (line) => {
    log.info(line);
  });
  const began = pace.now();
  run.delivery = { began };
  const failed = await deliver(chunks, sendChunk, {
    concurrency: inputs.concurrency,
    stop: cancellation.stop,
    onDelivered: (chunk, receipt) => {
      delivered.set(chunk, receipt);
      progress(chunk, receipt);
    },
  }).finally(sessions.close);
  run.delivery = { began, ended: pace.now() };
  if (failed === undefined) return;
  log.stackOf(failed.thrown);
  run.failure = tracedToResults(failed);
}
