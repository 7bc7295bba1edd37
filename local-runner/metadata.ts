import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/** When a file of an action runs: `pre` before the job's steps, `post` after them. */
export type Phase = 'pre' | 'main' | 'post';

/** What the runner reads from an `action.yml`. */
export interface ActionMetadata {
  /** The file that runs in the phase. */
  readonly entry: string;
  /** The default of every input; empty if `action.yml` states none. */
  readonly defaults: Readonly<Record<string, string>>;
}

/**
 * Reads `action.yml` in a directory of this repository.
 * @throws Error if it names no file for the phase.
 */
export function readMetadata(directory: string, phase: Phase): ActionMetadata {
  const document: unknown = parse(readFileSync(join(REPOSITORY, directory, 'action.yml'), 'utf8'));
  const entry = memberOf(memberOf(document, 'runs'), phase);
  if (typeof entry !== 'string') throw new Error(`action.yml has no file for ${phase}`);
  const inputs = memberOf(document, 'inputs');
  const defaults = Object.keys(typeof inputs === 'object' && inputs !== null ? inputs : {}).map((name) => {
    const value = memberOf(memberOf(inputs, name), 'default');
    return [name, typeof value === 'string' ? value : ''] as const;
  });
  return { entry: join(REPOSITORY, directory, entry), defaults: Object.fromEntries(defaults) };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
