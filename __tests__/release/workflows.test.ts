import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { isRecord, listOf, memberAt, memberOf, recordOf } from '../../src/json.ts';

// What actionlint and zizmor do not check in this repository's own workflows.

const WORKFLOWS = fileURLToPath(new URL('../../.github/workflows', import.meta.url));

/** The triggers that run the base branch's workflow with a write token, on input that others choose. */
const PRIVILEGED = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues'];

describe.each(readdirSync(WORKFLOWS))('the workflow %s', (name) => {
  const workflow: unknown = parse(readFileSync(join(WORKFLOWS, name), 'utf8'));
  const jobs = Object.entries(recordOf(memberOf(workflow, 'jobs')));

  test('has no trigger that would give outsiders a write token', () => {
    const triggers = Object.keys(recordOf(memberOf(workflow, 'on')));
    expect(triggers.length).toBeGreaterThan(0);
    expect(triggers.filter((trigger) => PRIVILEGED.includes(trigger))).toEqual([]);
  });

  test('gives each job only the permissions that it lists, and a timeout', () => {
    expect(memberOf(workflow, 'permissions')).toEqual({});
    expect(memberOf(workflow, 'concurrency')).toBeDefined();
    for (const [, job] of jobs) {
      expect(isRecord(memberOf(job, 'permissions'))).toBe(true);
      expect(memberOf(job, 'timeout-minutes')).toEqual(expect.any(Number));
    }
  });

  test('never runs packages or code of the repository with a token that can write to it', () => {
    for (const [, job] of jobs) {
      const permissions = recordOf(memberOf(job, 'permissions'));
      if (permissions['contents'] !== 'write' && permissions['id-token'] !== 'write') continue;
      const steps = listOf(memberOf(job, 'steps'));
      const commands = steps.map((step) => memberOf(step, 'run')).filter((run) => typeof run === 'string');
      expect(commands.filter((run) => /\b(npm|npx|node|pip|go)\b/.test(run))).toEqual([]);
      expect(
        steps.map((step) => memberOf(step, 'uses')).filter((uses) => String(uses).startsWith('.')),
      ).toEqual([]);
    }
  });

  test('leaves no token in the work tree', () => {
    const checkouts = jobs
      .flatMap(([, job]) => listOf(memberOf(job, 'steps')))
      .filter((step) => String(memberOf(step, 'uses')).startsWith('actions/checkout@'));
    for (const step of checkouts) expect(memberAt(step, 'with', 'persist-credentials')).toBe(false);
  });
});
