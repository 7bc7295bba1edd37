import type { Chance } from './chance.ts';
import type { Given } from './deliveries/invariants.ts';

/** A dry run of a document whose messages are not known beforehand. */
export function dryRunOfDocument(chance: Chance): Given {
  return {
    scanJobId: chance.uuid(),
    sessionToken: chance.uuid(),
    messages: [],
    invalid: 0,
    onInvalid: chance.pick(['fail', 'skip'] as const),
    dryRun: true,
    tolerated: [],
    chunkSize: 150,
    concurrency: 1,
    maxAttempts: 1,
  };
}
