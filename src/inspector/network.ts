import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Environment } from '../inputs/reader.ts';
import { proxiesOf, unusableProxy } from './proxies.ts';
import { asError, codeOf, givenUp, Unreachable, type Stage } from './unreachable.ts';

/** Milliseconds to reach the service: who has not answered the knock by then will not. */
const LONGEST_CONNECTING = 10_000;
/** Bytes of the longest answer that is read; Inspector's have some hundred. */
const LONGEST_ANSWER = 1024 * 1024;

type HandleRequest = Parameters<NodeHttpHandler['handle']>[0];
type HandleOptions = Parameters<NodeHttpHandler['handle']>[1];
type HandleAnswer = Awaited<ReturnType<NodeHttpHandler['handle']>>;

/**
 * Sends requests for the SDK: through the proxies of the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in
 * both cases of letters), and each within `requestTimeout` milliseconds from its start to the last byte of the
 * answer. The SDK by itself ignores proxies and waits for ever.
 */
export class BoundedHandler extends NodeHttpHandler {
  readonly #requestTimeout: number;

  /** @throws ActionFailure `NetworkError` when the environment names a proxy that cannot be one. */
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

  /** @throws Unreachable when no whole answer came; an `AbortError` when the caller gave up. */
  override async handle(request: HandleRequest, options: HandleOptions = {}): Promise<HandleAnswer> {
    const over = new AbortController();
    const timer = setTimeout(() => {
      const error = new Error(`There was no complete response within ${this.#requestTimeout / 1000} s`);
      over.abort(Object.assign(error, { name: 'TimeoutError' }));
    }, this.#requestTimeout);
    const giveUp = (): void => {
      over.abort(givenUp());
    };
    const { abortSignal } = options;
    const caller = abortSignal instanceof AbortSignal ? abortSignal : undefined;
    if (caller?.aborted === true) giveUp();
    caller?.addEventListener('abort', giveUp);

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
      caller?.removeEventListener('abort', giveUp);
    }
  }
}

/** Whether a request's connection is there and TLS is not yet. */
interface Handshake {
  underWay: boolean;
}

/** The handshake of the request that a connection is made for: an agent does not know which one it is. */
const currentHandshake = new AsyncLocalStorage<Handshake>();

/** Follows the handshakes of the connections that it makes. */
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

/** Reads a whole body, so that the time-out covers it too and a proxy's endless page ends. */
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
      if (length > LONGEST_ANSWER) throw new Error(`The response has more than ${LONGEST_ANSWER} bytes`);
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
