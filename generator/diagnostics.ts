import { codes, type Code } from "./diagnostics/codes.js";

export type { Code } from "./diagnostics/codes.js";

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

/** Something to say about the documents. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  /** Absent only where no document is at fault, such as a file that is not there. */
  readonly place?: Place | undefined;
  /** A way out that can be followed as it stands. */
  readonly hint?: string | undefined;
}

/** Collects what the stages have to say, so that one run reports all of it. */
export class Findings {
  readonly #strict: boolean;
  readonly #found: Finding[] = [];

  /** @param options `strict` makes errors of the findings that the table marks so. */
  constructor(options: { readonly strict?: boolean } = {}) {
    this.#strict = options.strict ?? false;
  }

  /** Adds one finding; saying the same of the same place twice counts once. */
  add(code: Code, place: Place | undefined, message: string, hint?: string): void {
    const entry = codes[code];
    const severity = this.#strict && entry.strict ? "error" : entry.severity;
    const known = this.#found.some(
      (other) =>
        other.code === code &&
        other.message === message &&
        other.place?.source === place?.source &&
        other.place?.start === place?.start,
    );
    if (!known) this.#found.push({ code, severity, message, place, hint });
  }

  get hasErrors(): boolean {
    return this.#found.some((finding) => finding.severity === "error");
  }

  /** All findings, by document and place; those without a place first. */
  list(): readonly Finding[] {
    return [...this.#found].sort(
      (a, b) =>
        compareText(a.place?.source.path ?? "", b.place?.source.path ?? "") ||
        (a.place?.start ?? 0) - (b.place?.start ?? 0) ||
        compareText(a.code, b.code),
    );
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
