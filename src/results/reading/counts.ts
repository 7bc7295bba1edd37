import type { Status } from '../../status.ts';
import type { ResultCounts } from './scanner.ts';

/** How often each status occurs. */
export function countResults(statuses: Iterable<Status>): ResultCounts {
  const counts: Partial<Record<Status, number>> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** The scanner's words joined with `/`, each once, always in the same order. */
export function joinWords(words: Iterable<string>): string {
  const distinct = new Set([...words].flatMap((word) => word.split('/')).filter((word) => word !== ''));
  return [...distinct].sort().join('/');
}
