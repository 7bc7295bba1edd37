import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import aws4 from 'aws4';
import { EXAMPLE_CREDENTIALS } from '../../local-inspector/server.ts';

/** Ids that belong to no real session. */
export const SCAN_JOB = '11111111-2222-4333-8444-555555555555';
export const TOKEN = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

export const TELEMETRY = '/cissession/telemetry/send';

/** A valid message, with changes. */
export function message(changes: object = {}): object {
  return { ruleId: '1.1', status: 'PASSED', cisRuleDetails: 'b2s=', ...changes };
}

/** A valid telemetry body, with changes. */
export function telemetry(changes: object = {}): object {
  return { scanJobId: SCAN_JOB, sessionToken: TOKEN, messages: [message()], ...changes };
}

/** A request in which everything can be changed; without changes it is valid. */
export interface RawCall {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly service?: string;
  readonly region?: string;
  /** Headers to leave out of the signature. */
  readonly unsigned?: readonly string[];
  /** Changes the request after it was signed. */
  readonly tamper?: (headers: Record<string, string>) => void;
  /** The body that is sent, if it differs from the signed one. */
  readonly sentBody?: string;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Signs and sends a request by plain HTTP; in absolute form through a proxy, if one is given. */
export function call(endpoint: string, change: RawCall = {}, proxy?: string): Promise<RawAnswer> {
  const { method = 'PUT', path = TELEMETRY, body = JSON.stringify(telemetry()) } = change;
  const { host } = new URL(endpoint);
  const { headers } = aws4.sign(
    {
      method,
      path,
      headers: { host, 'content-type': 'application/json', ...change.headers },
      body: Buffer.from(body),
      service: change.service ?? 'inspector2',
      region: change.region ?? 'us-east-1',
      extraHeadersToInclude: {},
      extraHeadersToIgnore: Object.fromEntries((change.unsigned ?? []).map((name) => [name, true] as const)),
    },
    change.credentials ?? EXAMPLE_CREDENTIALS,
  );
  change.tamper?.(headers);
  const target = proxy === undefined ? path : endpoint + path;
  return send(proxy ?? endpoint, method, target, headers, change.sentBody ?? body);
}

/** Sends a request unchanged. */
export function send(
  endpoint: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string | Buffer,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(endpoint, { method, path, headers, agent: new Agent() }, (answer) => {
      const parts: Uint8Array[] = [];
      answer.on('data', (part: Uint8Array) => parts.push(part));
      answer.once('error', reject);
      answer.once('end', () => {
        const text = Buffer.concat(parts).toString();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      });
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
