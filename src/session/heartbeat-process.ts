import { realPace } from '../runner/runner.ts';
import { failureOf } from '../inspector/failure.ts';
import { Log } from '../report/log.ts';
import { keepAlive, readPlan, watchForStop, type HeartbeatsEnd } from './heartbeat.ts';

/**
 * The main function of the heartbeat process: reads its plan from standard input, and sends heartbeats until it is
 * asked to stop. Its standard output is its log file; the last line says why it ended.
 * @returns its exit code.
 */
export async function beatUntilStopped(): Promise<0 | 1> {
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const levels = {
    info: print,
    startGroup: print,
    endGroup: () => undefined,
    debug: print,
    notice: print,
    warning: print,
    error: print,
  };
  const log = new Log({ ...levels, isDebug: () => false }, process.cwd(), process.cwd());
  try {
    log.info(`Heartbeats ended: ${await beat(log)}.`);
    return 0;
  } catch (error) {
    const { code, sentence, cause = '' } = failureOf(error, { what: 'The heartbeats' });
    log.info(`Heartbeats ended: ${code}: ${sentence} ${cause}`);
    return 1;
  }
}

async function beat(log: Log): Promise<HeartbeatsEnd> {
  const plan = await readPlan(process.stdin);
  log.keepSecret(plan.session.sessionToken);
  const { connect } = await import('../inspector/client.ts');
  const sessions = await connect(plan.connection, {
    environment: process.env,
    pace: realPace,
    debug: undefined,
    keepSecret: (secret) => {
      log.keepSecret(secret);
    },
    workflowRun: undefined,
  });
  return keepAlive(plan, sessions, watchForStop(plan.files), realPace, (line) => {
    log.info(line);
  }).finally(sessions.close);
}
