import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import aws4 from 'aws4';
import type { UndeclaredError } from './answers.ts';

// Source: AWS's documentation of Signature Version 4. The signature itself is recomputed with `aws4`, which shares no
// code with the SDK.

/** Who may call. If there is a session token, every request must carry it. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The scope that signatures must have. Without a region, any region is accepted. */
export interface SignatureScope {
  readonly service: string;
  readonly region?: string | undefined;
}

/** The parts of a request that a signature covers. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: Buffer;
}

/** How far the date of a request may be from the endpoint's clock: five minutes, as for AWS. */
const MAXIMUM_SKEW_MILLISECONDS = 5 * 60 * 1000;

/** ISO 8601 in its basic form, to the second, in UTC: `20150830T123600Z`. */
const BASIC_DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Why AWS would refuse the signature of a request; `undefined` if it would accept it. */
export function signatureRefusal(
  request: SignedRequest,
  credentials: Credentials,
  scope: SignatureScope,
  now: Date,
): UndeclaredError | undefined {
  const headers = singleHeaders(request.headers);
  const authorization = headers.get('authorization');
  if (authorization === undefined)
    return refusal('MissingAuthenticationTokenException', 'no authorization header');
  const claim = readAuthorization(authorization);
  if (claim === undefined) {
    return refusal('IncompleteSignatureException', 'the authorization header is not AWS4-HMAC-SHA256');
  }
  if (claim.accessKeyId !== credentials.accessKeyId) {
    return refusal('UnrecognizedClientException', 'the access key id is unknown');
  }
  if (headers.get('x-amz-security-token') !== credentials.sessionToken) {
    return refusal('UnrecognizedClientException', 'the security token does not belong to these credentials');
  }
  const fault =
    scopeFault(claim, scope) ??
    dateFault(claim, headers.get('x-amz-date'), now) ??
    signedHeadersFault(claim, headers) ??
    payloadFault(headers, request.rawBody) ??
    (signatureOf(request, claim, headers, credentials) === claim.signature
      ? undefined
      : 'the signature does not match this request and these credentials');
  return fault === undefined ? undefined : refusal('InvalidSignatureException', fault);
}

/** The contents of an authorization header. */
interface Claim {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

function readAuthorization(authorization: string): Claim | undefined {
  const match =
    /^AWS4-HMAC-SHA256 Credential=(?<accessKeyId>[^/, ]+)\/(?<date>\d{8})\/(?<region>[a-z0-9-]+)\/(?<service>[a-z0-9-]+)\/aws4_request, ?SignedHeaders=(?<names>[^, ]+), ?Signature=(?<signature>[a-f0-9]{64})$/.exec(
      authorization,
    );
  const { accessKeyId, date, region, service, names, signature } = match?.groups ?? {};
  if (!accessKeyId || !date || !region || !service || !names || !signature) return undefined;
  return { accessKeyId, date, region, service, signedHeaders: names.split(';'), signature };
}

function scopeFault(claim: Claim, scope: SignatureScope): string | undefined {
  if (claim.service !== scope.service) return `the credential's service is not ${scope.service}`;
  if (scope.region !== undefined && claim.region !== scope.region) {
    return `the credential's region is not ${scope.region}`;
  }
  return undefined;
}

function dateFault(claim: Claim, sent: string | undefined, now: Date): string | undefined {
  if (sent === undefined || !BASIC_DATE.test(sent)) return 'x-amz-date is missing or malformed';
  if (!sent.startsWith(claim.date)) return "x-amz-date and the credential's date differ";
  const time = Date.parse(sent.replace(BASIC_DATE, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(time - now.getTime()) <= MAXIMUM_SKEW_MILLISECONDS)) {
    return 'x-amz-date is more than five minutes off';
  }
  return undefined;
}

function signedHeadersFault(claim: Claim, headers: ReadonlyMap<string, string>): string | undefined {
  const named = claim.signedHeaders;
  if (new Set(named).size !== named.length || named.join() !== [...named].sort().join()) {
    return 'the signed headers are not sorted and unique';
  }
  const absent = named.find((name) => name === 'authorization' || !headers.has(name));
  if (absent !== undefined) return `the signed header ${absent} was not sent`;
  const needed = [
    'host',
    ...[...headers.keys()].filter((n) => n === 'content-type' || n.startsWith('x-amz-')),
  ];
  const unsigned = needed.find((name) => !named.includes(name));
  return unsigned === undefined ? undefined : `the header ${unsigned} is not signed`;
}

function payloadFault(headers: ReadonlyMap<string, string>, body: Buffer): string | undefined {
  const claimed = headers.get('x-amz-content-sha256');
  if (claimed === undefined || claimed === createHash('sha256').update(body).digest('hex')) return undefined;
  return 'x-amz-content-sha256 is not the hash of the body';
}

function signatureOf(
  request: SignedRequest,
  claim: Claim,
  headers: ReadonlyMap<string, string>,
  { accessKeyId, secretAccessKey }: Credentials,
): string | undefined {
  const named = claim.signedHeaders.map((name): [string, string] => [name, headers.get(name) ?? '']);
  const signed = aws4.sign(
    {
      method: request.method,
      path: request.path,
      headers: Object.fromEntries(named),
      body: request.rawBody,
      service: claim.service,
      region: claim.region,
      extraHeadersToInclude: Object.fromEntries(named.map(([name]) => [name, true])),
      // `aws4` adds these two to a request with a body. They are signed only if the caller signed them.
      extraHeadersToIgnore: { 'content-type': true, 'content-length': true },
    },
    { accessKeyId, secretAccessKey },
  );
  return readAuthorization(signed.headers['Authorization'] ?? '')?.signature;
}

function singleHeaders(headers: IncomingHttpHeaders): ReadonlyMap<string, string> {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(',') : (value ?? ''),
  ]);
  return new Map(entries);
}

function refusal(name: string, message: string): UndeclaredError {
  return { kind: 'undeclared-error', name, status: 403, message };
}
