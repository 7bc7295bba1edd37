import { spawn } from 'node:child_process';
import {
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** The most milliseconds for a run of tests, since a change may make a loop endless. */
const LIMIT = 900_000;

/** A copy of the repository with its packages, whose place matters to the build, and with switchable sources. */
export class Copy {
  readonly #directory: string;
  /** The number of the active change. */
  readonly #active: string;
  /** The file with the numbers of the changes whose code ran since it was last emptied, one per line. */
  readonly #reached: string;

  constructor(repository: string, sources: ReadonlyMap<string, string>) {
    this.#directory = realpathSync(mkdtempSync(join(tmpdir(), 'mutation-')));
    const build = join(repository, 'build');
    cpSync(repository, this.#directory, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (path) => path !== build,
    });
    mkdirSync(join(this.#directory, 'build'));
    this.#active = join(this.#directory, 'build', 'active');
    this.#reached = join(this.#directory, 'build', 'reached');
    writeFileSync(this.#active, '');
    const prelude = preludeOf(this.#active, this.#reached);
    for (const [path, text] of sources) writeFileSync(join(this.#directory, path), prelude + text);
  }

  remove(): void {
    rmSync(this.#directory, { recursive: true });
  }

  /** Builds `dist/`. @throws Error when the build fails. */
  async build(): Promise<void> {
    const { status, errorOutput } = await this.#run('scripts/build.mjs');
    if (status !== 0) throw new Error(`The build with the changes in it fails:\n${errorOutput}`);
  }

  /** Every test file. */
  tests(): Promise<readonly string[]> {
    return this.#listed();
  }

  /** The test files that run `dist/`. */
  testsOfDist(): Promise<readonly string[]> {
    return this.#listed('--roots', '.', '--findRelatedTests', 'local-runner/step.ts');
  }

  /** The numbers of the changes whose code a test file reaches. @throws Error when a test fails, as none is active. */
  async reachedBy(test: string): Promise<ReadonlySet<string>> {
    writeFileSync(this.#reached, '');
    const failure = await this.failureOf([test], '');
    if (failure !== undefined) throw new Error(`Without a change, this fails: ${failure}`);
    return new Set(
      readFileSync(this.#reached, 'utf8')
        .split('\n')
        .filter((number) => number !== ''),
    );
  }

  /** The first test of these files that fails with a change; undefined if none does. */
  async failureOf(tests: readonly string[], change: string): Promise<string | undefined> {
    if (tests.length === 0) return undefined;
    writeFileSync(this.#active, change);
    const run = (): Promise<ProcessResult> =>
      this.#jest('--bail', '--runInBand', '--runTestsByPath', ...tests);
    const first = await run();
    // Node itself rarely fails to end: https://github.com/nodejs/node/issues/54918.
    const result = first.status === null ? await run() : first;
    if (result.status === 0) return undefined;
    if (result.status === null) return 'a test that does not end';
    const [, file = 'jest', test = 'which does not run'] =
      /^FAIL (\S+)[^●]*● (.*)$/m.exec(result.errorOutput) ?? [];
    return `${file}: ${test}`;
  }

  async #listed(...args: readonly string[]): Promise<readonly string[]> {
    const { output } = await this.#jest('--listTests', ...args);
    return output
      .split('\n')
      .filter((line) => line.endsWith('.test.ts'))
      .map((path) => relative(this.#directory, path).replaceAll('\\', '/'))
      .sort();
  }

  #jest(...args: readonly string[]): Promise<ProcessResult> {
    return this.#run('--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...args);
  }

  /**
   * Runs a script on this Node until it ends. After the time limit, it is killed with every process that it started.
   */
  #run(...args: readonly string[]): Promise<ProcessResult> {
    const child = spawn(process.execPath, args, {
      cwd: this.#directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let [output, errorOutput] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (output += piece));
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (errorOutput += piece));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      }, LIMIT);
      child.on('error', reject);
      child.on('close', (status) => {
        clearTimeout(timer);
        resolve({ status, output, errorOutput });
      });
    });
  }
}

interface ProcessResult {
  /** Null if it was killed. */
  readonly status: number | null;
  readonly output: string;
  /** What it wrote to standard error, where jest reports. */
  readonly errorOutput: string;
}

/**
 * The beginning of each changed source. It sets the variables of Stryker's switches: `activeMutant`, `mutantCoverage`.
 */
function preludeOf(active: string, reached: string): string {
  return `globalThis.__stryker__ ??= (({ readFileSync, appendFileSync }) => ({
  activeMutant: readFileSync(${JSON.stringify(active)}, 'utf8'),
  mutantCoverage: { static: new Proxy({}, { set(seen, number) {
    if (!(number in seen)) appendFileSync(${JSON.stringify(reached)}, number + '\\n');
    return Reflect.set(seen, number, 1);
  } }) },
}))(process.getBuiltinModule('node:fs'));
`;
}
