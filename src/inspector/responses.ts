import type { ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-inspector2';
import type { DeserializeMiddleware, Pluggable } from '@smithy/types';
import { isRecord } from '../json.ts';
import { quote } from '../text.ts';
import { ForeignAnswer } from './failure.ts';

type Plugin = Pluggable<ServiceInputTypes, ServiceOutputTypes>;
type Middleware = DeserializeMiddleware<ServiceInputTypes, ServiceOutputTypes>;

/** Where the middleware sees answers before the SDK reads them. */
const NEXT_TO_THE_NETWORK = { relation: 'after', toMiddleware: 'deserializerMiddleware' } as const;
/** UTF-16 units of an answer's body in the debug log. */
const LONGEST_LOGGED_BODY = 2000;
/** Headers that are or hold credentials. */
const SECRET_HEADERS = new Set([
  'authorization',
  'x-amz-security-token',
  'proxy-authorization',
  'cookie',
  'set-cookie',
]);

/** Members by which an answer of AWS, of a proxy or of a gateway says that something went wrong. */
const ERROR_MEMBERS = ['message', 'Message', 'error', 'errors', 'code', '__type'];

/**
 * A 200 counts when its body is empty or a JSON object without an error, and not otherwise: the SDK takes
 * anything, and a captive portal's page or a gateway's `{"message": "Missing Authentication Token"}` would pass for a
 * delivery. Members that Inspector does not declare are named in the debug log.
 */
export function requireInspectorsAnswer(debug: ((line: string) => void) | undefined): Plugin {
  return {
    applyToStack: (stack) => {
      const middleware: Middleware = (next) => async (args) => {
        const answer = await next(args);
        const { statusCode, headers, body } = readExchange(answer.response);
        if (statusCode >= 200 && statusCode < 300) {
          const members = requireConfirmation(statusCode, headers, body);
          if (members.length > 0) debug?.(`The response has undeclared members: ${members.join(', ')}`);
        }
        return answer;
      };
      stack.addRelativeTo(middleware, { name: 'requireInspectorsAnswer', ...NEXT_TO_THE_NETWORK });
    },
  };
}

/** The names of the members of an answer that confirms a request. */
function requireConfirmation(statusCode: number, headers: object, body: string): readonly string[] {
  const text = body.trim();
  const seen = text === '' ? 'an empty body' : `the body ${quote(text)}`;
  const refuse = (expected: string): never => {
    throw new ForeignAnswer(
      statusCode,
      `Inspector answers 200 with ${expected}; this was ${statusCode} with ${seen}.`,
    );
  };
  if (Object.keys(headers).some((name) => name.toLowerCase() === 'x-amzn-errortype')) {
    return refuse('no `x-amzn-errortype` header');
  }
  if (statusCode !== 200) return refuse('a JSON object');
  if (text === '') return [];
  const members = membersOf(text) ?? refuse('a JSON object');
  return members.some((name) => ERROR_MEMBERS.includes(name))
    ? refuse('a JSON object without an error')
    : members;
}

/** The names of a JSON object's members; `undefined` when a text is none. */
function membersOf(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? Object.keys(value) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Logs every request and every answer: headers without credentials, bodies of answers, sizes of requests. */
export function logRequests(debug: (line: string) => void): Plugin {
  return {
    applyToStack: (stack) => {
      const middleware: Middleware = (next) => async (args) => {
        const { method, hostname, path, headers, body: sent } = readExchange(args.request);
        debug(`${method} ${hostname}${path} (${shown(headers)}) with ${sent.length} characters`);
        const answer = await next(args);
        const { statusCode, headers: answerHeaders, body } = readExchange(answer.response);
        debug(`${statusCode} (${shown(answerHeaders)}) ${body.slice(0, LONGEST_LOGGED_BODY)}`);
        return answer;
      };
      stack.addRelativeTo(middleware, { name: 'logRequests', ...NEXT_TO_THE_NETWORK });
    },
  };
}

function shown(headers: object): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${SECRET_HEADERS.has(name.toLowerCase()) ? '***' : String(value)}`)
    .join(', ');
}

interface Parts {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly statusCode: number;
  readonly headers: object;
  readonly body: string;
}

/** The middleware stack knows requests and answers as `unknown`. */
function readExchange(exchange: unknown): Parts {
  const part = (name: string): unknown =>
    typeof exchange === 'object' && exchange !== null ? Reflect.get(exchange, name) : undefined;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const body = part('body');
  const headers = part('headers');
  const statusCode = part('statusCode');
  return {
    method: text(part('method')),
    hostname: text(part('hostname')),
    path: text(part('path')),
    statusCode: typeof statusCode === 'number' ? statusCode : 0,
    headers: typeof headers === 'object' && headers !== null ? headers : {},
    body: body instanceof Uint8Array ? new TextDecoder().decode(body) : text(body),
  };
}
