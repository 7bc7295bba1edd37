import { undeliveredOf, type Run } from '../report/outcome.ts';
import type { Log } from '../report/log.ts';
import { writeWhole } from '../report/undelivered.ts';
import { addStep, readRecord, recordPath, recordText } from './record.ts';

/** Adds a telemetry step to the record of the session that this job opened; does nothing when it opened none. */
export type Recorder = (run: Run) => Promise<void>;

/**
 * A recorder for one telemetry step. It may be called as often as there is news: what it wrote before for the same
 * step is replaced. A step that is killed has then left at least what it was about to do.
 */
export function stepRecorder(temporaryDirectory: string, log: Log): Recorder {
  let before: ReturnType<typeof readRecord> | undefined;
  return async (run) => {
    const { inputs, failure, results } = run;
    if (inputs === undefined || inputs.dryRun) return;
    const path = recordPath(temporaryDirectory, inputs.session.scanJobId);
    try {
      before ??= readRecord(path);
      const record = await before;
      if (record === undefined) return;
      const after = addStep(record, {
        delivered: [...run.delivered].flatMap(({ messages }) => messages),
        undelivered: undeliveredOf(run),
        facts: results?.facts ?? {},
        ...(failure === undefined ? {} : { failure: log.blot(`${failure.code}: ${failure.sentence}`) }),
      });
      await writeWhole(path, recordText(after));
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      log.annotate('warning', { sentence: `The record of the session could not be kept: ${cause}` });
    }
  };
}
