import fc from 'fast-check';
import { failureFor, type Failure } from '../../src/failure.ts';
import type { Inputs } from '../../src/inputs/telemetry.ts';
import { chunk } from '../../src/messages/chunk.ts';
import type { AnnotationProperties, Level } from '../../src/report/log.ts';
import { Log } from '../../src/report/log.ts';
import { newRun, type Run } from '../../src/run.ts';
import type { Status } from '../../src/status.ts';
import { SECRET, messagesOf } from '../messages/drafts.ts';

export const JOB = '01234567-89ab-cdef-0123-456789abcdef';

export const INPUTS: Inputs = {
  session: { scanJobId: JOB, sessionToken: SECRET },
  resultsFiles: ['results.json'],
  resultsFormat: 'auto',
  ruleId: 'cis',
  maxAge: { kind: 'job' },
  detailsEncoding: 'text',
  connection: { maxAttempts: 5, requestTimeout: 30_000 },
  chunkSize: 150,
  concurrency: 4,
  onInvalid: 'fail',
  tolerateErrors: new Set(),
  failOnStatus: new Set(),
  failOnRegression: false,
  dryRun: false,
  summary: true,
};

/** How far a run came. */
export interface Progress {
  readonly messages: number;
  readonly invalid?: number;
  readonly chunkSize?: number;
  /** Numbers of the chunks that were confirmed. */
  readonly delivered?: readonly number[];
  readonly failure?: Failure;
  readonly inputs?: Partial<Inputs>;
  readonly undeliveredPlace?: Run['undeliveredPlace'];
}

/** A run that came so far. */
export function runOf({
  messages,
  invalid = 0,
  chunkSize = 2,
  delivered = [],
  failure,
  inputs,
  undeliveredPlace,
}: Progress): Run {
  const run = newRun();
  run.inputs = { ...INPUTS, ...inputs };
  const leftOut = Array.from({ length: invalid }, () => ({ fault: { sentence: 'It is not valid.' } }));
  run.validated = {
    messages: messagesOf(messages),
    leftOut,
    faults: [],
    repeats: [],
    outweighed: [],
    worsened: [],
    notices: [],
  };
  run.chunks = chunk(run.validated.messages, chunkSize);
  for (const one of run.chunks)
    if (delivered.includes(one.number))
      run.delivered.set(one, { requestId: `request-${one.number}`, attempts: 1 });
  if (failure !== undefined) run.failure = failure;
  if (undeliveredPlace !== undefined) run.undeliveredPlace = undeliveredPlace;
  return run;
}

/** The same run with other statuses of its messages, in order, and so many chunks confirmed. */
export function withStatuses(run: Run, statuses: readonly Status[], delivered: readonly number[]): Run {
  const { inputs, validated } = run;
  if (inputs === undefined || validated === undefined) return run;
  const messages = messagesOf(statuses.length).map((message, index) => ({
    ...message,
    status: statuses[index] ?? message.status,
  }));
  run.validated = { ...validated, messages };
  run.chunks = chunk(messages, inputs.chunkSize);
  run.delivered.clear();
  for (const one of run.chunks)
    if (delivered.includes(one.number))
      run.delivered.set(one, { requestId: `request-${one.number}`, attempts: 1 });
  return run;
}

export const anyProgress: fc.Arbitrary<Progress> = fc.record({
  messages: fc.nat(20),
  invalid: fc.nat(5),
  chunkSize: fc.integer({ min: 1, max: 7 }),
  delivered: fc.array(fc.integer({ min: 1, max: 20 })),
});

export const denied = failureFor('AccessDeniedException', 'It was denied.', {
  cause: 'Because.',
  requestId: 'r-1',
});

interface Printed {
  readonly level: Level | 'info' | 'debug';
  readonly text: string;
  readonly properties: AnnotationProperties;
}

/** A log, and what it printed. */
export function recordingLog(isDebug = false): { log: Log; printed: Printed[] } {
  const printed: Printed[] = [];
  const print =
    (level: Printed['level']) =>
    (text: string, properties: AnnotationProperties = {}): void =>
      void printed.push({ level, text, properties });
  const log = new Log(
    {
      info: print('info'),
      debug: print('debug'),
      isDebug: () => isDebug,
      notice: print('notice'),
      warning: print('warning'),
      error: print('error'),
    },
    '/checkout',
    '/checkout/project',
  );
  return { log, printed };
}
