import { messageOf } from '../failure.ts';
import { writeWhole } from '../files.ts';
import { uuidOf } from '../inputs/reader.ts';
import { withoutUndefined } from '../json.ts';
import { isAfterDelivery, undeliveredOf, type Run } from '../run.ts';
import type { Runner } from '../runner/runner.ts';
import { addDryRun, addStep, readRecord, recordPath, recordText, type SessionRecord } from './record.ts';

type StepEnvironment = Pick<Runner, 'temporaryDirectory' | 'inputs' | 'log'>;

/** A telemetry step's access to the record of the session that its job opened. */
export interface SessionStep {
  /** The record as earlier steps left it; `undefined` if the job opened no session, or the record cannot be read. */
  readonly before: (scanJobId: string) => Promise<SessionRecord | undefined>;
  /**
   * Adds the step to the record, if there is one. Each call replaces what the previous call wrote for this step, so
   * that a step that is killed has at least recorded what it was about to do.
   */
  readonly record: (run: Run) => Promise<void>;
}

/** Finds the record in `RUNNER_TEMP`. */
export function sessionStep({ temporaryDirectory, inputs: source, log }: StepEnvironment): SessionStep {
  let reading: Promise<SessionRecord | undefined> | undefined;
  let isBegun = false;
  const warn = (error: unknown): undefined => {
    const cause = messageOf(error);
    log.annotate('warning', { sentence: `The record of the session could not be kept: ${cause}` });
  };
  const before = (scanJobId: string): Promise<SessionRecord | undefined> =>
    (reading ??=
      scanJobId === ''
        ? Promise.resolve(undefined)
        : readRecord(recordPath(temporaryDirectory, scanJobId), scanJobId).catch(warn));
  return {
    before,
    record: async (run) => {
      // A step with invalid inputs delivers nothing, but it counts: the session must not end as if it had not run.
      const scanJobId = run.inputs?.session.scanJobId ?? uuidOf(source, 'scan-job-id');
      const isDryRun = run.inputs?.dryRun ?? source.getInput('dry-run').trim().toLowerCase() === 'true';
      const record = await before(scanJobId);
      if (record === undefined) return;
      const after = isDryRun ? addDryRun(record) : addStep(record, stepRecord(run, isBegun));
      isBegun = true;
      await writeWhole(recordPath(temporaryDirectory, scanJobId), log.redact(recordText(after))).catch(warn);
    },
  };
}

/** What the step has done so far. Until the step is recorded again, it counts as killed during delivery. */
function stepRecord(run: Run, isBegun: boolean): Parameters<typeof addStep>[1] {
  const { failure, results, validated, inputs } = run;
  const code = failure?.code;
  return {
    delivered: [...run.delivered.keys()].flatMap(({ messages }) => messages),
    undelivered: undeliveredOf(run),
    leftOut: validated?.leftOut.length ?? 0,
    unfinished: !isBegun && failure === undefined,
    nothingTolerated: inputs?.tolerateErrors.has('NothingEvaluated') === true,
    facts: results?.facts ?? {},
    ...withoutUndefined({ failure: code !== undefined && isAfterDelivery(code) ? undefined : code }),
  };
}
