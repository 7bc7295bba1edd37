// Fails if dist/ differs from a build of the sources. Workflows run the committed dist/.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const built = mkdtempSync(join(tmpdir(), 'dist-'));
try {
  execFileSync('npm', ['run', '--silent', 'build', '--', '--out', built], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const names = [...new Set([...readdirSync(built), ...readdirSync('dist')])].sort();
  const differing = names.filter((name) => read(built, name) !== read('dist', name));
  if (differing.length > 0) {
    console.error(
      `dist/ differs from a build of the sources (${differing.join(', ')}). Run "npm run build" and commit dist/.`,
    );
    process.exitCode = 1;
  } else {
    console.log('dist/ is up to date.');
  }
} finally {
  rmSync(built, { recursive: true });
}

function read(directory, name) {
  try {
    return readFileSync(join(directory, name), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
