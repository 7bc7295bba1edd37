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

/** What is known about a run so far. It is filled in as the run proceeds, and reported even if the run ends early. */
export interface Run {
  /** The codes in `tolerate-errors`, before the inputs are validated. */
  tolerated?: ReadonlySet<FailureCode>;
  inputs?: Inputs;
  results?: Results;
  validated?: Validated;
  /** What the exceptions and the baseline say. */
  findings?: Findings;
  chunks: readonly Chunk[];
  /** Chunks that Inspector confirmed, each with its receipt. */
  readonly delivered: Map<Chunk, Receipt>;
  /** The Region that was called. */
  region?: string;
  /** When the delivery began and ended, in milliseconds since the epoch. */
  delivery?: { readonly began: number; readonly ended?: number };
  failure?: Failure | undefined;
  /**
   * Where the user wants undelivered messages, and whether an existing file may be replaced, because this step read it.
   */
  undeliveredPlace?: { readonly path: string; readonly replace: boolean };
  /** What the user's policy reports without failing the step. */
  warning?: Failure | undefined;
  /** Where undelivered messages were written. */
  undeliveredFile?: string;
  /** How many messages it contains. */
  savedMessages?: number;
  /** Whether a signal left no time to write them. */
  isUnsaved?: boolean;
  /** Where the user wants the report. An earlier one is already removed. */
  reportPath?: string;
  /** Where the user wants the SARIF file. An earlier one is already removed. */
  sarifPath?: string;
  /** The copy of the earlier report, if it is also the baseline. */
  baselineCopy?: string;
  /** Where the report was written. */
  reportFile?: string;
}

/** A run that has just begun. */
export function newRun(): Run {
  return { chunks: [], delivered: new Map() };
}

/** The value of the output `outcome`. */
export type OutcomeWord = 'sent' | 'partial' | 'failed' | 'dry-run';

/** A run in numbers. Always, total = sent + invalid + undelivered. */
export interface Tally {
  readonly outcome: OutcomeWord;
  readonly messagesTotal: number;
  readonly messagesSent: number;
  readonly messagesInvalid: number;
  readonly chunksTotal: number;
  readonly chunksSent: number;
  readonly statusCounts: StatusCounts;
}

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

/** Whether a failure comes from the user's policy, which is applied after everything was delivered. */
export function isAfterDelivery(code: FailureCode): boolean {
  return code === 'GateFailed' || code === 'NothingEvaluated';
}

/** The posture of a run; without messages, that of no rules. */
export function postureOfRun({ validated, findings }: Run): Posture {
  return postureOf(validated ?? { messages: [], leftOut: [] }, findings?.acceptance.accepted.size);
}

/** Valid messages that Inspector has not confirmed, in order. */
export function undeliveredOf(run: Run): readonly Message[] {
  if (run.delivered.size === 0) return run.validated?.messages ?? [];
  return run.chunks.filter((chunk) => !run.delivered.has(chunk)).flatMap(({ messages }) => messages);
}

/** Whether there is a failure that only ends the step with a warning, because `tolerate-errors` lists its code. */
export function isTolerated({ tolerated, inputs, failure }: Run): boolean {
  return failure !== undefined && (inputs?.tolerateErrors ?? tolerated)?.has(failure.code) === true;
}
