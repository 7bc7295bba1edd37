import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { messageOf } from '../failure.ts';
import { kindOfFile, writeWhole } from '../files.ts';
import type { Run } from '../run.ts';
import type { Log } from './log.ts';
import { clearOwnFile, type OwnFile } from './own-file.ts';
import type { OwnDirectories } from './saving.ts';
import { REPORT_FORMAT, reportText, runReportOf, type Circumstances } from './run-report.ts';

/** The file that `report-file` names; a report is recognised by its first member, however its JSON is laid out. */
export const REPORT_FILE: OwnFile = {
  input: 'report-file',
  what: 'report',
  isOurs: (beginning) => /^\s*\{\s*"format"\s*:\s*"([^"]*)"/.exec(beginning)?.[1] === REPORT_FORMAT,
};

/** The paths of two inputs, as given. */
interface ReportInputs {
  readonly reportFile: string | undefined;
  readonly baselineFile: string | undefined;
}

/**
 * Clears the way for the report, if the user names a path for it. An earlier report there may be the baseline, too: it
 * is put by for the comparison.
 * @throws ActionFailure `InvalidInput` when anything but a report is there.
 */
export async function clearReportFile(
  run: Run,
  { reportFile, baselineFile }: ReportInputs,
  { temporaryDirectory, workingDirectory }: OwnDirectories,
): Promise<void> {
  if (reportFile === undefined) return;
  const isBaseline =
    baselineFile !== undefined &&
    resolve(workingDirectory, baselineFile) === resolve(workingDirectory, reportFile);
  const copy = isBaseline
    ? join(temporaryDirectory, `inspector-cis-baseline-${randomUUID().slice(0, 8)}.json`)
    : undefined;
  run.reportPath = await clearOwnFile(reportFile, REPORT_FILE, workingDirectory, copy);
  if (copy !== undefined && (await kindOfFile(copy)) === 'file') run.baselineCopy = copy;
}

/** Where a report goes, and what it is made with. */
export interface ReportPlace extends Circumstances {
  /** `RUNNER_TEMP`: takes the report when the user names no file, or one that cannot be written. */
  readonly temporaryDirectory: string;
}

/**
 * Writes the report of a run and remembers where. When the user's path cannot be written, it goes to a new name of
 * ours, so that it is not lost.
 * @returns whether the report is where the user wants it.
 */
export async function saveReport(
  run: Run,
  { temporaryDirectory, ...circumstances }: ReportPlace,
  log: Log,
): Promise<boolean> {
  const { reportPath: path } = run;
  const report = runReportOf(run, circumstances);
  const ownPaths = [temporaryDirectory, tmpdir()].map(newReportPath);
  for (const place of [path ?? [], ownPaths].flat()) {
    try {
      await writeWhole(
        place,
        reportText(report, (text) => log.blot(text)),
      );
      run.reportFile = place;
      return path === undefined || place === path;
    } catch (error) {
      const sentence = `The report could not be written to ${place}: ${messageOf(error)}`;
      log.annotate(place === path ? 'error' : 'warning', { sentence });
    }
  }
  return path === undefined;
}

/** A new name in the directory for temporary files. */
function newReportPath(temporaryDirectory: string): string {
  return join(temporaryDirectory, `inspector-cis-report-${randomUUID().slice(0, 8)}.json`);
}
