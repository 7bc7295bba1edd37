import { ActionFailure, type Failure } from '../../../src/failure.ts';
import type { Path } from '../../../src/place.ts';
import { SyntaxFault, type ParsedDocument } from '../../../src/results/parse/document.ts';
import { parseJson, type JsonParsing } from '../../../src/results/parse/json/json.ts';
import type { Steps } from '../../../src/results/parse/steps.ts';
import { Utf8Text } from '../../../src/results/parse/text.ts';
import { parseYaml, type YamlBounds } from '../../../src/results/parse/yaml/yaml.ts';

/** The documents in a JSON text. */
export function jsonOf(text: string, parsing?: JsonParsing): readonly ParsedDocument[] {
  return atOnce(parseJson(new Utf8Text(Buffer.from(text)), 'f', parsing));
}

/** The documents in a YAML text. */
export function yamlOf(text: string, bounds?: YamlBounds): readonly ParsedDocument[] {
  return atOnce(parseYaml(new Utf8Text(Buffer.from(text)), 'f', undefined, bounds));
}

/** The syntax fault that a function throws. */
export function faultOf(act: () => unknown): SyntaxFault {
  const fault = thrownBy(act);
  if (fault instanceof SyntaxFault) return fault;
  throw fault;
}

/** The failure that a function throws. */
export function failureOf(act: () => unknown): Failure {
  const error = thrownBy(act);
  if (error instanceof ActionFailure) return error.failure;
  throw error;
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

/** Does all steps of some work without a break. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Where a value in a document is, as `line:column`. */
export function placeOf(document: ParsedDocument | undefined, ...path: Path): string {
  const position = document?.source.locate({ path });
  return position === undefined ? 'nowhere' : `${position.line}:${position.column}`;
}

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return new Error('it did not fail');
}
