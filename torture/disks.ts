import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { carriesRule } from '../local-inspector/script.ts';
import { startLocalInspector } from '../local-inspector/server.ts';
import { STATUSES_WORST_FIRST } from '../src/status.ts';
import type { Chance } from './chance.ts';
import {
  violationsOf,
  undeliveredMessages,
  type DeliveryRecord,
  type Given,
} from './deliveries/invariants.ts';
import { listedTrials, type Family, type TrialResult } from './family.ts';
import { inputsOf, messagesFile } from './network-faults.ts';
import { recordOf, watchStep } from './watched-step.ts';

/** Something in the place of a file. */
interface Obstacle {
  readonly name: string;
  /** Creates it at `path`; `results` is the path of the results file. */
  readonly put: (path: string, results: string) => void;
  /** Why it cannot be created on this machine. */
  readonly unavailable?: string | undefined;
}

const isLinux = process.platform === 'linux';
const canMount = isLinux && process.getuid?.() === 0;
const needsRoot = canMount ? undefined : 'mounting a file system takes Linux and root';
const needsLinux = isLinux ? undefined : 'this system has no such file';
const needsUser = process.getuid?.() === 0 ? 'root can read and write everything' : undefined;

/** The mount options of a disk so small that it is soon full. */
const FULL_DISK = 'size=4k';

const linkTo =
  (target: string) =>
  (path: string): void => {
    symlinkSync(target, path);
  };
const mounted =
  (options: string, fill: boolean) =>
  (path: string): void => {
    const disk = dirname(path);
    run('mount', '-t', 'tmpfs', '-o', options, 'torture', disk);
    if (fill) spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filling')}`, 'bs=4k']);
    else run('mount', '-o', 'remount,ro', disk);
  };

const UNRELATED = 'an unrelated file';
const UNRELATED_TEXT = 'Do not touch this.\n';

const OBSTACLES: readonly Obstacle[] = [
  { name: 'nothing', put: () => undefined },
  {
    name: 'an empty file',
    put: (path) => {
      writeFileSync(path, '');
    },
  },
  {
    name: UNRELATED,
    put: (path) => {
      writeFileSync(path, UNRELATED_TEXT);
    },
  },
  {
    name: 'a directory',
    put: (path) => {
      mkdirSync(path);
    },
  },
  {
    name: 'a link to a directory',
    put: (path, results) => {
      const elsewhere = join(dirname(results), 'elsewhere');
      mkdirSync(elsewhere);
      symlinkSync(elsewhere, path);
    },
  },
  { name: 'a dangling link', put: linkTo('nowhere/at-all') },
  {
    name: 'a link to itself',
    put: (path) => {
      symlinkSync(path, path);
    },
  },
  {
    name: 'a link to the results',
    put: (path, results) => {
      symlinkSync(results, path);
    },
  },
  {
    name: 'a FIFO',
    put: (path) => {
      run('mkfifo', path);
    },
    unavailable: needsLinux,
  },
  { name: '/dev/null', put: linkTo('/dev/null'), unavailable: needsLinux },
  { name: '/dev/zero', put: linkTo('/dev/zero'), unavailable: needsLinux },
  { name: '/dev/full', put: linkTo('/dev/full'), unavailable: needsLinux },
  { name: '/proc/self/mem', put: linkTo('/proc/self/mem'), unavailable: needsLinux },
  {
    name: 'a file without permissions',
    put: (path) => {
      writeFileSync(path, '[]', { mode: 0 });
    },
    unavailable: needsUser,
  },
  { name: 'a full disk', put: mounted(FULL_DISK, true), unavailable: needsRoot },
  { name: 'a read-only disk', put: mounted('size=1m', false), unavailable: needsRoot },
];

/** A file that the step reads or writes, and the input or environment variable that names it. */
interface Role {
  readonly name: string;
  readonly input?: string;
  readonly variable?: string;
  /** Its name in `RUNNER_TEMP`, if nothing else names it. */
  readonly ownName?: (scanJobId: string) => string;
}

const ROLES: readonly Role[] = [
  { name: 'the results', input: 'results-file' },
  { name: 'the undelivered file', input: 'undelivered-file' },
  { name: 'the report', input: 'report-file' },
  { name: 'the SARIF file', input: 'sarif-file' },
  { name: 'the exceptions', input: 'exceptions-file' },
  { name: 'the baseline', input: 'baseline-file' },
  { name: 'the job summary', variable: 'GITHUB_STEP_SUMMARY' },
  { name: 'the outputs', variable: 'GITHUB_OUTPUT' },
  { name: 'RUNNER_TEMP', variable: 'RUNNER_TEMP' },
  { name: 'the session record', ownName: (scanJobId) => `inspector-cis-session-${scanJobId}.json` },
];

/** The runner creates these files itself, so none of them is ever a FIFO, on which a step would wait. */
const NEVER_FIFO = ['the job summary', 'the outputs'];

