/**
 * Why a text could not be read. Offsets are UTF-16 offsets into that text, `end` exclusive, so that a caret can be
 * set under the part that is wrong.
 */
export interface Failure {
  readonly kind: "failure";
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** A way out that can be followed as it stands. */
  readonly hint?: string | undefined;
  /** The text is right, but names a part of the specification that is not compiled (`unsupported-feature`). */
  readonly unsupported?: true;
  /** What is plainly meant by the part that is wrong. */
  readonly meant?: string | undefined;
  /** The runtime expression that could not be read, where it is one. */
  readonly expression?: string;
}

/** What a failure may carry beside its message and place. */
export type FailureDetails = Pick<Failure, "hint" | "unsupported" | "meant">;

export function failure(message: string, start: number, end: number, details: FailureDetails = {}): Failure {
  return { kind: "failure", message, start, end, ...details };
}

/** Tells a failure from what a parser yields; everything that the parsers yield has another `kind`, or none. */
export function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "failure";
}

/** The same failure, seen from a text that holds the failed one at `offset`. */
export function shiftFailure(inner: Failure, offset: number): Failure {
  return { ...inner, start: inner.start + offset, end: inner.end + offset };
}
