import { PassThrough } from 'node:stream';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { Printed } from '../../local-runner/printed.ts';

const NEVER = new Promise(() => undefined);

/** Text that is printed on two streams, piece by piece, before both end. */
async function printedBy(...pieces: readonly (readonly ['stdout' | 'stderr', string])[]): Promise<Printed> {
  const streams = { stdout: new PassThrough(), stderr: new PassThrough() };
  const printed = new Printed(Object.values(streams));
  for (const [stream, piece] of pieces) {
    const read = once(streams[stream], 'data');
    streams[stream].write(piece);
    await read;
  }
  const ends = Object.values(streams).map((stream) => once(stream, 'end'));
  for (const stream of Object.values(streams)) stream.end();
  await Promise.all(ends);
  return printed;
}

test('the pieces of one stream never join a line of the other', async () => {
  const printed = await printedBy(['stdout', '::err'], ['stderr', 'a\nb'], ['stdout', 'or::no\n']);
  expect(printed.lines).toEqual(['a', '::error::no', 'b']);
  expect(printed.text).toBe('::erra\nbor::no\n');
});

test('waiting ends with the piece that completes a match', async () => {
  const stream = new PassThrough();
  const printed = new Printed([stream]);
  const found = printed.waitFor(/ready/, NEVER);
  stream.write('rea');
  stream.write('dy');
  await expect(found).resolves.toBeUndefined();
});

test('waiting for a text that has been printed ends at once', async () => {
  const printed = await printedBy(['stderr', 'ready']);
  await expect(printed.waitFor(/ready/, NEVER)).resolves.toBeUndefined();
});

test('waiting fails with everything that was printed if the step ends without a match', async () => {
  const printed = await printedBy(['stdout', 'something else']);
  await expect(printed.waitFor(/ready/, Promise.resolve(1))).rejects.toThrow(
    'The step ended without printing /ready/:\nsomething else',
  );
});

test('waiting fails with the reason if the process cannot start', async () => {
  const printed = await printedBy();
  const reason = new Error('spawn ENOENT');
  await expect(printed.waitFor(/ready/, Promise.reject(reason))).rejects.toBe(reason);
});
