import { ActionFailure, type Failure } from '../../../src/failure.ts';
import type { ParsedDocument, SyntaxFault } from '../../../src/results/parse/document.ts';
import type { Path } from '../../../src/place.ts';

/** The documents of a text that is well-formed. */
export function wellFormed(parsed: readonly ParsedDocument[] | SyntaxFault): readonly ParsedDocument[] {
  if ('cause' in parsed) throw new Error(`not well-formed: ${parsed.cause}`);
  return parsed;
}

/** What is wrong with a text that is not well-formed. */
export function faultIn(parsed: readonly ParsedDocument[] | SyntaxFault): SyntaxFault {
  if ('cause' in parsed) return parsed;
  throw new Error('the text is well-formed');
}

/** Where a value of a document stands, as `line:column`. */
export function placeOf(document: ParsedDocument | undefined, ...path: Path): string {
  const position = document?.source.locate({ path });
  return position === undefined ? 'nowhere' : `${position.line}:${position.column}`;
}

/** The failure that something ends in. */
export function failureOf(act: () => unknown): Failure {
  try {
    act();
  } catch (error) {
    if (error instanceof ActionFailure) return error.failure;
    throw error;
  }
  throw new Error('it did not fail');
}

/** The failure that a promise is rejected with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ActionFailure) return error.failure;
    throw error;
  }
  throw new Error('it did not fail');
}
