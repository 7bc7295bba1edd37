import { failing, messageOf } from '../failure.ts';
import { writeWhole } from '../files.ts';
import type { Run } from '../run.ts';
import { ACTION } from '../version.ts';
import type { TimeIsUp } from './ending.ts';
import type { Log } from './log.ts';
import { clearOwnFile, type OwnFile } from './own-file.ts';
import type { Directories } from './sarif.ts';

/** The file of `sarif-file`. One of ours is recognised by its tool, with any JSON formatting. */
const SARIF_FILE: OwnFile = {
  input: 'sarif-file',
  what: 'SARIF file',
  isOurs: (beginning) =>
    new RegExp(
      `^\\s*\\{[^]*"runs"\\s*:\\s*\\[\\s*\\{\\s*"tool"\\s*:\\s*\\{\\s*"driver"\\s*:\\s*\\{\\s*"name"\\s*:\\s*"${ACTION}"`,
    ).test(beginning),
};

/**
 * Removes an earlier SARIF file of ours from the path that the user names.
 * @throws ActionFailure `InvalidInput` when another file is there, or the report has the same path.
 */
export async function clearSarifFile(
  run: Run,
  sarifFile: string | undefined,
  { workingDirectory }: Pick<Directories, 'workingDirectory'>,
): Promise<void> {
  if (sarifFile === undefined) return;
  const path = await clearOwnFile(sarifFile, SARIF_FILE, workingDirectory);
  if (path === run.reportPath) {
    throw failing('InvalidInput', '`report-file` and `sarif-file` name the same file.', {
      remedy: 'Name another file in one of the two.',
    });
  }
  run.sarifPath = path;
}

/**
 * Writes the SARIF file of a run, if the user wants one and the run accepted its results.
 * @returns whether the file is where the user wants it.
 */
export async function saveSarif(
  run: Run,
  directories: Directories,
  log: Log,
  timeIsUp: TimeIsUp = () => false,
): Promise<boolean> {
  const { sarifPath } = run;
  if (sarifPath === undefined || run.findings === undefined) return true;
  if (timeIsUp()) {
    log.annotate('warning', {
      sentence: 'SARIF was not written: the step was cancelled and had no time left.',
    });
    return false;
  }
  // Loaded on demand, because few runs write SARIF.
  const { sarifOf } = await import('./sarif.ts');
  const sarif = sarifOf(run, directories, (text) => log.redact(text));
  if (sarif === undefined) return true;
  try {
    await writeWhole(sarifPath, sarif);
    log.info(`Failed rules are in ${sarifPath}, as SARIF.`);
    return true;
  } catch (error) {
    const sentence = `SARIF could not be written to ${sarifPath}: ${messageOf(error)}`;
    log.annotate('error', { sentence });
    return false;
  }
}
