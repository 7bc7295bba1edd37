import type { Failure, FailureCode } from '../failure.ts';
import type { Validated } from '../messages/validate.ts';
import type { Results } from '../results/results.ts';
import type { Status } from '../status.ts';
import { nothingEvaluated } from './evaluated.ts';
import type { Findings } from './findings.ts';
import { gateFailure, type Gate } from './gate.ts';

/** What the scan is judged by. */
export interface Policy {
  readonly failOnStatus: ReadonlySet<Status>;
  readonly failOnRegression?: boolean;
  readonly tolerateErrors: ReadonlySet<FailureCode>;
  /** Statuses that earlier steps of the session delivered. */
  readonly deliveredBefore: Iterable<Status>;
  /** What the user's files find; nothing is accepted where it is left out. */
  readonly findings?: Findings;
}

/** What the user's policy makes of a scan that was delivered. */
export interface Judgement {
  readonly failure?: Failure;
  /** What is only warned of. */
  readonly warning?: Failure;
}

/**
 * Judges a scan after everything was delivered, because a judgement must not keep results from Inspector. That nothing
 * was evaluated is looked at before the gate; when the user tolerates it, the gate still decides.
 */
export function judge(
  validated: Pick<Validated, 'messages' | 'leftOut'>,
  results: Pick<Results, 'files' | 'facts'>,
  policy: Policy,
): Judgement {
  const nothing = nothingEvaluated(validated.messages, policy.deliveredBefore, results);
  const gate = gateFailure(validated, gateOf(policy));
  if (nothing === undefined) return gate === undefined ? {} : { failure: gate };
  const { failure, isFailure } = nothing;
  if (isFailure && !policy.tolerateErrors.has('NothingEvaluated')) return { failure };
  if (gate !== undefined) return { failure: gate, warning: failure };
  return isFailure ? { failure } : { warning: failure };
}

function gateOf({ failOnStatus, failOnRegression = false, findings }: Policy): Gate {
  const baseline = findings?.since?.baseline.rules;
  return {
    failOnStatus,
    failOnRegression,
    ...(findings === undefined ? {} : { accepted: findings.acceptance.accepted }),
    ...(baseline === undefined ? {} : { baseline }),
  };
}
