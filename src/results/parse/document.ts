import type { Path, Position, Source } from '../../place.ts';

/** One JSON or YAML document of a results file, as plain values. */
export interface ParsedDocument {
  readonly value: unknown;
  readonly source: Source;
  /**
   * Members that are repeated in one object, of which `JSON.parse` keeps the last without a word; the first
   * `MOST_REPEATED` of them. Reads the text again when there are any. YAML refuses them by itself.
   */
  readonly repeatedMembers: () => readonly RepeatedMember[];
}

/** A member that its object already has under the same name. */
export interface RepeatedMember {
  readonly name: string;
  /** The way to the member, its name included. */
  readonly path: Path;
  readonly position: Position;
  /** The value of the member of that name before it. Reads the text again. */
  readonly earlier: () => unknown;
}

/**
 * What kind of fault a text has: it ends too early; it has a comment, which JSON has not; it is larger or deeper than
 * what is read; or else.
 */
export type FaultKind = 'end' | 'comment' | 'bound' | 'other';

/** A text that is not well-formed, or that is refused: the message says what is wrong, `position` where. */
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

/** The same as long as only the parser knows where in the text it is: in bytes of JSON, in UTF-16 units of YAML. */
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
