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
import { listedTrials, type Family, type TrialResult } from './family.ts';
import { inputsOf, messagesFile } from './network-faults.ts';
import { recordOf, watchStep } from './watched-step.ts';

/** When the signal is sent. */
type Moment =
  | { readonly after: readonly [least: number, most: number] }
  | { readonly printed: RegExp }
  | { readonly request: number; readonly answer?: Answer };

interface Trial {
  readonly name: string;
  readonly messages: number;
  readonly moment: Moment;
  /** Whether a call is under way that never ends by itself. */
  readonly isHanging?: true;
}

/** The number of messages in the large file: as many as fit into 256 MiB with realistic details. */
const MANY = 900_000;
const FEW = 70;
const CHUNK_SIZE = 10;

/** How soon after the signal the step must end, in milliseconds. */
const TIME_TO_END = 2000;
/** How long calls under way have before they are aborted, in milliseconds. */
const TIME_FOR_CALLS = 5000;
/** How long a step may run before it is killed, in milliseconds. */
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
      ['the first line is printed', /inspector-cis-telemetry/],
      ['the results have been read', /results \(messages\)/],
      ['sending begins', /Sending to scan job/],
      ['the first chunk has been sent', /Chunk 1 of/],
    ] as const
  ).map(([when, printed]) => ({ name: `${messages} messages, when ${when}`, messages, moment: { printed } }));

const TRIALS: readonly Trial[] = [
  ...spread(FEW, 400, 40),
  ...spread(MANY, 12_000, 12),
  ...lines(FEW),
  ...lines(MANY),
  ...[1, 2, 4, 7].flatMap((request): readonly Trial[] => [
    { name: `during request ${request}, which is answered`, messages: FEW, moment: { request } },
    {
      name: `during request ${request}, which is never answered`,
      messages: FEW,
      moment: { request, answer: { kind: 'hang' } },
      isHanging: true,
    },
    {
      name: `while waiting to retry request ${request}`,
      messages: FEW,
      moment: { request, answer: { kind: 'error', name: 'ThrottlingException', retryAfterSeconds: 100 } },
    },
  ]),
];

/** Signals at a wide range of moments. */
export const CANCELLATIONS: Family = {
  name: 'cancellations',
  description: `The built action gets SIGINT, SIGTERM or both at each of ${TRIALS.length} moments: at times spread over the run, at certain log lines, during certain requests, during calls that are never answered, and while it waits to retry. It delivers ${FEW} or 900,000 messages. It ends within ${TIME_TO_END / 1000} s of the signal (${(TIME_TO_END + TIME_FOR_CALLS) / 1000} s if a call is never answered), sets its outputs, and keeps the promises of [deliveries](#deliveries).`,
  ...listedTrials(TRIALS, tryMoment),
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
          if (!(await waitForMoment(moment, chance, running, inspector))) return;
          signalled = performance.now();
          for (const signal of signals) running.kill(signal);
        },
      },
    );
    const took = Math.max(0, performance.now() - signalled);
    const { megabytes, outputs, isKilled, exitCode, printed } = result;
    const measured = { milliseconds: took, megabytes };
    if (isKilled) return { ...measured, violations: [`it did not end within ${TIMEOUT / 1000} s`] };
    // For about 30 ms, until Node has started the action, a signal just ends the process, and nothing has happened yet.
    if (exitCode === null && printed === '' && inspector.requests.length === 0)
      return { ...measured, violations: [] };
    const violations = [...violationsOf(recordOf(given, result, inspector.requests))];
    const longest = TIME_TO_END + (isHanging === true ? TIME_FOR_CALLS : 0);
    if (took > longest) violations.push(`it ended ${(took / 1000).toFixed(1)} s after the signal`);
    if (outputs['outcome'] === undefined) violations.push('the outputs are missing');
    return { ...measured, violations };
  } finally {
    await inspector.close();
  }
}

/** Waits for the moment. @returns `false` if the step ends first. */
async function waitForMoment(
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
  const arrived = inspector.waitFor(isTelemetry(request)).then(() => true);
  return Promise.race([arrived, running.result.then(() => false)]);
}
