import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memberOf } from '../../src/json.ts';
import { homeOf, type Home } from './owner.ts';

/** A clone of the repository that the release scripts work on. */
export interface Repository {
  readonly directory: string;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** Every file that git tracks and that holds text, from the repository's root, with `/`. */
  readonly textFiles: () => readonly string[];
  /** What git prints, without the last line end. @throws Error when git fails; it has said why. */
  readonly git: (...args: string[]) => string;
  /** Runs an npm script and shows what it prints. @throws Error when it fails. */
  readonly npm: (...args: string[]) => void;
  readonly home: () => Home;
}

/** The clone in this directory. */
export function repositoryIn(directory: string): Repository {
  const read = (path: string): string => readFileSync(join(directory, path), 'utf8');
  const git = (...args: string[]): string =>
    execFileSync('git', args, {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 2 ** 28,
    }).trimEnd();
  return {
    directory,
    read,
    git,
    write: (path, text) => {
      writeFileSync(join(directory, path), text);
    },
    // -I passes over binary files; an empty pattern is in every line.
    textFiles: () => git('grep', '-I', '--name-only', '--cached', '-e', '').split('\n'),
    npm: (...args) => {
      // On Windows npm is a script, which takes a shell to start.
      execFileSync('npm', args, { cwd: directory, stdio: 'inherit', shell: process.platform === 'win32' });
    },
    home: () => homeOf(memberOf(JSON.parse(read('package.json')), 'repository')),
  };
}
