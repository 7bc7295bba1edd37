import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openWorkshop } from './contenders.ts';
import { line, page, type Outcome } from './page.ts';
import { ROWS } from './rows.ts';

// `npm run bench` measures everything and writes docs/performance.md.
// `npm run bench -- --only HTTPS --rounds 11` measures only the rows whose name contains the word, and prints them.

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '31' }, only: { type: 'string' } },
});
const rounds = Number(values.rounds);
if (!Number.isSafeInteger(rounds) || rounds < 3)
  throw new Error('--rounds must be a whole number of at least 3');
const { only } = values;

const workshop = openWorkshop();
try {
  const outcomes: Outcome[] = [];
  for (const row of ROWS.filter(({ name }) => only === undefined || name.includes(only))) {
    const outcome = { row, result: await row.measure(workshop, rounds) };
    outcomes.push(outcome);
    console.log(line(outcome));
  }
  if (only === undefined) {
    const path = fileURLToPath(new URL('../docs/performance.md', import.meta.url));
    writeFileSync(path, await page(outcomes, workshop, rounds));
    console.log(`${path} is written.`);
  }
} finally {
  workshop.close();
}
