import type { At } from '../../place.ts';

/**
 * Elements of an XML document of which a reader keeps something: results, rules, and their parts. Each takes up to
 * 1500 bytes besides its text. The largest ARF file that is known has some 40,000.
 */
export const MOST_KEPT_ELEMENTS = 200_000;

/** UTF-16 units of the texts that readers keep of an XML document: short texts. Real files have less than 4 Mi. */
export const MOST_KEPT_TEXT = 32 * 1024 * 1024;

/**
 * A document holds more than is read of one. It is thrown while the document is read: what is only counted afterwards
 * has taken its memory by then.
 */
export class TooMuch extends Error {
  /** Where it becomes too much, where that is known. */
  readonly at: At | undefined;

  /** `what` says what there is too much of: `there are more than 5 results`. */
  constructor(what: string, at?: At) {
    super(what);
    this.name = 'TooMuch';
    this.at = at;
  }
}
