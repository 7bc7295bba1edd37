import { describe, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { buildAside } from '../../scripts/release/build.ts';
import { nameOfFolder, namesInLicenses } from '../../scripts/release/bundle.ts';
import { repositoryIn } from '../../scripts/release/repository.ts';
import { sbomOf } from '../../scripts/release/sbom.ts';
import { listOf, memberOf } from '../../src/json.ts';

const DIGEST = `sha512-${Buffer.alloc(64, 1).toString('base64')}`;

describe('the software bill of materials', () => {
  const lock = {
    packages: {
      'node_modules/a': { version: '1.0.0', integrity: DIGEST, license: '(MIT OR Apache-2.0)' },
      'node_modules/@scope/b/node_modules/a': { version: '2.0.0', integrity: DIGEST, license: 'ISC' },
      'node_modules/not-bundled': { version: '3.0.0', integrity: DIGEST, license: 'MIT' },
    },
  };
  const bundled = {
    home: { owner: 'acme', name: 'thing' },
    version: '1.2.3',
    folders: ['node_modules/@scope/b/node_modules/a', 'node_modules/a'],
    lock,
  };

  test('has exactly the packages of the bundle, in every version', () => {
    const components = listOf(memberOf(JSON.parse(sbomOf(bundled)), 'components'));
    expect(components).toEqual([
      {
        type: 'library',
        'bom-ref': 'pkg:npm/a@2.0.0',
        name: 'a',
        version: '2.0.0',
        hashes: [{ alg: 'SHA-512', content: '01'.repeat(64) }],
        licenses: [{ license: { id: 'ISC' } }],
        purl: 'pkg:npm/a@2.0.0',
      },
      expect.objectContaining({ version: '1.0.0', licenses: [{ expression: '(MIT OR Apache-2.0)' }] }),
    ]);
  });

  test('names the action and its version', () => {
    expect(memberOf(JSON.parse(sbomOf(bundled)), 'metadata')).toMatchObject({
      component: { name: 'thing', version: 'v1.2.3', purl: 'pkg:github/acme/thing@v1.2.3' },
    });
  });

  test('is refused for a package that is not in the lock file', () => {
    expect(() => sbomOf({ ...bundled, folders: ['node_modules/x'] })).toThrow('node_modules/x');
  });
});

test('a build has the same packages in the bundler’s list and in licenses.txt', () => {
  const repository = repositoryIn(fileURLToPath(new URL('../..', import.meta.url)));
  const { folders, licenses } = buildAside(repository);
  const lock: unknown = JSON.parse(repository.read('package-lock.json'));
  expect([...new Set(folders.map(nameOfFolder))].sort()).toEqual(namesInLicenses(licenses, lock));
  const sbom: unknown = JSON.parse(sbomOf({ home: repository.home(), version: '1.2.3', folders, lock }));
  expect(listOf(memberOf(sbom, 'components'))).toHaveLength(folders.length);
}, 300_000);
