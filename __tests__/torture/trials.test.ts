import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERIES } from '../../torture/deliveries/deliveries.ts';
import { useExampleCredentials } from '../../torture/environment.ts';
import { MUTATIONS } from '../../torture/mutations/mutations.ts';
import { runFamily } from '../../torture/run.ts';

// A small sample of `npm run torture`, with a new seed each time. The name of each test contains the seed.
const seed = Date.now() % 1_000_000;

const directory = mkdtempSync(join(tmpdir(), 'torture-tests-'));
const before = { ...process.env };
beforeAll(useExampleCredentials);
afterAll(() => {
  rmSync(directory, { recursive: true });
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, before);
});

test.each([
  { family: DELIVERIES, trials: 100 },
  { family: MUTATIONS, trials: 100 },
])(
  `$trials trials of $family.name keep every promise (npm run torture -- --seed ${seed} --only $family.name)`,
  async ({ family, trials }) => {
    const { failed, tried } = await runFamily(family, { seed, hasTime: (done) => done < trials, directory });
    expect(failed).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(trials);
  },
);
