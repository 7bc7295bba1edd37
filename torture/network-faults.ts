import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlPage, type Answer } from '../local-inspector/answers.ts';
import { carriesRule } from '../local-inspector/script.ts';
import { startLocalInspector } from '../local-inspector/server.ts';
import type { FailureCode } from '../src/failure.ts';
import { STATUSES_WORST_FIRST } from '../src/status.ts';
import type { Chance } from './chance.ts';
import { violationsOf, type Given, type MessageText } from './deliveries/invariants.ts';
import type { TrialResult, Family } from './family.ts';
import { recordOf, watchStep } from './watched-step.ts';

/** One way in which a call goes wrong, and the code with which the step ends when it goes on doing so. */
interface Fault {
  readonly name: string;
  readonly answer: Answer;
  readonly code: FailureCode;
}

const raw = (body: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  kind: 'raw',
  status: 200,
  contentType: 'application/json',
  headers,
  body,
});

const FAULTS: readonly Fault[] = [
  {
    name: 'ConflictException',
    answer: { kind: 'error', name: 'ConflictException' },
    code: 'ConflictException',
  },
  {
    name: 'ValidationException',
    answer: {
      kind: 'error',
      name: 'ValidationException',
      fields: [{ name: 'messages.1.member.ruleId', message: 'no' }],
    },
    code: 'ValidationException',
  },
  {
    name: 'AccessDeniedException',
    answer: { kind: 'error', name: 'AccessDeniedException' },
    code: 'AccessDeniedException',
  },
  {
    name: 'ThrottlingException',
    answer: { kind: 'error', name: 'ThrottlingException', retryAfterSeconds: 1 },
    code: 'ThrottlingException',
  },
  {
    name: 'InternalServerException',
    answer: { kind: 'error', name: 'InternalServerException' },
    code: 'InternalServerException',
  },
  {
    name: 'expired credentials',
    answer: { kind: 'undeclared-error', name: 'ExpiredTokenException', status: 403 },
    code: 'CredentialsUnavailable',
  },
  {
    name: 'an error that nobody declared',
    answer: { kind: 'undeclared-error', name: 'ServiceUnavailable', status: 503 },
    code: 'ServiceError',
  },
  { name: 'a web page with 200', answer: htmlPage(200), code: 'ServiceError' },
  { name: 'a web page with 403', answer: htmlPage(403), code: 'ServiceError' },
  { name: 'a web page with 502', answer: htmlPage(502), code: 'ServiceError' },
  {
    name: 'a redirect',
    answer: { kind: 'raw', status: 302, headers: { location: 'https://portal.example/' } },
    code: 'ServiceError',
  },
  {
    name: "a 200 of a gateway's",
    answer: raw('{"message":"Missing Authentication Token"}'),
    code: 'ServiceError',
  },
  {
    name: 'a 200 with the header of an error',
    answer: raw('{}', { 'x-amzn-errortype': 'X' }),
    code: 'ServiceError',
  },
  { name: 'a 200 that is no object', answer: raw('[]'), code: 'ServiceError' },
  { name: 'a 200 that is cut off', answer: raw('{"messages": ['), code: 'ServiceError' },
  { name: 'an answer of 2 MiB', answer: raw(`{"x":"${'x'.repeat(2 * 1024 * 1024)}"}`), code: 'NetworkError' },
  { name: 'a reset', answer: { kind: 'reset' }, code: 'NetworkError' },
  { name: 'a reset after it was taken', answer: { kind: 'reset-after-accept' }, code: 'NetworkError' },
  { name: 'no answer', answer: { kind: 'hang' }, code: 'NetworkError' },
  { name: 'half an answer', answer: { kind: 'stall-body' }, code: 'NetworkError' },
  { name: 'half an error', answer: { kind: 'stall-body', status: 500 }, code: 'NetworkError' },
];

/** Chunks of a delivery, and the one at which the fault comes, counted from 1. */
const CHUNKS = 7;
const PLACES = [
  ['first', 1],
  ['middle', 4],
  ['last', CHUNKS],
] as const;
/** Whether the fault comes once, and the next try has it better, or again and again. */
const TIMES = ['once', 'always'] as const;

