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
import type { TrialResult, Family } from './family.ts';
import { inputsOf, messagesFile } from './network-faults.ts';
import { recordOf, watchStep } from './watched-step.ts';

/** What stands where a file should be. It is put at `path`, beside `results`, the results file. */
interface Obstacle {
  readonly name: string;
  readonly put: (path: string, results: string) => void;
  /** Why it cannot be had here. */
  readonly unavailable?: string | undefined;
}

const isLinux = process.platform === 'linux';
const canMount = isLinux && process.getuid?.() === 0;
const needsRoot = canMount ? undefined : 'it takes Linux and root to mount a file system';
const needsLinux = isLinux ? undefined : 'there is no such device or file system';
const needsUser = process.getuid?.() === 0 ? 'root may read and write everything' : undefined;

/** Bytes of a disk that is full: none is left for a file. */
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

const FOREIGN = 'a file of something else';
const FOREIGN_TEXT = 'Do not touch this.\n';

const OBSTACLES: readonly Obstacle[] = [
  { name: 'nothing', put: () => undefined },
  {
    name: 'an empty file',
    put: (path) => {
      writeFileSync(path, '');
    },
  },
  {
    name: FOREIGN,
    put: (path) => {
      writeFileSync(path, FOREIGN_TEXT);
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
  { name: 'a link to nothing', put: linkTo('nowhere/at-all') },
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

/** A file that the step reads or writes: an input, or a variable of the environment. */
interface Role {
  readonly name: string;
  readonly input?: string;
  readonly variable?: string;
  /** Its name in the directory for temporary files; the scan job's id is in it. */
  readonly ownName?: (scanJobId: string) => string;
}

const ROLES: readonly Role[] = [
  { name: 'the results', input: 'results-file' },
  { name: 'the undelivered file', input: 'undelivered-file' },
  { name: 'the report', input: 'report-file' },
  { name: 'SARIF', input: 'sarif-file' },
  { name: 'the exceptions', input: 'exceptions-file' },
  { name: 'the baseline', input: 'baseline-file' },
  { name: 'the job summary', variable: 'GITHUB_STEP_SUMMARY' },
  { name: 'the outputs', variable: 'GITHUB_OUTPUT' },
  { name: 'RUNNER_TEMP', variable: 'RUNNER_TEMP' },
  { name: 'the record of the session', ownName: (scanJobId) => `inspector-cis-session-${scanJobId}.json` },
];

/** The runner makes these itself: nobody else puts anything in their place that would be waited for. */
const NEVER_FIFO = ['the job summary', 'the outputs'];

const TRIALS = ROLES.flatMap((role) =>
  OBSTACLES.filter(({ name }) => name !== 'a FIFO' || !NEVER_FIFO.includes(role.name)).map((obstacle) => ({
    role,
    obstacle,
    name: `${obstacle.name} in place of ${role.name}`,
  })),
);
type Trial = (typeof TRIALS)[number];

/** Milliseconds after which a step is killed: it waits for something that never comes. */
const TIMEOUT = 60_000;

/** Something else where each file should be that a step reads or writes. */
export const DISKS: Family = {
  name: 'disks',
  description: `For each of ${ROLES.length} files that a step reads or writes (${ROLES.map(({ name }) => name).join(', ')}), one of ${OBSTACLES.length} other things stands in its place: ${OBSTACLES.map(({ name }) => name).join(', ')}. The built action then delivers three chunks, of which the last is refused. It ends, keeps the promises of [deliveries](#deliveries), and leaves the undelivered messages somewhere, or says that they are lost. Where the outputs cannot be set, the step fails. Nothing of somebody else's is overwritten.`,
  trials: TRIALS.map(({ name }) => name),
  run: (number, chance, directory) => {
    const trial = TRIALS[number];
    if (trial === undefined) throw new Error(`There are ${TRIALS.length} obstacles.`);
    return tryObstacle(trial, chance, directory);
  },
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
    // The runner's own files are appended to, whatever they are.
    if (role.variable === undefined) {
      if (readFileSync(results, 'utf8') !== messagesFile(messages))
        violations.push('the results were overwritten');
      if (obstacle.name === FOREIGN && readFileSync(place, 'utf8') !== FOREIGN_TEXT)
        violations.push("somebody else's file was overwritten");
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
  const kept = isKept ? [] : [`of 10 undelivered messages, ${left.length} are in a file`];
  const violations = violationsOf(record);
  // Without outputs there are no numbers to judge by.
  if (Object.keys(record.end.outputs).length === 0 && name === 'the outputs')
    return record.end.exitCode === 1 ? kept : [...kept, 'the outputs cannot be set, and the step is green'];
  // Results that are not there are never accounted for.
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
