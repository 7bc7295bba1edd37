/** A position in a text: line and column, both counted from 1 (columns in UTF-16 units). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The path from the root of a JSON or YAML document to a value: member names and indexes. */
export type Path = readonly (string | number)[];

/** Where something is in a document: a path for JSON and YAML, a position for XML. */
export type At = { readonly path: Path } | { readonly position: Position };

/** A document that can tell where in its file a value is. */
export interface Source {
  /** The file, as the user would name it: relative to the working directory if it is inside. */
  readonly file: string;
  /**
   * The position of a value, or of the nearest parent with one. It may parse the text again, so use it only for faults.
   */
  readonly locate: (at: At) => Position | undefined;
}

/** A value's place in a file. */
export interface Place {
  readonly source: Source;
  readonly at: At;
}

/** A place in text form: `results.json:12:5`. */
export function describePlace(place: Place): string {
  const position = place.source.locate(place.at);
  return position === undefined
    ? place.source.file
    : `${place.source.file}:${position.line}:${position.column}`;
}
