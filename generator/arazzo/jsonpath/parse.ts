import { compile, JSONPathError } from "json-p3";
import { failure, type Failure } from "../failure.js";
import { nestsTooDeeply, tooDeep, tooLong } from "../limits.js";
import { convertQuery } from "./convert.js";
import type { JsonPathQuery } from "./query.js";

/** Each `..` looks at all that the one before it has found. */
const mostDescents = 4;

/** Reads a JSONPath query of RFC 9535, to the letter of its grammar. */
export function parseJsonPath(text: string): JsonPathQuery | Failure {
  const long = tooLong(text, "the query");
  if (long !== undefined) return long;
  if (!text.startsWith("$")) return failure("a JSONPath query begins with `$`", 0, Math.min(1, text.length));
  if (nestsTooDeeply(text, `'"`)) return tooDeep(text);
  try {
    const query = convertQuery(compile(text));
    const descents = query.segments.filter(({ descendant }) => descendant).length;
    if (descents <= mostDescents) return query;
    return failure(
      `the query has ${descents} times \`..\`, of which at most ${mostDescents} can be run`,
      0,
      text.length,
    );
  } catch (error) {
    if (error instanceof JSONPathError) return describe(error, text);
    // Stack overflow is the one other way for the library to give up; nothing that it threw is worth showing.
    return tooDeep(text);
  }
}

// The library puts the place into the message too, as `('tus == 'x':9)` or in words.
function describe(error: JSONPathError, text: string): Failure {
  const { index, value } = error.token;
  const start = Math.min(Math.max(index, 0), text.length);
  const end = value !== "" && text.startsWith(value, start) ? start + value.length : Math.min(start + 1, text.length);
  const message = error.message.replace(/ \('.*?':-?[0-9]+\)$/s, "").replace(/ starting at index [0-9]+/, "");
  return failure(`not a JSONPath query: ${message}`, start, end);
}
