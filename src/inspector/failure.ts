import { failureFor, FAILURES, ActionFailure, type Failure, type FailureCode } from '../failure.ts';
import { memberOf, withoutUndefined } from '../json.ts';
import { count, quote, shortened } from '../text.ts';
import { Unreachable } from './unreachable.ts';

/** What was being done, for the sentence of a failure. */
export interface Attempted {
  /** What was attempted, as the beginning of the sentence: `Chunk 3 of 7`. */
  readonly what: string;
  /** The IAM action that it requires. */
  readonly iamAction?: string;
}

/** The names of errors with which AWS refuses credentials, in its various protocols. */
const CREDENTIALS_REFUSED = new Set([
  'AuthFailure',
  'ExpiredToken',
  'ExpiredTokenException',
  'IncompleteSignature',
  'IncompleteSignatureException',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'RequestExpired',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
  'TokenRefreshRequired',
  'UnrecognizedClientException',
]);

/** The exceptions that the operations declare (AWS API model of Inspector2). */
const DECLARED = [
  'ConflictException',
  'ValidationException',
  'AccessDeniedException',
  'ThrottlingException',
  'InternalServerException',
] as const satisfies readonly FailureCode[];

/** A successful response that does not come from Inspector. */
export class ForeignResponse extends Error {
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(httpStatusCode: number, seen: string) {
    super(seen);
    this.name = 'ForeignResponse';
    this.$metadata = { httpStatusCode };
  }
}

/** Code points of the longest name from the service in a sentence. */
const LONGEST_NAME = 200;
/** Code points of the longest cause from the service, which appears in the log, the summary and the outputs. */
const LONGEST_CAUSE = 2000;

/** Turns anything that was thrown into one failure. */
export function failureOf(thrown: unknown, attempted: Attempted): Failure {
  const failure = untruncatedFailureOf(thrown, attempted);
  const { cause } = failure;
  if (cause === undefined || cause.length <= LONGEST_CAUSE) return failure;
  return { ...failure, cause: shortened(cause, LONGEST_CAUSE) };
}

function untruncatedFailureOf(thrown: unknown, attempted: Attempted): Failure {
  if (thrown instanceof ActionFailure) return thrown.failure;
  // Calls of the service wrap their system errors, so this one is about a file or a process.
  if (typeof memberOf(thrown, 'syscall') === 'string') {
    return failureFor('RunnerError', `${attempted.what} failed: the runner's operating system refused.`, {
      cause: String(memberOf(thrown, 'message')),
    });
  }
  if (!(thrown instanceof Error)) return unexpected(String(thrown));
  const { httpStatusCode: status, ...facts } = metadataOf(thrown);
  const after = facts.attempts === undefined ? '' : ` after ${count(facts.attempts, 'attempt')}`;
  const { what } = attempted;

  if (thrown.name === 'AbortError') {
    return failureFor('Cancelled', `${what} was abandoned because the step was cancelled.`, facts);
  }
  if (thrown instanceof Unreachable) {
    const cause = thrown.code === undefined ? thrown.message : `${thrown.code}: ${thrown.message}`;
    return failureFor(
      'NetworkError',
      `${what} could not be sent to ${thrown.host}${after}: the network failed (${thrown.stage}).`,
      { cause, ...facts },
    );
  }

  const declared = DECLARED.find((name) => name === thrown.name);
  if (declared !== undefined) return { ...declaredFailure(declared, thrown, attempted, after), ...facts };
  if (CREDENTIALS_REFUSED.has(thrown.name)) {
    return failureFor('CredentialsUnavailable', `${what} was refused: AWS rejected the credentials.`, {
      cause: `${thrown.name}: ${thrown.message}`,
      remedy: `${FAILURES.CredentialsUnavailable.remedy} Valid credentials expire after an hour unless \`role-duration-seconds\` says otherwise.`,
      ...facts,
    });
  }
  if (status !== undefined) {
    return failureFor(
      'ServiceError',
      `${what} got a response that Inspector never gives (HTTP ${status})${after}.`,
      {
        cause: thrown instanceof ForeignResponse ? thrown.message : foreignCause(thrown, status),
        retryable: status >= 500 || status === 429 || status === 408,
        ...facts,
      },
    );
  }
  return unexpected(thrown.message);
}

/** A bug in this action. */
function unexpected(cause: string): Failure {
  return failureFor('UnexpectedError', 'The action failed in an unexpected way.', { cause });
}

