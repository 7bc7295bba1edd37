import type { Status } from '../../status.ts';
import type { ResultCounts } from './scanner.ts';

/** How many of some statuses are which. */
export function countResults(statuses: Iterable<Status>): ResultCounts {
  const counts: Partial<Record<Status, number>> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** The scanner's words, each once, in one order whatever order they came in. */
export function joinWords(words: Iterable<string>): string {
  const distinct = new Set([...words].flatMap((word) => word.split('/')).filter((word) => word !== ''));
  return [...distinct].sort().join('/');
}
