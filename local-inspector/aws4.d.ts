/** The part of `aws4` (which has no types of its own) that checks a signature by making it again. */
declare module 'aws4' {
  interface RequestToSign {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: Buffer;
    service: string;
    region: string;
    /** Signed although `aws4` would leave them out. */
    extraHeadersToInclude: Record<string, true>;
    /** Not signed although `aws4` would sign them. */
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
