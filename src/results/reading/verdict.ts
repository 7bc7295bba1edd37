import type { RuleResult, StatusTable } from './scanner.ts';
import { shortText } from './short-text.ts';

/** A scanner's verdict: its own word, and Inspector's status for it. */
export type Verdict = Pick<RuleResult, 'result' | 'status' | 'undefinedWord'>;

/** The verdict for a scanner's word: `UNKNOWN`, never anything better, if the format does not define the word. */
export function verdictOf(word: string, table: StatusTable): Verdict {
  const status = Object.hasOwn(table, word) ? table[word] : undefined;
  if (status !== undefined) return { result: word, status };
  const undefinedWord = shortText(word, 100) ?? word;
  return { result: undefinedWord, status: 'UNKNOWN', undefinedWord };
}
