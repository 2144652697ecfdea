import { quoted } from "../../diagnostics.js";
import { matchAt } from "../expression/dereference.js";
import type { Expression } from "../expression/expression.js";
import { failure, isFailure, type Failure } from "../failure.js";
import type { CountOperand, LengthOperand, PathOperand } from "./condition.js";
import { readReference } from "./simple.js";
import type { Dialect, ReadOperand } from "./state.js";

/**
 * What published documents write under `type: jsonpath` though RFC 9535 has no such thing: comparisons over `$` paths,
 * such as `$.status == "failed" || $.status == "undelivered"` and `$.items.length > 0`.
 */
export function predicateDialect(context: Expression): Dialect {
  const readPath = (text: string, at: number): ReadPath | Failure => readPredicatePath(context, text, at);
  return {
    rules: "predicate",
    quotes: "escaped",
    readReference: (text, at) => {
      // `$inputs.limit` has no braces here, but nothing else to mean either.
      if (/^\$[A-Za-z]/.test(text.slice(at, at + 2))) return readReference(text, at);
      const read = readPath(text, at);
      if (isFailure(read)) return read;
      if (read.each) return manyValues(text, read);
      return withLength(text, read);
    },
    readCall: (name, text, start, open) => {
      if (name !== "count" && name !== "length" && name !== "size") return undefined;
      return readCall(name, readPath, text, start, open);
    },
  };
}

interface ReadPath {
  readonly path: PathOperand;
  /** It ends in `[*]` or `.*`. */
  readonly each: boolean;
  readonly end: number;
}

const segment =
  /\.([\p{L}_$][\p{L}\p{N}_$-]*)|\[\s*(0|[1-9][0-9]*)\s*\]|\[\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*\]/uy;
const wildcard = /\[\s*\*\s*\]|\.\*/y;

function readPredicatePath(context: Expression, text: string, start: number): ReadPath | Failure {
  if (text[start] === "@") {
    return failure("`@` stands inside of a filter only", start, start + 1, { hint: "Write `$`." });
  }
  const tokens: string[] = [];
  let end = start + 1;
  for (let found = matchAt(segment, text, end); found !== undefined; found = matchAt(segment, text, end)) {
    const [, name, index, single, double] = found;
    tokens.push(name ?? index ?? (single ?? double ?? "").replaceAll(/\\(.)/gsu, "$1"));
    end += found[0].length;
  }
  const each = matchAt(wildcard, text, end)?.[0].length ?? 0;
  const path: PathOperand = { kind: "path", context, base: "context", tokens, start, end };
  const after = text.charAt(end + each);
  if (after === "." || after === "[") {
    return failure("only a path of names and indexes can be compared", start, end + each + 1, {
      hint: "Move the comparison into a filter: `$[?@… == …]`.",
    });
  }
  return { path, each: each > 0, end: end + each };
}

function manyValues(text: string, { path, end }: ReadPath): Failure {
  const hint = `Write ${quoted(`count(${text.slice(path.start, end)}) > 0`)}, or a filter: \`[?@ == …]\`.`;
  return failure("a path with `*` selects many values, and cannot be compared as one", path.start, end, { hint });
}

/** `.length` at the end of a path, with `()` or without, is the length of what stands before it. */
function withLength(text: string, { path, end }: ReadPath): ReadOperand {
  if (!text.slice(path.start, end).endsWith(".length")) return { operand: path, end };
  const lengthEnd = end + (matchAt(/\(\s*\)/y, text, end)?.[0].length ?? 0);
  const of: PathOperand = { ...path, tokens: path.tokens.slice(0, -1), end: end - ".length".length };
  return { operand: { kind: "length", of, start: path.start, end: lengthEnd }, end: lengthEnd };
}

function readCall(
  name: "count" | "length" | "size",
  readPath: (text: string, at: number) => ReadPath | Failure,
  text: string,
  start: number,
  open: number,
): ReadOperand | Failure {
  const argument = open + 1 + (matchAt(/\s*/y, text, open + 1)?.[0].length ?? 0);
  if (!/[$@]/.test(text.charAt(argument))) {
    return failure("expected a path, such as `$.items`", argument, Math.min(argument + 1, text.length));
  }
  const read = readPath(text, argument);
  if (isFailure(read)) return read;
  const close = matchAt(/\s*\)/y, text, read.end)?.[0].length;
  if (close === undefined) return failure("expected `)`", read.end, Math.min(read.end + 1, text.length));
  const end = read.end + close;
  if (name === "length" && read.each) return manyValues(text, read);
  const operand: CountOperand | LengthOperand =
    name === "length"
      ? { kind: "length", of: read.path, start, end }
      : { kind: "count", of: read.path, each: read.each, start, end };
  return { operand, end };
}
