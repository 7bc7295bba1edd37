import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Environment } from '../inputs/reader.ts';
import { proxiesOf, unusableProxy } from './proxies.ts';
import { asError, codeOf, abortError, Unreachable, type Stage } from './unreachable.ts';

/** Milliseconds to connect to the service. */
const LONGEST_CONNECTING = 10_000;
/** Bytes of the longest response that is read; Inspector's have a few hundred. */
const LONGEST_RESPONSE = 1024 * 1024;

type HandleRequest = Parameters<NodeHttpHandler['handle']>[0];
type HandleOptions = Parameters<NodeHttpHandler['handle']>[1];
type HandleResponse = Awaited<ReturnType<NodeHttpHandler['handle']>>;

/**
 * Sends requests for the SDK through the proxies of the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in upper
 * or lower case), each within `requestTimeout` milliseconds, from its start to the last byte of the response. By
 * itself, the SDK ignores proxies and waits forever.
 */
export class BoundedHandler extends NodeHttpHandler {
  readonly #requestTimeout: number;

  /** @throws ActionFailure `NetworkError` when a proxy in the environment is unusable. */
  constructor(requestTimeout: number, environment: Environment) {
    super({
      ...agentsFor(environment),
      connectionTimeout: Math.min(LONGEST_CONNECTING, requestTimeout),
      requestTimeout,
      throwOnRequestTimeout: true,
      socketTimeout: requestTimeout,
    });
    this.#requestTimeout = requestTimeout;
  }

  /** @throws Unreachable without a complete response; an `AbortError` if the caller aborted. */
  override async handle(request: HandleRequest, options: HandleOptions = {}): Promise<HandleResponse> {
    const over = new AbortController();
    const timer = setTimeout(() => {
      const error = new Error(`There was no complete response within ${this.#requestTimeout / 1000} s`);
      over.abort(Object.assign(error, { name: 'TimeoutError' }));
    }, this.#requestTimeout);
    const abort = (): void => {
      over.abort(abortError());
    };
    const { abortSignal } = options;
    const caller = abortSignal instanceof AbortSignal ? abortSignal : undefined;
    if (caller?.aborted === true) abort();
    caller?.addEventListener('abort', abort);

    const handshake: Handshake = { underWay: false };
    let stage: Stage = 'waiting for the response';
    try {
      const { response } = await currentHandshake.run(handshake, () =>
        super.handle(request, { abortSignal: over.signal }),
      );
      stage = 'reading the response';
      response.body = await readAll(response.body, over.signal);
      return { response };
    } catch (error) {
      const thrown = asError(over.signal.aborted ? over.signal.reason : error);
      if (thrown.name === 'AbortError') throw thrown;
      throw new Unreachable(hostOf(request), stageOf(thrown, handshake.underWay ? 'TLS' : stage), thrown);
    } finally {
      clearTimeout(timer);
      caller?.removeEventListener('abort', abort);
    }
  }
}

/** Whether a request's connection is established, but not yet TLS. */
interface Handshake {
  underWay: boolean;
}

/** The handshake of the current request: an agent does not know for which request it creates a connection. */
const currentHandshake = new AsyncLocalStorage<Handshake>();

/** An agent that tracks the handshakes of its connections. */
class WatchedHttpsAgent extends HttpsAgent {
  override createConnection(
    ...connecting: Parameters<HttpsAgent['createConnection']>
  ): ReturnType<HttpsAgent['createConnection']> {
    const socket = super.createConnection(...connecting);
    const handshake = currentHandshake.getStore();
    if (handshake === undefined) return socket;
    socket?.once('connect', () => {
      handshake.underWay = true;
    });
    socket?.once('secureConnect', () => {
      handshake.underWay = false;
    });
    return socket;
  }
}

function agentsFor(environment: Environment): { httpAgent: HttpAgent; httpsAgent: HttpsAgent } {
  const proxyEnv = { ...environment, ...proxiesOf(environment) };
  try {
    const options = { keepAlive: true, proxyEnv };
    return { httpAgent: new HttpAgent(options), httpsAgent: new WatchedHttpsAgent(options) };
  } catch (error) {
    throw unusableProxy('HTTPS_PROXY and HTTP_PROXY', error);
  }
}

/** Reads the whole body, so that the timeout covers it and an endless one is cut off. */
async function readAll(body: unknown, signal: AbortSignal): Promise<Uint8Array> {
  if (!isReadable(body)) throw new TypeError('The HTTP handler gave no stream');
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stop = (): void => {
    body.destroy(asError(signal.reason));
  };
  signal.addEventListener('abort', stop);
  try {
    if (signal.aborted) throw asError(signal.reason);
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('The HTTP handler gave no bytes');
      length += chunk.length;
      if (length > LONGEST_RESPONSE) throw new Error(`The response has more than ${LONGEST_RESPONSE} bytes`);
      chunks.push(chunk);
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
  return Buffer.concat(chunks);
}

function isReadable(body: unknown): body is AsyncIterable<unknown> & { destroy: (error: Error) => void } {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;
}

function stageOf(thrown: Error, stage: Stage): Stage {
  const code = codeOf(thrown) ?? '';
  if (/PROXY|TUNNEL/.test(code)) return 'the proxy';
  if (/^(ENOTFOUND|EAI_)/.test(code)) return 'looking up the host';
  if (/CERT|^ERR_(TLS|SSL)|UNABLE_TO|^EPROTO$/.test(code)) return 'TLS';
  const connecting = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/.test(code);
  return connecting || /establish a connection/i.test(thrown.message) ? 'connecting' : stage;
}

function hostOf(request: HandleRequest): string {
  return request.port === undefined ? request.hostname : `${request.hostname}:${request.port}`;
}
