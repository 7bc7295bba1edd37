import { expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newRecord, recordPath, recordText } from '../../src/session/record.ts';
import { sessionStep } from '../../src/session/recorder.ts';
import { recordingLog, runOf } from '../report/runs.ts';
import { JOB } from './records.ts';

test('a dry run counts as a dry run in the record of the session, whatever was delivered before', async () => {
  const temporaryDirectory = mkdtempSync(join(tmpdir(), 'recorder-test-'));
  try {
    const path = recordPath(temporaryDirectory, JOB);
    writeFileSync(path, recordText(newRecord(JOB)), { mode: 0o600 });
    const inputs = { getInput: () => '', setSecret: () => undefined };
    const recordRun = async (run: ReturnType<typeof runOf>): Promise<unknown> => {
      await sessionStep({ temporaryDirectory, inputs, log: recordingLog().log }).record(run);
      return JSON.parse(readFileSync(path, 'utf8'));
    };
    expect(await recordRun(runOf({ messages: 2, delivered: [1] }))).toMatchObject({ steps: 1, dryRuns: 0 });
    const after = await recordRun(runOf({ messages: 2, inputs: { dryRun: true } }));
    expect(after).toMatchObject({ steps: 2, dryRuns: 1, undelivered: [] });
  } finally {
    rmSync(temporaryDirectory, { recursive: true });
  }
});
