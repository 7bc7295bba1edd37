import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { startProxy } from '../../local-inspector/proxy.ts';
import type { LocalProxy, ProxyOptions } from '../../local-inspector/proxy.ts';
import type { LocalInspector } from '../../local-inspector/server.ts';
import { call, SCAN_JOB, send, TELEMETRY } from './raw-call.ts';
import { withInspector } from './with-inspector.ts';

const credentials = { username: 'user', password: 'p@ss:word' };
const login = { 'proxy-authorization': `Basic ${Buffer.from('user:p@ss:word').toString('base64')}` };

async function withProxy(
  options: ProxyOptions,
  story: (proxy: LocalProxy, inspector: LocalInspector) => Promise<void>,
): Promise<void> {
  await withInspector(async (inspector) => {
    const proxy = await startProxy({
      route: () => ({ host: '127.0.0.1', port: inspector.port }),
      ...options,
    });
    try {
      await story(proxy, inspector);
    } finally {
      await proxy.close();
    }
  });
}

/** Asks for a tunnel. Returns the status, and the tunnel if there is one. */
async function tunnel(
  proxy: LocalProxy,
  authority: string,
  headers = {},
): Promise<[number | undefined, Duplex]> {
  const asking = request(proxy.url, { method: 'CONNECT', path: authority, headers });
  asking.end();
  return new Promise((resolve, reject) => {
    asking.once('error', reject);
    asking.once('connect', (answer, socket) => {
      resolve([answer.statusCode, socket]);
    });
  });
}

test('a request in absolute form is forwarded so that its signature still holds', async () => {
  await withProxy({}, async (proxy, inspector) => {
    const target = 'http://inspector.example:8080';
    const answer = await call(target, {}, proxy.url);
    expect(answer).toMatchObject({ status: 200, text: '{}' });
    expect(inspector.messages(SCAN_JOB)).toHaveLength(1);
    expect(inspector.requests[0]).toMatchObject({
      path: TELEMETRY,
      headers: { host: 'inspector.example:8080' },
    });
    expect(proxy.requests).toEqual([
      { method: 'PUT', authority: 'inspector.example:8080', outcome: 'forwarded' },
    ]);
  });
});

test('a tunnel carries bytes both ways', async () => {
  await withProxy({}, async (proxy, inspector) => {
    const [status, socket] = await tunnel(proxy, 'inspector.example:443');
    expect(status).toBe(200);
    socket.write('PUT / HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 404 /);
    expect(inspector.requests).toHaveLength(1);
    expect(proxy.requests).toEqual([
      { method: 'CONNECT', authority: 'inspector.example:443', outcome: 'forwarded' },
    ]);
    socket.destroy();
  });
});

test.each([
  ['none', {}, false],
  ['others', { 'proxy-authorization': 'Basic AAAA' }, false],
  ['the right ones', login, true],
])('a proxy with credentials, given %s', async (_what, headers, admitted) => {
  await withProxy({ credentials }, async (proxy, inspector) => {
    const outcome = admitted ? 'forwarded' : 'unauthenticated';
    const answer = await send(proxy.url, 'PUT', 'http://a.example/x', { host: 'a.example', ...headers }, '');
    expect(answer.status).toBe(admitted ? 404 : 407);
    const [status, socket] = await tunnel(proxy, 'b.example:443', headers);
    socket.destroy();
    expect(status).toBe(admitted ? 200 : 407);
    expect(proxy.requests).toEqual([
      { method: 'PUT', authority: 'a.example:80', outcome },
      { method: 'CONNECT', authority: 'b.example:443', outcome },
    ]);
    // Proxy credentials are only for the proxy.
    for (const { headers: forwarded } of inspector.requests) {
      expect(forwarded).not.toHaveProperty('proxy-authorization');
    }
  });
});

test('the proxy URL carries the credentials, encoded', async () => {
  await withProxy({ credentials }, async ({ url, urlWithCredentials, port }) => {
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect(urlWithCredentials).toBe(`http://user:p%40ss%3Aword@127.0.0.1:${port}`);
    await Promise.resolve();
  });
});

test('a proxy says so if a request has no target, or the target does not exist', async () => {
  const closed = await portOfNobody();
  await withProxy({ route: () => ({ host: '127.0.0.1', port: closed }) }, async (proxy) => {
    expect(await send(proxy.url, 'PUT', TELEMETRY, {}, '')).toMatchObject({ status: 400 });
    expect(await send(proxy.url, 'PUT', 'http://a.example/x', {}, '')).toMatchObject({ status: 502 });
    const [status, socket] = await tunnel(proxy, 'a.example:443');
    socket.destroy();
    expect(status).toBe(502);
    expect(proxy.requests[0]).toEqual({ method: 'PUT', authority: TELEMETRY, outcome: 'malformed' });
  });
});

test('an answer that is cut off at the endpoint is cut off for the caller', async () => {
  await withProxy({}, async (proxy, inspector) => {
    inspector.answerWhen(() => true, { kind: 'stall-body' }, { unchecked: true });
    const asking = request(proxy.url, { method: 'PUT', path: 'http://a.example/x' });
    asking.end();
    const answer = await new Promise<IncomingMessage>((resolve) => asking.once('response', resolve));
    const broken = once(answer.resume(), 'end');
    await inspector.close();
    await expect(broken).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});

test('closing ends open tunnels', async () => {
  await withProxy({}, async (proxy) => {
    const [, socket] = await tunnel(proxy, 'a.example:443');
    const ended = once(socket.resume(), 'close');
    await proxy.close();
    await ended;
    await expect(once(connect(proxy.port, '127.0.0.1'), 'connect')).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });
});

async function portOfNobody(): Promise<number> {
  const proxy = await startProxy();
  await proxy.close();
  return proxy.port;
}
