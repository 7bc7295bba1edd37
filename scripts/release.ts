import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checksumsOf, isRun, releaseText } from './release/assets.ts';
import { buildAside } from './release/build.ts';
import { notesOf } from './release/changelog.ts';
import { isAccountName, withOwner } from './release/owner.ts';
import { usesIn, withoutPassagesBeforeFirstRelease, withPins, type Pin } from './release/pins.ts';
import { repositoryIn, type Repository } from './release/repository.ts';
import { sbomOf } from './release/sbom.ts';
import { problemsOf, versionOf, VERSION_FILES, withVersion, type VersionFiles } from './release/versions.ts';

// The steps of a release. CONTRIBUTING.md lists them in order; `rehearse` runs them all in a scratch clone.

const USAGE = `npm run release -- prepare 1.2.3           commits a release: versions, changelog, dist
npm run release -- check v1.2.3            fails unless the files agree on this version
npm run release -- assets v1.2.3 FOLDER    writes SHA256SUMS, sbom.cdx.json and notes.md
npm run release -- pin [v1.2.3]            commits the pin of a published release in README, docs and examples; without
                                           a version, updates their pins to those of the workflows
npm run release -- owner NAME              replaces the owner of the repository everywhere
npm run release -- rehearse 1.2.3          runs all of this in a scratch clone, without publishing`;

function say(...lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

/** Keeps uncommitted changes out of the commits of these commands. */
function requireNoChanges({ git }: Repository): void {
  if (git('status', '--porcelain') !== '')
    throw new Error('There are uncommitted changes. Commit or stash them first.');
}

function versionFiles({ read }: Repository): VersionFiles {
  const [manifest, lock, code, changelog] = VERSION_FILES;
  return {
    [manifest]: read(manifest),
    [lock]: read(lock),
    [code]: read(code),
    [changelog]: read(changelog),
  };
}

function prepare(repository: Repository, version: string): void {
  requireNoChanges(repository);
  if (repository.git('tag', '--list', `v${version}`) !== '')
    throw new Error(`The tag v${version} already exists.`);
  const today = new Date().toISOString().slice(0, 10);
  const files = withVersion(versionFiles(repository), version, today);
  for (const path of VERSION_FILES) repository.write(path, files[path]);
  repository.npm('run', '--silent', 'build');
  check(repository, version);
  repository.git('add', '--all', 'dist', ...VERSION_FILES);
  repository.git('commit', '--quiet', '--message', `Release ${version}`);
  say(`Committed "Release ${version}". Merge it into main with a pull request, then tag main:`);
  say(`  git tag --sign v${version} --message v${version} && git push origin v${version}`);
}

function check(repository: Repository, version: string): void {
  const problems = problemsOf(versionFiles(repository), version);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  say(`package.json, package-lock.json, src/version.ts and CHANGELOG.md agree on ${version}.`);
}

function assets(repository: Repository, version: string, folder: string): void {
  check(repository, version);
  const paths = repository.git('ls-files').split('\n').filter(isRun);
  const files = paths.map((path) => ({ path, content: readFileSync(join(repository.directory, path)) }));
  const notes = notesOf(repository.read('CHANGELOG.md'), version) ?? '';
  const commit = repository.git('rev-parse', 'HEAD');
  const { folders } = buildAside(repository);
  const lock: unknown = JSON.parse(repository.read('package-lock.json'));

  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text);
    say(`Wrote ${join(folder, name)}.`);
  };
  write('SHA256SUMS', checksumsOf(files));
  write('sbom.cdx.json', sbomOf({ home: repository.home(), version, folders, lock }));
  write('notes.md', releaseText(repository.home(), version, commit, notes));
}

