import { ActionFailure, type FailureCode } from '../failure.ts';
import { SyntaxFault } from './parse/document.ts';
import { encodingOf, decodedText } from './parse/text.ts';
import { TooMuch } from './reading/bounds.ts';
import type { ResultsFile } from './reading/results-file.ts';
import type { Repaired, UnsupportedFormat } from './reading/scanner.ts';
import { unsupportedFormat } from './recognise.ts';

/** How many bytes of a file are examined: a report shows what it is near its beginning. */
const LOOKED_AT = 64 * 1024;

/** Size in bytes of the largest text that is repaired. docker-bench-security writes about 100 KiB. */
const LONGEST_REPAIRED = 1024 * 1024;

/** Failures that may occur because a file is not what it was taken for. */
const EXPLAINABLE: ReadonlySet<FailureCode> = new Set(['ResultsFileUnreadable', 'ResultsFormatUnknown']);

/** Whether an error may be such a failure. */
export function isExplainable(error: unknown): error is ActionFailure {
  return error instanceof ActionFailure && EXPLAINABLE.has(error.failure.code);
}

/**
 * A clearer failure where the file's text shows what the file is, such as a scanner's text output, an HTML page or a
 * table. Any other error is returned unchanged.
 */
export function explained(
  error: unknown,
  file: ResultsFile,
  unsupported: readonly UnsupportedFormat[],
): unknown {
  if (!isExplainable(error) || exceedsBound(error)) return error;
  const format = knownFormat(file, unsupported);
  if (format === undefined) return error;
  if (format.isMalformed !== true) return unsupportedFormat(file.name, format, error);
  if (error.failure.code !== 'ResultsFileUnreadable') return error;
  return new ActionFailure({ ...error.failure, remedy: format.advice }, error);
}

/** Whether a file is refused for its size: what it holds too much of is clearer than what its beginning looks like. */
function exceedsBound({ cause }: ActionFailure): boolean {
  return cause instanceof TooMuch || (cause instanceof SyntaxFault && cause.kind === 'bound');
}

/** The repaired text of a file that its scanner wrote malformed; `undefined` if the repair is not certain. */
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
