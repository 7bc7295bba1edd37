import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Repository } from './repository.ts';

/** What a build of the sources reports. */
export interface Build {
  /** The bundler's statistics (webpack's `stats.toJson()`). */
  readonly statistics: unknown;
  /** `licenses.txt`. */
  readonly licenses: string;
}

/** Builds the sources into a temporary folder. `dist/` stays as it is. */
export function buildAside({ npm }: Pick<Repository, 'npm'>): Build {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    const [output, statistics] = [join(folder, 'dist'), join(folder, 'statistics.json')];
    npm('run', '--silent', 'build', '--', '-o', output, '--stats-out', statistics);
    return {
      statistics: JSON.parse(readFileSync(statistics, 'utf8')),
      licenses: readFileSync(join(output, 'licenses.txt'), 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
