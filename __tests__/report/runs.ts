import fc from 'fast-check';
import { failureFor, type Failure } from '../../src/failure.ts';
import type { Inputs } from '../../src/inputs/telemetry.ts';
import { chunk } from '../../src/messages/chunk.ts';
import { validate } from '../../src/messages/validate.ts';
import { NO_ACCEPTANCE } from '../../src/policy/acceptance.ts';
import type { FileReport, PlacedRuleResult, Results } from '../../src/results/results.ts';
import type { AnnotationProperties, Level } from '../../src/report/log.ts';
import { Log } from '../../src/report/log.ts';
import { newRun, type Run } from '../../src/run.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../src/status.ts';
import { SECRET, messagesOf, placeAt, sourceOf } from '../messages/drafts.ts';

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

/** How far a run got. */
export interface Progress {
  readonly messages: number;
  readonly invalid?: number;
  readonly chunkSize?: number;
  /** The numbers of the confirmed chunks. */
  readonly delivered?: readonly number[];
  readonly failure?: Failure;
  readonly inputs?: Partial<Inputs>;
  readonly undeliveredPlace?: Run['undeliveredPlace'];
}

/** A run that got this far. */
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

/** The same run with these statuses for its messages, in order, and these chunks confirmed. */
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
      startGroup: print('info'),
      endGroup: () => undefined,
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

/** A run over one scanner's file with every fact known, and `text` as every foreign text. */
export function foreignRun(text: string, rules = 3): Run {
  const source = { file: text, locate: () => undefined };
  const place = { source, at: { path: [] } };
  const ruleResults = Array.from({ length: rules }, (_, index): PlacedRuleResult => ({
    ruleId: `${text}${index}`.slice(0, 500),
    ownId: text,
    status: STATUSES_WORST_FIRST[index % STATUSES_WORST_FIRST.length] ?? 'FAILED',
    result: text,
    title: text,
    section: text,
    severity: text,
    level: text,
    reason: text,
    remediation: text,
    identifiers: [text],
    benchmark: text,
    scanner: text,
    at: { path: [] },
    place,
  }));
  const file: FileReport = {
    file: text,
    format: text,
    scanner: text,
    benchmark: text,
    profile: text,
    target: text,
    isUndeliveredFile: false,
    modified: Date.UTC(2026, 10, 25, 9, 30),
    device: 0,
    sha256: 'a'.repeat(64),
    started: 0,
    ended: 1,
    results: rules,
    excluded: [{ what: text, count: 2 }],
  };
  const results: Results = {
    unread: [],
    formats: [text],
    files: [file, { ...file, modified: 0 }],
    targets: [text],
    facts: {
      benchmark: text,
      benchmarkVersion: text,
      contentVersion: text,
      profile: text,
      platform: { vendor: text },
    },
    drafts: [],
    ruleResults,
    faults: [],
    recordFaults: [{ sentence: text, place, ruleId: text, status: 'FAILED' }],
    unreadable: new Set(),
    renamed: 0,
    kept: 0,
    disagreements: [{ ruleId: text, opinions: [{ scanner: text, status: 'FAILED', place: placeAt(0) }] }],
    warnings: [],
    notices: [],
  };
  const run = newRun();
  const validated = validate(sourceOf(results), { detailsEncoding: 'text', secret: SECRET });
  run.inputs = { ...INPUTS, onInvalid: 'skip' };
  run.results = results;
  run.validated = validated;
  const exception = { rule: text, reason: text, owner: text, expires: text, place };
  const accepted = new Map(validated.messages.slice(-1).map(({ ruleId }) => [ruleId, [exception]]));
  const change = { id: text, from: 'PASSED', to: 'FAILED' } as const;
  run.findings = {
    acceptance: { ...NO_ACCEPTANCE, accepted },
    since: {
      baseline: { created: text, rules: new Map(), scan: { targets: [] } },
      comparison: { newlyFailed: [change], newlyPassed: [], otherwise: [], added: [], gone: [change] },
      warnings: [],
    },
  };
  run.chunks = chunk(validated.messages, 2);
  run.region = text;
  run.delivery = { began: 0, ended: 1 };
  run.undeliveredFile = text;
  run.reportFile = text;
  run.warning = failureFor('NothingEvaluated', text, { cause: text });
  run.failure = failureFor('AccessDeniedException', text, {
    cause: text,
    remedy: text,
    requestId: text,
    faults: [{ sentence: text, place }],
  });
  return run;
}
