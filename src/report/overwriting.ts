import { resolve } from 'node:path';
import { failing } from '../failure.ts';
import { realPathOf } from '../files.ts';
import type { ResultsFile } from '../results/reading/results-file.ts';
import type { Results } from '../results/results.ts';

/**
 * Undelivered messages must not replace the results that they come from, which may say more. Only an undelivered file
 * may be replaced by what is left of it.
 * @throws ActionFailure `InvalidInput` when `undelivered-file` is one of the results files.
 */
export async function refuseOverwriting(
  undeliveredFile: string | undefined,
  files: readonly ResultsFile[],
  results: Results,
  workingDirectory: string,
): Promise<void> {
  if (undeliveredFile === undefined) return;
  const path = await realPathOf(resolve(workingDirectory, undeliveredFile));
  const index = files.findIndex((file) => file.path === path);
  if (index < 0 || results.files[index]?.isUndeliveredFile === true) return;
  throw failing('InvalidInput', '`undelivered-file` would overwrite one of the results files.', {
    remedy: 'Name another file, or leave `undelivered-file` out: the action then chooses a new name.',
  });
}
