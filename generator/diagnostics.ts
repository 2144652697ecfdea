/** How much a finding weighs: an `error` stops the run before anything is written. */
export type Severity = "error" | "warning" | "note";

/** A text that was read: the name under which it is reported and its characters. */
export interface Source {
  /** Path as shown to the reader, relative to the working directory where that is shorter. */
  readonly path: string;
  readonly text: string;
}

/** A stretch of a source, as UTF-16 offsets; `end` is exclusive. */
export interface Place {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}
