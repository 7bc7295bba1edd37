/** A results file as it is on the disk. */
export interface ResultsFile {
  /** As the user would name it: relative to the working directory if it is inside. */
  readonly name: string;
  /** Absolute, with links resolved. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** When it was last written, in milliseconds since the epoch, and the device it is on. */
  readonly modified: number;
  readonly device: number;
}
