import type { Failure, FailureCode } from '../failure.ts';
import { withoutUndefined } from '../json.ts';
import type { Validated } from '../messages/validate.ts';
import type { Results } from '../results/results.ts';
import type { Status } from '../status.ts';
import { nothingEvaluated } from './evaluated.ts';
import type { Findings } from './findings.ts';
import { gateFailure, type Gate } from './gate.ts';

/** What a scan is judged by. */
export interface Policy {
  readonly failOnStatus: ReadonlySet<Status>;
  readonly failOnRegression?: boolean;
  readonly tolerateErrors: ReadonlySet<FailureCode>;
  /** Statuses that earlier steps of the session delivered. */
  readonly deliveredBefore: Iterable<Status>;
  /** What the exceptions and the baseline say; if absent, nothing is accepted. */
  readonly findings?: Findings;
}

/** The verdict of the user's policy on a scan that was delivered. */
export interface Judgement {
  readonly failure?: Failure;
  /** Reported as a warning only. */
  readonly warning?: Failure;
}

/**
 * Judges a scan, after everything was delivered, so that a failure never withholds results from Inspector.
 * `NothingEvaluated` comes first; if the user tolerates it, the gate decides.
 */
export function judge(
  validated: Pick<Validated, 'messages' | 'leftOut'>,
  results: Pick<Results, 'files' | 'facts'>,
  policy: Policy,
): Judgement {
  const nothing = nothingEvaluated(validated.messages, policy.deliveredBefore, results);
  const gate = gateFailure(validated, gateOf(policy));
  if (nothing === undefined) return withoutUndefined({ failure: gate });
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
    ...withoutUndefined({ accepted: findings?.acceptance.accepted, baseline }),
  };
}
