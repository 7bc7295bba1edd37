import { expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { listen } from '../../local-inspector/listen.ts';
import { selfSigned } from '../../local-inspector/certificate.ts';
import { startProxy, type LocalProxy, type ProxyOptions } from '../../local-inspector/proxy.ts';
import type { LocalInspector } from '../../local-inspector/server.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { fileOf, messagesOf, newDirectory, SCAN_JOB_ID, send, tracesOf, undeliveredOf } from './sending.ts';

const MESSAGES = messagesOf(3);
const FILES = { 'results.json': fileOf(MESSAGES) };
const HOST = 'inspector.example.invalid';

/** Runs a test with an Inspector and a proxy that routes every host to it. */
async function withProxy(
  story: (inspector: LocalInspector, proxy: LocalProxy) => Promise<void>,
  options: (inspector: LocalInspector) => ProxyOptions = () => ({}),
): Promise<void> {
  await withInspector(async (inspector) => {
    const route = (): { host: string; port: number } => ({ host: '127.0.0.1', port: inspector.port });
    const proxy = await startProxy({ route, ...options(inspector) });
    try {
      await story(inspector, proxy);
    } finally {
      await proxy.close();
    }
  });
}

test.concurrent.each(['HTTP_PROXY', 'http_proxy'])(
  '%s reaches a host that only the proxy knows',
  async (name) => {
    await withProxy(async (inspector, proxy) => {
      const result = await send(inspector, {
        files: FILES,
        environment: { AWS_ENDPOINT_URL_INSPECTOR2: `http://${HOST}:8080`, [name]: proxy.url },
      });
      expect(result.outputs).toMatchObject({ outcome: 'sent', 'messages-sent': '3' });
      expect(proxy.requests).toEqual([{ method: 'PUT', authority: `${HOST}:8080`, outcome: 'forwarded' }]);
    });
  },
);

test.concurrent('a proxy may omit http://, as in curl', async () => {
  await withProxy(async (inspector, proxy) => {
    const environment = { HTTP_PROXY: `127.0.0.1:${proxy.port}`, HTTPS_PROXY: 'proxy.invalid:9' };
    const result = await send(inspector, { files: FILES, environment });
    expect(result.outputs).toMatchObject({ outcome: 'sent' });
    expect(proxy.requests).toHaveLength(1);
  });
});

test.concurrent.each(['socks5://127.0.0.1:9', 'junk::://'])(
  'nothing is sent around an unusable proxy: %s',
  async (value) => {
    await withInspector(async (inspector) => {
      const result = await send(inspector, { files: FILES, environment: { HTTPS_PROXY: value } });
      expect(result.outputs).toMatchObject({ 'error-code': 'NetworkError', 'error-retryable': 'false' });
      expect(result.log).toContain('HTTPS_PROXY must name an HTTP or HTTPS URL');
      expect(inspector.requests).toHaveLength(0);
    });
  },
);

test.concurrent.each([
  { exempt: {}, through: 1 },
  { exempt: { NO_PROXY: 'example.com' }, through: 1 },
  { exempt: { NO_PROXY: 'example.com,127.0.0.1' }, through: 0 },
  { exempt: { no_proxy: '127.0.0.1' }, through: 0 },
  { exempt: { NO_PROXY: '*' }, through: 0 },
])('loopback is exempt only if NO_PROXY says so: $exempt', async ({ exempt, through }) => {
  await withProxy(async (inspector, proxy) => {
    const environment = { HTTP_PROXY: proxy.url, ...exempt };
    const result = await send(inspector, { files: FILES, environment });
    expect(result.outputs['outcome']).toBe('sent');
    expect(proxy.requests).toHaveLength(through);
  });
});

const LOGIN = { username: 'builder', password: 'p@ss:w%rd/hunter2' };

test.concurrent('the credentials of a proxy are used but never shown', async () => {
  await withProxy(
    async (inspector, proxy) => {
      const result = await send(inspector, {
        files: FILES,
        environment: { HTTP_PROXY: proxy.urlWithCredentials, RUNNER_DEBUG: '1' },
      });
      expect(result.outputs['outcome']).toBe('sent');
      expect(proxy.requests).toMatchObject([{ outcome: 'forwarded' }]);
      expectNoLogin(tracesOf(result));
    },
    () => ({ credentials: LOGIN }),
  );
});

test.concurrent(
  'a proxy that refuses the credentials is reported with its status, and they are not shown',
  async () => {
    await withProxy(
      async (inspector, proxy) => {
        const wrong = proxy.urlWithCredentials.replace('builder', 'destroyer');
        const result = await send(inspector, {
          files: FILES,
          inputs: { 'max-attempts': '1' },
          environment: { HTTP_PROXY: wrong, RUNNER_DEBUG: '1' },
        });
        expect(result.outputs['outcome']).toBe('failed');
        expect(result.log).toContain('HTTP 407');
        expect(undeliveredOf(result)).toEqual(MESSAGES);
        expectNoLogin(tracesOf(result));
      },
      () => ({ credentials: LOGIN }),
    );
  },
);

test.concurrent.each([
  { what: 'with a certificate that the runner trusts', known: true },
  { what: 'with an unknown certificate', known: false },
])('HTTPS goes through a tunnel of the proxy, $what', async ({ known }) => {
  await withInspector(async (inspector) => {
    const certificate = selfSigned(HOST);
    const endpoint = createServer(certificate, (caller) => {
      const there = connect(inspector.port, '127.0.0.1');
      caller.pipe(there).pipe(caller);
      for (const socket of [caller, there]) socket.on('error', () => caller.destroy());
    });
    const port = await listen(endpoint, 0);
    const proxy = await startProxy({ credentials: LOGIN, route: () => ({ host: '127.0.0.1', port }) });
    const authorities = join(newDirectory(), 'authorities.pem');
    writeFileSync(authorities, certificate.cert);
    try {
      const result = await send(inspector, {
        files: FILES,
        inputs: { 'max-attempts': '1' },
        environment: {
          AWS_ENDPOINT_URL_INSPECTOR2: `https://${HOST}`,
          https_proxy: proxy.urlWithCredentials,
          RUNNER_DEBUG: '1',
          ...(known ? { NODE_EXTRA_CA_CERTS: authorities } : {}),
        },
      });
      expect(proxy.requests).toEqual([{ method: 'CONNECT', authority: `${HOST}:443`, outcome: 'forwarded' }]);
      expectNoLogin(tracesOf(result));
      expect(result.outputs['error-code']).toBe(known ? '' : 'NetworkError');
      expect(inspector.messages(SCAN_JOB_ID)).toHaveLength(known ? 3 : 0);
      if (!known) expect(result.log).toMatch(/inspector\.example\.invalid[^]*the network failed \(TLS\)/);
    } finally {
      endpoint.close();
      await proxy.close();
    }
  });
});

test.concurrent.each([
  { what: 'cannot be reached', options: { route: () => ({ host: '127.0.0.1', port: 1 }) } },
  { what: 'refuses the caller', options: { credentials: LOGIN } },
])(
  'a tunnel that fails because the host or the proxy $what is reported as a failure of the proxy',
  async ({ options }) => {
    await withInspector(async (inspector) => {
      const proxy = await startProxy(options);
      try {
        const result = await send(inspector, {
          files: FILES,
          inputs: { 'max-attempts': '1' },
          environment: { AWS_ENDPOINT_URL_INSPECTOR2: `https://${HOST}`, HTTPS_PROXY: proxy.url },
        });
        expect(result.outputs['error-code']).toBe('NetworkError');
        expect(result.log).toContain('the network failed (the proxy)');
      } finally {
        await proxy.close();
      }
    });
  },
);

test.concurrent('an unreachable proxy is reported as such', async () => {
  await withInspector(async (inspector) => {
    const result = await send(inspector, {
      files: FILES,
      inputs: { 'max-attempts': '1' },
      environment: {
        AWS_ENDPOINT_URL_INSPECTOR2: `https://${HOST}`,
        HTTPS_PROXY: `http://${LOGIN.username}:hunter2@127.0.0.1:1`,
        RUNNER_DEBUG: '1',
      },
    });
    expect(result.outputs['error-code']).toBe('NetworkError');
    expect(result.log).toContain('ECONNREFUSED');
    expectNoLogin(tracesOf(result));
  });
});

function expectNoLogin(traces: string): void {
  const basic = Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64');
  for (const secret of ['hunter2', LOGIN.password, encodeURIComponent(LOGIN.password), basic]) {
    expect(traces).not.toContain(secret);
  }
}
