import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { runnersNode } from '../../local-runner/node.ts';
import { call } from './raw-call.ts';

const main = fileURLToPath(new URL('../../local-inspector/main.ts', import.meta.url));

function run(...args: string[]) {
  // Node 24 strips types, so it runs the sources directly.
  return spawn(runnersNode().path, [main, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
}

test.each(['SIGINT', 'SIGTERM', 'end of input'] as const)(
  'the endpoint as a program serves until %s',
  async (end) => {
    const child = run('--port', '0', '--sessions', 'tracked', '--region', 'eu-west-1');
    const exit = once(child, 'exit');
    const line: unknown = (await once(child.stdout, 'data'))[0];
    const started: unknown = JSON.parse(String(line));
    expect(started).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      environment: expect.objectContaining({ AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE' }),
    });
    const url = urlOf(started);
    expect(await call(url, { region: 'us-east-1' })).toMatchObject({ status: 403 });
    expect(await call(url, { region: 'eu-west-1' })).toMatchObject({ status: 409 });
    if (end === 'end of input') child.stdin.end();
    else child.kill(end);
    expect(await exit).toEqual([0, null]);
  },
);

test('the endpoint as a detached program outlives its input, and prints at its end what arrived', async () => {
  const child = run('--sessions', 'open', '--detached');
  const exit = once(child, 'exit');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const url = urlOf(JSON.parse(String((await lines.next()).value)));
  child.stdin.end();
  await call(url, { region: 'us-east-1' });
  child.kill('SIGTERM');
  const arrived: unknown = JSON.parse(String((await lines.next()).value));
  expect(arrived).toEqual({
    requests: 1,
    sessions: [expect.objectContaining({ state: 'open', starts: 0, heartbeats: 0, rules: 1 })],
  });
  expect(await exit).toEqual([0, null]);
});

test.each([['--port', 'x'], ['--sessions', 'x'], ['--unknown']])(
  'the endpoint as a program refuses %s %s',
  async (...args) => {
    const code: unknown = (await once(run(...args), 'exit'))[0];
    expect(code).toBe(1);
  },
);

function urlOf(started: unknown): string {
  if (typeof started === 'object' && started !== null && 'url' in started && typeof started.url === 'string')
    return started.url;
  throw new Error('the endpoint started no URL');
}
