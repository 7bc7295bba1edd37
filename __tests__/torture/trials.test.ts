import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chance } from '../../torture/chance.ts';
import { deliver, DELIVERIES } from '../../torture/deliveries/deliveries.ts';
import type { DeliveryRecord } from '../../torture/deliveries/invariants.ts';
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
  { family: DELIVERIES, trials: 60 },
  { family: MUTATIONS, trials: 80 },
])(
  `$trials trials of $family.name keep every promise (npm run torture -- --seed ${seed} --only $family.name)`,
  async ({ family, trials }) => {
    const { failed, tried } = await runFamily(family, { seed, hasTime: (done) => done < trials, directory });
    expect(failed).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(trials);
  },
);

const confirmed = ({ calls }: DeliveryRecord): number =>
  calls.filter(({ isConfirmed }) => isConfirmed).length;
const triesOfFirst = ({ calls }: DeliveryRecord): number =>
  calls.filter(({ messages: [message] }) => message?.ruleId === calls[0]?.messages[0]?.ruleId).length;

/** What deliveries must come to for the invariants to mean anything. */
const HAPPENS: Readonly<Record<string, (record: DeliveryRecord) => boolean>> = {
  'everything is delivered': (record) => record.end.outputs['outcome'] === 'sent',
  'a part is delivered': (record) => record.end.outputs['outcome'] === 'partial',
  'nothing is delivered': (record) => record.end.outputs['outcome'] === 'failed',
  'a chunk is attempted again and confirmed': (record) => triesOfFirst(record) > 1 && confirmed(record) > 0,
  'a chunk is attempted as often as it may be': (record) =>
    record.given.maxAttempts > 1 && triesOfFirst(record) === record.given.maxAttempts,
  'several calls are under way at once': ({ calls }) => calls.some(({ underWay }) => underWay > 2),
  'a signal comes in the middle': (record) =>
    record.end.outputs['error-code'] === 'Cancelled' && confirmed(record) > 0,
  'messages are left out': (record) => record.given.invalid > 0 && confirmed(record) > 0,
  'a message that is not valid holds up the others': (record) =>
    record.end.outputs['error-code'] === 'InvalidMessages',
  'a failure is tolerated': ({ end }) => end.exitCode === 0 && end.outputs['error-code'] !== '',
  'the gate closes': (record) => record.end.outputs['error-code'] === 'GateFailed',
  'the network fails': (record) => record.end.outputs['error-code'] === 'NetworkError',
  'a foreign response comes': (record) => record.end.outputs['error-code'] === 'ServiceError',
};

test('generated deliveries come to everything that may become of one', async () => {
  const happened = new Set<string>();
  for (let trial = 0; trial < 90; trial += 1) {
    for (const record of await deliver(
      new Chance(1, 'deliveries', trial),
      join(directory, `happens-${trial}`),
    ))
      for (const [what, is] of Object.entries(HAPPENS)) if (is(record)) happened.add(what);
  }
  expect([...happened].sort()).toEqual(Object.keys(HAPPENS).sort());
});
