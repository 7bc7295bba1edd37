import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { HttpRequest } from '@smithy/core/protocols';
import type { Environment } from '../../src/inputs/reader.ts';
import { BoundedHandler } from '../../src/inspector/network.ts';
import { Unreachable } from '../../src/inspector/unreachable.ts';
import { listen } from '../../local-inspector/listen.ts';

type Scene = (socket: Socket) => void;

interface Asked {
  readonly protocol?: string;
  readonly hostname?: string;
  readonly timeout?: number;
  readonly abortSignal?: AbortSignal;
}

/** Asks a server that does with each connection what a scene says; the answer's body, or what was thrown. */
async function ask(scene: Scene | undefined, asked: Asked = {}): Promise<string | Error> {
  const { protocol = 'http:', hostname = '127.0.0.1', timeout = 5000, abortSignal } = asked;
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
    const { response } = await handler.handle(request, abortSignal === undefined ? {} : { abortSignal });
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

test('an answer is read whole', async () => {
  expect(await ask((socket) => socket.end(`${HEAD}content-length: 2\r\n\r\n{}`))).toBe('{}');
});

test.each<[string, Scene | undefined, Asked, string, RegExp]>([
  ['nobody listens', undefined, {}, 'connecting', /ECONNREFUSED/],
  ['there is no such host', undefined, { hostname: 'no..host' }, 'looking up the host', /no\.\.host/],
  [
    'the other side never answers TLS',
    () => undefined,
    { protocol: 'https:', timeout: 300 },
    'TLS',
    /0.3 s|300/,
  ],
  [
    'the other side speaks no TLS',
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
    'the answer is no HTTP',
    (socket) => socket.end('hello\r\n\r\n'),
    {},
    'waiting for the response',
    /Parse Error/,
  ],
  [
    'the answer breaks off',
    (socket) => socket.end(`${HEAD}content-length: 9\r\n\r\n{`),
    {},
    'reading the response',
    /abort/,
  ],
  [
    'the answer has no end',
    (socket) => socket.end(`${HEAD}content-length: 2000000\r\n\r\n${'x'.repeat(2_000_000)}`),
    {},
    'reading the response',
    /more than 1048576 bytes/,
  ],
  [
    'no answer comes in time',
    () => undefined,
    { timeout: 300 },
    'waiting for the response',
    /within 0.3 s|timed? ?out/i,
  ],
  [
    'the answer stalls',
    (socket) => socket.write(`${HEAD}content-length: 9\r\n\r\n{`),
    { timeout: 300 },
    'reading the response',
    /0.3 s|300/,
  ],
])('when %s, the error names host, stage and reason', async (_when, scene, asked, stage, reason) => {
  const thrown = await ask(scene, asked);
  expect(thrown).toBeInstanceOf(Unreachable);
  expect(thrown).toMatchObject({ stage, host: expect.stringContaining(asked.hostname ?? '127.0.0.1:') });
  expect(String(thrown)).toMatch(reason);
});

test.each([
  [30_000, 10_000],
  [2000, 2000],
])('with %d ms for a try, there are %d ms to connect', async (timeout, connecting) => {
  const handler = new BoundedHandler(timeout, {});
  // The handler reads its settings with the first request.
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

test('a time-out goes by the name that the SDK’s own clients know', async () => {
  expect(await ask(() => undefined, { timeout: 300 })).toMatchObject({ name: 'TimeoutError' });
});

test('who gives up gets an AbortError, not a failure of the network', async () => {
  const abort = new AbortController();
  const thrown = ask(
    () => {
      abort.abort();
    },
    { abortSignal: abort.signal },
  );
  expect(await thrown).toMatchObject({ name: 'AbortError' });
});

test('who gave up before gets one at once', async () => {
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
    '%s is refused, never passed over, and not shown',
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
    '"%s" is taken',
    (value) => {
      expect(() => {
        handlerWith({ [name]: value });
      }).not.toThrow();
    },
  );
});
