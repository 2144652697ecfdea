import { compile, JSONPathError } from "json-p3";
import { failure, type Failure } from "../failure.js";
import { nestsTooDeeply, tooDeep } from "../nesting.js";
import { convertQuery } from "./convert.js";
import type { JsonPathQuery } from "./query.js";

/** Far above any query that a person writes; the library's parser calls itself for every operator. */
const longestQuery = 10_000;

/** Reads a JSONPath query of RFC 9535, to the letter of its grammar. */
export function parseJsonPath(text: string): JsonPathQuery | Failure {
  if (text.length > longestQuery) {
    return failure(`the query is longer than ${longestQuery} characters`, 0, text.length);
  }
  if (nestsTooDeeply(text)) return tooDeep(text);
  try {
    return convertQuery(compile(text));
  } catch (error) {
    if (error instanceof JSONPathError) return describe(error, text);
    // Stack overflow is the one other way for the library to give up; nothing that it threw is worth showing.
    return tooDeep(text);
  }
}

// The library puts the place into the message too, as `('tus == 'x':9)`.
function describe(error: JSONPathError, text: string): Failure {
  const { index, value } = error.token;
  const start = Math.min(Math.max(index, 0), text.length);
  const end = value !== "" && text.startsWith(value, start) ? start + value.length : Math.min(start + 1, text.length);
  const message = error.message.replace(/ \('.*?':-?[0-9]+\)$/s, "");
  return failure(`not a JSONPath query: ${message}`, start, end);
}
