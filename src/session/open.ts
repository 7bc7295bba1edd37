import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Runner } from '../runner/runner.ts';
import { failing, failureFor, type Failure, type FailureCode } from '../failure.ts';
import { failureOf } from '../inspector/failure.ts';
import { reportFailure } from '../report/end.ts';
import { writeWhole } from '../files.ts';
import { VERSION } from '../version.ts';
import { heartbeatFiles, startHeartbeats } from './heartbeat.ts';
import { withoutUndefined } from '../json.ts';
import { readSessionInputs, sessionToken, type SessionInputs } from './inputs.ts';
import { newRecord, recordPath, recordText, type NotOpen } from './record.ts';
import { withStartRemedy } from './remedies.ts';

/** Names of the values that the main step saves for the post step, in the runner's state. */
export const STATE = {
  scanJobId: 'scan-job-id',
  sessionToken: 'session-token',
  region: 'region',
  /** The code with which the session was refused for good: there is no session to stop. */
  refused: 'refused',
  heartbeatProcess: 'heartbeat-process',
  /** Set in a dry run. */
  dryRun: 'dry-run',
} as const;

const CANCELLED = 'The step was cancelled before the session was open.';

/** Failures of a first attempt after which the session cannot be open. After any other failure, it may be. */
const REFUSALS: ReadonlySet<FailureCode> = new Set([
  'InvalidInput',
  'AccessDeniedException',
  'ConflictException',
  'CredentialsUnavailable',
  'RegionMissing',
  'ValidationException',
]);

/**
 * Opens a session and starts its heartbeats. What the post step needs is saved before the call to Inspector, because
 * the post step also runs if this one is cancelled during the call.
 * @returns the exit code of the step.
 */
export async function openSession(runner: Runner, heartbeatScript: string): Promise<0 | 1> {
  const { log, inputs, environment } = runner;
  let record: OwnRecord | undefined;
  let reached: 'inputs' | 'files' | 'Inspector' = 'inputs';
  try {
    const token = sessionToken(inputs);
    runner.keepSecret(token);
    log.info(`inspector-cis-telemetry ${VERSION}: session`);
    const asked = readSessionInputs(inputs, environment, token);
    if (runner.cancellation.stop.aborted) throw failing('Cancelled', CANCELLED);

    reached = 'files';
    record = await prepareLaterSteps(asked, runner);
    if (asked.dryRun) {
      log.info(
        'Dry run: no session is opened and no call is made. Set `dry-run: true` on the telemetry steps too.',
      );
      return 0;
    }
    reached = 'Inspector';
    const region = await start(asked, runner);
    if (asked.healthInterval > 0) await startKeepingAlive(asked, region, heartbeatScript, runner);
    return 0;
  } catch (error) {
    const attempted = { what: 'The start of the session', iamAction: 'inspector2:StartCisSession' };
    const failure = withStartRemedy(asCancelledIfRetryable(failureOf(error, attempted), runner));
    reportFailure(log, failure, false);
    log.stackOf(error);
    const isNotOpen = reached === 'files' || (reached === 'Inspector' && isRefusal(failure));
    if (isNotOpen) await recordRefusal(failure, record, runner);
    return 1;
  }
}

/** Records for the telemetry steps and the post step that the session is not open. */
async function recordRefusal(
  failure: Failure,
  record: OwnRecord | undefined,
  { saveState, log }: Runner,
): Promise<void> {
  try {
    saveState(STATE.refused, failure.code);
    await record?.markRefused(failure);
  } catch (error) {
    const { sentence, cause = '' } = failureOf(error, { what: 'The record of the session' });
    log.annotate('warning', {
      sentence: `Later steps cannot find out that the session is not open. ${sentence} ${cause}`,
    });
  }
}

/** The record that this step created. The record of another session is never changed. */
interface OwnRecord {
  readonly markRefused: (failure: Failure) => Promise<void>;
}

/** Saves the state for the post step, and the outputs and the record for the telemetry steps. */
async function prepareLaterSteps({ session, dryRun }: SessionInputs, runner: Runner): Promise<OwnRecord> {
  const { scanJobId, sessionToken: token } = session;
  const { publication, temporaryDirectory } = runner;
  runner.saveState(STATE.scanJobId, scanJobId);
  runner.saveState(STATE.sessionToken, token);
  if (dryRun) runner.saveState(STATE.dryRun, 'true');
  publication.setOutput('scan-job-id', scanJobId);
  publication.setOutput('session-token', token);

  const path = recordPath(temporaryDirectory, scanJobId);
  // An existing record belongs to another session of the scan job, with which this one may conflict.
  const isOwn = !existsSync(path);
  const found = await runner.jobBeginning(undefined);
  const job = 'unknown' in found ? undefined : found;
  const write = async (notOpen?: NotOpen): Promise<void> => {
    if (isOwn) await writeWhole(path, recordText(newRecord(scanJobId, withoutUndefined({ job, notOpen }))));
  };
  await write(dryRun ? { why: 'dry run' } : undefined);
  return {
    markRefused: ({ code, sentence }) => write({ why: 'refused', code, sentence }),
  };
}

/** Opens the session and returns its Region. */
async function start({ session, connection }: SessionInputs, runner: Runner): Promise<string> {
  const { log } = runner;
  const sessions = await runner.connect(connection);
  runner.saveState(STATE.region, sessions.region);
  const call = {
    what: 'the start of the session',
    log: (line: string) => {
      log.info(line);
    },
    ...runner.cancellation,
  };
  await sessions.start(session, call).finally(sessions.close);
  log.info(
    `Session of scan job ${session.scanJobId} is open in ${sessions.region}; it is stopped when the job ends.`,
  );
  return sessions.region;
}

/** Starts the process that sends heartbeats until the job ends. */
async function startKeepingAlive(
  { session, connection, healthInterval }: SessionInputs,
  region: string,
  heartbeatScript: string,
  { log, saveState, environment, temporaryDirectory }: Runner,
): Promise<void> {
  const files = heartbeatFiles(temporaryDirectory, session.scanJobId);
  await rm(files.stopFile, { force: true });
  const plan = { session, connection: { ...connection, region }, interval: healthInterval, files };
  const pid = await startHeartbeats(heartbeatScript, plan, environment);
  saveState(STATE.heartbeatProcess, String(pid));
  log.info(`Until then, a heartbeat is sent every ${healthInterval / 1000} s.`);
}

/** A second attempt may be refused because the first one opened the session and its response was lost. */
function isRefusal({ code, attempts = 1 }: Failure): boolean {
  return REFUSALS.has(code) && attempts === 1;
}

/** A retryable failure during a cancellation was given up because of it, so the cancellation is the failure. */
function asCancelledIfRetryable(failure: Failure, { cancellation }: Runner): Failure {
  return cancellation.stop.aborted && failure.retryable ? failureFor('Cancelled', CANCELLED) : failure;
}
