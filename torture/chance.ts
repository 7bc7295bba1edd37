import { createHash } from 'node:crypto';

/** Chance that a seed decides: the same seed makes the same choices, on every machine. */
export class Chance {
  #state: number;

  /** `parts` together are the seed, for example a run's seed, a family's name and a trial's number. */
  constructor(...parts: readonly (number | string)[]) {
    this.#state = createHash('sha256').update(parts.join('/')).digest().readUInt32LE();
  }

  /** From 0 up to 1. The algorithm is mulberry32. */
  readonly next = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  /** A whole number, both ends included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** A whole number from 1 on, below `limit`: each power of two is as likely as the next. */
  magnitude(limit: number): number {
    return Math.floor(limit ** this.next());
  }

  /** Whether something happens that happens in this share of cases. */
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

  /** The text with each letter in upper or lower case. */
  letterCase(text: string): string {
    return Array.from(text, (letter) => (this.happens(0.5) ? letter.toUpperCase() : letter)).join('');
  }
}
