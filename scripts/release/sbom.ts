import { memberOf, withoutUndefined } from '../../src/json.ts';
import { nameOfFolder } from './bundle.ts';
import type { Home } from './owner.ts';

/** The input of a software bill of materials. */
export interface Bundled {
  readonly home: Home;
  readonly version: string;
  /** The folders of the bundle's packages. */
  readonly folders: readonly string[];
  /** `package-lock.json`. */
  readonly lock: unknown;
}

/**
 * The software bill of materials of `dist/` as CycloneDX 1.6: each package in the bundle with its version, license and
 * digest from the lock file. It has no time and no serial number, so that the same bundle gives the same bytes.
 * @throws Error when a package is not in the lock file.
 */
export function sbomOf({ home, version, folders, lock }: Bundled): string {
  const { owner, name } = home;
  const action = `pkg:github/${owner}/${name}@v${version}`;
  const components = folders.map((folder) =>
    componentOf(folder, memberOf(memberOf(lock, 'packages'), folder)),
  );
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': action,
        name,
        version: `v${version}`,
        licenses: licensesOf('MIT'),
        purl: action,
      },
    },
    components,
    // Complete, but without the dependencies between packages, which the bundler does not report.
    compositions: [{ aggregate: 'complete', assemblies: [action] }],
  };
  return `${JSON.stringify(sbom, null, 2)}\n`;
}

function componentOf(folder: string, locked: unknown): Readonly<Record<string, unknown>> {
  const version = memberOf(locked, 'version');
  const integrity = memberOf(locked, 'integrity');
  if (typeof version !== 'string' || typeof integrity !== 'string')
    throw new Error(`package-lock.json has no version and digest for ${folder}`);
  const name = nameOfFolder(folder);
  const [unscoped = '', group] = name.split('/').reverse();
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    ...withoutUndefined({ group }),
    name: unscoped,
    version,
    hashes: [digestOf(integrity)],
    licenses: licensesOf(memberOf(locked, 'license')),
    purl,
  };
}

/** Converts a digest from npm's form (`sha512-` and base64) to that of CycloneDX (hexadecimal). */
function digestOf(integrity: string): { readonly alg: string; readonly content: string } {
  const [, digest] = /^sha512-([A-Za-z0-9+/]+=*)$/.exec(integrity) ?? [];
  if (digest === undefined) throw new Error(`Not an SHA-512 digest of npm: ${integrity}`);
  return { alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') };
}

/** An SPDX identifier, or an expression such as `(MIT OR Apache-2.0)`. */
function licensesOf(license: unknown): readonly unknown[] {
  if (typeof license !== 'string') return [];
  return /^[\w.+-]+$/.test(license) ? [{ license: { id: license } }] : [{ expression: license }];
}
