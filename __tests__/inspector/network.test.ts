import { getEventListeners, once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { HttpRequest } from '@smithy/core/protocols';
import { withoutUndefined } from '../../src/json.ts';
import type { Environment } from '../../src/inputs/reader.ts';
import { BoundedHandler } from '../../src/inspector/network.ts';
import { Unreachable } from '../../src/inspector/unreachable.ts';
import { listen } from '../../local-inspector/listen.ts';

type Scene = (socket: Socket) => void;

interface Options {
  readonly protocol?: string;
  readonly hostname?: string;
  readonly timeout?: number;
  readonly abortSignal?: AbortSignal;
}

/**
 * Sends a request to a server that handles each connection with `scene`. Returns the response's body, or what was
 * thrown.
 */
async function ask(scene: Scene | undefined, options: Options = {}): Promise<string | Error> {
  const { protocol = 'http:', hostname = '127.0.0.1', timeout = 5000, abortSignal } = options;
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => scene?.(socket));
  });
  const port = await listen(server, 0);
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  if (scene === undefined) await close();
  const handler = new BoundedHandler(timeout, {});
  const request = new HttpRequest({ protocol, hostname, port, method: 'GET', path: '/' });
  try {
    const { response } = await handler.handle(request, withoutUndefined({ abortSignal }));
    const { body } = response as { body: unknown };
    return Buffer.from(body as Uint8Array).toString();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  } finally {
    handler.destroy();
    await close();
  }
}

const HEAD = 'HTTP/1.1 200 OK\r\n';

test('a response is read completely', async () => {
  expect(await ask((socket) => socket.end(`${HEAD}content-length: 2\r\n\r\n{}`))).toBe('{}');
});

test.each<[string, Scene | undefined, Options, string, RegExp]>([
  ['nothing listens', undefined, {}, 'connecting', /ECONNREFUSED/],
  ['there is no such host', undefined, { hostname: 'no..host' }, 'looking up the host', /no\.\.host/],
  [
    'the server does not respond to TLS',
    () => undefined,
    { protocol: 'https:', timeout: 300 },
    'TLS',
    /\b0\.3 s|\b300\b/,
  ],
  [
    'the server does not use TLS',
    (socket) => socket.end('no TLS\r\n'),
    { protocol: 'https:' },
    'TLS',
    /wrong version number|packet length/,
  ],
  [
    'the connection is reset',
    (socket) => socket.resetAndDestroy(),
    {},
    'waiting for the response',
    /ECONNRESET|hang up/,
  ],
  ['the connection is closed', (socket) => socket.end(), {}, 'waiting for the response', /hang up/],
  [
    'the response is not HTTP',
    (socket) => socket.end('hello\r\n\r\n'),
    {},
    'waiting for the response',
    /Parse Error/,
  ],
  [
    'the response is incomplete',
    (socket) => socket.end(`${HEAD}content-length: 9\r\n\r\n{`),
    {},
    'reading the response',
    /abort/,
  ],
  [
    'the response is endless',
    (socket) => socket.end(`${HEAD}content-length: 2000000\r\n\r\n${'x'.repeat(2_000_000)}`),
    {},
    'reading the response',
    /more than 1048576 bytes/,
  ],
  [
    'no response arrives in time',
    () => undefined,
    { timeout: 300 },
    'waiting for the response',
    /\bwithin 0\.3 s|timed? ?out/i,
  ],
  [
    'the response stalls',
    (socket) => socket.write(`${HEAD}content-length: 9\r\n\r\n{`),
    { timeout: 300 },
    'reading the response',
    /0.3 s|300/,
  ],
])('when %s, the error names host, stage and reason', async (_when, scene, options, stage, reason) => {
  const thrown = await ask(scene, options);
  expect(thrown).toBeInstanceOf(Unreachable);
  expect(thrown).toMatchObject({ stage, host: expect.stringContaining(options.hostname ?? '127.0.0.1:') });
  expect(String(thrown)).toMatch(reason);
});

test.each([
  [30_000, 10_000],
  [2000, 2000],
])('with %d ms for an attempt, there are %d ms to connect', async (timeout, connecting) => {
  const handler = new BoundedHandler(timeout, {});
  // The handler resolves its settings at the first request.
  const request = new HttpRequest({ hostname: '127.0.0.1', method: 'GET', path: '/' });
  await expect(handler.handle(request, { abortSignal: AbortSignal.abort() })).rejects.toThrow();
  expect(handler.httpHandlerConfigs()).toMatchObject({
    connectionTimeout: connecting,
    requestTimeout: timeout,
    socketTimeout: timeout,
    throwOnRequestTimeout: true,
  });
  handler.destroy();
});

test('a timeout has the name that the SDK’s credential clients recognise', async () => {
  expect(await ask(() => undefined, { timeout: 300 })).toMatchObject({ name: 'TimeoutError' });
});

test('a caller that aborts gets an AbortError, not a network error', async () => {
  const abort = new AbortController();
  const thrown = ask(
    () => {
      abort.abort();
    },
    { abortSignal: abort.signal },
  );
  expect(await thrown).toMatchObject({ name: 'AbortError' });
});

test('a caller that aborts while the response is read need not wait for its end', async () => {
  const abort = new AbortController();
  const thrown = ask(
    (socket) => {
      socket.write(`${HEAD}content-length: 9\r\n\r\n{`, () => {
        setImmediate(() => {
          abort.abort();
        });
      });
    },
    // Longer than a test may take.
    { abortSignal: abort.signal, timeout: 600_000 },
  );
  expect(await thrown).toMatchObject({ name: 'AbortError' });
});

test('once there is a response, the caller’s signal is no longer listened to', async () => {
  const { signal } = new AbortController();
  await ask((socket) => socket.end(`${HEAD}content-length: 0\r\n\r\n`), { abortSignal: signal });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('a caller that has already aborted gets an AbortError at once', async () => {
  expect(await ask(() => undefined, { abortSignal: AbortSignal.abort() })).toMatchObject({
    name: 'AbortError',
  });
});

const VARIABLES = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'];
const handlerWith = (environment: Environment): void => {
  new BoundedHandler(1000, environment).destroy();
};

describe.each(VARIABLES)('%s', (name) => {
  test.each(['socks5://user:hunter2@127.0.0.1:9', 'junk::://', 'http://', 'not a url', 'host:port'])(
    '%s is refused, never ignored, and not shown',
    (value) => {
      expect(() => {
        handlerWith({ [name]: value });
      }).toThrow(
        expect.objectContaining({
          failure: expect.objectContaining({
            code: 'NetworkError',
            retryable: false,
            cause: `${name} must name an HTTP or HTTPS URL such as http://proxy.example.com:3128.`,
          }),
        }),
      );
    },
  );

  test.each(['', ' ', 'proxy.invalid:9', '127.0.0.1:9', 'http://proxy', 'https://user:word@proxy:3128'])(
    '"%s" is accepted',
    (value) => {
      expect(() => {
        handlerWith({ [name]: value });
      }).not.toThrow();
    },
  );
});
