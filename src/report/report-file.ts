import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { messageOf } from '../failure.ts';
import { kindOfFile, writeWhole } from '../files.ts';
import type { Run } from '../run.ts';
import { OutOfTime, whileThereIsTime, type TimeIsUp } from './ending.ts';
import type { Log } from './log.ts';
import { clearOwnFile, type OwnFile } from './own-file.ts';
import type { OwnDirectories } from './saving.ts';
import { REPORT_FORMAT, reportText, runReportOf, type ReportContext } from './run-report.ts';

/** The file of `report-file`. A report is recognised by its first member, with any JSON formatting. */
export const REPORT_FILE: OwnFile = {
  input: 'report-file',
  what: 'report',
  isOurs: (beginning) => /^\s*\{\s*"format"\s*:\s*"([^"]*)"/.exec(beginning)?.[1] === REPORT_FORMAT,
};

/** Two inputs, as given. */
interface ReportInputs {
  readonly reportFile: string | undefined;
  readonly baselineFile: string | undefined;
}

/**
 * Removes an earlier report from the path that the user names. If it is also the baseline, it is copied first.
 * @throws ActionFailure `InvalidInput` when another file is there.
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

/** Where a report is written, and its context. */
export interface ReportPlace extends ReportContext {
  /** `RUNNER_TEMP`, for the report if the user names no path, or one that cannot be written. */
  readonly temporaryDirectory: string;
}

/**
 * Writes the report of a run, and records its path. If the user's path cannot be written, the report goes to a new
 * file, so that it is not lost.
 * @returns whether the report is where the user wants it.
 */
export async function saveReport(
  run: Run,
  { temporaryDirectory, ...context }: ReportPlace,
  log: Log,
  timeIsUp: TimeIsUp = () => false,
): Promise<boolean> {
  const { reportPath: path } = run;
  const reportNotWritten = (): boolean => {
    log.annotate('warning', {
      sentence: 'The report was not written: the step was cancelled and had no time left.',
    });
    return path === undefined;
  };
  if (timeIsUp()) return reportNotWritten();
  const report = runReportOf(run, context);
  const ownPaths = [temporaryDirectory, tmpdir()].map(newReportPath);
  for (const place of [path ?? [], ownPaths].flat()) {
    try {
      await writeWhole(
        place,
        whileThereIsTime(
          reportText(report, (text) => log.redact(text)),
          timeIsUp,
        ),
      );
      run.reportFile = place;
      return path === undefined || place === path;
    } catch (error) {
      if (error instanceof OutOfTime) return reportNotWritten();
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
