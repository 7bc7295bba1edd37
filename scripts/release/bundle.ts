import { isRecord, listOf, memberOf } from '../../src/json.ts';

/**
 * The folders of the packages in a bundle, such as `node_modules/a/node_modules/b`, sorted. They come from the bundler's
 * statistics (webpack's `stats.toJson()`), since an installation also has packages, and versions of packages, that are
 * not in the bundle.
 * @throws Error when the statistics name no module of a package: they cannot be those of this bundle.
 */
export function foldersInBundle(statistics: unknown): readonly string[] {
  const folders = [...new Set(modulesIn(statistics).flatMap(folderOf))].sort();
  if (folders.length === 0) throw new Error('The statistics of the bundler name no module of a package');
  return folders;
}

/** Every module, including those that the bundler has joined into one. */
function modulesIn(holder: unknown): readonly unknown[] {
  return listOf(memberOf(holder, 'modules')).flatMap((module) => [module, ...modulesIn(module)]);
}

function folderOf(module: unknown): readonly string[] {
  const file = memberOf(module, 'nameForCondition');
  const path = typeof file === 'string' ? file.replaceAll('\\', '/') : '';
  // The innermost package of the outermost node_modules: packages can have packages of their own.
  const [folder] = /(?<=\/)node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
  return folder === undefined ? [] : [folder];
}

/** The name of the package in a folder. */
export function nameOfFolder(folder: string): string {
  return folder.split('node_modules/').at(-1) ?? folder;
}

/** The packages in `licenses.txt`, which has a block for each: its name, its license, the text of the license. */
export function namesInLicenses(licenses: string, lock: unknown): readonly string[] {
  const packages = memberOf(lock, 'packages');
  if (!isRecord(packages)) throw new Error('package-lock.json has no packages');
  const known = new Set(
    Object.keys(packages)
      .filter((folder) => folder !== '')
      .map(nameOfFolder),
  );
  const lines = licenses.split('\n');
  const starts = lines.filter((line, index) => known.has(line) && (lines[index - 1] ?? '') === '');
  return [...new Set(starts)].sort();
}
