import { ActionFailure, type FailureCode } from '../failure.ts';
import { encodingOf, decodedText } from './parse/text.ts';
import type { ResultsFile } from './reading/results-file.ts';
import type { Repaired, UnsupportedFormat } from './reading/scanner.ts';
import { notRead } from './recognise.ts';

/** Bytes of a file that are looked at: a report tells what it is near its beginning. */
const LOOKED_AT = 64 * 1024;

/** Bytes of the largest text that is put in order. docker-bench-security writes some 100 KiB. */
const LONGEST_REPAIRED = 1024 * 1024;

/** Failures that may come of a file being something else than what it was taken for. */
const EXPLAINABLE: ReadonlySet<FailureCode> = new Set(['ResultsFileUnreadable', 'ResultsFormatUnknown']);

/**
 * The failure to read a file, in better words where the file's text shows what it is: a scanner's text output, a
 * page for people, a table. Anything else is handed back as it is.
 */
export function explained(
  error: unknown,
  file: ResultsFile,
  unsupported: readonly UnsupportedFormat[],
): unknown {
  if (!(error instanceof ActionFailure) || !EXPLAINABLE.has(error.failure.code)) return error;
  const format = knownFormat(file, unsupported);
  if (format === undefined) return error;
  if (format.isMalformed !== true) return notRead(file.name, format, error);
  if (error.failure.code !== 'ResultsFileUnreadable') return error;
  return new ActionFailure({ ...error.failure, remedy: format.advice }, error);
}

/** The text of a file that its scanner wrote malformed, put in order; `undefined` where that is not certain. */
export function repaired(
  error: unknown,
  file: ResultsFile,
  unsupported: readonly UnsupportedFormat[],
): Repaired | undefined {
  const isUnreadable = error instanceof ActionFailure && error.failure.code === 'ResultsFileUnreadable';
  const repair = isUnreadable ? knownFormat(file, unsupported)?.repaired : undefined;
  return file.bytes.length > LONGEST_REPAIRED ? undefined : repair?.(decodedText(file).slice());
}

function knownFormat(
  file: ResultsFile,
  unsupported: readonly UnsupportedFormat[],
): UnsupportedFormat | undefined {
  const beginning = beginningOf(file.bytes);
  return unsupported.find(({ recognisesText }) => recognisesText?.(beginning));
}

/** The beginning of a file's text, without the colours of a terminal. */
function beginningOf(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, LOOKED_AT));
  return text.replaceAll(/\p{Cc}\[[\d;]*m/gu, '').trimStart();
}
