import { nearest } from "../../diagnostics.js";
import { failure, isFailure, type Failure } from "../failure.js";
import { matchAt } from "./dereference.js";
import type { Expression } from "./expression.js";
import { expectedName, parsePlaceInValue, unexpected } from "./named.js";

/**
 * Reads `header.X`, `query.x`, `path.x` and `body#/x`, the rule `source` of the grammar. It also derives
 * `$response.query.x` and the like, which mean nothing: a response has headers and a body.
 */
export function parseMessagePart(of: "request" | "response", text: string, start: number): Expression | Failure {
  const part = matchAt(word, text, start)?.[0] ?? "";
  const end = start + part.length;
  if (part === "body") return parseBody(of, text, end);
  if (part === "header" && text[end] === ".") return parseHeader(of, text, end + 1);
  if (of === "request" && (part === "query" || part === "path") && text[end] === ".") {
    // The grammar gives these names every character, and Twilio uses some of them: `StartTime>`.
    const name = text.slice(end + 1);
    return name === "" ? expectedName(text, end + 1, "a parameter name") : { kind: part, name };
  }
  return wrongPart(of, part, start, Math.max(end, Math.min(start + 1, text.length)));
}

const word = /[A-Za-z]*/y;
const headerName = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;

function parseBody(of: "request" | "response", text: string, end: number): Expression | Failure {
  const pointer = parsePlaceInValue(text, end);
  return isFailure(pointer) ? pointer : { kind: "body", of, pointer };
}

function parseHeader(of: "request" | "response", text: string, start: number): Expression | Failure {
  const name = matchAt(headerName, text, start)?.[0];
  if (name === undefined) return expectedName(text, start, "a header name");
  const end = start + name.length;
  return end === text.length ? { kind: "header", of, name } : unexpected(text, end);
}

function wrongPart(of: "request" | "response", part: string, start: number, end: number): Failure {
  const known = of === "request" ? ["header", "query", "path", "body"] : ["header", "body"];
  const list = of === "request" ? "`header.`, `query.`, `path.` or `body`" : "`header.` or `body`";
  const near = /^status(code)?$/i.test(part)
    ? "$statusCode"
    : part === "payload"
      ? `$${of}.body`
      : nearest(part, known)?.replace(/^/, `$${of}.`);
  const hint = near === undefined || near === `$${of}.${part}` ? undefined : `Did you mean \`${near}\`?`;
  return failure(`expected ${list} after \`$${of}.\``, start, end, { hint });
}
