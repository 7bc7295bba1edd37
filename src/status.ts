/**
 * The statuses of a rule in Inspector (AWS API model of Inspector2, `CisRuleStatus`), worst first. Several results for
 * one rule combine to the worst.
 */
export const STATUSES_WORST_FIRST = [
  'FAILED',
  'UNKNOWN',
  'ERROR',
  'NOT_EVALUATED',
  'PASSED',
  'INFORMATIONAL',
  'NOT_APPLICABLE',
] as const;

export type Status = (typeof STATUSES_WORST_FIRST)[number];

/** Whether `value` is one of Inspector's seven statuses, exactly as written. */
export function isStatus(value: unknown): value is Status {
  return STATUSES_WORST_FIRST.some((status) => status === value);
}

/** The worst of the statuses; `undefined` if there are none. */
export function worstOf(statuses: Iterable<Status>): Status | undefined {
  const present = new Set(statuses);
  return STATUSES_WORST_FIRST.find((status) => present.has(status));
}

/** A number for each status; all seven are always present. */
export type StatusCounts = Readonly<Record<Status, number>>;

/** Counts statuses. */
export function countStatuses(statuses: Iterable<Status>): StatusCounts {
  const counts: Record<Status, number> = {
    FAILED: 0,
    UNKNOWN: 0,
    ERROR: 0,
    NOT_EVALUATED: 0,
    PASSED: 0,
    INFORMATIONAL: 0,
    NOT_APPLICABLE: 0,
  };
  for (const status of statuses) counts[status] += 1;
  return counts;
}
