import { withoutUndefined } from '../src/json.ts';
import type { ErrorAnswer } from './answers.ts';
import { METHOD, operationAt, readContent } from './model.ts';
import type { CisContent } from './model.ts';
import { signatureRefusal } from './signature.ts';
import type { Credentials, SignatureScope, SignedRequest } from './signature.ts';

/** Checks a request. Returns its content, or the first error in the order of AWS's own checks. */
export function judge(
  request: SignedRequest,
  credentials: Credentials,
  scope: SignatureScope,
  now: Date,
): CisContent | ErrorAnswer {
  return (
    targetRefusal(request.method, request.path) ??
    typeRefusal(request) ??
    signatureRefusal(request, credentials, scope, now) ??
    judgeBody(request.path, request.rawBody)
  );
}

function targetRefusal(method: string, path: string): ErrorAnswer | undefined {
  if (operationAt(path) === undefined) {
    return undeclared('UnknownOperationException', 404, 'no operation has this path');
  }
  if (method !== METHOD) {
    return undeclared('MethodNotAllowedException', 405, `the method must be ${METHOD}`, { allow: METHOD });
  }
  return undefined;
}

function typeRefusal({ headers }: SignedRequest): ErrorAnswer | undefined {
  if (headers['content-type'] !== 'application/json' || headers['content-encoding'] !== undefined) {
    return undeclared('UnsupportedMediaTypeException', 415, 'the body must be plain application/json');
  }
  return undefined;
}

function judgeBody(path: string, rawBody: Buffer): CisContent | ErrorAnswer {
  const parsed = parseJson(rawBody);
  if (parsed === undefined) {
    const message = 'the body is not JSON in UTF-8';
    return { kind: 'error', name: 'ValidationException', message, reason: 'CANNOT_PARSE' };
  }
  const content = readContent(path, parsed.value);
  if ('operation' in content) return content;
  return {
    kind: 'error',
    name: 'ValidationException',
    message: content.map(({ name, message }) => `${name || 'the body'} ${message}`).join('; '),
    reason: 'FIELD_VALIDATION_FAILED',
    fields: content,
  };
}

function parseJson(rawBody: Buffer): { value: unknown } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawBody);
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    // The caller answers CANNOT_PARSE; AWS gives no details either.
    return undefined;
  }
}

function undeclared(
  name: string,
  status: number,
  message: string,
  headers?: Readonly<Record<string, string>>,
): ErrorAnswer {
  return { kind: 'undeclared-error', name, status, message, ...withoutUndefined({ headers }) };
}
