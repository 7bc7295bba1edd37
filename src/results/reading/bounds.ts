import type { At } from '../../place.ts';

/**
 * The most elements of an XML document of which a reader keeps something: results, rules and their parts. Each takes up
 * to 1500 bytes besides its text. The largest known ARF file has about 40,000.
 */
export const MOST_KEPT_ELEMENTS = 200_000;

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
