import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, parse } from 'node:path';
import { isSystemError } from '../files.ts';

/** A directory that a glob has to look into cannot be listed. */
export class Unlistable extends Error {
  readonly directory: string;

  constructor(directory: string, thrown: Error) {
    super(thrown.message, { cause: thrown });
    this.directory = directory;
  }
}

/** Whether a text contains a character that makes it a glob: `*`, `?` or `[`. */
export function isGlob(text: string): boolean {
  return /[*?[]/.test(text);
}

/**
 * The paths that a glob matches: `*` and `?` within a name, `[a-z]` and `[!a-z]` for one character, `**` for any
 * directories. Names that begin with a dot match too, links are followed, and a backslash escapes the next character
 * (except on Windows, where it is a separator). A match may be a directory, or may have been deleted since.
 * @throws Unlistable when a directory that may hold matches cannot be listed.
 */
export async function findMatches(glob: string, workingDirectory: string): Promise<readonly string[]> {
  const { root } = parse(glob);
  const start = isAbsolute(glob) ? root : workingDirectory;
  const names = glob.slice(isAbsolute(glob) ? root.length : 0).split(SEPARATOR);
  const steps = names
    .filter((name) => name !== '')
    .map(stepOf)
    // `**/**` means the same as `**`, but would be walked many times.
    .filter((step, index, all) => step !== ANY_DIRECTORIES || all[index - 1] !== ANY_DIRECTORIES);
  const found = new Set<string>();
  for await (const path of walk(start, steps, [])) found.add(path);
  return [...found];
}

const SEPARATOR = process.platform === 'win32' ? /[\\/]/ : /\//;
const ANY_DIRECTORIES = Symbol('**');

/** A part of a glob between two separators: a literal name, a pattern for names, or `**`. */
type Step = string | readonly Token[] | typeof ANY_DIRECTORIES;

function stepOf(name: string): Step {
  if (name === '**') return ANY_DIRECTORIES;
  const tokens = tokensOf(name);
  const literal = tokens.map((token) => (typeof token === 'string' ? token : undefined));
  return literal.every((character) => character !== undefined) ? literal.join('') : tokens;
}

async function* walk(
  path: string,
  steps: readonly Step[],
  within: readonly string[],
): AsyncGenerator<string> {
  const [step, ...rest] = steps;
  if (step === undefined) {
    yield path;
  } else if (typeof step === 'string') {
    yield* walk(join(path, step), rest, within);
  } else if (step === ANY_DIRECTORIES) {
    yield* walkBelow(path, rest, within);
  } else {
    for (const name of await entriesOf(path))
      if (matches(step, name)) yield* walk(join(path, name), rest, within);
  }
}

/** Continues in a directory and in all directories below it. A link back to a directory on the way is not followed. */
async function* walkBelow(
  path: string,
  rest: readonly Step[],
  within: readonly string[],
): AsyncGenerator<string> {
  if (!(await isDirectory(path))) {
    if (rest.length === 0) yield path;
    return;
  }
  const real = await realpath(path);
  if (within.includes(real)) return;
  if (rest.length > 0) yield* walk(path, rest, within);
  for (const name of await entriesOf(path)) yield* walkBelow(join(path, name), rest, [...within, real]);
}

async function entriesOf(directory: string): Promise<readonly string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw new Unlistable(directory, error);
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

/** A part of a pattern: a literal character, any one character, any characters, or one of a set. */
type Token = string | { readonly kind: 'one' | 'any' } | CharacterSet;

interface CharacterSet {
  readonly kind: 'set';
  readonly isNegated: boolean;
  /** First and last character of each range. */
  readonly ranges: readonly (readonly [first: string, last: string])[];
}

function tokensOf(pattern: string): readonly Token[] {
  const characters = Array.from(pattern);
  const tokens: Token[] = [];
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    const next = characters[index + 1];
    const set = character === '[' ? characterSetAt(characters, index) : undefined;
    if (set !== undefined) {
      tokens.push(set.token);
      index = set.end;
    } else if (character === '\\' && next !== undefined) {
      tokens.push(next);
      index += 1;
    } else if (character === '*') {
      tokens.push({ kind: 'any' });
    } else {
      tokens.push(character === '?' ? { kind: 'one' } : character);
    }
  }
  return tokens;
}

/** The set that begins with the `[` at `start`; `undefined` if it is never closed, which makes the bracket literal. */
function characterSetAt(
  characters: readonly string[],
  start: number,
): { readonly token: CharacterSet; readonly end: number } | undefined {
  const isNegated = /^[!^]$/.test(characters[start + 1] ?? '');
  const first = start + (isNegated ? 2 : 1);
  // A closing bracket in first place belongs to the set.
  const end = characters.indexOf(']', first + 1);
  if (end < 0) return undefined;
  const ranges: [string, string][] = [];
  for (let index = first; index < end; index += 1) {
    const low = characters[index] ?? '';
    const isRange = characters[index + 1] === '-' && index + 2 < end;
    ranges.push([low, isRange ? (characters[index + 2] ?? low) : low]);
    if (isRange) index += 2;
  }
  return { token: { kind: 'set', isNegated, ranges }, end };
}

/** Whether a pattern matches a whole name. It backtracks to the last `*` only, so the time stays polynomial. */
function matches(pattern: readonly Token[], name: string): boolean {
  const characters = Array.from(name);
  let token = 0;
  let index = 0;
  let lastAny: { token: number; index: number } | undefined;
  while (index < characters.length) {
    const expected = pattern[token];
    if (isKind(expected, 'any')) {
      lastAny = { token, index };
      token += 1;
    } else if (expected !== undefined && matchesOne(expected, characters[index] ?? '')) {
      token += 1;
      index += 1;
    } else if (lastAny !== undefined) {
      lastAny.index += 1;
      token = lastAny.token + 1;
      index = lastAny.index;
    } else {
      return false;
    }
  }
  return pattern.slice(token).every((left) => isKind(left, 'any'));
}

function isKind(token: Token | undefined, kind: 'any'): boolean {
  return typeof token === 'object' && token.kind === kind;
}

function matchesOne(token: Token, character: string): boolean {
  const folded = foldCase(character);
  if (typeof token === 'string') return foldCase(token) === folded;
  if (token.kind !== 'set') return token.kind === 'one';
  const isIn = token.ranges.some(([first, last]) => foldCase(first) <= folded && folded <= foldCase(last));
  return isIn !== token.isNegated;
}

/** File names on Windows are case-insensitive. */
function foldCase(character: string): string {
  return process.platform === 'win32' ? character.toLowerCase() : character;
}
