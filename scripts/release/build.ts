import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listOf } from '../../src/json.ts';
import type { Repository } from './repository.ts';

/** What a build of the sources reports. */
export interface Build {
  /**
   * The folders of the packages in the bundle, such as `node_modules/a/node_modules/b`, sorted. The bundler lists them,
   * since an installation also has packages, and versions of packages, that are not in the bundle.
   */
  readonly folders: readonly string[];
  /** `licenses.txt`. */
  readonly licenses: string;
}

/**
 * Builds the sources into a temporary folder. `dist/` is not changed.
 * @throws Error when the build lists no packages.
 */
export function buildAside({ npm }: Pick<Repository, 'npm'>): Build {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    const [output, packages] = [join(folder, 'dist'), join(folder, 'packages.json')];
    npm('run', '--silent', 'build', '--', '--out', output, '--packages', packages);
    const listed: unknown = JSON.parse(readFileSync(packages, 'utf8'));
    const folders = listOf(listed).filter((path) => typeof path === 'string');
    if (folders.length === 0) throw new Error('The build lists no packages');
    return { folders, licenses: readFileSync(join(output, 'licenses.txt'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
