import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Message } from '../../src/messages/message.ts';
import { validate } from '../../src/messages/validate.ts';
import { newUndeliveredPath, undeliveredText } from '../../src/report/undelivered.ts';
import { writeWhole } from '../../src/files.ts';
import { interpretResults } from '../../src/results/results.ts';
import { FORMATS_ON_DEMAND } from '../../src/results/scanners/on-demand.ts';
import { STATUSES_WORST_FIRST } from '../../src/status.ts';
import { SECRET, placeAt } from '../messages/drafts.ts';
import { JOB } from './runs.ts';

const session = { scanJobId: JOB, sessionToken: SECRET };
const anyMessages = fc.uniqueArray(
  fc.record({
    ruleId: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    status: fc.constantFrom(...STATUSES_WORST_FIRST),
    cisRuleDetails: fc.uint8Array({ maxLength: 1000 }),
  }),
  { minLength: 1, maxLength: 10, selector: ({ ruleId }) => ruleId },
);
const contents = (messages: readonly Omit<Message, 'place'>[]): readonly unknown[] =>
  messages.map(({ ruleId, status, cisRuleDetails }) => [
    ruleId,
    status,
    Buffer.from(cisRuleDetails).toString('hex'),
  ]);

test('any undelivered messages are read back unchanged, including binary details, with any `details-encoding`', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyMessages,
      fc.constantFrom('text' as const, 'base64' as const),
      async (messages, detailsEncoding) => {
        const text = undeliveredText(
          JOB,
          messages.map((message) => ({ ...message, place: placeAt(0) })),
        );
        const file = {
          name: 'left.json',
          path: '/left.json',
          bytes: Buffer.from([...text].join('')),
          modified: 0,
          device: 0,
        };
        const reading = { session, format: 'auto', formats: FORMATS_ON_DEMAND };
        const results = await interpretResults([file], reading);
        const validated = validate(results, { detailsEncoding, secret: SECRET });
        expect([results.faults, validated.faults]).toEqual([[], []]);
        expect(contents(validated.messages)).toEqual(contents(messages));
      },
    ),
  );
});

describe('a file is written', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'undelivered-test-'));
  });
  afterEach(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  test('completely, readable only by its owner, replacing an old file, without leftovers', async () => {
    const path = join(directory, 'new', 'left.json');
    await writeWhole(path, 'old');
    await writeWhole(path, 'ü😀');
    expect(await readFile(path, 'utf8')).toBe('ü😀');
    expect(await readdir(join(directory, 'new'))).toEqual(['left.json']);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('or not at all, without leftovers', async () => {
    await writeFile(join(directory, 'file'), '');
    await expect(writeWhole(join(directory, 'file', 'left.json'), 'x')).rejects.toThrow(/EEXIST|ENOTDIR/);
    await expect(writeWhole(directory, 'x')).rejects.toThrow();
    expect(await readdir(directory)).toEqual(['file']);
    expect(
      (await readdir(tmpdir())).filter((name) => name.startsWith(`${directory.split('/').at(-1) ?? ''}.`)),
    ).toEqual([]);
  });
});

test('a generated name is new each time and contains the scan job id', () => {
  const [one, two] = [newUndeliveredPath('/tmp', JOB), newUndeliveredPath('/tmp', JOB)];
  expect(one).not.toBe(two);
  expect(one).toContain(JOB);
});
