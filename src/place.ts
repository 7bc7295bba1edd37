/** Where something stands in a text: line and column, both counted from 1 (columns in UTF-16 units). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The way from the root of a JSON or YAML document down to a value: member names and indexes. */
export type Path = readonly (string | number)[];

/** Where something stands in a document: a path for JSON and YAML, a position for XML. */
export type At = { readonly path: Path } | { readonly position: Position };

/** A document of a results file that can say where in the file a value stands. */
export interface Source {
  /** The file, as the user would name it (relative to the working directory where that is shorter). */
  readonly file: string;
  /** The position of a value, or of the nearest parent that has one. May parse the text again: for faults only. */
  readonly locate: (at: At) => Position | undefined;
}

/** A value's place in a file. */
export interface Place {
  readonly source: Source;
  readonly at: At;
}

/** The place as people write it: `results.json:12:5`. */
export function describePlace(place: Place): string {
  const position = place.source.locate(place.at);
  return position === undefined
    ? place.source.file
    : `${place.source.file}:${position.line}:${position.column}`;
}