function declaredFailure(
  code: (typeof DECLARED)[number],
  thrown: Error,
  { what, iamAction }: Attempted,
  after: string,
): Failure {
  const cause = thrown.message;
  switch (code) {
    case 'ConflictException': {
      const resource = [textMember(thrown, 'resourceType'), textMember(thrown, 'resourceId')]
        .filter(isText)
        .map((part) => shortened(part, LONGEST_NAME))
        .join(' ');
      return failureFor(
        code,
        `${what} was refused: it conflicts with ${resource === '' ? 'the session' : resource}.`,
        { cause },
      );
    }
    case 'ValidationException': {
      const reason = textMember(thrown, 'reason');
      const fields = fieldsOf(thrown).map(({ name, message }) => `${name}: ${message}`);
      return failureFor(
        code,
        `${what} was refused as invalid${reason === undefined ? '' : ` (${shortened(reason, LONGEST_NAME)})`}.`,
        {
          cause: [cause, ...fields].filter(isText).join('; '),
        },
      );
    }
    case 'AccessDeniedException':
      return failureFor(code, `${what} was refused: access is denied.`, {
        cause,
        ...withoutUndefined({ remedy: iamAction === undefined ? undefined : accessRemedy(iamAction) }),
      });
    case 'ThrottlingException':
      return failureFor(code, `${what} was still throttled${after}.`, { cause });
    case 'InternalServerException':
      return failureFor(code, `${what} failed with an internal error in Inspector${after}.`, { cause });
  }
}

function accessRemedy(iamAction: string): string {
  return FAILURES.AccessDeniedException.remedy.replace(/`inspector2:\w+`/, `\`${iamAction}\``);
}

/** A field of a `ValidationException`. */
export interface RefusedField {
  readonly name: string;
  readonly message: string;
  /** The index of the message in its chunk, if the field belongs to a message. */
  readonly messageIndex?: number;
}

/** The fields that a `ValidationException` blames. */
export function fieldsOf(thrown: unknown): readonly RefusedField[] {
  const fields: unknown = thrown instanceof Error && 'fields' in thrown ? thrown.fields : undefined;
  if (!Array.isArray(fields)) return [];
  return fields.map((field: unknown) => {
    const name = shortened(textMember(field, 'name') ?? '', LONGEST_NAME);
    const messageIndex = messageIndexOf(name);
    return {
      name,
      message: shortened(textMember(field, 'message') ?? '', LONGEST_CAUSE),
      ...withoutUndefined({ messageIndex }),
    };
  });
}

/** AWS names list members `messages.1.member.ruleId` (counted from 1) or `/messages/0/ruleId` (counted from 0). */
function messageIndexOf(name: string): number | undefined {
  const counted = /messages\.(\d{1,3})\.member/.exec(name)?.[1];
  if (counted !== undefined) return Number(counted) - 1;
  const index = /messages[/.[](\d{1,3})/.exec(name)?.[1];
  return index === undefined ? undefined : Number(index);
}

/**
 * Describes a response that is not Inspector's. The SDK's own error says little: a parser's complaint about a page of
 * HTML, or `Unknown`. The beginning of the page, or the target of a redirect, is more useful.
 */
function foreignCause(thrown: Error, status: number): string {
  const response: unknown = '$response' in thrown ? thrown.$response : undefined;
  const location = textMember(memberOf(response, 'headers'), 'location');
  if (status >= 300 && status < 400) {
    return `HTTP ${status} is a redirect${location === undefined ? '' : `: Location ${quote(location)}`}, but Inspector never redirects.`;
  }
  if (thrown.name === 'Unknown') return `The response is HTTP ${status} with no further information.`;
  if (thrown.name !== 'SyntaxError') return [thrown.name, thrown.message].filter(isText).join(': ');
  // The SDK attaches the response to the error; `BoundedHandler` has already read its body.
  const body = memberOf(response, 'body');
  const page = body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
  return typeof page === 'string'
    ? `The response is not JSON: ${quote(page.trim())}`
    : 'The response is not JSON.';
}

function metadataOf(thrown: Error): { httpStatusCode?: number; requestId?: string; attempts?: number } {
  const metadata = memberOf(thrown, '$metadata');
  return withoutUndefined({
    httpStatusCode: numberMember(metadata, 'httpStatusCode'),
    requestId: textMember(metadata, 'requestId'),
    attempts: numberMember(metadata, 'attempts'),
  });
}

function numberMember(value: unknown, name: string): number | undefined {
  const member = memberOf(value, name);
  return typeof member === 'number' ? member : undefined;
}

function textMember(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name);
  return typeof member === 'string' && member !== '' ? member : undefined;
}

function isText(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
