import { isRecord, memberOf } from '../../src/json.ts';

/** The name of the package in a folder. */
export function nameOfFolder(folder: string): string {
  return folder.split('node_modules/').at(-1) ?? folder;
}

/** The packages in `licenses.txt`, which has a block for each: its name, its license and the license text. */
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
