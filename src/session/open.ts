import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Runner } from '../runner/runner.ts';
import { failing, failureFor, type Failure } from '../failure.ts';
import { failureOf } from '../inspector/failure.ts';
import { reportFailure } from '../report/report.ts';
import { writeWhole } from '../files.ts';
import { VERSION } from '../version.ts';
import { heartbeatFiles, startHeartbeats } from './heartbeat.ts';
import { readSessionInputs, sessionToken } from './inputs.ts';
import { newRecord, recordPath, recordText } from './record.ts';
import { atStart } from './remedies.ts';

/** What the start of a session leaves for its end, through the runner's state. */
export const STATE = {
  scanJobId: 'scan-job-id',
  sessionToken: 'session-token',
  region: 'region',
  /** The code with which Inspector refused the session for good: there is none to stop. */
  refused: 'refused',
  heartbeatProcess: 'heartbeat-process',
} as const;

const CANCELLED = 'The step was cancelled before the session was open.';

/** Answers to a first try after which no session can be open. After any other failure one may be. */
const REFUSALS = new Set([
  'AccessDeniedException',
  'ConflictException',
  'CredentialsUnavailable',
  'RegionMissing',
  'ValidationException',
]);

/**
 * Opens a session and starts its heartbeats. What the end needs is saved before Inspector is asked: the end runs also
 * when this is cancelled in the middle of the call.
 * @returns the exit code of the step.
 */
export async function openSession(runner: Runner, heartbeatScript: string): Promise<0 | 1> {
  const { log, publication, temporaryDirectory, environment } = runner;
  try {
    const token = sessionToken(runner.inputs);
    log.keepSecret(token);
    log.info(`inspector-cis-telemetry ${VERSION}: session`);
    const { session, connection, healthInterval } = readSessionInputs(runner.inputs, environment, token);
    const { scanJobId } = session;
    if (runner.cancellation.stop.aborted) throw failing('Cancelled', CANCELLED);

    // For the end of the session, and for the telemetry steps.
    runner.saveState(STATE.scanJobId, scanJobId);
    runner.saveState(STATE.sessionToken, session.sessionToken);
    publication.setOutput('scan-job-id', scanJobId);
    publication.setOutput('session-token', session.sessionToken);
    const record = recordPath(temporaryDirectory, scanJobId);
    // One that is there is that of a session which this one may conflict with.
    if (!existsSync(record)) await writeWhole(record, recordText(newRecord(scanJobId)));

    // The session.
    const sessions = await runner.connect(connection);
    runner.saveState(STATE.region, sessions.region);
    const call = {
      what: `the start of the session`,
      log: (line: string) => {
        log.info(line);
      },
      ...runner.cancellation,
    };
    await sessions.start(session, call).finally(sessions.close);
    log.info(
      `Session of scan job ${scanJobId} is open in ${sessions.region}; it is stopped when the job ends.`,
    );

    // Its heartbeats.
    if (healthInterval === 0) return 0;
    const files = heartbeatFiles(temporaryDirectory, scanJobId);
    await rm(files.stopFile, { force: true });
    const plan = {
      session,
      connection: { ...connection, region: sessions.region },
      interval: healthInterval,
      files,
    };
    const pid = await startHeartbeats(heartbeatScript, plan, environment);
    runner.saveState(STATE.heartbeatProcess, String(pid));
    log.info(`Heartbeats every ${healthInterval / 1000} s until then.`);
    return 0;
  } catch (error) {
    const attempted = { what: 'The start of the session', iamAction: 'inspector2:StartCisSession' };
    const failure = atStart(unlessCancelled(failureOf(error, attempted), runner));
    if (isRefusal(failure)) runner.saveState(STATE.refused, failure.code);
    reportFailure(log, failure, false);
    log.stackOf(error);
    return 1;
  }
}

/** A second try may have been refused because of the first, whose answer was lost. */
function isRefusal({ code, attempts = 1 }: Failure): boolean {
  return REFUSALS.has(code) && attempts === 1;
}

/** What would have been tried again was given up because of the cancellation. */
function unlessCancelled(failure: Failure, { cancellation }: Runner): Failure {
  return cancellation.stop.aborted && failure.retryable ? failureFor('Cancelled', CANCELLED) : failure;
}
