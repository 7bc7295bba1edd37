import { CANCELLATIONS } from './cancellations.ts';
import { DELIVERIES } from './deliveries/deliveries.ts';
import { DISKS } from './disks.ts';
import type { Family } from './family.ts';
import { HOSTILE } from './hostile/hostile.ts';
import { MUTATIONS } from './mutations/mutations.ts';
import { NETWORK_FAULTS } from './network-faults.ts';

/** All families, in running order: named trials first, then those generated for as long as time allows. */
export const FAMILIES: readonly Family[] = [
  NETWORK_FAULTS,
  DISKS,
  HOSTILE,
  CANCELLATIONS,
  MUTATIONS,
  DELIVERIES,
];
