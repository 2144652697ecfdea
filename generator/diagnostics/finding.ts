import type { Code, Severity } from "./codes.js";
import type { Fix } from "./fix.js";

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

/** Whether a place is another one or a part of it; what has no place is nowhere. */
export function isInside(place: Place | undefined, { source, start, end }: Place): boolean {
  return place !== undefined && place.source === source && place.start >= start && place.end <= end;
}

/** Something to say about the documents. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  /** Absent only where no document is at fault, such as a file that is not there. */
  readonly place?: Place | undefined;
  /** A way out that can be followed as it stands. */
  readonly hint?: string | undefined;
  /** The way out as overlay actions, where that is one. */
  readonly fix?: Fix | undefined;
  /** It is let pass, because something is assumed. */
  readonly assumed?: true | undefined;
  /** How often the documents had been amended before, where the actions are for what came of that. Default: 0. */
  readonly round?: number | undefined;
}
