import { memberAt, memberOf } from '../../src/json.ts';
import { datedVersions, notesOf, withRelease } from './changelog.ts';

/** The texts of the files that contain the version. */
export interface VersionFiles {
  readonly 'package.json': string;
  readonly 'package-lock.json': string;
  readonly 'src/version.ts': string;
  readonly 'CHANGELOG.md': string;
}

/** The paths of `VersionFiles`. */
export const VERSION_FILES = ['package.json', 'package-lock.json', 'src/version.ts', 'CHANGELOG.md'] as const;

const VERSION = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/;
const VERSION_IN_CODE = /(?<=export const VERSION = ')[^']*(?=')/;

/** The version without the `v` of its tag. @throws Error unless it has the form `1.2.3` or `v1.2.3`. */
export function versionOf(text: string): string {
  const version = text.replace(/^v/, '');
  if (!VERSION.test(version)) throw new Error(`"${text}" is not a version such as 1.2.3`);
  return version;
}

/** Sets the version and the date (`YYYY-MM-DD`) of a release. @throws Error when there is nothing to release. */
export function withVersion(files: VersionFiles, version: string, date: string): VersionFiles {
  // In both JSON files, the first "version" is that of the package. The lock file repeats it for the root package.
  const inJson = (text: string, times: number): string => {
    let left = times;
    return text.replaceAll(/(?<=^ {2,6}"version": ")[^"]*(?=")/gm, (found) => (left-- > 0 ? version : found));
  };
  return {
    'package.json': inJson(files['package.json'], 1),
    'package-lock.json': inJson(files['package-lock.json'], 2),
    'src/version.ts': files['src/version.ts'].replace(VERSION_IN_CODE, version),
    'CHANGELOG.md': withRelease(files['CHANGELOG.md'], version, date),
  };
}

/** Every reason why these files cannot be released as this version; empty if they can. */
export function problemsOf(files: VersionFiles, version: string): readonly string[] {
  const lock: unknown = JSON.parse(files['package-lock.json']);
  const named: readonly (readonly [string, unknown])[] = [
    ['package.json', memberOf(JSON.parse(files['package.json']), 'version')],
    ['package-lock.json', memberOf(lock, 'version')],
    ['The root package of package-lock.json', memberAt(lock, 'packages', '', 'version')],
    ['src/version.ts', VERSION_IN_CODE.exec(files['src/version.ts'])?.[0]],
    ['The newest dated entry of CHANGELOG.md', datedVersions(files['CHANGELOG.md'])[0]],
  ];
  const others = named
    .filter(([, found]) => found !== version)
    .map(([where, found]) => `${where} names ${String(found)}, not ${version}.`);
  const notes = notesOf(files['CHANGELOG.md'], version);
  return notes === undefined ? [...others, `CHANGELOG.md has no entry for ${version}.`] : others;
}
