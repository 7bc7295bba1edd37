import type { At } from '../../place.ts';
import { grouped } from '../../text.ts';

/** The most results of all files together. The largest benchmarks have some thousand rules; ASFF has a result per resource. */
export const MOST_RESULTS = 1_000_000;

/**
 * The most records of a scanner's JSON document, whether a result is made of each or not. Each takes up to 1 KB in all;
 * 256 MiB of what scanners write have fewer.
 */
export const MOST_RECORDS = 300_000;

/** The most faults and warnings of a document. One in another format than it seems may have one in every place. */
export const MOST_FAULTS = 100_000;

/**
 * The most elements of an XML document of which a reader keeps something: results, rules and their parts. Each takes up
 * to 1500 bytes besides its text. The largest known ARF file has about 40,000.
 */
export const MOST_KEPT_ELEMENTS = 150_000;

/** The most UTF-16 units of the short texts that readers keep of an XML document. Real files have less than 4 Mi. */
export const MOST_KEPT_TEXT = 32 * 1024 * 1024;

/**
 * A document contains more than the bounds allow. Thrown while the document is being read, because counting afterwards
 * would be too late: the memory would already be taken.
 */
export class TooMuch extends Error {
  /** Where the bound is exceeded, if that is known. */
  readonly at: At | undefined;

  /** `what` says which bound is exceeded: `there are more than 5 results`. */
  constructor(what: string, at?: At) {
    super(what);
    this.name = 'TooMuch';
    this.at = at;
  }
}

/** @throws TooMuch when a list has more elements than there may be results. */
export function refuseLongList({ length }: readonly unknown[], what: string): void {
  if (length <= MOST_RESULTS) return;
  throw new TooMuch(`there are ${grouped(length)} ${what}s, and the limit is ${grouped(MOST_RESULTS)}`);
}
