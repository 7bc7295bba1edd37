import type { Position, Source } from '../../place.ts';

/** One JSON or YAML document of a results file, as plain values. */
export interface ParsedDocument {
  readonly value: unknown;
  readonly source: Source;
  /**
   * Members that stand twice in one object, of which `JSON.parse` keeps the last without a word. Reads the text
   * again. YAML refuses them by itself.
   */
  readonly repeatedMembers: () => readonly RepeatedMember[];
}

/** The second of two members of one name in one object. */
export interface RepeatedMember {
  readonly name: string;
  readonly position: Position;
}

/** What is wrong with a text that cannot be parsed, and where; `cause` in the parser's own words. */
export interface SyntaxFault {
  readonly cause: string;
  /** Offset in the text, in UTF-16 units. */
  readonly offset: number;
}
