import { undeliveredOf, type Run } from '../run.ts';
import type { Log } from '../report/log.ts';
import { writeWhole } from '../files.ts';
import { addStep, readRecord, recordPath, recordText } from './record.ts';

/** What is left of a step that is killed while it delivers. */
const DID_NOT_END = 'it was ended while it delivered';

/** Adds a telemetry step to the record of the session that this job opened; does nothing when it opened none. */
export type Recorder = (run: Run) => Promise<void>;

/**
 * A recorder for one telemetry step. It may be called as often as there is news: what it wrote before for the same
 * step is replaced. A step that is killed has then left at least what it was about to do.
 */
export function stepRecorder(temporaryDirectory: string, log: Log): Recorder {
  let before: ReturnType<typeof readRecord> | undefined;
  return async (run) => {
    const { inputs, results } = run;
    if (inputs === undefined || inputs.dryRun) return;
    const path = recordPath(temporaryDirectory, inputs.session.scanJobId);
    try {
      const failure = failureOf(run) ?? (before === undefined ? DID_NOT_END : undefined);
      before ??= readRecord(path);
      const record = await before;
      if (record === undefined) return;
      const after = addStep(record, {
        delivered: [...run.delivered].flatMap(({ messages }) => messages),
        undelivered: undeliveredOf(run),
        facts: results?.facts ?? {},
        ...(failure === undefined ? {} : { failure }),
      });
      await writeWhole(path, log.blot(recordText(after)));
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      log.annotate('warning', { sentence: `The record of the session could not be kept: ${cause}` });
    }
  };
}

/** A gate that closes after everything was delivered is no failure of the delivery. */
function failureOf({ failure }: Run): string | undefined {
  return failure === undefined || failure.code === 'GateFailed'
    ? undefined
    : `${failure.code}: ${failure.sentence}`;
}
