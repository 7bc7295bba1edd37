import type { Path, Position, Source } from '../../place.ts';

/** One JSON or YAML document of a results file, as plain values. */
export interface ParsedDocument {
  readonly value: unknown;
  readonly source: Source;
  /**
   * The members that are repeated in one object, `MOST_REPEATED` at most: `JSON.parse` silently keeps the last of them.
   * Reads the text again if there are any. The YAML parser refuses them itself.
   */
  readonly repeatedMembers: () => readonly RepeatedMember[];
}

/** A member whose object already has one of the same name. */
export interface RepeatedMember {
  readonly name: string;
  /** The path to the member, including its name. */
  readonly path: Path;
  readonly position: Position;
  /** The value of the previous member of that name. Reads the text again. */
  readonly earlier: () => unknown;
}

/**
 * What kind of fault a text has: it ends too early; it has a comment, which JSON does not allow; it exceeds a bound of
 * size or depth; or any other.
 */
export type FaultKind = 'end' | 'comment' | 'bound' | 'other';

/** A text is not well-formed, or is refused. The message says what is wrong, and `position` says where. */
export class SyntaxFault extends Error {
  readonly position: Position;
  readonly kind: FaultKind;

  constructor(message: string, position: Position, kind: FaultKind = 'other') {
    super(message);
    this.name = 'SyntaxFault';
    this.position = position;
    this.kind = kind;
  }
}

/** A `SyntaxFault` before its position is known. `offset` is in bytes for JSON, and in UTF-16 units for YAML. */
export class FaultAtOffset extends Error {
  readonly offset: number;
  readonly kind: FaultKind;

  constructor(message: string, offset: number, kind: FaultKind = 'other') {
    super(message);
    this.name = 'FaultAtOffset';
    this.offset = offset;
    this.kind = kind;
  }
}
