import { failing } from '../../failure.ts';
import { quote } from '../../text.ts';
import type { Position } from '../../place.ts';

/** The encodings that results files come in; PowerShell's `>` writes UTF-16. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding that a file's byte order mark tells; UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * Decodes a file's bytes; a byte order mark goes.
 * @throws ActionFailure `ResultsFileUnreadable` when the bytes are not text of the encoding.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (!isInvalidText(error)) throw error;
    const name = encoding.toUpperCase();
    throw failing(
      'ResultsFileUnreadable',
      `${quote(file)} is not ${name} text.`,
      { remedy: 'Write the file as UTF-8, or as UTF-16 with a byte order mark.' },
      error,
    );
  }
}

function isInvalidText(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
  );
}

/** Finds lines and columns of offsets in a text. Made for faults: it is linear in the text once, then fast. */
export function positionFinder(text: string): (offset: number) => Position {
  let lineStarts: number[] | undefined;
  return (offset) => {
    lineStarts ??= startsOfLines(text);
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
  };
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}
