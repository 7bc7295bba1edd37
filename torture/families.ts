import { DELIVERIES } from './deliveries/deliveries.ts';
import type { Family } from './family.ts';

/** All families, in the order in which they run: lists first, then what is generated for as long as there is time. */
export const FAMILIES: readonly Family[] = [DELIVERIES];
