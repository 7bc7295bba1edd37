import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from './chance.ts';
import type { Ended, Family } from './family.ts';

/** A trial that broke something. */
export interface Failed {
  readonly trial: number;
  readonly seed: number;
  readonly name: string;
  readonly broken: readonly string[];
}

/** What a trial cost. */
export interface Cost {
  readonly name: string;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** What came of a family's trials: a row of the table. */
export interface Row {
  readonly family: Family;
  readonly seed: number;
  readonly tried: number;
  readonly failed: readonly Failed[];
  readonly skipped: readonly string[];
  /** What those trials cost of which the page states it. */
  readonly costs: readonly Cost[];
  /** Trials of a list that there was no time for. */
  readonly left: number;
  readonly worstMilliseconds: number;
  readonly worstMegabytes: number;
  /** Seconds that all of them took. */
  readonly seconds: number;
}

/** Which trials to run. */
export interface Trials {
  readonly seed: number;
  /** Only the trial of this number. */
  readonly only?: number;
  /** Whether there is time for another one, after so many. */
  readonly goesOn: (done: number) => boolean;
  /** A directory for the files of the trials. */
  readonly directory: string;
}

/** Runs trials of a family, one after another. A trial that throws has failed too. */
export async function runFamily(family: Family, { seed, only, goesOn, directory }: Trials): Promise<Row> {
  const row = {
    tried: 0,
    failed: new Array<Failed>(),
    skipped: new Array<string>(),
    costs: new Array<Cost>(),
    worstMilliseconds: 0,
    worstMegabytes: 0,
  };
  const start = performance.now();
  const last = only ?? (family.trials?.length ?? Infinity) - 1;
  let trial = only ?? 0;
  for (; trial <= last && goesOn(trial - (only ?? 0)); trial += 1) {
    const own = join(directory, `${family.name}-${trial}`);
    mkdirSync(own, { recursive: true });
    const began = performance.now();
    const ended = await triedOnce(() => family.run(trial, new Chance(seed, family.name, trial), own));
    const { broken, tried = 1, milliseconds = performance.now() - began, megabytes, skipped } = ended;
    const name = family.trials?.[trial] ?? String(trial);
    if (skipped === undefined) {
      row.tried += tried;
      row.worstMilliseconds = Math.max(row.worstMilliseconds, milliseconds);
      row.worstMegabytes = Math.max(row.worstMegabytes, megabytes ?? process.memoryUsage.rss() / 1e6);
    } else {
      row.skipped.push(skipped);
    }
    if (ended.cost === true) row.costs.push({ name, milliseconds, megabytes: megabytes ?? 0 });
    if (broken.length > 0) row.failed.push({ trial, seed, name, broken });
    rmSync(own, { recursive: true, force: true });
  }
  const left = family.trials === undefined || only !== undefined ? 0 : family.trials.length - trial;
  return { ...row, family, seed, left, seconds: (performance.now() - start) / 1000 };
}

async function triedOnce(run: () => Promise<Ended>): Promise<Ended> {
  try {
    return await run();
  } catch (error) {
    return {
      broken: [`it threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
    };
  }
}
