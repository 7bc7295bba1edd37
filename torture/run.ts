import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from './chance.ts';
import type { TrialResult, Family } from './family.ts';

/** A trial that broke a promise. */
export interface FailedTrial {
  readonly trial: number;
  readonly seed: number;
  readonly name: string;
  readonly violations: readonly string[];
}

/** What a trial cost. */
export interface Cost {
  readonly name: string;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** The results of a family's trials, a row of the table. */
export interface Row {
  readonly family: Family;
  readonly seed: number;
  readonly tried: number;
  readonly failed: readonly FailedTrial[];
  /** Why each skipped trial was skipped. */
  readonly skipped: readonly string[];
  /** The costs that the page lists. */
  readonly costs: readonly Cost[];
  /** How many named trials there was no time for. */
  readonly remaining: number;
  readonly worstMilliseconds: number;
  readonly worstMegabytes: number;
  /** How long they all took, in seconds. */
  readonly seconds: number;
}

/** Which trials to run. */
interface Selection {
  readonly seed: number;
  /** The number of the only trial to run. */
  readonly only?: number;
  /** Whether there is time for another trial after this many. */
  readonly hasTime: (done: number) => boolean;
  /** Where the trials keep their files. */
  readonly directory: string;
}

/** Runs trials of a family, one after another. A trial that throws has failed. */
export async function runFamily(family: Family, { seed, only, hasTime, directory }: Selection): Promise<Row> {
  const row = {
    tried: 0,
    failed: new Array<FailedTrial>(),
    skipped: new Array<string>(),
    costs: new Array<Cost>(),
    worstMilliseconds: 0,
    worstMegabytes: 0,
  };
  const start = performance.now();
  const last = only ?? (family.trials?.length ?? Infinity) - 1;
  let trial = only ?? 0;
  for (; trial <= last && hasTime(trial - (only ?? 0)); trial += 1) {
    const own = join(directory, `${family.name}-${trial}`);
    mkdirSync(own, { recursive: true });
    const began = performance.now();
    const result = await runTrial(() => family.run(trial, new Chance(seed, family.name, trial), own));
    const { violations, tried = 1, milliseconds = performance.now() - began, megabytes, skipped } = result;
    const name = family.trials?.[trial] ?? String(trial);
    if (skipped === undefined) {
      row.tried += tried;
      row.worstMilliseconds = Math.max(row.worstMilliseconds, milliseconds);
      row.worstMegabytes = Math.max(row.worstMegabytes, megabytes ?? 0);
    } else {
      row.skipped.push(skipped);
    }
    if (result.cost === true) row.costs.push({ name, milliseconds, megabytes: megabytes ?? 0 });
    if (violations.length > 0) row.failed.push({ trial, seed, name, violations });
    rmSync(own, { recursive: true, force: true });
  }
  const remaining = family.trials === undefined || only !== undefined ? 0 : family.trials.length - trial;
  return { ...row, family, seed, remaining, seconds: (performance.now() - start) / 1000 };
}

async function runTrial(run: () => Promise<TrialResult>): Promise<TrialResult> {
  try {
    return await run();
  } catch (error) {
    return {
      violations: [`it threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
    };
  }
}
