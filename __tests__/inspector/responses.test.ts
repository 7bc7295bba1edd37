import { Inspector2Client, StopCisSessionCommand } from '@aws-sdk/client-inspector2';
import { expect, test } from '@jest/globals';
import { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { logRequests } from '../../src/inspector/responses.ts';

/** The debug log of one call with extra headers in the request and in the response. */
async function logOf(
  sent: Readonly<Record<string, string>>,
  answered: Readonly<Record<string, string>>,
  body = '{}',
): Promise<readonly string[]> {
  const lines: string[] = [];
  const client = new Inspector2Client({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'session-secret' },
    requestHandler: {
      handle: () =>
        Promise.resolve({
          response: new HttpResponse({
            statusCode: 200,
            headers: { ...answered },
            body: Buffer.from(body),
          }),
        }),
    },
  });
  client.middlewareStack.use(logRequests((line) => lines.push(line)));
  client.middlewareStack.add(
    (next) => (args) => {
      if (HttpRequest.isInstance(args.request)) Object.assign(args.request.headers, sent);
      return next(args);
    },
    { step: 'build' },
  );
  const message = { status: 'SUCCESS', progress: {} } as const;
  await client.send(new StopCisSessionCommand({ scanJobId: 'job', sessionToken: 'token', message }));
  client.destroy();
  return lines;
}

test.each(['authorization', 'x-amz-security-token', 'proxy-authorization', 'cookie', 'set-cookie'])(
  'the debug log names the header %s, in any case, but never shows its value',
  async (name) => {
    for (const header of [name, name.toUpperCase()]) {
      const [request = '', response = ''] = await logOf({ [name]: 'hunter2' }, { [header]: 'hunter2' });
      expect(request).toContain(`${name}: ***`);
      expect(response).toContain(`${header}: ***`);
      expect(`${request}${response}`).not.toMatch(/hunter2|session-secret|Signature=/);
    }
  },
);

test('the debug log shows other headers', async () => {
  const [request, response] = await logOf({ 'x-one': '1' }, { 'x-two': '2' });
  expect(request).toMatch(
    /^PUT inspector2\.us-east-1\.amazonaws\.com\/cissession\/stop .*x-one: 1.* with \d+ characters$/,
  );
  expect(response).toBe('200 (x-two: 2) {}');
});

test('a response is cut before a UUID rather than inside it: part of a token would not be redacted', async () => {
  const token = 'fedcba98-7654-3210-fedc-ba9876543210';
  for (const before of [1960, 1970, 1980, 1990, 1995]) {
    const [, response = ''] = await logOf({}, {}, JSON.stringify({ x: 'x'.repeat(before) + token }));
    expect([before, response]).toEqual([before, expect.not.stringContaining('fedcba98-')]);
    expect(response).toMatch(/x[\da-f]{0,7}…$/);
  }
});
