import { createServer, request as sendRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { listen } from './listen.ts';

/** How a proxy is set up. */
export interface ProxyOptions {
  /** What every caller must present by Basic authentication; nothing when absent. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** Where a host and port (`example.com:443`) really are. Lets tests use names that do not exist. */
  readonly route?: (authority: string) => { readonly host: string; readonly port: number };
}

/** One request to the proxy. */
interface ProxiedRequest {
  /** `CONNECT`, or the method of a request in absolute form. */
  readonly method: string;
  /** The host and port that it names; the whole request target when it is malformed. */
  readonly authority: string;
  readonly outcome: 'forwarded' | 'unauthenticated' | 'malformed';
}

/** Headers that a proxy does not pass on: they concern one connection only (RFC 9110, 7.6.1). */
const NOT_FORWARDED = [
  'connection',
  'proxy-connection',
  'proxy-authorization',
  'keep-alive',
  'te',
  'upgrade',
];

const AUTHENTICATION_REQUIRED = emptyAnswer(
  '407 Proxy Authentication Required',
  'Proxy-Authenticate: Basic\r\n',
);

/** Starts a proxy on the loopback interface. */
export async function startProxy(options: ProxyOptions = {}): Promise<LocalProxy> {
  const proxy = new LocalProxy(options);
  await proxy.listen();
  return proxy;
}

/** An HTTP proxy that tunnels (`CONNECT`) and forwards (requests in absolute form). */
export class LocalProxy {
  /** What the proxy was asked for, in order. */
  readonly requests: ProxiedRequest[] = [];
  /** 0 until the proxy listens. */
  port = 0;
  private readonly credentials: ProxyOptions['credentials'];
  private readonly route: NonNullable<ProxyOptions['route']>;
  private readonly server = createServer((incoming, response) => {
    this.forward(incoming, response);
  });
  private readonly sockets = new Set<Socket>();

  constructor({ credentials, route = locationOf }: ProxyOptions) {
    this.credentials = credentials;
    this.route = route;
    this.server.on('connect', (incoming: IncomingMessage, caller: Duplex, head: Buffer) => {
      this.tunnel(incoming, caller, head);
    });
    this.server.on('connection', (socket) => {
      this.track(socket);
    });
    this.server.keepAliveTimeout = 0;
  }

  async listen(): Promise<void> {
    this.port = await listen(this.server, 0);
  }

  /** Without credentials. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** With credentials, where the proxy asks for them. */
  get urlWithCredentials(): string {
    const url = new URL(this.url);
    url.username = encodeURIComponent(this.credentials?.username ?? '');
    url.password = encodeURIComponent(this.credentials?.password ?? '');
    return url.href.replace(/\/$/, '');
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Sends a request in absolute form on to where it is addressed. */
  private forward(incoming: IncomingMessage, response: ServerResponse): void {
    const target = absoluteTarget(incoming.url ?? '');
    const outcome = this.admit(incoming, target && authorityOf(target));
    if (target === undefined || outcome !== 'forwarded') {
      incoming.resume();
      if (outcome === 'unauthenticated') response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end();
      else response.writeHead(400).end();
      return;
    }
    const outgoing = sendRequest({
      ...this.route(authorityOf(target)),
      method: incoming.method,
      path: target.pathname + target.search,
      headers: forwarded(incoming.headers),
      agent: false,
    });
    outgoing.once('socket', (socket) => {
      this.track(socket);
    });
    outgoing.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, forwarded(answer.headers));
      answer.pipe(response);
      // When the answer breaks off, the caller's copy of it must break off too.
      answer.on('error', () => response.destroy());
    });
    outgoing.on('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    });
    response.once('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  }

  /** Connects the caller with the host and port that a `CONNECT` names. */
  private tunnel(incoming: IncomingMessage, caller: Duplex, head: Buffer): void {
    const authority = /^[^/@]+:\d+$/.test(incoming.url ?? '') ? incoming.url : undefined;
    const outcome = this.admit(incoming, authority);
    if (authority === undefined || outcome !== 'forwarded') {
      caller.end(outcome === 'unauthenticated' ? AUTHENTICATION_REQUIRED : emptyAnswer('400 Bad Request'));
      return;
    }
    const remote = connect(this.route(authority));
    this.track(remote);
    let established = false;
    remote.once('connect', () => {
      established = true;
      caller.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      remote.write(head);
      remote.pipe(caller);
      caller.pipe(remote);
    });
    remote.on('error', () => {
      if (established) caller.destroy();
      else caller.end(emptyAnswer('502 Bad Gateway'));
    });
    caller.on('error', () => remote.destroy());
    caller.once('close', () => remote.destroy());
  }

  /** Decides on a request, and records it. The authority is `undefined` when the request names none. */
  private admit(incoming: IncomingMessage, authority: string | undefined): ProxiedRequest['outcome'] {
    const outcome =
      authority === undefined
        ? 'malformed'
        : this.isAuthenticated(incoming)
          ? 'forwarded'
          : 'unauthenticated';
    this.requests.push({
      method: incoming.method ?? '',
      authority: authority ?? incoming.url ?? '',
      outcome,
    });
    return outcome;
  }

  private isAuthenticated({ headers }: IncomingMessage): boolean {
    if (this.credentials === undefined) return true;
    const { username, password } = this.credentials;
    const expected = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    return headers['proxy-authorization'] === expected;
  }

  /** Keeps a connection, to end it with the proxy. */
  private track(socket: Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  }
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

/** An answer without a body to a `CONNECT`, after which the connection ends. */
function emptyAnswer(status: string, headers = ''): string {
  return `HTTP/1.1 ${status}\r\n${headers}Content-Length: 0\r\nConnection: close\r\n\r\n`;
}
