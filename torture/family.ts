import type { Chance } from './chance.ts';

/** The result of one trial. */
export interface TrialResult {
  /** The promises it broke and how; empty if it kept them all. */
  readonly violations: readonly string[];
  /** How many deliveries or documents it tried; 1 by default. */
  readonly tried?: number;
  /** How long the step took, in milliseconds; by default, how long the whole trial took. */
  readonly milliseconds?: number;
  /** The peak memory of the step's process, in MB (a million bytes). */
  readonly megabytes?: number;
  /** Whether the page lists what it cost. */
  readonly cost?: boolean;
  /** Why it could not run on this machine. */
  readonly skipped?: string;
}

/** Trials of one kind, a row of the table. */
export interface Family {
  readonly name: string;
  /** What the trials do, in Markdown paragraphs for the page. */
  readonly description: string;
  /** The names of the trials, each of which runs once. If absent, trials are generated for as long as time allows. */
  readonly trials?: readonly string[];
  /** Runs the trial with this number, from 0, in its own directory. The same chance gives the same trial. */
  readonly run: (number: number, chance: Chance, directory: string) => Promise<TrialResult>;
}

/** The trials of a family that runs each of a list once. */
export function listedTrials<Trial extends { readonly name: string }>(
  list: readonly Trial[],
  run: (trial: Trial, chance: Chance, directory: string) => Promise<TrialResult>,
): Required<Pick<Family, 'trials' | 'run'>> {
  return {
    trials: list.map(({ name }) => name),
    run: (number, chance, directory) => {
      const trial = list[number];
      if (trial === undefined) throw new Error(`There are ${list.length} trials.`);
      return run(trial, chance, directory);
    },
  };
}
