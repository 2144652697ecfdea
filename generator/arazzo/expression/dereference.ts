import { failure, type Failure } from "../failure.js";

/** A letter, digit, hyphen or underscore, of any script: what the names in expressions consist of, dots aside. */
export const nameCharacter = "[\\p{L}\\p{M}\\p{N}_-]";

const property = new RegExp(`\\.(${nameCharacter}+)`, "uy");
const index = /\[\s*(0|[1-9][0-9]*)\s*\]/y;
const quoted = /\[\s*(?:'([^']*(?:''[^']*)*)'|"([^"]*(?:""[^"]*)*)")\s*\]/y;

export interface Dereference {
  readonly tokens: readonly string[];
  /** Where it stops: at the end of the text, or before what is no part of it. */
  readonly end: number;
}

/**
 * Reads `.name`, `[0]` and `['any name']` in any number: the operators "property de-reference" and "index" that
 * conditions have, and that the specification itself uses outside of them (`context: $response.body.status`).
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#operators
 */
export function parseDereference(text: string, start: number): Dereference | Failure {
  const tokens: string[] = [];
  let at = start;
  while (text[at] === "." || text[at] === "[") {
    const found = matchAt(property, text, at) ?? matchAt(index, text, at) ?? matchAt(quoted, text, at);
    if (found === undefined) return badDereference(text, at);
    tokens.push(tokenOf(found));
    at += found[0].length;
  }
  return { tokens, end: at };
}

/** The match of a sticky pattern that begins exactly at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function tokenOf([, plain, doubleQuoted]: RegExpExecArray): string {
  if (plain !== undefined) return plain.replaceAll("''", "'");
  return (doubleQuoted ?? "").replaceAll('""', '"');
}

function badDereference(text: string, at: number): Failure {
  if (text[at] === ".") return failure("expected a property name after `.`", at, at + 1);
  const close = text.indexOf("]", at);
  return failure("expected an index or a quoted name between `[` and `]`", at, close === -1 ? at + 1 : close + 1);
}
