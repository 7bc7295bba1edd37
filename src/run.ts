import type { Failure, FailureCode } from './failure.ts';
import type { Inputs } from './inputs/telemetry.ts';
import type { Chunk, Message } from './messages/message.ts';
import type { Validated } from './messages/validate.ts';
import type { Findings } from './policy/findings.ts';
import type { Results } from './results/results.ts';
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
  /** Chunks that Inspector confirmed. */
  readonly delivered: Set<Chunk>;
  /** The Region that was asked. */
  region?: string;
  failure?: Failure | undefined;
  /** Where the user wants undelivered messages, and whether what is there may be replaced: a file that was read. */
  undeliveredPlace?: { readonly path: string; readonly replace: boolean };
  /** Where undelivered messages were written. */
  undeliveredFile?: string;
}

/** A run of which nothing is known yet. */
export function newRun(): Run {
  return { chunks: [], delivered: new Set() };
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
  const valid = run.validated?.messages ?? [];
  const messagesInvalid = run.validated?.leftOut.length ?? 0;
  const messagesSent = [...run.delivered].reduce((sum, { messages }) => sum + messages.length, 0);
  return {
    outcome: outcomeOf(run, valid.length, messagesSent),
    messagesTotal: valid.length + messagesInvalid,
    messagesSent,
    messagesInvalid,
    chunksTotal: run.chunks.length,
    chunksSent: run.delivered.size,
    statusCounts: countStatuses(valid.map(({ status }) => status)),
  };
}

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

/** Valid messages that Inspector has not confirmed, in their order. */
export function undeliveredOf(run: Run): readonly Message[] {
  const sent = new Set([...run.delivered].flatMap(({ messages }) => messages));
  return (run.validated?.messages ?? []).filter((message) => !sent.has(message));
}

/** Whether the failure, if any, ends the step as a warning: the user listed its code in `tolerate-errors`. */
export function isTolerated({ tolerated, inputs, failure }: Run): boolean {
  return failure !== undefined && (inputs?.tolerateErrors ?? tolerated)?.has(failure.code) === true;
}
