import type { z } from "zod";
import { quoted } from "../diagnostics.js";
import { kindOf } from "./data.js";
import type { Path } from "./document.js";

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

/** What is wrong with a value, as the end of a sentence that begins with its name. */
export function describeIssue(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
    case "invalid_value":
    case "invalid_union":
      return `has to be ${listed(wanted(issue))}, not ${shown(issue, value)}`;
    case "too_small":
      return `has to ${bound(issue.origin, "at least", issue.minimum, issue.inclusive)}`;
    case "too_big":
      return `has to ${bound(issue.origin, "at most", issue.maximum, issue.inclusive)}`;
    case "not_multiple_of":
      return `has to be a multiple of ${issue.divisor}`;
    case "invalid_format":
      return issue.format === "regex"
        ? `has to match ${quoted(issue.pattern ?? "a pattern")}`
        : `is no valid ${issue.format}`;
    default:
      return "is not what is expected here";
  }
}

/** The values that an issue lists, `undefined` where it is about something else. */
export function valuesOf(issue: Issue): readonly z.core.util.Primitive[] | undefined {
  if (issue.code === "invalid_value") return issue.values;
  return issue.code === "invalid_union" && "options" in issue ? issue.options : undefined;
}

/** `a`, `b` or `c`, quoted. */
export function listNames(values: readonly z.core.util.Primitive[]): string {
  return listed(values.map((value) => quoted(String(value))));
}

/** How a message names the value at a path: `steps[0]`, `stepId`, or the document itself. */
export function nameOf(path: Path): string {
  const key = path.findLastIndex((part) => typeof part === "string");
  if (key < 0 && path.length === 0) return "The document";
  const [name, ...indexes] = path.slice(Math.max(key, 0));
  return quoted(`${typeof name === "string" ? name : `[${name}]`}${indexes.map((index) => `[${index}]`).join("")}`);
}

/** What a value could be, over all branches of a union. */
function wanted(issue: Issue): string[] {
  const values = valuesOf(issue);
  if (values) return values.map((value) => quoted(String(value)));
  if (issue.code === "invalid_union") {
    const all = issue.errors.flatMap((branch) => branch.filter((inner) => inner.path.length === 0).flatMap(wanted));
    return [...new Set(all)];
  }
  return issue.code === "invalid_type" ? [kinds[issue.expected] ?? issue.expected] : [];
}

function shown(issue: Issue, value: unknown): string {
  if (typeof value === "number") return quoted(String(value));
  return valuesOf(issue) && typeof value === "string" ? quoted(value) : kindOf(value);
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "something else";
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function bound(origin: string, most: string, limit: number | bigint, inclusive: boolean | undefined): string {
  if (origin === "string") return limit === 1n || limit === 1 ? notEmpty(most) : `have ${most} ${limit} characters`;
  if (origin === "array" || origin === "set")
    return `have ${most} ${limit} ${Number(limit) === 1 ? "entry" : "entries"}`;
  if (inclusive === false) return `be ${most === "at least" ? "more" : "less"} than ${limit}`;
  return `be ${most} ${limit}`;
}

function notEmpty(most: string): string {
  return most === "at least" ? "be text that is not empty" : "have at most 1 character";
}
