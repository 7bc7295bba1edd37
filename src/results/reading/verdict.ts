import type { RuleResult, StatusTable } from './scanner.ts';
import { shortText } from './short-text.ts';

/** A scanner's verdict: its own word, and what that is to Inspector. */
export type Verdict = Pick<RuleResult, 'result' | 'status' | 'undefinedWord'>;

/** What a scanner's word means: `UNKNOWN` when its format does not define the word, never anything better. */
export function verdictOf(word: string, table: StatusTable): Verdict {
  const status = Object.hasOwn(table, word) ? table[word] : undefined;
  if (status !== undefined) return { result: word, status };
  const undefinedWord = shortText(word, 100) ?? word;
  return { result: undefinedWord, status: 'UNKNOWN', undefinedWord };
}
