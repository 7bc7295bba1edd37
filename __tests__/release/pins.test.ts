import { describe, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { datedVersions } from '../../scripts/release/changelog.ts';
import { isAccountName, ownersNamedIn, withOwner } from '../../scripts/release/owner.ts';
import {
  PLACEHOLDER,
  usesIn,
  withoutPassagesBeforeFirstRelease,
  withPins,
} from '../../scripts/release/pins.ts';
import { repositoryIn } from '../../scripts/release/repository.ts';

const repository = repositoryIn(fileURLToPath(new URL('../..', import.meta.url)));
const { owner, name } = repository.home();
const files = repository.textFiles().filter((path) => !path.startsWith('dist/'));
const uses = files
  .filter((path) => /\.(md|ya?ml)$/.test(path))
  .flatMap((path) => usesIn(repository.read(path)).map((use) => ({ ...use, path })));

describe('every `uses:` in workflows, examples and pages', () => {
  test('names a commit, with its version in a comment', () => {
    expect(uses.length).toBeGreaterThan(20);
    const unpinned = uses.filter(
      ({ commit, note }) =>
        !/^[0-9a-f]{40}$/.test(commit) || !(note === PLACEHOLDER.note || /^v\d+\.\d+\.\d+$/.test(note)),
    );
    expect(unpinned).toEqual([]);
  });

  test('names the same commit and version of an action everywhere', () => {
    const pins = new Map<string, Set<string>>();
    for (const { repository: action, commit, note } of uses)
      pins.set(action, (pins.get(action) ?? new Set()).add(`${commit} # ${note}`));
    expect([...pins].filter(([, named]) => named.size > 1)).toEqual([]);
  });

  test('names this action by the placeholder, or by a version that the changelog has with a date', () => {
    const own = uses.find((use) => use.repository === `${owner}/${name}`);
    if (own?.commit === PLACEHOLDER.commit) expect(own.note).toBe(PLACEHOLDER.note);
    else
      expect(datedVersions(repository.read('CHANGELOG.md')).map((version) => `v${version}`)).toContain(
        own?.note,
      );
  });
});

const COMMIT = 'a'.repeat(40);
const pins = new Map([['acme/thing', { commit: COMMIT, note: 'v1.2.3' }]]);

test.each([
  ['uses: acme/thing@v1', `uses: acme/thing@${COMMIT} # v1.2.3`],
  ['      - uses: acme/thing/session@v1 # old', `      - uses: acme/thing/session@${COMMIT} # v1.2.3`],
  ['  uses: acme/thing@main', `  uses: acme/thing@${COMMIT} # v1.2.3`],
  ['      - uses: acme/other@v1', '      - uses: acme/other@v1'],
  ['      - uses: ./', '      - uses: ./'],
  ['See `acme/thing@v1`.', 'See `acme/thing@v1`.'],
])('the pin of an action is set in %p', (line, pinned) => {
  expect(withPins(`before\n${line}\nafter\n`, pins)).toBe(`before\n${pinned}\nafter\n`);
  expect(withPins(withPins(line, pins), pins)).toBe(pinned);
});

test('passages for the time before the first release are removed with it', () => {
  const page = 'a\n\n<!-- before the first release -->\nb\n<!-- /before the first release -->\n\nc\n';
  expect(withoutPassagesBeforeFirstRelease(page)).toBe('a\n\nc\n');
});

describe('the owner of the repository', () => {
  test('is the same everywhere', () => {
    const others = files.flatMap((path) =>
      ownersNamedIn(repository.read(path), name)
        .filter((named) => named !== owner)
        .map((named) => `${path}: ${named}`),
    );
    expect(others).toEqual([]);
  });

  test('is replaced everywhere', () => {
    const left = files.filter((path) => withOwner(repository.read(path), owner, 'acme').includes(owner));
    expect(left).toEqual([]);
  });

  test.each([
    ['old-org/x old-org', 'acme/x acme'],
    ['@old-org/maintainers', '@acme/maintainers'],
    ['old-organisation not-old-org', 'old-organisation not-old-org'],
  ])('is replaced in %p as a whole word', (text, replaced) => {
    expect(withOwner(text, 'old-org', 'acme')).toBe(replaced);
  });

  test.each([
    ['acme', true],
    ['Acme-2', true],
    ['-acme', false],
    ['acme/thing', false],
    ['a--b', false],
    ['', false],
    ['a'.repeat(40), false],
  ])('%p can be its name: %p', (account, can) => {
    expect(isAccountName(account)).toBe(can);
  });
});
