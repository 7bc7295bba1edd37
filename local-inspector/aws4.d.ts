/** Types for `aws4`, which has none, as far as recomputing a signature needs them. */
declare module 'aws4' {
  interface RequestToSign {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: Buffer;
    service: string;
    region: string;
    /** Headers to sign that `aws4` would leave out. */
    extraHeadersToInclude: Record<string, true>;
    /** Headers to leave out that `aws4` would sign. */
    extraHeadersToIgnore: Record<string, true>;
  }
  interface Credentials {
    accessKeyId: string;
    secretAccessKey: string;
  }
  const aws4: {
    sign(request: RequestToSign, credentials: Credentials): { headers: Record<string, string> };
  };
  export default aws4;
}
