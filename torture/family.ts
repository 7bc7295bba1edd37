import type { Chance } from './chance.ts';

/** What came of one trial. */
export interface Ended {
  /** What it broke, in words; empty when it kept every promise. */
  readonly broken: readonly string[];
  /** How many deliveries or documents it tried: 1 by default. */
  readonly tried?: number;
  /** Milliseconds that the step took; by default those of the whole trial. */
  readonly milliseconds?: number;
  /** The most memory that the step's process held, in MB (a million bytes). */
  readonly megabytes?: number;
  /** Whether the page states what it cost. */
  readonly cost?: boolean;
  /** Why it could not be tried here. */
  readonly skipped?: string;
}

/** Trials of one kind: a row of the table. */
export interface Family {
  readonly name: string;
  /** What is tried, for the page: paragraphs of Markdown. */
  readonly description: string;
  /** The names of the trials, of which each is run once; without them, as many are generated as there is time for. */
  readonly trials?: readonly string[];
  /** Runs the trial of this number, from 0 on, in a directory of its own. The same chance makes the same trial. */
  readonly run: (number: number, chance: Chance, directory: string) => Promise<Ended>;
}
