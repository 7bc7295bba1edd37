import type { LeftOut, Message } from '../messages/message.ts';
import type { Status } from '../status.ts';

/** A rule whose status has changed. */
export interface Change {
  /** The name that is sent to Inspector. */
  readonly id: string;
  /** Its status in the baseline; absent for a new rule. */
  readonly from?: Status;
  /** Its status now; absent for a rule that is gone. */
  readonly to?: Status;
}

/**
 * What changed since a baseline. Rules are in the order of the results; rules that are gone, in that of the baseline.
 */
export interface Comparison {
  /** Now FAILED, with another status before. */
  readonly newlyFailed: readonly Change[];
  /** Now PASSED, with another status before. */
  readonly newlyPassed: readonly Change[];
  /** Any other change of status. */
  readonly otherwise: readonly Change[];
  /** Not in the baseline. */
  readonly added: readonly Change[];
  /** In the baseline, but no longer in the results. */
  readonly gone: readonly Change[];
}

/** Compares the rules of a scan with those of a baseline. A rule that is left out as invalid does not count as gone. */
export function compareWithBaseline(
  baseline: ReadonlyMap<string, Status>,
  { messages, leftOut }: { readonly messages: readonly Message[]; readonly leftOut: readonly LeftOut[] },
): Comparison {
  const now = new Map(messages.map(({ ruleId, status }) => [ruleId, status]));
  const known = new Set([...now.keys(), ...leftOut.map(({ ruleId }) => ruleId)]);
  const changed = [...now].flatMap(([id, to]): readonly (Change & { readonly from: Status })[] => {
    const from = baseline.get(id);
    return from === undefined || from === to ? [] : [{ id, from, to }];
  });
  return {
    newlyFailed: changed.filter(({ to }) => to === 'FAILED'),
    newlyPassed: changed.filter(({ to }) => to === 'PASSED'),
    otherwise: changed.filter(({ to }) => to !== 'FAILED' && to !== 'PASSED'),
    added: [...now].filter(([id]) => !baseline.has(id)).map(([id, to]) => ({ id, to })),
    gone: [...baseline].filter(([id]) => !known.has(id)).map(([id, from]) => ({ id, from })),
  };
}
