import { messageOf } from '../failure.ts';
import type { Runner } from '../runner/runner.ts';
import type { Failure } from '../failure.ts';
import type { Session } from '../inputs/connection.ts';
import { mask } from '../inputs/reader.ts';
import { failureOf } from '../inspector/failure.ts';
import { addSummary } from '../report/publish.ts';
import { reportFailure } from '../report/end.ts';
import { withoutUndefined } from '../json.ts';
import { count } from '../text.ts';
import { endHeartbeats } from './heartbeat-end.ts';
import { readEndInputs, readJobStatus, type EndInputs } from './inputs.ts';
import { STATE } from './open.ts';
import { readRecord, recordPath, type SessionRecord } from './record.ts';
import { withStopRemedy } from './remedies.ts';
import type { Log } from '../report/log.ts';
import { sessionEnd, STOP_LIMITS, type JobStatus, type SessionEnd } from './stop-message.ts';
import { sessionSummary } from './summary.ts';

/**
 * Stops the job's heartbeats, then its session, and reports to Inspector what was actually delivered. Every problem is
 * only a warning: closing a session never turns a green job red.
 */
export async function closeSession(runner: Runner): Promise<0> {
  const { log, publication } = runner;
  const scanJobId = runner.getState(STATE.scanJobId);
  const token = runner.getState(STATE.sessionToken);
  if (token === '' || scanJobId === '') {
    log.info('No session was opened, so there is nothing to stop.');
    return 0;
  }
  mask(runner.inputs, token);
  runner.keepSecret(token);
  const refused = runner.getState(STATE.refused);
  if (refused !== '') {
    log.info(`The session could not be opened (${refused}), so there is nothing to stop.`);
    return 0;
  }

  if (runner.getState(STATE.dryRun) !== '') {
    const { steps = 0 } = (await readOwnRecord(runner, scanJobId)) ?? {};
    log.info(
      `Dry run: ${count(steps, 'telemetry step')} rehearsed; no session was opened, so there is nothing to stop.`,
    );
    return 0;
  }

  const heartbeats = await endHeartbeats(runner, scanJobId, Number(runner.getState(STATE.heartbeatProcess)));
  let end: SessionEnd | undefined;
  let failure: Failure | undefined;
  try {
    const { connection, stated } = endInputsOf(runner, token);
    end = sessionEnd(await readOwnRecord(runner, scanJobId), readJobStatus(runner.inputs), stated);
    await stop(runner, { scanJobId, sessionToken: token }, connection, end);
    warnOfUnsuccessfulEnd(end, readJobStatus(runner.inputs), log);
  } catch (error) {
    const attempted = { what: 'The stop of the session', iamAction: 'inspector2:StopCisSession' };
    failure = withStopRemedy(failureOf(error, attempted));
    reportFailure(log, failure, true);
    log.stackOf(error);
  }
  await addSummary(
    sessionSummary({ scanJobId, heartbeats, end, failure }, (text) => log.redact(text)),
    publication,
    log,
  );
  return 0;
}

async function stop(
  runner: Runner,
  session: Session,
  connection: EndInputs['connection'],
  { status, reason, message, capped }: SessionEnd,
): Promise<void> {
  const { log } = runner;
  if (capped) {
    const sentence = `More than ${count(STOP_LIMITS.count, 'rule')} were delivered: the count sent to Inspector is ${STOP_LIMITS.count}, the highest that it accepts.`;
    log.annotate('warning', { sentence }, 'Counts are capped');
  }
  const region = runner.getState(STATE.region);
  const sessions = await runner.connect({
    ...connection,
    ...withoutUndefined({ region: region === '' ? undefined : region }),
  });
  const call = {
    what: 'the stop of the session',
    log: (line: string) => {
      log.info(line);
    },
    ...runner.cancellation,
  };
  await sessions.stop(session, message, call).finally(sessions.close);
  log.info(
    `Session of scan job ${session.scanJobId} is stopped: ${status}.${reason === undefined ? '' : ` ${reason}`}`,
  );
}

/** Warns about a session that did not end in success: in a green job, nobody reads the log. */
function warnOfUnsuccessfulEnd({ status, reason = '' }: SessionEnd, jobStatus: JobStatus, log: Log): void {
  if (status === 'SUCCESS' || jobStatus !== 'success') return;
  const sentence = `The CIS session ended ${status} in a job that succeeded. ${reason}`.trim();
  log.annotate('warning', { sentence }, 'The CIS session did not succeed');
}

/** The inputs as they are now. If they have become invalid, the session is still stopped, without them. */
function endInputsOf({ inputs, environment, log }: Runner, token: string): EndInputs {
  try {
    return readEndInputs(inputs, environment, token);
  } catch (error) {
    const failure = failureOf(error, { what: 'The stop of the session' });
    reportFailure(
      log,
      { ...failure, remedy: `${failure.remedy} The session is stopped without them.` },
      true,
    );
    return readEndInputs({ ...inputs, getInput: () => '' }, {}, token);
  }
}

/** What was delivered; `undefined` if that is unknown. */
async function readOwnRecord(
  { temporaryDirectory, log }: Runner,
  scanJobId: string,
): Promise<SessionRecord | undefined> {
  const path = recordPath(temporaryDirectory, scanJobId);
  const warn = (cause: string): void => {
    const sentence = `The record of what was delivered cannot be read, so no counts are sent to Inspector: ${cause}`;
    log.annotate('warning', { sentence }, 'The record of the session is lost');
  };
  try {
    const record = await readRecord(path, scanJobId);
    if (record === undefined) warn(`${path} is missing. Check that no step of the job empties RUNNER_TEMP.`);
    return record;
  } catch (error) {
    warn(messageOf(error));
    return undefined;
  }
}
