import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ActionFailure } from '../../src/failure.ts';
import { clearOwnFile } from '../../src/report/own-file.ts';
import { REPORT_FILE } from '../../src/report/report-file.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'own-file-test-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const REPORT = { format: 'inspector-cis-telemetry/report', version: 1 };
const clear = (file: string): Promise<string> => clearOwnFile(file, REPORT_FILE, directory);

describe('an earlier report', () => {
  test.each([
    ['unchanged', JSON.stringify(REPORT, undefined, 2)],
    ['compact', JSON.stringify(REPORT)],
    ['truncated', '{"format": "inspector-cis-telemetry/report"'],
    ['in another version', JSON.stringify({ ...REPORT, version: 9 })],
  ])('is removed, %s', async (_how, text) => {
    writeFileSync(join(directory, 'report.json'), text);
    expect(await clear('report.json')).toBe(join(directory, 'report.json'));
    expect(existsSync(join(directory, 'report.json'))).toBe(false);
  });

  test('is removed through a link, which stays', async () => {
    writeFileSync(join(directory, 'report.json'), JSON.stringify(REPORT));
    symlinkSync('report.json', join(directory, 'link.json'));
    expect(await clear('link.json')).toBe(join(directory, 'report.json'));
    expect(existsSync(join(directory, 'report.json'))).toBe(false);
  });
});

test('a path without a file is accepted, even in a folder that does not exist yet', async () => {
  expect(await clear('new/folder/report.json')).toBe(join(directory, 'new/folder/report.json'));
  expect(existsSync(join(directory, 'new'))).toBe(false);
});

describe('any other file is refused and unchanged', () => {
  const refusal = async (file: string): Promise<unknown> => clear(file).catch((error: unknown) => error);

  test.each([
    ['text', 'text'],
    ['nothing at all', ''],
    ['other JSON', '{"messages": []}'],
    ['a report of something else', '{"format": "other/report"}'],
    ['JSON that names the format further on', '{"a": {"format": "inspector-cis-telemetry/report"}}'],
    ['a list', '[{"format": "inspector-cis-telemetry/report"}]'],
  ])('%s', async (_what, text) => {
    writeFileSync(join(directory, 'file'), text);
    expect(await refusal('file')).toMatchObject({
      failure: {
        code: 'InvalidInput',
        sentence: expect.stringContaining('`report-file`: "file" exists'),
        remedy: 'Name another file in `report-file`.',
      },
    });
    expect(readFileSync(join(directory, 'file'), 'utf8')).toBe(text);
  });

  const isPosix = process.platform !== 'win32';
  const posixTest = isPosix ? test : test.skip;

  test('a directory, a dangling link, a device, a path through a file', async () => {
    mkdirSync(join(directory, 'folder'));
    symlinkSync('nowhere', join(directory, 'dangling'));
    writeFileSync(join(directory, 'file'), '');
    for (const file of ['folder', 'dangling', 'file/report.json', ...(isPosix ? ['/dev/null'] : [])]) {
      const error = await refusal(file);
      expect([file, error instanceof ActionFailure && error.failure.code]).toEqual([file, 'InvalidInput']);
    }
  });

  posixTest('a FIFO, without waiting for a writer', async () => {
    execFileSync('mkfifo', [join(directory, 'fifo')]);
    expect(await refusal('fifo')).toMatchObject({ failure: { code: 'InvalidInput' } });
  });

  posixTest('a socket', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(directory, 'socket'), resolve));
    expect(await refusal('socket')).toMatchObject({ failure: { code: 'InvalidInput' } });
    await new Promise((resolve) => server.close(resolve));
  });
});
