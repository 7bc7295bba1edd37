import { readFile } from 'node:fs/promises';
import type { Edges } from '../edges.ts';
import type { Failure } from '../failure.ts';
import { connect } from '../inspector/client.ts';
import { failureOf } from '../inspector/failure.ts';
import { addSummary } from '../report/publish.ts';
import { reportFailure } from '../report/report.ts';
import { writeWhole } from '../report/undelivered.ts';
import { memberOf } from '../results/json.ts';
import { count } from '../wording.ts';
import { heartbeatFiles } from './heartbeat.ts';
import { readJobStatus, readSessionInputs } from './inputs.ts';
import { readRecord, recordPath, type SessionRecord } from './record.ts';
import { STATE } from './open.ts';
import { sessionEnd, STOP_LIMITS, type SessionEnd } from './stop-message.ts';
import { sessionSummary } from './summary.ts';

/** Milliseconds that the heartbeats get to end: they look for the stop file five times a second. */
const LONGEST_HEARTBEAT_END = 5000;
const LOOK_INTERVAL = 100;

/**
 * Ends the session of the job: its heartbeats, then itself, with what was really delivered. What cannot be done is a
 * warning: the end of a session never turns a green job red.
 */
export async function closeSession(edges: Edges): Promise<0> {
  const { log, publication } = edges;
  const token = edges.getState(STATE.sessionToken);
  const scanJobId = edges.getState(STATE.scanJobId);
  if (token === '' || scanJobId === '') {
    log.info('No session was opened, so that none is stopped.');
    return 0;
  }
  edges.inputs.setSecret(token);
  log.keepSecret(token);
  const heartbeats = await endHeartbeats(edges, scanJobId);
  const refused = edges.getState(STATE.refused);
  if (refused !== '') {
    log.info(`The session was refused when it was to be opened (${refused}), so that none is stopped.`);
    return 0;
  }

  let end: SessionEnd | undefined;
  let failure: Failure | undefined;
  try {
    const { session, connection, stated } = readSessionInputs(edges.inputs, edges.environment, token);
    end = sessionEnd(await recordOf(edges, scanJobId), readJobStatus(edges.inputs), stated);
    if (end.capped) {
      const sentence = `More than ${count(STOP_LIMITS.count, 'rule')} were delivered: Inspector is told ${STOP_LIMITS.count}, the most that it takes.`;
      log.annotate('warning', { sentence }, 'Counts are capped');
    }
    const region = edges.getState(STATE.region);
    const sessions = await connect(
      { ...connection, ...(region === '' ? {} : { region }) },
      { ...edges, debug: log.debug },
    );
    const call = {
      what: 'the stop of the session',
      log: (line: string) => {
        log.info(line);
      },
      ...edges.cancellation,
    };
    await sessions.stop(session, end.message, call).finally(sessions.close);
    log.info(
      `Session of scan job ${scanJobId} is stopped: ${end.status}.${end.reason === undefined ? '' : ` ${end.reason}`}`,
    );
  } catch (error) {
    failure = withRemedy(
      failureOf(error, { what: 'The stop of the session', iamAction: 'inspector2:StopCisSession' }),
    );
    reportFailure(log, failure, true);
    log.stackOf(error);
  }
  await addSummary(
    sessionSummary({ scanJobId, heartbeats, end, failure }, (text) => log.blot(text)),
    publication,
    log,
  );
  return 0;
}

/** Ends the heartbeats and waits for it, so that none comes after the stop. Says how many there were. */
async function endHeartbeats(edges: Edges, scanJobId: string): Promise<string | undefined> {
  const pid = Number(edges.getState(STATE.heartbeatProcess));
  if (!(pid > 0)) return undefined;
  const { logFile, stopFile } = heartbeatFiles(edges.temporaryDirectory, scanJobId);
  try {
    await writeWhole(stopFile, '');
    const end = edges.pace.now() + LONGEST_HEARTBEAT_END;
    while (isRunning(pid) && edges.pace.now() < end)
      await edges.pace.wait(LOOK_INTERVAL, edges.cancellation.abort);
    const lines = (await readFile(logFile, 'utf8')).split('\n');
    const [sent, failed] = [/^Heartbeat \d+ sent/, /^Heartbeat \d+ failed/].map((pattern) =>
      lines.filter((line) => pattern.test(line)),
    );
    for (const line of failed ?? []) edges.log.info(`  ${line}`);
    const told = `${count(sent?.length ?? 0, 'heartbeat')} sent, ${failed?.length ?? 0} failed`;
    edges.log.info(`${told}.`);
    return told;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    edges.log.annotate('warning', { sentence: `The heartbeats could not be ended or counted: ${cause}` });
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return memberOf(error, 'code') === 'EPERM';
  }
}

/** What was delivered; when that is not known, nothing is claimed. */
async function recordOf({ temporaryDirectory, log }: Edges, scanJobId: string): Promise<SessionRecord> {
  const unknown: SessionRecord = {
    scanJobId,
    delivered: new Map(),
    undelivered: new Set(),
    steps: 0,
    facts: {},
  };
  try {
    const record = await readRecord(recordPath(temporaryDirectory, scanJobId));
    return record ?? { ...unknown, failure: 'the record of what was delivered is missing' };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    log.annotate('warning', { sentence: `The record of what was delivered cannot be read: ${cause}` });
    return { ...unknown, failure: 'the record of what was delivered cannot be read' };
  }
}

function withRemedy(failure: Failure): Failure {
  if (failure.code === 'ConflictException') {
    return {
      ...failure,
      remedy:
        'The session is gone: it was stopped by somebody else, or ended by itself. Nothing more is to be done here.',
    };
  }
  if (failure.code !== 'CredentialsUnavailable') return failure;
  return {
    ...failure,
    remedy:
      'Run `aws-actions/configure-aws-credentials` once in the job, before the session, with `role-duration-seconds` as long as the job: ' +
      'one that runs later takes the credentials away in its own end, which comes before the end of the session.',
  };
}
