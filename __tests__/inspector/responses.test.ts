import { Inspector2Client, StopCisSessionCommand } from '@aws-sdk/client-inspector2';
import { expect, test } from '@jest/globals';
import { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { logRequests } from '../../src/inspector/answers.ts';

/** The debug log of one call, with headers of our own in the request and in the answer. */
async function logOf(
  sent: Readonly<Record<string, string>>,
  answered: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const lines: string[] = [];
  const client = new Inspector2Client({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'session-secret' },
    requestHandler: {
      handle: () =>
        Promise.resolve({
          response: new HttpResponse({ statusCode: 200, headers: { ...answered }, body: Buffer.from('{}') }),
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
  'the header %s is named in the debug log, in whatever case, and never shown',
  async (name) => {
    for (const header of [name, name.toUpperCase()]) {
      const [request = '', answer = ''] = await logOf({ [name]: 'hunter2' }, { [header]: 'hunter2' });
      expect(request).toContain(`${name}: ***`);
      expect(answer).toContain(`${header}: ***`);
      expect(`${request}${answer}`).not.toMatch(/hunter2|session-secret|Signature=/);
    }
  },
);

test('other headers are shown', async () => {
  const [request, answer] = await logOf({ 'x-one': '1' }, { 'x-two': '2' });
  expect(request).toMatch(
    /^PUT inspector2\.us-east-1\.amazonaws\.com\/cissession\/stop .*x-one: 1.* with \d+ characters$/,
  );
  expect(answer).toBe('200 (x-two: 2) {}');
});
