import { failing } from '../failure.ts';
import type { Environment } from '../inputs/reader.ts';
import { isHttpUrl } from './endpoints.ts';

const PROXY_VARIABLES = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'] as const;

/**
 * The proxies of the environment in the form that Node expects. Node would silently ignore a value that is not an HTTP
 * URL and connect directly. `proxy.example.com:3128`, which curl and others accept, gets its `http://`.
 * @returns every proxy variable; `undefined` if it is blank or not set.
 * @throws ActionFailure `NetworkError` for an unusable proxy.
 */
export function proxiesOf(environment: Environment): Environment {
  const proxies = PROXY_VARIABLES.map((name) => {
    const value = environment[name]?.trim() ?? '';
    if (value === '') return [name, undefined] as const;
    const url = value.includes('://') ? value : `http://${value}`;
    if (!isHttpUrl(url)) throw unusableProxy(name);
    return [name, url] as const;
  });
  return Object.fromEntries(proxies);
}

/** The failure for an unusable proxy. Its value is not shown: it may contain a password. */
export function unusableProxy(names: string, thrown?: unknown): Error {
  return failing(
    'NetworkError',
    'The proxy set in the environment cannot be used.',
    {
      cause: `${names} must name an HTTP or HTTPS URL such as http://proxy.example.com:3128.`,
      remedy: 'Correct the environment variables HTTPS_PROXY and HTTP_PROXY (or https_proxy and http_proxy).',
      retryable: false,
    },
    thrown,
  );
}
