import { randomUUID } from 'node:crypto';
import { withoutUndefined } from '../src/json.ts';
import type { FieldFault } from './shapes.ts';

/** One of the five errors that every operation declares in the API model. */
export type DeclaredError = { readonly kind: 'error'; readonly message?: string } & (
  | { readonly name: 'ConflictException'; readonly resourceId?: string; readonly resourceType?: string }
  | {
      readonly name: 'ValidationException';
      readonly reason?: 'CANNOT_PARSE' | 'FIELD_VALIDATION_FAILED' | 'OTHER';
      readonly fields?: readonly FieldFault[];
    }
  | { readonly name: 'AccessDeniedException' }
  | {
      readonly name: 'ThrottlingException' | 'InternalServerException';
      /** The value of the `Retry-After` header. */
      readonly retryAfterSeconds?: number;
    }
);

/** Any other AWS error, such as `ExpiredTokenException` or `ServiceUnavailable`. */
export interface UndeclaredError {
  readonly kind: 'undeclared-error';
  readonly name: string;
  readonly status: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Any other HTTP answer, such as one from a gateway or a captive portal. */
export interface RawAnswer {
  readonly kind: 'raw';
  readonly status: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer that waits for an event outside the endpoint. */
export interface HeldAnswer {
  readonly kind: 'hold';
  readonly until: Promise<void>;
  readonly then: Answer;
}

/** An error in the form that AWS sends. */
export type ErrorAnswer = DeclaredError | UndeclaredError;

/** An answer after which the endpoint has not accepted the request's content. */
export type UnacceptingAnswer =
  | ErrorAnswer
  | RawAnswer
  /** Resets the connection without an answer. */
  | { readonly kind: 'reset' }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Sends headers (status 200 by default) and half a body, then nothing more. */
  | { readonly kind: 'stall-body'; readonly status?: number };

/** What the endpoint does with a request. */
export type Answer =
  | UnacceptingAnswer
  /** Accepts the content and confirms it; the default. */
  | { readonly kind: 'accept' }
  /** Accepts the content, then resets the connection, so that the caller cannot know. */
  | { readonly kind: 'reset-after-accept' }
  | HeldAnswer
  /** Answers after a delay. For the benchmark; tests use `hold`, which needs no clock. */
  | { readonly kind: 'delay'; readonly milliseconds: number; readonly then: Answer };

/** An answer in the form in which it is sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer that is held back until `release` is called, and is then `then`; by default, acceptance. */
export function hold(then: Answer = { kind: 'accept' }): { answer: HeldAnswer; release: () => void } {
  const gate: { open?: () => void } = {};
  const until = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  return { answer: { kind: 'hold', until, then }, release: () => gate.open?.() };
}

/** A web page, such as one from a captive portal or a gateway. */
export function htmlPage(status: number, title = 'Sign in to the network'): RawAnswer {
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body>${title}</body></html>`;
  return { kind: 'raw', status, contentType: 'text/html; charset=utf-8', body };
}

const STATUS: Readonly<Record<DeclaredError['name'], number>> = {
  ConflictException: 409,
  ValidationException: 400,
  AccessDeniedException: 403,
  ThrottlingException: 429,
  InternalServerException: 500,
};

/** The answer that confirms a request. */
export function confirmation(requestId: string): HttpAnswer {
  return inJson(200, requestId, {});
}

/** An error or a raw answer in the form in which it is sent. */
export function rendered(answer: ErrorAnswer | RawAnswer, requestId: string): HttpAnswer {
  switch (answer.kind) {
    case 'raw':
      return {
        status: answer.status,
        headers: { ...withoutUndefined({ 'content-type': answer.contentType }), ...answer.headers },
        body: answer.body ?? '',
      };
    case 'undeclared-error':
      return inJson(
        answer.status,
        requestId,
        { message: answer.message ?? `scripted ${answer.name}` },
        { 'x-amzn-errortype': answer.name, ...answer.headers },
      );
    case 'error':
      return inJson(STATUS[answer.name], requestId, members(answer), {
        'x-amzn-errortype': answer.name,
        ...withoutUndefined({
          'retry-after': 'retryAfterSeconds' in answer ? String(answer.retryAfterSeconds) : undefined,
        }),
      });
  }
}

/** A new request id, as AWS gives to every request. */
export function newRequestId(): string {
  return randomUUID();
}

function members(error: DeclaredError): object {
  const message = error.message ?? `scripted ${error.name}`;
  switch (error.name) {
    case 'ConflictException':
      return {
        message,
        resourceId: error.resourceId ?? 'unknown',
        resourceType: error.resourceType ?? 'CIS_SESSION',
      };
    case 'ValidationException':
      return { message, reason: error.reason ?? 'OTHER', fields: error.fields };
    default:
      return { message };
  }
}

function inJson(
  status: number,
  requestId: string,
  body: object,
  headers: HttpAnswer['headers'] = {},
): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': requestId, ...headers },
    body: JSON.stringify(body),
  };
}
