import { createServer, request as sendRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { listen } from './listen.ts';

/** How a proxy is set up. */
export interface ProxyOptions {
  /** Asked of every caller by Basic authentication; nothing is asked when absent. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** Where a host and port (`example.com:443`) really are, so that tests can use names that don't exist. */
  readonly route?: (authority: string) => { readonly host: string; readonly port: number };
}

/** One thing that the proxy was asked for. */
export interface ProxiedRequest {
  /** `CONNECT`, or the method of a request in absolute form. */
  readonly method: string;
  /** Host and port that were asked for. */
  readonly authority: string;
  readonly outcome: 'forwarded' | 'unauthenticated' | 'malformed';
}

/** A running HTTP proxy that tunnels (`CONNECT`) and forwards (absolute form). */
export interface Proxy {
  /** Without credentials. */
  readonly url: string;
  /** With credentials, where the proxy asks for them. */
  readonly urlWithCredentials: string;
  readonly port: number;
  readonly requests: readonly ProxiedRequest[];
  readonly close: () => Promise<void>;
}

/** Headers between two neighbours only (RFC 9110, 7.6.1), and what the proxy itself was told. */
const NOT_FORWARDED = [
  'connection',
  'proxy-connection',
  'proxy-authorization',
  'keep-alive',
  'te',
  'upgrade',
];

/** Starts a proxy on the loopback interface. */
export async function startProxy(options: ProxyOptions = {}): Promise<Proxy> {
  const { credentials, route = locationOf } = options;
  const login = credentials && `${credentials.username}:${credentials.password}`;
  const requests: ProxiedRequest[] = [];
  const sockets = new Set<Socket>();

  function track(socket: Socket): void {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  }

  function admit(incoming: IncomingMessage, authority: string | undefined): ProxiedRequest['outcome'] {
    const expected = login && `Basic ${Buffer.from(login).toString('base64')}`;
    const known = expected === undefined || incoming.headers['proxy-authorization'] === expected;
    const outcome = authority === undefined ? 'malformed' : known ? 'forwarded' : 'unauthenticated';
    requests.push({ method: incoming.method ?? '', authority: authority ?? incoming.url ?? '', outcome });
    return outcome;
  }

  const server = createServer((incoming: IncomingMessage, response: ServerResponse) => {
    const target = absoluteTarget(incoming.url ?? '');
    const outcome = admit(incoming, target && authorityOf(target));
    if (target === undefined || outcome !== 'forwarded') {
      incoming.resume();
      const unauthenticated = outcome === 'unauthenticated';
      response.writeHead(
        unauthenticated ? 407 : 400,
        unauthenticated ? { 'proxy-authenticate': 'Basic' } : {},
      );
      response.end();
      return;
    }
    const outgoing = sendRequest({
      ...route(authorityOf(target)),
      method: incoming.method,
      path: target.pathname + target.search,
      headers: forwarded(incoming.headers),
      agent: false,
    });
    outgoing.once('socket', track);
    outgoing.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, forwarded(answer.headers));
      answer.pipe(response);
      // What broke off there breaks off here.
      answer.on('error', () => response.destroy());
    });
    outgoing.on('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    });
    response.once('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });

  server.on('connect', (incoming: IncomingMessage, caller: Duplex, head: Buffer) => {
    const authority = /^[^/@]+:\d+$/.test(incoming.url ?? '') ? incoming.url : undefined;
    const outcome = admit(incoming, authority);
    if (authority === undefined || outcome !== 'forwarded') {
      const refusal =
        outcome === 'unauthenticated'
          ? 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n'
          : 'HTTP/1.1 400 Bad Request\r\n';
      caller.end(`${refusal}Content-Length: 0\r\nConnection: close\r\n\r\n`);
      return;
    }
    const there = connect(route(authority));
    track(there);
    let established = false;
    there.once('connect', () => {
      established = true;
      caller.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      there.write(head);
      there.pipe(caller);
      caller.pipe(there);
    });
    there.on('error', () => {
      if (established) caller.destroy();
      else caller.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
    caller.on('error', () => there.destroy());
    caller.once('close', () => there.destroy());
  });

  server.on('connection', track);
  server.keepAliveTimeout = 0;
  const port = await listen(server, 0);
  const url = new URL(`http://127.0.0.1:${port}`);
  const withCredentials = new URL(url);
  withCredentials.username = encodeURIComponent(credentials?.username ?? '');
  withCredentials.password = encodeURIComponent(credentials?.password ?? '');

  return {
    url: url.origin,
    urlWithCredentials: withCredentials.href.replace(/\/$/, ''),
    port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function absoluteTarget(target: string): URL | undefined {
  return target.startsWith('http://') && URL.canParse(target) ? new URL(target) : undefined;
}

function authorityOf(target: URL): string {
  return `${target.hostname}:${target.port || '80'}`;
}

function locationOf(authority: string): { host: string; port: number } {
  const { hostname, port } = new URL(`http://${authority}`);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || '80') };
}

function forwarded(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_FORWARDED.includes(name)));
}
