import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A command that is run repeatedly, each time from start to end. */
export interface Contender {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  /** 0 by default. */
  readonly exitCode?: number;
}

/** The measurements of a contender: the median, and the two quartiles between which half of the runs are. */
export interface Measured {
  readonly name: string;
  readonly median: number;
  readonly quartiles: readonly [number, number];
  readonly runs: number;
}

/**
 * Runs contenders in turns, so that a busy machine slows all of them equally, after one warm-up turn.
 * @returns milliseconds from start to end of the process, in the order of the contenders.
 */
export async function timed<const Contenders extends readonly Contender[]>(
  contenders: Contenders,
  rounds: number,
): Promise<{ [Index in keyof Contenders]: Measured }>;
export async function timed(contenders: readonly Contender[], rounds: number): Promise<readonly Measured[]> {
  const times = contenders.map(() => new Array<number>());
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const start = performance.now();
      await run(contender);
      if (round > 0) times[index]?.push(performance.now() - start);
    }
  }
  return contenders.map(({ name }, index) => measured(name, times[index] ?? []));
}

/** Runs a Node program several times. @returns its peak memory, in MB (a million bytes). */
export async function peakMemory(contender: Contender, rounds: number, file: string): Promise<Measured> {
  const [node, ...rest] = contender.command;
  const watched: Contender = {
    ...contender,
    command: [node, '--require', PEAK_MEMORY, ...rest],
    environment: { ...contender.environment, BENCHMARK_PEAK_MEMORY: file },
  };
  const peaks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await run(watched);
    peaks.push((Number(readFileSync(file, 'utf8')) * 1024) / 1e6);
  }
  return measured(contender.name, peaks);
}

const PEAK_MEMORY = fileURLToPath(new URL('peak-memory.cjs', import.meta.url));

/** @throws Error on an unexpected exit code: a failed run is often a fast one. */
async function run({ name, command, environment, workingDirectory, exitCode = 0 }: Contender): Promise<void> {
  const [file, ...parameters] = command;
  const child = spawn(file, parameters, {
    cwd: workingDirectory,
    env: { PATH: process.env['PATH'] ?? '', HOME: workingDirectory, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (ended !== exitCode) throw new Error(`${name} ended with ${String(ended)}:\n${printed}`);
}

function measured(name: string, values: readonly number[]): Measured {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => {
    const index = share * (sorted.length - 1);
    const low = sorted[Math.floor(index)] ?? NaN;
    return low + (index % 1) * ((sorted[Math.ceil(index)] ?? NaN) - low);
  };
  return { name, median: at(0.5), quartiles: [at(0.25), at(0.75)], runs: sorted.length };
}
