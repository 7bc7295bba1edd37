/** What was being done when the network failed. */
export type Stage =
  | 'looking up the host'
  | 'connecting'
  | 'TLS'
  | 'the proxy'
  | 'waiting for the response'
  | 'reading the response';

/** An attempt without a complete response. */
export class Unreachable extends Error {
  readonly host: string;
  readonly stage: Stage;
  /** The system's code (`ECONNREFUSED`), if any. The SDK's credential clients use it, too. */
  readonly code: string | undefined;

  constructor(host: string, stage: Stage, thrown: Error) {
    super(thrown.message === '' ? (codeOf(thrown) ?? thrown.name) : thrown.message, { cause: thrown });
    // The SDK's credential clients recognise a timeout, which they may retry, by this name.
    this.name = thrown.name === 'TimeoutError' ? thrown.name : 'Unreachable';
    this.host = host;
    this.stage = stage;
    this.code = codeOf(thrown);
  }
}

/** The system's code of an error, if it has one. */
export function codeOf(thrown: Error): string | undefined {
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
}

/** The error for a caller that aborted: every layer reads an `AbortError` as a cancellation. */
export function abortError(): Error {
  return Object.assign(new Error('It was abandoned'), { name: 'AbortError' });
}

/** Wraps what was thrown in an error, unless it is one. */
export function asError(thrown: unknown): Error {
  return isError(thrown) ? thrown : new Error(String(thrown));
}

/** `instanceof` fails for system errors where the sources run in a separate realm, as in Jest. */
function isError(thrown: unknown): thrown is Error {
  return Object.prototype.toString.call(thrown) === '[object Error]';
}
