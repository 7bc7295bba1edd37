import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlPage, type Answer } from '../local-inspector/answers.ts';
import { carriesRule } from '../local-inspector/script.ts';
import { startLocalInspector } from '../local-inspector/server.ts';
import type { FailureCode } from '../src/failure.ts';
import { STATUSES_WORST_FIRST } from '../src/status.ts';
import type { Chance } from './chance.ts';
import { violationsOf, type Given, type MessageText } from './deliveries/invariants.ts';
import { listedTrials, type Family, type TrialResult } from './family.ts';
import { recordOf, watchStep } from './watched-step.ts';

/** One way in which a call goes wrong, and the error code of the step if every attempt goes wrong like this. */
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
    name: 'an undeclared error',
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
    name: "a gateway's 200",
    answer: raw('{"message":"Missing Authentication Token"}'),
    code: 'ServiceError',
  },
  {
    name: 'a 200 with an error header',
    answer: raw('{}', { 'x-amzn-errortype': 'X' }),
    code: 'ServiceError',
  },
  { name: 'a 200 whose body is not an object', answer: raw('[]'), code: 'ServiceError' },
  { name: 'a 200 whose body is cut off', answer: raw('{"messages": ['), code: 'ServiceError' },
  { name: 'an answer of 2 MiB', answer: raw(`{"x":"${'x'.repeat(2 * 1024 * 1024)}"}`), code: 'NetworkError' },
  { name: 'a reset', answer: { kind: 'reset' }, code: 'NetworkError' },
  {
    name: 'a reset after the request was accepted',
    answer: { kind: 'reset-after-accept' },
    code: 'NetworkError',
  },
  { name: 'no answer', answer: { kind: 'hang' }, code: 'NetworkError' },
  { name: 'half an answer', answer: { kind: 'stall-body' }, code: 'NetworkError' },
  { name: 'half an error', answer: { kind: 'stall-body', status: 500 }, code: 'NetworkError' },
];

/** The chunks of a delivery and the ones that get a fault, counted from 1. */
const CHUNKS = 7;
const PLACES = [
  ['first', 1],
  ['middle', 4],
  ['last', CHUNKS],
] as const;
/** Whether the fault happens once, so that a retry succeeds, or on every attempt. */
const TIMES = ['once', 'always'] as const;

const TRIALS = FAULTS.flatMap((fault) =>
  PLACES.flatMap(([place, chunk]) =>
    TIMES.map((times) => ({ fault, chunk, times, name: `${fault.name}, ${times}, at the ${place} chunk` })),
  ),
);
type Trial = (typeof TRIALS)[number];

/** How long a step may run before it is killed, in milliseconds: none of the faults takes that long. */
const TIMEOUT = 60_000;

/** Each kind of fault at the first, a middle and the last chunk, once or on every attempt, over a real connection. */
export const NETWORK_FAULTS: Family = {
  name: 'faults',
  description: `The built action delivers ${CHUNKS} chunks over a real connection to a local endpoint. The first, a middle or the last chunk meets each of ${FAULTS.length} faults: ${FAULTS.map(({ name }) => name).join(', ')}. The fault happens once, so that a retry succeeds if the fault allows one, or on every attempt. Chunk size, concurrency (1 to 8) and messages are generated. Each delivery keeps the promises of [deliveries](#deliveries) and, unless a retry succeeds, ends with the error code for that fault.`,
  ...listedTrials(TRIALS, tryFault),
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
    const isRecovered = times === 'once' && code === '';
    if (code !== fault.code && !isRecovered)
      violations.push(`error-code is ${code ?? 'none'}, not ${fault.code}`);
    return { violations, milliseconds, megabytes };
  } finally {
    await inspector.close();
  }
}

/** The inputs of a step that delivers `results.json`. */
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

/** The text of a messages file with details in base64. */
export function messagesFile(messages: readonly MessageText[]): string {
  const lines = messages.map(({ ruleId, status, details }) =>
    JSON.stringify({ ruleId, status, cisRuleDetails: details }),
  );
  return `{"messages": [\n${lines.join(',\n')}\n]}\n`;
}
