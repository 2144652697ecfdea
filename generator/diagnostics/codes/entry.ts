/** How much a finding weighs: an `error` stops the run before anything is written. */
export type Severity = "error" | "warning" | "note";

/** What the table says of one kind of finding. */
export interface CodeEntry {
  readonly severity: Severity;
  /** What is wrong, and what it would do at run time. */
  readonly meaning: string;
  /** A part of a document that the finding is about. */
  readonly example: string;
  /** What to do about it. */
  readonly wayOut: string;
  /** `true` where `--strict` makes an error of it. */
  readonly strict?: true;
}

/** The codes of one group. */
export type CodeTable = Readonly<Record<string, CodeEntry>>;