/** The files from which people copy `uses:`. */
function pages({ textFiles }: Repository): readonly string[] {
  return textFiles().filter((path) => /\.md$|^examples\/workflows\//.test(path));
}

function pin(repository: Repository, version: string | undefined): void {
  requireNoChanges(repository);
  const { owner, name } = repository.home();
  const workflows = repository.textFiles().filter((path) => /^(?:\.github|examples)\/workflows\//.test(path));
  const pins = new Map<string, Pin>(
    workflows.flatMap((path) => usesIn(repository.read(path)).map((use) => [use.repository, use] as const)),
  );
  if (version !== undefined) {
    const commit = repository.git('rev-parse', `v${version}^{commit}`);
    pins.set(`${owner}/${name}`, { commit, note: `v${version}` });
  }
  for (const path of pages(repository)) {
    const pinned = withPins(repository.read(path), pins);
    repository.write(path, version === undefined ? pinned : withoutPassagesBeforeFirstRelease(pinned));
  }
  if (repository.git('status', '--porcelain') === '') {
    say('All pages already have these pins.');
    return;
  }
  const subject =
    version === undefined ? 'Name the commits that the workflows name' : `Name release ${version}`;
  repository.git('commit', '--quiet', '--all', '--message', `${subject} in README, docs and examples`);
  say(`Committed "${subject} in README, docs and examples".`);
}

function moveToOwner(repository: Repository, owner: string): void {
  requireNoChanges(repository);
  if (!isAccountName(owner)) throw new Error(`"${owner}" is not a valid account name.`);
  const { owner: before } = repository.home();
  for (const path of repository.textFiles().filter((path) => !path.startsWith('dist/')))
    repository.write(path, withOwner(repository.read(path), before, owner));
  repository.npm('run', '--silent', 'build');
  say(
    `Replaced ${before} with ${owner} in every file, and rebuilt dist. Review the changes with "git diff".`,
  );
}

function rehearse(repository: Repository, version: string): void {
  requireNoChanges(repository);
  const scratch = mkdtempSync(join(tmpdir(), 'release-'));
  repository.git('clone', '--quiet', '--no-hardlinks', repository.directory, scratch);
  const modules = join(repository.directory, 'node_modules');
  if (!existsSync(modules)) throw new Error('Run "npm ci" first.');
  symlinkSync(modules, join(scratch, 'node_modules'), 'junction');
  // .gitignore excludes only a folder of this name, and for git a link is not a folder.
  writeFileSync(join(scratch, '.git', 'info', 'exclude'), 'node_modules\n');
  const clone = repositoryIn(scratch);
  for (const setting of ['user.name', 'user.email'])
    clone.git(
      'config',
      setting,
      repository.git('log', '-1', `--format=%${setting === 'user.name' ? 'cn' : 'ce'}`),
    );

  say(`━━ prepare ${version}`);
  prepare(clone, version);
  say(`━━ tag v${version}`);
  clone.git('tag', '--annotate', `v${version}`, '--message', `v${version}`);
  say('━━ release workflow');
  clone.npm('run', '--silent', 'dist-is-fresh');
  const folder = join(scratch, 'build', 'release');
  assets(clone, version, folder);
  say(
    `It would create a draft release with the files, wait for approval in the environment "release", and attest these digests:`,
  );
  say(readFileSync(join(folder, 'SHA256SUMS'), 'utf8'));
  say(`━━ pin v${version}, after publication`);
  pin(clone, version);
  say(
    '',
    clone.git('log', '--oneline', '--stat', '-2'),
    '',
    `The rehearsal is in ${scratch}; nothing was published.`,
  );
}

function run(command: string | undefined, [subject, folder, ...rest]: readonly string[]): void {
  const repository = repositoryIn(fileURLToPath(new URL('..', import.meta.url)));
  const required = (what: string | undefined): string => {
    if (what === undefined || rest.length > 0) throw new Error(USAGE);
    return what;
  };
  switch (command) {
    case 'prepare':
      prepare(repository, versionOf(required(subject)));
      return;
    case 'check':
      check(repository, versionOf(required(subject)));
      return;
    case 'assets':
      assets(repository, versionOf(required(subject)), resolve(required(folder)));
      return;
    case 'pin':
      pin(repository, subject === undefined ? undefined : versionOf(subject));
      return;
    case 'owner':
      moveToOwner(repository, required(subject));
      return;
    case 'rehearse':
      rehearse(repository, versionOf(required(subject)));
      return;
    default:
      throw new Error(USAGE);
  }
}

try {
  run(process.argv[2], process.argv.slice(3));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
