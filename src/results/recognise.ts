import { failing, type ActionFailure } from '../failure.ts';
import { quote } from '../text.ts';
import { isRecord } from '../json.ts';
import { TooMuch } from './reading/bounds.ts';
import type { DataScanner, Scanner, UnsupportedFormat } from './reading/scanner.ts';

/** Values of the largest document that every scanner tries to read when none recognises it, for a hint: some 5 MB. */
const MOST_TRIED = 100_000;

/** How a document's format is found: by the input `results-format`, or by the document's shape. */
export interface Recognition {
  /** A scanner's name, or `auto`. */
  readonly format: string;
  readonly unsupported: readonly UnsupportedFormat[];
}

/** The scanners that accept a document: the one that the user names, if it finds results there; otherwise by its shape. */
export function recognisedBy(
  document: unknown,
  scanners: readonly Scanner[],
  format: string,
): readonly DataScanner[] {
  const candidates = scanners.filter((scanner): scanner is DataScanner => scanner.kind === 'data');
  const named = candidates.find(({ name }) => name === format);
  if (named !== undefined && holdsResults(named, document)) return [named];
  return candidates.filter((scanner) => scanner.recognises(document));
}

/**
 * The one scanner that recognises a document's shape. A format that the user names wins if it finds results in the
 * document: this is how a document is read that several formats recognise, or none.
 * @throws ActionFailure `ResultsFormatUnknown` when no scanner recognises the document, or more than one does.
 */
export function recognise(
  document: unknown,
  scanners: readonly Scanner[],
  { format, unsupported }: Recognition,
  file: string,
): DataScanner {
  const [first, second] = recognisedBy(document, scanners, format);
  if (first !== undefined && second === undefined) return first;
  if (first !== undefined && second !== undefined) throw ambiguous(file, first, second);
  const known = unsupported.find(({ recognises }) => recognises(document));
  if (known !== undefined) throw unsupportedFormat(file, known);
  const readable = hasAtMost(MOST_TRIED, document)
    ? scanners.find(
        (scanner) =>
          scanner.kind === 'data' && scanner.read(document).some(({ ruleResults }) => ruleResults.length > 0),
      )
    : undefined;
  throw unrecognised(file, describeDocument(document), scanners, readable);
}

/** The failure for a file of a known but unsupported format: what it is, and what to use instead. */
export function unsupportedFormat(file: string, format: UnsupportedFormat, thrown?: unknown): ActionFailure {
  const sentence = `${quote(file)} is ${format.name}, which is not supported.`;
  return failing('ResultsFormatUnknown', sentence, { remedy: format.advice }, thrown);
}

function holdsResults(scanner: DataScanner, document: unknown): boolean {
  try {
    return scanner
      .read(document)
      .some(({ ruleResults, drafts = [] }) => ruleResults.length + drafts.length > 0);
  } catch (error) {
    // Too much of the format that the user names: that is what the user should be told.
    if (error instanceof TooMuch) return true;
    throw error;
  }
}

/** Whether a value has at most so many values in it; no more of a larger one is looked at. */
function hasAtMost(most: number, value: unknown): boolean {
  let values = 0;
  const isWithin = (part: unknown): boolean => {
    values += 1;
    if (values > most) return false;
    if (Array.isArray(part)) return part.every(isWithin);
    return !isRecord(part) || Object.keys(part).every((name) => isWithin(part[name]));
  };
  return isWithin(value);
}

/** The failure for a document that could be in two formats. */
export function ambiguous(file: string, first: { name: string }, second: { name: string }): ActionFailure {
  return failing('ResultsFormatUnknown', `${quote(file)} could be \`${first.name}\` or \`${second.name}\`.`, {
    remedy: 'Set `results-format`.',
  });
}

/**
 * The failure for a document without a known shape: what it is, and what was looked for. `readable` is a format that
 * would find results in the document if the user named it.
 */
export function unrecognised(
  file: string,
  what: string,
  scanners: readonly Scanner[],
  readable?: Scanner,
): ActionFailure {
  const shapes = scanners.map(({ name, shape }) => `\`${name}\`: ${shape}`);
  const [only, ...others] = scanners;
  const wanted =
    only !== undefined && others.length === 0 ? `not \`${only.name}\`` : 'not in a supported format';
  return failing('ResultsFormatUnknown', `${quote(file)} is ${wanted}; it is ${what}.`, {
    cause: `Looked for ${shapes.join('; ')}.`,
    remedy:
      readable === undefined
        ? 'Have the scanner write one of the formats in `docs/formats.md`.'
        : `If it is \`${readable.name}\`, set \`results-format: ${readable.name}\`.`,
  });
}

function describeDocument(document: unknown): string {
  if (!Array.isArray(document)) return describeValue(document);
  const first: unknown = document[0];
  return `a list of ${document.length}, the first ${Array.isArray(first) ? 'a list' : describeValue(first)}`;
}

function describeValue(document: unknown): string {
  if (!isRecord(document)) return document === null ? 'empty' : `a single ${typeof document}`;
  const members = Object.keys(document);
  if (members.length === 0) return 'an empty object';
  const some = members.slice(0, 8).map(quote).join(', ');
  return `an object with ${some}${members.length > 8 ? ' and more' : ''}`;
}
