import type * as z from "zod";
import { quoted } from "../diagnostics.js";
import { kindOf } from "./data.js";
import type { Path } from "./document.js";

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** What is wrong with a value, as the end of a sentence that begins with its name. */
export function describeIssue(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return `has to be ${kinds[issue.expected] ?? issue.expected}, not ${shown(value)}`;
    case "invalid_value":
      return `has to be ${listNames(issue.values)}, not ${typeof value === "string" ? quoted(value) : shown(value)}`;
    case "too_small":
      return `has to ${bound(issue.origin, "at least", issue.minimum, issue.inclusive)}`;
    case "too_big":
      return `has to ${bound(issue.origin, "at most", issue.maximum, issue.inclusive)}`;
    default:
      return "is not what is expected here";
  }
}

/** `a`, `b` or `c`, quoted. */
export function listNames(values: readonly z.core.util.Primitive[]): string {
  const words = values.map((value) => quoted(String(value)));
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(" or ");
}

/** How a message names the value at a path: `steps[0]`, `stepId`, or the document itself. */
export function nameOf(path: Path): string {
  const key = path.findLastIndex((part) => typeof part === "string");
  if (key < 0 && path.length === 0) return "The document";
  const [name, ...indexes] = path.slice(Math.max(key, 0));
  return quoted(`${typeof name === "string" ? name : `[${name}]`}${indexes.map((index) => `[${index}]`).join("")}`);
}

function shown(value: unknown): string {
  return typeof value === "number" ? quoted(String(value)) : kindOf(value);
}

function bound(origin: string, most: "at least" | "at most", limit: number | bigint, inclusive = true): string {
  if (origin === "array") return `have ${most} ${limit} ${limit === 1 ? "entry" : "entries"}`;
  if (origin !== "string") return `be ${inclusive ? most : most === "at least" ? "more than" : "less than"} ${limit}`;
  return most === "at least" && limit === 1 ? "be text that is not empty" : `have ${most} ${limit} characters`;
}
