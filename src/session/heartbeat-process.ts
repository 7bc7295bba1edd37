import { realPace } from '../edges.ts';
import { connect } from '../inspector/client.ts';
import { keepAlive, readPlan, watchForStop } from './heartbeat.ts';

/**
 * The whole life of a heartbeat process: reads its plan from the standard input, and beats until it is told to stop.
 * Its standard output is its log file.
 */
export async function beatUntilStopped(): Promise<void> {
  const log = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  const plan = await readPlan(process.stdin);
  const sessions = await connect(plan.connection, {
    environment: process.env,
    pace: realPace,
    debug: undefined,
    runner: undefined,
  });
  await keepAlive(plan, sessions, watchForStop(plan.stopFile), realPace, log);
  sessions.close();
}
