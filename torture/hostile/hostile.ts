import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '../chance.ts';
import { violationsOf } from '../deliveries/invariants.ts';
import { dryRunOfDocument } from '../dry-run.ts';
import { listedTrials, type Family, type TrialResult } from '../family.ts';
import { recordOf, watchStep } from '../watched-step.ts';
import { HOSTILE_DOCUMENTS, type HostileDocument } from './documents.ts';

/** The most time, in milliseconds, and memory that a hostile document may take. */
const LONGEST = 10_000;
const MOST_MEGABYTES = 512;
/** How long a step may run before it is killed, in milliseconds. */
const TIMEOUT = 120_000;

/** Documents designed to cost as much as they can, each read by the built action in its own process. */
export const HOSTILE: Family = {
  name: 'hostile',
  description: `${HOSTILE_DOCUMENTS.length} documents designed to cost as much as they can: JSON, YAML, XML and files that are none of these, up to 256 MiB each. The built action reads each in a dry run in its own process, whose time and memory are measured. Each ends within ${LONGEST / 1000} s and ${MOST_MEGABYTES} MB, with results or a documented error code.

Honest files can be as large. They have no time or memory limit; their costs are listed below.`,
  ...listedTrials(HOSTILE_DOCUMENTS, tryDocument),
};

async function tryDocument(
  document: HostileDocument,
  chance: Chance,
  directory: string,
): Promise<TrialResult> {
  const [workspace, temporaryDirectory] = ['workspace', 'temporary'].map((name) => join(directory, name));
  if (workspace === undefined || temporaryDirectory === undefined)
    throw new Error('There are two directories.');
  for (const path of [workspace, temporaryDirectory]) mkdirSync(path);
  write(join(workspace, document.file), document.pieces());
  const given = dryRunOfDocument(chance);
  const { input = 'results-file', isHonest = false } = document;
  if (input !== 'results-file')
    writeFileSync(join(workspace, 'results.json'), '[{"ruleId":"1","status":"FAILED","cisRuleDetails":""}]');
  const inputs = {
    'scan-job-id': given.scanJobId,
    'session-token': given.sessionToken,
    'results-file': 'results.json',
    'on-invalid': given.onInvalid,
    'max-age': 'any',
    'dry-run': 'true',
    [input]: document.file,
  };
  const result = await watchStep({ inputs, workspace, temporaryDirectory }, { directory, timeout: TIMEOUT });
  const { milliseconds, megabytes, isKilled, outputs } = result;
  const measured = { milliseconds, megabytes, cost: isHonest };
  if (isKilled) return { ...measured, violations: [`it did not end within ${TIMEOUT / 1000} s`] };
  // The trial does not know what the document says, so it cannot check that every message is accounted for.
  const violations = violationsOf(recordOf(given, result, [])).filter((what) => !what.startsWith('complete'));
  if (!isHonest && milliseconds > LONGEST) violations.push(`it took ${(milliseconds / 1000).toFixed(1)} s`);
  if (!isHonest && megabytes > MOST_MEGABYTES) violations.push(`it took ${megabytes.toFixed(0)} MB`);
  if (isHonest && outputs['error-code'] !== '')
    violations.push(`error-code is ${outputs['error-code'] ?? 'none'}`);
  return { ...measured, violations };
}

function write(path: string, pieces: Iterable<string | Uint8Array>): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeSync(file, typeof piece === 'string' ? Buffer.from(piece) : piece);
  } finally {
    closeSync(file);
  }
}
