import { createServer, request as sendRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { listen } from './listen.ts';

/** The settings of a proxy. */
export interface ProxyOptions {
  /** What every caller must present by Basic authentication; without it, callers need no credentials. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** The real address of a host and port (`example.com:443`), so that tests can use names that do not exist. */
  readonly route?: (authority: string) => { readonly host: string; readonly port: number };
}

/** One request to the proxy. */
interface ProxiedRequest {
  /** `CONNECT`, or the method of a request in absolute form. */
  readonly method: string;
  /** The host and port that it names; the whole request target if it is malformed. */
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
  /** Every request to the proxy, in order. */
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

  /** The proxy's URL without credentials. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The proxy's URL with the credentials that it requires, if any. */
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

  /** Forwards a request in absolute form to its target. */
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
      // If the answer is cut off, the caller's copy must be cut off too.
      answer.on('error', () => response.destroy());
    });
    outgoing.on('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    });
    response.once('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  }

  /** Connects the caller to the host and port that a `CONNECT` names. */
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

  /** Decides whether to admit a request, and records it. `authority` is `undefined` if the request names none. */
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

  /** Tracks a connection, so that it ends with the proxy. */
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

/** An answer to a `CONNECT` that has no body and ends the connection. */
function emptyAnswer(status: string, headers = ''): string {
  return `HTTP/1.1 ${status}\r\n${headers}Content-Length: 0\r\nConnection: close\r\n\r\n`;
}
