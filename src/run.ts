import type { Failure, FailureCode } from './failure.ts';
import type { Inputs } from './inputs/telemetry.ts';
import type { Receipt } from './inspector/client.ts';
import { memoized } from './memoized.ts';
import type { Chunk, Message } from './messages/message.ts';
import type { Validated } from './messages/validate.ts';
import type { Findings } from './policy/findings.ts';
import type { Results } from './results/results.ts';
import { postureOf, type Posture } from './posture.ts';
import { countStatuses, type StatusCounts } from './status.ts';

/** What is known of a run, filled in as it goes: the story so far, also when it ends early. */
export interface Run {
  /** The codes that end the step as a warning, as far as they are known before the inputs are. */
  tolerated?: ReadonlySet<FailureCode>;
  inputs?: Inputs;
  results?: Results;
  validated?: Validated;
  /** What the user's exceptions and baseline find. */
  findings?: Findings;
  chunks: readonly Chunk[];
  /** Chunks that Inspector confirmed, with what it answered to each call. */
  readonly delivered: Map<Chunk, Receipt>;
  /** The Region that was asked. */
  region?: string;
  /** When the delivery began and ended: milliseconds since the epoch. */
  delivery?: { readonly began: number; readonly ended?: number };
  failure?: Failure | undefined;
  /** Where the user wants undelivered messages, and whether what is there may be replaced: a file that was read. */
  undeliveredPlace?: { readonly path: string; readonly replace: boolean };
  /** What the user's policy finds and does not fail for. */
  warning?: Failure | undefined;
  /** Where undelivered messages were written. */
  undeliveredFile?: string;
  /** Where the user wants the report: nothing of an earlier run is there any more. */
  reportPath?: string;
  /** Where the user wants SARIF; like `reportPath`. */
  sarifPath?: string;
  /** Where the earlier report was put by when it is the baseline too. */
  baselineCopy?: string;
  /** Where the report was written. */
  reportFile?: string;
}

/** A run of which nothing is known yet. */
export function newRun(): Run {
  return { chunks: [], delivered: new Map() };
}

/** The value of the output `outcome`. */
export type OutcomeWord = 'sent' | 'partial' | 'failed' | 'dry-run';

/** A run in numbers. Total = sent + invalid + undelivered, always. */
export interface Tally {
  readonly outcome: OutcomeWord;
  readonly messagesTotal: number;
  readonly messagesSent: number;
  readonly messagesInvalid: number;
  readonly chunksTotal: number;
  readonly chunksSent: number;
  readonly statusCounts: StatusCounts;
}

/** Counts a run. */
export function tallyOf(run: Run): Tally {
  const valid = run.validated?.messages ?? NO_MESSAGES;
  const messagesInvalid = run.validated?.leftOut.length ?? 0;
  const messagesSent = [...run.delivered.keys()].reduce((sum, { messages }) => sum + messages.length, 0);
  return {
    outcome: outcomeOf(run, valid.length, messagesSent),
    messagesTotal: valid.length + messagesInvalid,
    messagesSent,
    messagesInvalid,
    chunksTotal: run.chunks.length,
    chunksSent: run.delivered.size,
    statusCounts: statusCountsOf(valid),
  };
}

const NO_MESSAGES: readonly Message[] = [];

const statusCountsOf = memoized((messages: readonly Message[]) =>
  countStatuses(messages.map(({ status }) => status)),
);

function outcomeOf({ inputs, failure }: Run, valid: number, sent: number): OutcomeWord {
  const gateOrNothing = failure === undefined || isAfterDelivery(failure.code);
  if (inputs?.dryRun === true && gateOrNothing) return 'dry-run';
  if (valid > 0 && sent === valid) return 'sent';
  return sent > 0 ? 'partial' : 'failed';
}

/** Whether a failure is one of the user's policy, which is looked at after everything was delivered. */
export function isAfterDelivery(code: FailureCode): boolean {
  return code === 'GateFailed' || code === 'NothingEvaluated';
}

/** The posture that a run found; of a run that has no messages, that of no rules. */
export function postureOfRun({ validated, findings }: Run): Posture {
  return postureOf(validated ?? { messages: [], leftOut: [] }, findings?.acceptance.accepted.size);
}

/** Valid messages that Inspector has not confirmed, in their order. */
export function undeliveredOf(run: Run): readonly Message[] {
  if (run.delivered.size === 0) return run.validated?.messages ?? [];
  return run.chunks.filter((chunk) => !run.delivered.has(chunk)).flatMap(({ messages }) => messages);
}

/** Whether the failure, if any, ends the step as a warning: the user listed its code in `tolerate-errors`. */
export function isTolerated({ tolerated, inputs, failure }: Run): boolean {
  return failure !== undefined && (inputs?.tolerateErrors ?? tolerated)?.has(failure.code) === true;
}
