import { resolve } from 'node:path';
import { failing } from '../failure.ts';
import { kindOfFile, realPathOf } from '../files.ts';
import type { ResultsFile } from '../results/reading/results-file.ts';
import type { Results } from '../results/results.ts';
import type { Run } from '../run.ts';

/**
 * Checks the path that the user names for undelivered messages. They must not replace the results that they come from,
 * nor a file of another step. Only an undelivered file that this step has read may be replaced, by what is left of it.
 * @throws ActionFailure `InvalidInput` when the path is a results file, a directory, a device, a FIFO or a socket.
 */
export async function placeForUndelivered(
  undeliveredFile: string | undefined,
  files: readonly ResultsFile[],
  results: { readonly files: readonly Pick<Results['files'][number], 'isUndeliveredFile'>[] },
  workingDirectory: string,
): Promise<Run['undeliveredPlace']> {
  if (undeliveredFile === undefined) return undefined;
  const named = resolve(workingDirectory, undeliveredFile);
  const kind = await kindOfFile(named);
  if (kind === 'directory' || kind === 'other') {
    throw failing('InvalidInput', '`undelivered-file` is not a regular file.', { remedy: REMEDY });
  }
  const path = await realPathOf(named);
  const index = files.findIndex((file) => file.path === path);
  if (index < 0) return { path: named, replace: false };
  if (results.files[index]?.isUndeliveredFile === true) return { path, replace: true };
  throw failing('InvalidInput', '`undelivered-file` would overwrite one of the results files.', {
    remedy: REMEDY,
  });
}

/** @throws ActionFailure `InvalidInput` when undelivered messages would go to the report file or the SARIF file. */
export async function refuseSharedPath(
  undelivered: Run['undeliveredPlace'],
  { reportPath, sarifPath }: Pick<Run, 'reportPath' | 'sarifPath'>,
): Promise<void> {
  if (undelivered === undefined) return;
  const path = await realPathOf(undelivered.path);
  const other = path === reportPath ? 'report-file' : path === sarifPath ? 'sarif-file' : undefined;
  if (other === undefined) return;
  throw failing('InvalidInput', `\`undelivered-file\` and \`${other}\` name the same file.`, {
    remedy: 'Name another file in one of the two.',
  });
}

const REMEDY = 'Name another file, or leave `undelivered-file` out: the action then chooses a new name.';
