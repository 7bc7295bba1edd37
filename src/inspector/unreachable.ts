/** What was being done when the network failed. */
export type Stage =
  | 'looking up the host'
  | 'connecting'
  | 'TLS'
  | 'the proxy'
  | 'waiting for the response'
  | 'reading the response';

/** A try that got no whole answer. */
export class Unreachable extends Error {
  readonly host: string;
  readonly stage: Stage;
  /** The system's code (`ECONNREFUSED`), where there is one; the SDK's clients of credentials look at it too. */
  readonly code: string | undefined;

  constructor(host: string, stage: Stage, thrown: Error) {
    super(thrown.message === '' ? (codeOf(thrown) ?? thrown.name) : thrown.message, { cause: thrown });
    // By this name the SDK's clients of credentials know that a time-out may be tried again.
    this.name = thrown.name === 'TimeoutError' ? thrown.name : 'Unreachable';
    this.host = host;
    this.stage = stage;
    this.code = codeOf(thrown);
  }
}

/** The system's code of an error, where it has one. */
export function codeOf(thrown: Error): string | undefined {
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
}

/** What a caller gets who gave up: an `AbortError`, which every layer reads as a cancellation. */
export function givenUp(): Error {
  return Object.assign(new Error('It was abandoned'), { name: 'AbortError' });
}

/** What was thrown, as an error. */
export function asError(thrown: unknown): Error {
  return isError(thrown) ? thrown : new Error(String(thrown));
}

/** Also an error of another realm, as the system's are where the sources run in a context of their own. */
function isError(thrown: unknown): thrown is Error {
  return Object.prototype.toString.call(thrown) === '[object Error]';
}
