import { createHash } from 'node:crypto';

/** Random choices from a seed: the same seed gives the same choices on every machine. */
export class Chance {
  #state: number;

  /** The `parts` together form the seed: for example, a run's seed, a family's name and a trial's number. */
  constructor(...parts: readonly (number | string)[]) {
    this.#state = createHash('sha256').update(parts.join('/')).digest().readUInt32LE();
  }

  /** A number from 0 up to, but not including, 1 (mulberry32). */
  readonly next = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  /** A whole number from `least` to `most`, inclusive. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** A whole number from 1 to below `limit`, whose orders of magnitude are equally likely. */
  magnitude(limit: number): number {
    return Math.floor(limit ** this.next());
  }

  /** Returns `true` in this share of cases. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  pick<Value>(values: readonly [Value, ...Value[]]): Value;
  pick<Value>(values: readonly Value[]): Value | undefined;
  pick<Value>(values: readonly Value[]): Value | undefined {
    return values[this.integer(0, values.length - 1)];
  }

  uuid(): string {
    const digits = (length: number): string =>
      Array.from({ length }, () => this.integer(0, 15).toString(16)).join('');
    return [8, 4, 4, 4, 12].map(digits).join('-');
  }

  /** The text with each letter randomly in upper or lower case. */
  letterCase(text: string): string {
    return Array.from(text, (letter) => (this.happens(0.5) ? letter.toUpperCase() : letter)).join('');
  }
}
