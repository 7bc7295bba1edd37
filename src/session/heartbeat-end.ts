import { messageOf } from '../failure.ts';
import { existsSync } from 'node:fs';
import type { Runner } from '../runner/runner.ts';
import { readOwnFile, writeWhole } from '../files.ts';
import { memberOf } from '../json.ts';
import { count } from '../text.ts';
import { heartbeatFiles, HEARTBEATS_END } from './heartbeat.ts';

/** Milliseconds for the heartbeats to end: they check for the stop file five times a second. */
const END_TIMEOUT = 5000;
const LOOK_INTERVAL = 50;
/** Bytes of the largest log that is read. A day of heartbeats, one per second, takes about 10 MB. */
const LARGEST_LOG = 64 * 1024 * 1024;
/** How many failed heartbeats are shown. */
const MOST_SHOWN = 10;

const SENT = /^Heartbeat \d+ sent\b/;
const FAILED = /^Heartbeat \d+ failed\b/;
const ENDED = 'Heartbeats ended: ';

/**
 * Ends the heartbeats and waits until they have ended, so that none is sent after the session is stopped.
 * @returns how many were sent and failed, in words; `undefined` if none were started.
 */
export async function endHeartbeats(
  runner: Runner,
  scanJobId: string,
  pid: number,
): Promise<string | undefined> {
  const { log, temporaryDirectory } = runner;
  const { logFile, stopFile } = heartbeatFiles(temporaryDirectory, scanJobId);
  if (!existsSync(logFile)) return undefined;
  try {
    // Even without a process id: the session step may have been killed after it started the process, before it saved
    // the id.
    await writeWhole(stopFile, '');
    const lines = await linesAtEnd(logFile, pid, runner);
    const failed = lines.filter((line) => FAILED.test(line));
    const sent = lines.filter((line) => SENT.test(line));
    const counts = `${count(sent.length, 'heartbeat')} sent, ${failed.length} failed`;
    log.info(`${counts}.`);
    for (const line of failed.slice(-MOST_SHOWN)) log.info(`  ${line}`);
    const ended = lines.find((line) => line.startsWith(ENDED));
    if (ended === undefined)
      log.info('  The heartbeats did not report their end: they may have been killed.');
    else if (!ended.includes(HEARTBEATS_END.asked)) log.info(`  ${ended}`);
    return counts;
  } catch (error) {
    const cause = messageOf(error);
    log.annotate('warning', {
      sentence: `The heartbeats could not be stopped or counted; they end with the job: ${cause}`,
    });
    return undefined;
  }
}

/** The lines of the log, read once the heartbeats have reported their end, their process is gone, or time is up. */
async function linesAtEnd(
  logFile: string,
  pid: number,
  { pace, cancellation }: Runner,
): Promise<readonly string[]> {
  const end = pace.now() + END_TIMEOUT;
  for (;;) {
    const wasRunning = isRunning(pid);
    const lines = (await readOwnFile(logFile, LARGEST_LOG)).split('\n');
    // The process may look alive after it has ended: in some containers, process 1 does not reap zombies.
    if (!wasRunning || lines.some((line) => line.startsWith(ENDED)) || pace.now() >= end) return lines;
    await pace.wait(LOOK_INTERVAL, cancellation.abort);
  }
}

function isRunning(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return memberOf(error, 'code') === 'EPERM';
  }
}