const TRIALS = FAULTS.flatMap((fault) =>
  PLACES.flatMap(([place, chunk]) =>
    TIMES.map((times) => ({ fault, chunk, times, name: `${fault.name}, ${times}, at the ${place} chunk` })),
  ),
);
type Trial = (typeof TRIALS)[number];

/** Milliseconds after which a step is killed: none of the faults takes so long. */
const TIMEOUT = 60_000;

/** Each kind of fault at the first, a middle and the last chunk, once or again and again, over a real network. */
export const NETWORK_FAULTS: Family = {
  name: 'faults',
  description: `The built action delivers ${CHUNKS} chunks over a real connection to a local endpoint, which answers one of them, the first, a middle or the last one, in each of ${FAULTS.length} wrong ways: ${FAULTS.map(({ name }) => name).join(', ')}. It does so once, so that another try of what may be tried again succeeds, or always. The chunk size, the concurrency (1 to 8) and the messages are generated. Each delivery keeps the promises of [deliveries](#deliveries), and ends with the code that the fault has.`,
  trials: TRIALS.map(({ name }) => name),
  run: (number, chance, directory) => {
    const trial = TRIALS[number];
    if (trial === undefined) throw new Error(`There are ${TRIALS.length} faults.`);
    return tryFault(trial, chance, directory);
  },
};

async function tryFault(
  { fault, chunk, times }: Trial,
  chance: Chance,
  directory: string,
): Promise<TrialResult> {
  const chunkSize = chance.integer(1, 20);
  const concurrency = chance.integer(1, 8);
  const messages = Array.from(
    { length: (CHUNKS - 1) * chunkSize + chance.integer(1, chunkSize) },
    (_, index) => ({
      ruleId: `1.${index + 1}`,
      status: chance.pick(STATUSES_WORST_FIRST),
      details: Buffer.from(`details ${index}`).toString('base64'),
    }),
  );
  const given: Given = {
    scanJobId: chance.uuid(),
    sessionToken: chance.uuid(),
    messages,
    invalid: 0,
    onInvalid: 'fail',
    dryRun: false,
    tolerated: [],
    chunkSize,
    concurrency,
    maxAttempts: 2,
  };
  const [workspace, temporaryDirectory] = [
    join(directory, 'workspace'),
    join(directory, 'temporary'),
  ] as const;
  for (const path of [workspace, temporaryDirectory]) mkdirSync(path);
  writeFileSync(join(workspace, 'results.json'), messagesFile(messages));
  const inspector = await startLocalInspector();
  try {
    const rule = `1.${(chunk - 1) * chunkSize + 1}`;
    inspector.answerWhen(carriesRule(rule), fault.answer, times === 'once' ? { times: 1 } : {});
    const result = await watchStep(
      {
        inputs: { ...inputsOf(given), 'request-timeout': '1' },
        environment: inspector.environment,
        workspace,
        temporaryDirectory,
      },
      { directory, timeout: TIMEOUT },
    );
    const { milliseconds, megabytes, outputs } = result;
    const violations = [...violationsOf(recordOf(given, result, inspector.requests))];
    const code = outputs['error-code'];
    const isOver = times === 'once' && code === '';
    if (code !== fault.code && !isOver) violations.push(`error-code is ${code ?? 'none'}, not ${fault.code}`);
    return { violations, milliseconds, megabytes };
  } finally {
    await inspector.close();
  }
}

/** The inputs of a step over `results.json`. */
export function inputsOf(given: Given): Readonly<Record<string, string>> {
  return {
    'scan-job-id': given.scanJobId,
    'session-token': given.sessionToken,
    'results-file': 'results.json',
    'details-encoding': 'base64',
    'max-age': 'any',
    'on-invalid': given.onInvalid,
    'dry-run': String(given.dryRun),
    'chunk-size': String(given.chunkSize),
    concurrency: String(given.concurrency),
    'max-attempts': String(given.maxAttempts),
  };
}

/** A messages file whose details are base64. */
export function messagesFile(messages: readonly MessageText[]): string {
  const lines = messages.map(({ ruleId, status, details }) =>
    JSON.stringify({ ruleId, status, cisRuleDetails: details }),
  );
  return `{"messages": [\n${lines.join(',\n')}\n]}\n`;
}
