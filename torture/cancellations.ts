import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../local-inspector/answers.ts';
import { isTelemetry } from '../local-inspector/script.ts';
import { startLocalInspector, type LocalInspector } from '../local-inspector/server.ts';
import type { RunningStep } from '../local-runner/step.ts';
import { STATUSES_WORST_FIRST } from '../src/status.ts';
import type { Chance } from './chance.ts';
import { violationsOf, type Given } from './deliveries/invariants.ts';
import type { TrialResult, Family } from './family.ts';
import { inputsOf, messagesFile } from './network-faults.ts';
import { recordOf, watchStep } from './watched-step.ts';

/** When the signal comes. */
type Moment =
  | { readonly after: readonly [least: number, most: number] }
  | { readonly printed: RegExp }
  | { readonly request: number; readonly answer?: Answer };

interface Trial {
  readonly name: string;
  readonly messages: number;
  readonly moment: Moment;
  /** Whether a call is under way that does not end by itself. */
  readonly isHanging?: true;
}

/** Messages of the largest file that is cancelled: with honest details, as many as 256 MiB hold. */
const MANY = 900_000;
const FEW = 70;
const CHUNK_SIZE = 10;

/** Milliseconds from the signal to the end of the step. */
const LONGEST = 2000;
/** Milliseconds that calls under way have before they are given up. */
const SETTLING = 5000;
const TIMEOUT = 120_000;

const spread = (messages: number, most: number, count: number): readonly Trial[] =>
  Array.from({ length: count }, (_, index) => {
    const [from, to] = [
      Math.round((index * most) / count),
      Math.round(((index + 1) * most) / count),
    ] as const;
    return {
      name: `${messages} messages, ${from} to ${to} ms after the start`,
      messages,
      moment: { after: [from, to] },
    };
  });
const lines = (messages: number): readonly Trial[] =>
  (
    [
      ['the first line', /inspector-cis-telemetry/],
      ['the results are read', /results \(messages\)/],
      ['sending begins', /Sending to scan job/],
      ['the first chunk is sent', /Chunk 1 of/],
    ] as const
  ).map(([when, printed]) => ({ name: `${messages} messages, when ${when}`, messages, moment: { printed } }));

const TRIALS: readonly Trial[] = [
  ...spread(FEW, 400, 40),
  ...spread(MANY, 12_000, 12),
  ...lines(FEW),
  ...lines(MANY),
  ...[1, 2, 4, 7].flatMap((request): readonly Trial[] => [
    { name: `request ${request}, which is answered`, messages: FEW, moment: { request } },
    {
      name: `request ${request}, which is not answered`,
      messages: FEW,
      moment: { request, answer: { kind: 'hang' } },
      isHanging: true,
    },
    {
      name: `the wait for another try of request ${request}`,
      messages: FEW,
      moment: { request, answer: { kind: 'error', name: 'ThrottlingException', retryAfterSeconds: 100 } },
    },
  ]),
];

/** A signal at a spread of moments. */
export const CANCELLATIONS: Family = {
  name: 'cancellations',
  description: `The built action gets SIGINT or SIGTERM, at times both, at each of ${TRIALS.length} moments: a spread of times from the start on, certain lines of the log, certain requests, calls that are never answered, waits between two tries; with ${FEW} messages and with 900,000. It ends within ${LONGEST / 1000} s of the signal (where a call is under way that nobody answers: ${(LONGEST + SETTLING) / 1000} s), with all outputs, and keeps the promises of [deliveries](#deliveries).`,
  trials: TRIALS.map(({ name }) => name),
  run: (number, chance, directory) => {
    const trial = TRIALS[number];
    if (trial === undefined) throw new Error(`There are ${TRIALS.length} moments.`);
    return tryMoment(trial, chance, directory);
  },
};

async function tryMoment(
  { messages: count, moment, isHanging }: Trial,
  chance: Chance,
  directory: string,
): Promise<TrialResult> {
  const messages = Array.from({ length: count }, (_, index) => ({
    ruleId: `1.${index + 1}`,
    status: chance.pick(STATUSES_WORST_FIRST),
    details: Buffer.from(`The setting is as the benchmark recommends: ${index}`).toString('base64'),
  }));
  const given: Given = {
    scanJobId: chance.uuid(),
    sessionToken: chance.uuid(),
    messages,
    invalid: 0,
    onInvalid: 'fail',
    dryRun: false,
    tolerated: [],
    chunkSize: count === FEW ? CHUNK_SIZE : 150,
    concurrency: chance.integer(1, 8),
    maxAttempts: 5,
  };
  const signals = chance.pick<readonly NodeJS.Signals[]>([['SIGINT'], ['SIGTERM'], ['SIGINT', 'SIGTERM']]);
  const [workspace, temporaryDirectory] = [
    join(directory, 'workspace'),
    join(directory, 'temporary'),
  ] as const;
  for (const path of [workspace, temporaryDirectory]) mkdirSync(path);
  writeFileSync(join(workspace, 'results.json'), messagesFile(messages));
  const inspector = await startLocalInspector();
  try {
    let signalled = Infinity;
    const result = await watchStep(
      { inputs: inputsOf(given), environment: inspector.environment, workspace, temporaryDirectory },
      {
        directory,
        timeout: TIMEOUT,
        meanwhile: async (running) => {
          if (!(await hasCome(moment, chance, running, inspector))) return;
          signalled = performance.now();
          for (const signal of signals) running.kill(signal);
        },
      },
    );
    const took = Math.max(0, performance.now() - signalled);
    const { megabytes, outputs, isKilled, exitCode, printed } = result;
    const measured = { milliseconds: took, megabytes };
    if (isKilled) return { ...measured, violations: [`it did not end within ${TIMEOUT / 1000} s`] };
    // Until Node has started the action, which takes some 30 ms, nothing hears a signal, and nothing has happened yet.
    if (exitCode === null && printed === '' && inspector.requests.length === 0)
      return { ...measured, violations: [] };
    const violations = [...violationsOf(recordOf(given, result, inspector.requests))];
    const longest = LONGEST + (isHanging === true ? SETTLING : 0);
    if (took > longest) violations.push(`it ended ${(took / 1000).toFixed(1)} s after the signal`);
    if (outputs['outcome'] === undefined) violations.push('there are no outputs');
    return { ...measured, violations };
  } finally {
    await inspector.close();
  }
}

/** Waits for the moment. @returns `false` when the step ends before it. */
async function hasCome(
  moment: Moment,
  chance: Chance,
  running: RunningStep,
  inspector: LocalInspector,
): Promise<boolean> {
  if ('after' in moment) {
    await wait(chance.integer(...moment.after));
    return true;
  }
  if ('printed' in moment) {
    return running.printed(moment.printed).then(
      () => true,
      () => false,
    );
  }
  const { request, answer } = moment;
  if (answer !== undefined) inspector.answerWhen(isTelemetry(request), answer, { times: 1 });
  const come = inspector.waitFor(isTelemetry(request)).then(() => true);
  return Promise.race([come, running.result.then(() => false)]);
}
