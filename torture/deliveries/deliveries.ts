import { join } from 'node:path';
import type { Chance } from '../chance.ts';
import type { Family } from '../family.ts';
import { violationsOf, INVARIANTS, undeliveredMessages, type DeliveryRecord } from './invariants.ts';
import { planNext, planStep } from './plan.ts';
import { runInProcess } from './step.ts';

/** The most steps in a row, each of which delivers what the previous one left. */
const MOST_STEPS = 3;

/** Generated deliveries: each is a whole step in this process with the real SDK. */
export const DELIVERIES: Family = {
  name: 'deliveries',
  description: `Generated deliveries of 0 to 400 messages in one to three files. Some messages are invalid, repeated or contradictory, or have rule IDs and details that look like workflow commands or markup. Chunk size, concurrency and number of attempts vary. The service responds with each of its five exceptions, other errors, web pages and 200s from something else, often quoting the token, or the network fails. About a third of the deliveries are cancelled at some moment, counted in log lines, calls and waits. If a step leaves an undelivered file, the next step often delivers it. Each step runs in the trial's own process, with the real SDK and with a simulated clock, service and runner.

Each delivery keeps ${INVARIANTS.length} promises:

| promise | |
|---|---|
${INVARIANTS.map(({ name, promise }) => `| ${name} | ${promise} |`).join('\n')}`,
  run: async (_number, chance, directory) => {
    const records = await deliver(chance, directory);
    const violations = records.flatMap((record, index) =>
      violationsOf(record).map((what) => `step ${index + 1}: ${what}`),
    );
    return { violations, tried: records.length };
  },
};

/** One generated delivery and, often, further deliveries of what it left. */
export async function deliver(chance: Chance, directory: string): Promise<readonly DeliveryRecord[]> {
  const records: DeliveryRecord[] = [];
  for (let step = planStep(chance); ;) {
    const record = await runInProcess(step, join(directory, String(records.length)), chance);
    records.push(record);
    const [left] = record.end.undeliveredFiles;
    if (left === undefined || records.length === MOST_STEPS || chance.happens(0.5)) return records;
    step = planNext(chance, step, undeliveredMessages(record.end), left);
  }
}
