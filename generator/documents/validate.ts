import type * as z from "zod";
import { found, nearest, type Assumption, type Findings, type Found } from "../diagnostics.js";
import { hasChild, valueAt } from "./data.js";
import type { Path, SourceDocument } from "./document.js";
import { describeIssue, listNames, nameOf } from "./issue-words.js";

/** One thing that is wrong with the shape of a value. */
export interface ShapeFault {
  readonly at: Path;
  readonly part?: "key" | "value";
  readonly found: Found;
  /** The path of a missing field, or of the one that a misspelt name was meant to be. */
  readonly missing?: readonly Path[];
  readonly meant?: Path | undefined;
  /** A field that nothing known has the name of, or one close to it, or that says nothing where it stands. */
  readonly isIdle?: boolean;
  /** What the value should have been a kind of, where it is of another one. */
  readonly wanted?: string | undefined;
  /** What the value may be, where it is one of a few. */
  readonly values?: readonly string[] | undefined;
}

/**
 * Checks the value at `path` against a Zod schema. What does not fit becomes `invalid-document` findings at the place
 * of the very field; the result is what the schema makes of the value, `undefined` where there were findings.
 *
 * Schemas are best made of `fields` and `entries`. A message given to `refine` or `check` is taken as it is;
 * `params: { hint }` adds a hint, `part: "key"` points to the key instead of the value.
 * @see https://zod.dev/error-customization
 */
export function validateShape<T>(
  schema: z.ZodType<T>,
  document: SourceDocument,
  path: Path,
  findings: Findings,
): T | undefined {
  const checked = checkShape(schema, document.root, path);
  if (checked.faults.length === 0) return checked.value;
  reportShape(checked.faults, document, findings);
  return undefined;
}

/** What a schema makes of the value at `path`, if it has nothing against it, and what it has against it. */
export function checkShape<T>(
  schema: z.ZodType<T>,
  root: unknown,
  path: Path,
): { readonly value: T | undefined; readonly faults: readonly ShapeFault[] } {
  const result = schema.safeParse(valueAt(root, path));
  if (result.success) return { value: result.data, faults: [] };
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, path, root));
  const misspelt = new Set(faults.map((fault) => fault.meant && JSON.stringify(fault.meant)));
  // A misspelt name and the missing field that it was meant to be are one mistake.
  const isEcho = ({ missing = [] }: ShapeFault): boolean => missing.some((at) => misspelt.has(JSON.stringify(at)));
  return { value: undefined, faults: faults.filter((fault) => !isEcho(fault)) };
}

/**
 * Reports what is wrong with the shape of a document.
 * @param assumed What is taken to be meant by a fault
 */
export function reportShape(
  faults: readonly ShapeFault[],
  document: SourceDocument,
  findings: Findings,
  assumed?: (fault: ShapeFault, document: SourceDocument) => Assumption | undefined,
): void {
  for (const fault of faults) {
    findings.assume(document.place(fault.at, fault.part), fault.found, assumed?.(fault, document));
  }
}

function faultsOf(issue: z.core.$ZodIssue, base: Path, root: unknown): readonly ShapeFault[] {
  const at = [...base, ...issue.path.map((key) => (typeof key === "symbol" ? String(key) : key))];
  if (issue.code === "invalid_union") return issue.errors.flat().flatMap((inner) => faultsOf(inner, at, root));
  if (issue.code === "custom") return [customFault(issue, at)];
  const values = issue.code === "invalid_value" ? issue.values : undefined;
  if (!exists(root, at)) {
    return [{ at, found: found.invalidDocument.missing(nameOf(at), values && listNames(values)), missing: [at] }];
  }
  const value = valueAt(root, at);
  const meant = values && typeof value === "string" ? nearest(value, values.map(String)) : undefined;
  const wanted = issue.code === "invalid_type" ? issue.expected : undefined;
  return [
    {
      at,
      found: found.invalidDocument.field(nameOf(at), describeIssue(issue, value), meant),
      wanted,
      values: values?.map(String),
    },
  ];
}

function customFault({ message, params = {} }: z.core.$ZodIssueCustom, at: Path): ShapeFault {
  const { part, missing, hint, known, isIdle } = params;
  const beside = (name: unknown): Path => [...at.slice(0, -1), String(name)];
  if (Array.isArray(known)) {
    // What `fields` reports.
    const [name, names] = [String(at.at(-1)), known.map(String)];
    const meant = nearest(name, names);
    const what = found.invalidDocument.unknownField(name, names);
    return {
      at,
      part: "key",
      found: what,
      meant: meant === undefined ? undefined : beside(meant),
      isIdle: meant === undefined,
    };
  }
  return {
    at,
    part: part === "key" ? "key" : "value",
    found: found.invalidDocument.rule(message, typeof hint === "string" ? hint : undefined),
    missing: Array.isArray(missing) ? missing.map(beside) : [],
    isIdle: isIdle === true,
  };
}

function exists(root: unknown, path: Path): boolean {
  const last = path.at(-1);
  return last === undefined || hasChild(valueAt(root, path.slice(0, -1)), last);
}
