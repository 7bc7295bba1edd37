import { join } from 'node:path';
import type { Chance } from '../chance.ts';
import type { TrialResult, Family } from '../family.ts';
import { violationsOf, INVARIANTS, undeliveredMessages } from './invariants.ts';
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
  run: (_number, chance, directory) => tryDelivery(chance, directory),
};

/** One generated delivery and, often, further deliveries of what it left. */
async function tryDelivery(chance: Chance, directory: string): Promise<TrialResult> {
  let step = planStep(chance);
  for (let tried = 1; ; tried += 1) {
    const record = await runInProcess(step, join(directory, String(tried)), chance);
    const violations = violationsOf(record).map((what) => (tried === 1 ? what : `step ${tried}: ${what}`));
    const [left] = record.end.undeliveredFiles;
    if (left === undefined || violations.length > 0 || tried === MOST_STEPS || chance.happens(0.5))
      return { violations, tried };
    step = planNext(chance, step, undeliveredMessages(record.end), left);
  }
}