const TRIALS = ROLES.flatMap((role) =>
  OBSTACLES.filter(({ name }) => name !== 'a FIFO' || !NEVER_FIFO.includes(role.name)).map((obstacle) => ({
    role,
    obstacle,
    name: `${obstacle.name} in place of ${role.name}`,
  })),
);
type Trial = (typeof TRIALS)[number];

/** How long a step may run before it is killed, in milliseconds. */
const TIMEOUT = 60_000;

/** Something else in the place of each file that a step reads or writes. */
export const DISKS: Family = {
  name: 'disks',
  description: `Each of ${ROLES.length} paths that a step reads or writes (${ROLES.map(({ name }) => name).join(', ')}) holds each of ${OBSTACLES.length} things instead: ${OBSTACLES.map(({ name }) => name).join(', ')}. The built action then delivers three chunks, the last of which is refused. It ends, keeps the promises of [deliveries](#deliveries), and saves the undelivered messages or says that they are lost. If the outputs cannot be set, the step fails. Unrelated files are never overwritten.`,
  ...listedTrials(TRIALS, tryObstacle),
};

async function tryObstacle(
  { role, obstacle }: Trial,
  chance: Chance,
  directory: string,
): Promise<TrialResult> {
  if (obstacle.unavailable !== undefined)
    return { violations: [], skipped: `${obstacle.name}: ${obstacle.unavailable}` };
  const messages = Array.from({ length: 30 }, (_, index) => ({
    ruleId: `1.${index + 1}`,
    status: chance.pick(STATUSES_WORST_FIRST),
    details: '',
  }));
  const given: Given = {
    scanJobId: chance.uuid(),
    sessionToken: chance.uuid(),
    messages,
    invalid: 0,
    onInvalid: 'fail',
    dryRun: false,
    tolerated: [],
    chunkSize: 10,
    concurrency: 1,
    maxAttempts: 1,
  };
  const workspace = join(directory, 'workspace');
  const temporaryDirectory = join(directory, 'temporary');
  const system = join(directory, 'system');
  const disk = join(workspace, 'disk');
  for (const path of [workspace, temporaryDirectory, system, disk]) mkdirSync(path);
  const results = join(workspace, 'results.json');
  writeFileSync(results, messagesFile(messages));
  const place =
    role.ownName === undefined ? join(disk, 'file') : join(temporaryDirectory, role.ownName(given.scanJobId));
  const inspector = await startLocalInspector();
  try {
    obstacle.put(place, results);
    inspector.answerWhen(carriesRule('1.21'), { kind: 'error', name: 'AccessDeniedException' });
    const result = await watchStep(
      {
        inputs: { ...inputsOf(given), ...(role.input === undefined ? {} : { [role.input]: place }) },
        environment: {
          ...inspector.environment,
          TMPDIR: system,
          ...(role.variable === undefined ? {} : { [role.variable]: place }),
        },
        workspace,
        temporaryDirectory,
      },
      { directory, timeout: TIMEOUT },
    );
    const { milliseconds, megabytes, isKilled } = result;
    if (isKilled)
      return { milliseconds, megabytes, violations: [`it did not end within ${TIMEOUT / 1000} s`] };
    const record = recordOf(given, result, inspector.requests, { alsoIn: [system] });
    const violations = [...violationsIn(record, role, result.printed)];
    // The step appends to the runner's own files, whatever they hold.
    if (role.variable === undefined) {
      if (readFileSync(results, 'utf8') !== messagesFile(messages))
        violations.push('the results were overwritten');
      if (obstacle.name === UNRELATED && readFileSync(place, 'utf8') !== UNRELATED_TEXT)
        violations.push('an unrelated file was overwritten');
    }
    return { milliseconds, megabytes, violations };
  } finally {
    await inspector.close();
    if (canMount) spawnSync('umount', [dirname(place)]);
  }
}

function violationsIn(record: DeliveryRecord, { name }: Role, printed: string): readonly string[] {
  const isLost = printed.includes('Undelivered messages are lost');
  const left = undeliveredMessages(record.end);
  const isKept = isLost || record.calls.length === 0 || left.length === 10;
  const kept = isKept ? [] : [`only ${left.length} of 10 undelivered messages are in a file`];
  const violations = violationsOf(record);
  // Without outputs, there are no numbers to check.
  if (Object.keys(record.end.outputs).length === 0 && name === 'the outputs')
    return record.end.exitCode === 1
      ? kept
      : [...kept, 'the outputs cannot be set, but the step does not fail'];
  // Messages cannot be accounted for if the results file was replaced or the step says they are lost.
  return [
    ...kept,
    ...(name === 'the results' || isLost
      ? violations.filter((what) => !what.startsWith('complete'))
      : violations),
  ];
}

function run(command: string, ...parameters: readonly string[]): void {
  const { status, stderr } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}: ${stderr}`);
}
