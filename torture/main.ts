import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { useExampleCredentials } from './environment.ts';
import { FAMILIES } from './families.ts';
import { failureText, line, page } from './page.ts';
import { runFamily, type Row } from './run.ts';

// `npm run torture` runs every family with a new seed and writes docs/reliability.md.
// `npm run torture -- --seed 7 --runs 3 --minutes 60` does so with seeds 7, 8 and 9, for an hour each.
// `npm run torture -- --seed 7 --only mutations` runs one family and just prints its row.
// `npm run torture -- --seed 7 --only mutations --trial 1234` repeats one trial of that family.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    minutes: { type: 'string', default: '30' },
    runs: { type: 'string', default: '1' },
    only: { type: 'string' },
    trial: { type: 'string' },
  },
});
const seed = wholeNumber('seed', values.seed);
const minutes = wholeNumber('minutes', values.minutes);
const runs = wholeNumber('runs', values.runs);
const trial = values.trial === undefined ? {} : { only: wholeNumber('trial', values.trial) };
const families = FAMILIES.filter(({ name }) => values.only === undefined || name === values.only);
if (families.length === 0)
  throw new Error(`--only must be one of ${FAMILIES.map(({ name }) => name).join(', ')}`);

/** The largest share of the time that families with named trials may take. */
const NAMED_TRIALS_SHARE = 0.7;
/** How many failures of a family are printed. */
const SHOWN_FAILURES = 10;

useExampleCredentials();

// A million steps flush their files to disk, so the files are kept in memory where the system can.
const directory = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'torture-'));
const rows: Row[] = [];
try {
  for (let run = 0; run < runs; run += 1) {
    console.log(`Seed ${seed + run}, ${minutes} minutes:`);
    const start = performance.now();
    const end = start + minutes * 60_000;
    // Even on a slow machine, this leaves time for the families that generate trials, which share the rest.
    const endOfNamedTrials = families.length === 1 ? end : start + NAMED_TRIALS_SHARE * (end - start);
    for (const [index, family] of families.entries()) {
      const now = performance.now();
      const until =
        family.trials === undefined ? now + (end - now) / (families.length - index) : endOfNamedTrials;
      const row = await runFamily(family, {
        seed: seed + run,
        ...trial,
        hasTime: (done) => done === 0 || performance.now() < until,
        directory,
      });
      rows.push(row);
      console.log(line(row));
      for (const failed of row.failed.slice(0, SHOWN_FAILURES)) console.log(failureText(row, failed));
    }
  }
} finally {
  rmSync(directory, { recursive: true });
}
if (values.only === undefined) {
  const path = fileURLToPath(new URL('../docs/reliability.md', import.meta.url));
  writeFileSync(path, await page(rows, minutes));
  console.log(`Wrote ${path}.`);
}
process.exitCode = rows.some(({ failed, remaining }) => failed.length > 0 || remaining > 0) ? 1 : 0;

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} must be a whole number`);
  return number;
}
