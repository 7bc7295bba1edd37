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
  /** Every tracked text file, relative to the repository's root, with `/`. */
  readonly textFiles: () => readonly string[];
  /** Runs git, and returns its output without the last line end. @throws Error when git fails, after printing why. */
  readonly git: (...args: string[]) => string;
  /** Runs npm and shows its output. @throws Error when it fails. */
  readonly npm: (...args: string[]) => void;
  readonly home: () => Home;
}

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
    // -I skips binary files. The empty pattern matches every line.
    textFiles: () => git('grep', '-I', '--name-only', '--cached', '-e', '').split('\n'),
    npm: (...args) => {
      // On Windows npm is a script, which only a shell can start.
      execFileSync('npm', args, { cwd: directory, stdio: 'inherit', shell: process.platform === 'win32' });
    },
    home: () => homeOf(memberOf(JSON.parse(read('package.json')), 'repository')),
  };
}
