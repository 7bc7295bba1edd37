import { Instrumenter } from '@stryker-mutator/instrumenter';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memberOf } from '../../src/json.ts';

/** A change of one piece of a source file. */
export interface Change {
  /** Relative to the repository, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The line where the piece begins. */
  readonly context: string;
  /** Where the piece begins in the file, in UTF-16 units. */
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** Sources with many changes at once. Each is off unless its number is the active one. */
interface Switchable {
  /** By file. */
  readonly sources: ReadonlyMap<string, string>;
  readonly numberOf: (change: Change) => string;
}

/** Every change that Stryker can make in sources whose path begins with one of these. */
export async function changesUnder(
  repository: string,
  beginnings: readonly string[],
): Promise<readonly Change[]> {
  const files = globSync('src/**/*.ts', { cwd: repository })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => beginnings.some((beginning) => path.startsWith(beginning)))
    .sort();
  const { mutants } = await instrumented(repository, new Map(files.map((file) => [file, true])));
  return mutants.map(({ change }) => change);
}

/** The sources with all these changes in them. */
export async function switchable(repository: string, changes: readonly Change[]): Promise<Switchable> {
  const pieces = new Map<string, Range[]>();
  for (const change of changes) {
    const text = readFileSync(join(repository, change.file), 'utf8');
    const range = {
      start: placeAt(text, change.offset),
      end: placeAt(text, change.offset + change.before.length),
    };
    pieces.set(change.file, [...(pieces.get(change.file) ?? []), range]);
  }
  const { sources, mutants } = await instrumented(repository, pieces);
  return {
    sources,
    numberOf: (change) => {
      const mutant = mutants.find((one) => one.change.offset === change.offset && isSame(one.change, change));
      if (mutant === undefined) throw new Error(`${change.file}:${change.line} has lost a change`);
      return mutant.number;
    },
  };
}

/** The source with the change in it. */
export function changed(text: string, { offset, before, after }: Change): string {
  return text.slice(0, offset) + after + text.slice(offset + before.length);
}

/** Whether a change of an earlier run is this one, even if its line has moved. */
export function isSame(change: Change, other: unknown): boolean {
  return (['file', 'context', 'before', 'after'] as const).every(
    (name) => change[name] === memberOf(other, name),
  );
}

/**
 * One change for each line that has any, in a random order from the seed, so that files are sampled in proportion to
 * their lines.
 */
export function drawnBy(seed: number, changes: readonly Change[]): readonly Change[] {
  const random = randomNumbers(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const byLine = new Map<string, Change[]>();
  for (const change of changes) {
    const line = `${change.file}:${change.line}`;
    byLine.set(line, [...(byLine.get(line) ?? []), change]);
  }
  const lines = [...byLine.values()];
  const order: Change[] = [];
  while (lines.length > 0) {
    const [line = []] = lines.splice(below(lines.length), 1);
    order.push(...line.splice(below(line.length), 1));
  }
  return order;
}

/** A place as Stryker counts it: both members from 0. */
interface Place {
  readonly line: number;
  readonly column: number;
}

interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** Lets Stryker change whole files (`true`) or pieces of them. */
async function instrumented(
  repository: string,
  pieces: ReadonlyMap<string, true | readonly Range[]>,
): Promise<{
  readonly sources: ReadonlyMap<string, string>;
  readonly mutants: readonly { readonly number: string; readonly change: Change }[];
}> {
  const files = [...pieces].map(([name, ranges]) => ({
    name,
    content: readFileSync(join(repository, name), 'utf8'),
    mutate: ranges === true ? true : [...ranges],
  }));
  const originals = new Map(files.map(({ name, content }) => [name, content]));
  const result = await new Instrumenter(SILENT).instrument(files, {
    ignorers: [],
    excludedMutations: [],
    plugins: null,
  });
  return {
    sources: new Map(result.files.map(({ name, content }) => [name, content])),
    mutants: result.mutants.map(({ id, fileName, location: { start, end }, replacement }) => {
      const text = originals.get(fileName) ?? '';
      const [from, to] = [offsetOf(text, start), offsetOf(text, end)];
      return {
        number: id,
        change: {
          file: fileName,
          line: start.line + 1,
          context: text
            .slice(from - start.column)
            .split('\n', 1)
            .join()
            .trim(),
          offset: from,
          before: text.slice(from, to),
          after: replacement,
        },
      };
    }),
  };
}

function offsetOf(text: string, { line, column }: Place): number {
  let start = 0;
  for (let passed = 0; passed < line; passed++) start = text.indexOf('\n', start) + 1;
  return start + column;
}

function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, column: lines.at(-1)?.length ?? 0 };
}

/** Random numbers from 0 to below 1: mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

const nothing = (): undefined => undefined;
const no = (): boolean => false;
const SILENT = {
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};
