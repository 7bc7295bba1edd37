import { describe, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { checksumsOf, isRun, releaseText } from '../../scripts/release/assets.ts';
import { datedVersions, notesOf, withRelease } from '../../scripts/release/changelog.ts';
import { repositoryIn } from '../../scripts/release/repository.ts';
import { problemsOf, versionOf, VERSION_FILES, withVersion } from '../../scripts/release/versions.ts';
import { VERSION } from '../../src/version.ts';

const repository = repositoryIn(fileURLToPath(new URL('../..', import.meta.url)));
const [manifest, lock, code, changelog] = VERSION_FILES;
const files = {
  [manifest]: repository.read(manifest),
  [lock]: repository.read(lock),
  [code]: repository.read(code),
  [changelog]: repository.read(changelog),
};
const CHANGELOG = `# Changelog

Words.

## [Unreleased]

### Fixed

- A fault.

## [1.0.0] - 2026-01-31

### Added

- Everything.
`;

test('the files of the repository are consistent for a release of its version', () => {
  expect(problemsOf(files, VERSION)).toEqual([]);
});

describe('a release of another version', () => {
  const next = withVersion({ ...files, 'CHANGELOG.md': CHANGELOG }, '98.7.6', '2027-01-02');

  test('changes every file that contains the version', () => {
    expect(problemsOf(next, '98.7.6')).toEqual([]);
  });

  test('changes no version of a dependency', () => {
    for (const name of [manifest, lock, code])
      expect(next[name].replaceAll('98.7.6', VERSION)).toBe(files[name]);
  });

  test.each(VERSION_FILES)('is refused while %s has the old one', (name) => {
    const mixed = { ...next, [name]: name === changelog ? CHANGELOG : files[name] };
    expect(problemsOf(mixed, '98.7.6').join(' ')).toContain(name);
  });
});

describe('the changelog of a release', () => {
  test('moves what was unreleased under the version and date', () => {
    const released = withRelease(CHANGELOG, '1.0.1', '2026-02-01');
    expect(datedVersions(released)).toEqual(['1.0.1', '1.0.0']);
    expect(notesOf(released, '1.0.1')).toBe('### Fixed\n\n- A fault.');
    expect(notesOf(released, '1.0.0')).toBe('### Added\n\n- Everything.');
  });

  test('updates the date of a version that was prepared but not released', () => {
    const prepared = withRelease(CHANGELOG, '1.0.1', '2026-02-01');
    expect(withRelease(prepared, '1.0.1', '2026-02-03')).toBe(withRelease(CHANGELOG, '1.0.1', '2026-02-03'));
  });

  test.each([
    ['nothing is unreleased', CHANGELOG.replace('## [Unreleased]', '## Other'), '1.0.1'],
    ['the heading has nothing under it', '## [Unreleased]\n\n## [1.0.0] - 2026-01-31\n\nx\n', '1.0.1'],
    ['the version has changes under two headings', CHANGELOG, '1.0.0'],
  ])('is refused when %s', (_, text, version) => {
    expect(() => withRelease(text, version, '2026-02-01')).toThrow('CHANGELOG.md');
  });
});

test.each([
  ['1.2.3', '1.2.3'],
  ['v1.2.3', '1.2.3'],
])('%p is the version %s', (text, version) => {
  expect(versionOf(text)).toBe(version);
});

test.each(['', 'v', '1.2', '01.2.3', '1.2.3-rc.1', 'v1.2.3; rm'])('%p is not a version', (text) => {
  expect(() => versionOf(text)).toThrow('is not a version');
});

test('the digests cover every file that a workflow runs', () => {
  const run = repository.git('ls-files').split('\n').filter(isRun);
  expect(run).toEqual(
    expect.arrayContaining(['action.yml', 'dist/index.js', 'session/action.yml', 'session/open.js']),
  );
  expect(run.filter((path) => !/^(action\.yml|dist\/|session\/)/.test(path))).toEqual([]);
  expect(checksumsOf([{ path: 'a/b', content: Buffer.from('') }])).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a/b\n',
  );
});

test('the release notes say how to pin it, what is new, and how to verify it', () => {
  const text = releaseText({ owner: 'acme', name: 'thing' }, '1.2.3', 'a'.repeat(40), '- A fault.');
  expect(text).toContain(`uses: acme/thing@${'a'.repeat(40)} # v1.2.3`);
  expect(text).toContain('- A fault.');
  expect(text).toContain('gh attestation verify dist/index.js --repo acme/thing');
});
