import { join } from 'node:path';
import type { Chance } from '../chance.ts';
import type { TrialResult, Family } from '../family.ts';
import { violationsOf, INVARIANTS, undeliveredMessages } from './invariants.ts';
import { planNext, planStep } from './plan.ts';
import { runInProcess } from './step.ts';

/** Steps in a row that deliver what the ones before left. */
const MOST_STEPS = 3;

/** Generated deliveries, each a whole step in this process with the real SDK. */
export const DELIVERIES: Family = {
  name: 'deliveries',
  description: `Generated deliveries: 0 to 400 messages in one to three files, some of them not valid, repeated or contradicting each other, with names and details that try to be commands and markup; any chunk size, concurrency and number of attempts. The service answers with each of its five exceptions, other errors, web pages and foreign 200s, which repeat the token, or the network fails. Every third delivery is cancelled at some moment, counted in lines and calls. Where an undelivered file is left, the next step is often given it. A step runs in this process, with the real SDK, and with a clock, a service and a runner that are not real.

Each delivery keeps ${INVARIANTS.length} promises:

| promise | |
|---|---|
${INVARIANTS.map(({ name, promise }) => `| ${name} | ${promise} |`).join('\n')}`,
  run: (_number, chance, directory) => tryDelivery(chance, directory),
};

/** One generated delivery and, as a rule, deliveries of what it left. */
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
