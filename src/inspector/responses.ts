import type { ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-inspector2';
import type { DeserializeMiddleware, Pluggable } from '@smithy/types';
import { isRecord } from '../json.ts';
import { quote, shortened } from '../text.ts';
import { ForeignResponse } from './failure.ts';

type Plugin = Pluggable<ServiceInputTypes, ServiceOutputTypes>;
type Middleware = DeserializeMiddleware<ServiceInputTypes, ServiceOutputTypes>;

/** Where middleware sees responses before the SDK parses them. */
const NEXT_TO_THE_NETWORK = { relation: 'after', toMiddleware: 'deserializerMiddleware' } as const;
/** Code points of a response's body in the debug log. */
const LONGEST_LOGGED_BODY = 2000;
/** Headers that are or hold credentials. */
const SECRET_HEADERS = new Set([
  'authorization',
  'x-amz-security-token',
  'proxy-authorization',
  'cookie',
  'set-cookie',
]);

/** Members that report an error in responses of AWS, proxies and gateways. */
const ERROR_MEMBERS = ['message', 'Message', 'error', 'errors', 'code', '__type'];

/**
 * Accepts a 200 only if its body is empty or a JSON object without an error. The SDK accepts anything, so a captive
 * portal's page or a gateway's `{"message": "Missing Authentication Token"}` would count as a delivery. Undeclared
 * members are named in the debug log.
 */
export function requireInspectorResponse(debug: ((line: string) => void) | undefined): Plugin {
  return {
    applyToStack: (stack) => {
      const middleware: Middleware = (next) => async (args) => {
        const response = await next(args);
        const { statusCode, headers, body } = readExchange(response.response);
        if (statusCode >= 200 && statusCode < 300) {
          const members = requireConfirmation(statusCode, headers, body);
          if (members.length > 0) debug?.(`The response has undeclared members: ${members.join(', ')}`);
        }
        return response;
      };
      stack.addRelativeTo(middleware, { name: 'requireInspectorResponse', ...NEXT_TO_THE_NETWORK });
    },
  };
}

/** The names of the members of a response that confirms a request. */
function requireConfirmation(statusCode: number, headers: object, body: string): readonly string[] {
  const text = body.trim();
  const seen = text === '' ? 'an empty body' : `the body ${quote(text)}`;
  const refuse = (expected: string): never => {
    throw new ForeignResponse(
      statusCode,
      `Inspector responds with 200 and ${expected}; this response was ${statusCode} with ${seen}.`,
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

/** The names of a JSON object's members; `undefined` if the text is not one. */
function membersOf(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? Object.keys(value) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Logs every request and response: headers without credentials, the length of each request, the body of each response.
 */
export function logRequests(debug: (line: string) => void): Plugin {
  return {
    applyToStack: (stack) => {
      const middleware: Middleware = (next) => async (args) => {
        const { method, hostname, path, headers, body: sent } = readExchange(args.request);
        debug(`${method} ${hostname}${path} (${shown(headers)}) with ${sent.length} characters`);
        const response = await next(args);
        const { statusCode, headers: responseHeaders, body } = readExchange(response.response);
        debug(`${statusCode} (${shown(responseHeaders)}) ${shortened(body, LONGEST_LOGGED_BODY)}`);
        return response;
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

/** The middleware stack types requests and responses as `unknown`. */
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
