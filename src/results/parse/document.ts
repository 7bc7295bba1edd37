import type { Source } from '../place.ts';

/** One JSON or YAML document of a results file, as plain values. */
export interface ParsedDocument {
  readonly value: unknown;
  readonly source: Source;
}

/** What is wrong with a text that cannot be parsed, and where; `cause` in the parser's own words. */
export interface SyntaxFault {
  readonly cause: string;
  /** Offset in the text, in UTF-16 units. */
  readonly offset: number;
}
