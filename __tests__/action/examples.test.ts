import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { startStep } from '../../local-runner/step.ts';
import { isRecord, listOf, memberOf, recordOf } from '../../src/json.ts';
import { stopOf, withJob, type OpenSession } from '../session/job.ts';
import { finished, newDirectory, SCAN_JOB_ID } from './sending.ts';

// Every example is executed: its scan with a stand-in for the scanner, its telemetry step as the runner runs it.

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const WORKFLOWS = [
  ...readdirSync(join(REPOSITORY, 'examples/workflows')).map((file) => `examples/workflows/${file}`),
  '.github/workflows/cis-openscap.yml',
];

/** Stand-ins for the commands of a workflow: each writes an example file where the real one writes its results. */
const STAND_INS: Readonly<Record<string, string>> = {
  sudo: 'exec "$@"',
  oscap: `
    while [ $# -gt 0 ]; do if [ "$1" = --results ]; then cp "$EXAMPLES/openscap-results.xml" "$2"; fi; shift; done
    exit 2`,
  'cinc-auditor': `
    for argument in "$@"; do case "$argument" in json:*) cat "$EXAMPLES/inspec.json" > "\${argument#json:}" ;; esac; done
    exit 100`,
  docker: 'cat "$EXAMPLES/kube-bench.json"',
  grep: 'exit 0',
};

interface Step {
  readonly uses: string;
  readonly name: string;
  readonly run: string;
  readonly with: Readonly<Record<string, unknown>>;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function stepsOf(workflow: string): readonly Step[] {
  const document: unknown = parse(readFileSync(join(REPOSITORY, workflow), 'utf8'));
  const [job] = Object.values(recordOf(memberOf(document, 'jobs')));
  return listOf(memberOf(job, 'steps')).map((step) => ({
    uses: text(memberOf(step, 'uses')).replace(/@.*/, ''),
    name: text(memberOf(step, 'name')),
    run: text(memberOf(step, 'run')),
    with: recordOf(memberOf(step, 'with')),
  }));
}

/** A value as the runner passes it, with expressions evaluated. */
function evaluated(value: unknown, temporaryDirectory: string, session: OpenSession): string {
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return written.replaceAll(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    if (expression === 'runner.temp') return temporaryDirectory;
    if (expression.endsWith('scan-job-id')) return SCAN_JOB_ID;
    if (/session-token$|CIS_SESSION_TOKEN$/.test(expression)) return session.token;
    return expression === 'inputs.dry-run' ? 'false' : '';
  });
}

function scan(step: Step, temporaryDirectory: string): number | null {
  const bin = newDirectory();
  for (const [name, script] of Object.entries(STAND_INS)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  const workspace = newDirectory();
  mkdirSync(join(workspace, 'profiles'));
  copyFileSync(join(REPOSITORY, 'examples/results.yml'), join(workspace, 'unrelated.yml'));
  const { status } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run], {
    cwd: workspace,
    env: {
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      RUNNER_TEMP: temporaryDirectory,
      EXAMPLES: join(REPOSITORY, 'examples'),
      PROFILE: 'a-profile',
      CONTENT: 'content.xml',
    },
  });
  return status;
}

const onPosix = process.platform === 'win32' ? describe.skip : describe;
onPosix('the example workflow', () => {
  test.each(WORKFLOWS)('%s scans, sends and stops its session with SUCCESS', async (workflow) => {
    const steps = stepsOf(workflow);
    const scanning = steps.find(({ name }) => /^(Scan|Check)$/.test(name));
    const sending = steps.find(({ uses }) => uses.endsWith('/inspector-cis-telemetry'));
    if (scanning === undefined || sending === undefined)
      throw new Error(`${workflow} does not scan or does not send.`);
    await withJob(async (inspector, job) => {
      const session = await job.open();
      expect(scan(scanning, job.temporaryDirectory)).toBe(0);
      const inputs = Object.entries(sending.with).map(
        ([name, value]) => [name, evaluated(value, job.temporaryDirectory, session)] as const,
      );
      const result = await finished(
        startStep({
          workspace: newDirectory(),
          temporaryDirectory: job.temporaryDirectory,
          inputs: {
            ...Object.fromEntries(inputs.filter(([, value]) => value !== '')),
            'aws-region': 'us-east-1',
          },
          environment: inspector.environment,
        }),
      );
      expect([result.exitCode, result.outputs['outcome'], result.outputs['error-code']]).toEqual([
        0,
        'sent',
        '',
      ]);
      await job.end(session);
      expect(stopOf(inspector)).toMatchObject({ status: 'SUCCESS' });
    });
  });
});

test('the snippet to try in the README is a green dry run without ids or AWS', async () => {
  const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');
  const [, snippet = ''] = /## Try it[\s\S]*?```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
  const [write, send] = listOf(parse(snippet));
  const temporaryDirectory = newDirectory();
  spawnSync('bash', ['-e', '-c', text(memberOf(write, 'run'))], {
    env: { PATH: process.env['PATH'] ?? '', RUNNER_TEMP: temporaryDirectory },
  });
  const given = memberOf(send, 'with');
  const inputs = Object.entries(isRecord(given) ? given : {}).map(([name, value]): [string, string] => [
    name,
    (typeof value === 'string' ? value : JSON.stringify(value)).replace(
      '${{ runner.temp }}',
      temporaryDirectory,
    ),
  ]);
  const result = await startStep({ temporaryDirectory, inputs: Object.fromEntries<string>(inputs) }).result;
  expect([result.exitCode, result.outputs['outcome'], result.outputs['messages-total']]).toEqual([
    0,
    'dry-run',
    '2',
  ]);
});
