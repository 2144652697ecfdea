import type { z } from "zod";
import { found, nearest, type Findings, type Found } from "../diagnostics.js";
import { hasChild, valueAt } from "./data.js";
import type { Path, SourceDocument } from "./document.js";
import { knownFields, unknownFields } from "./issue-fields.js";
import { bestBranch } from "./issue-union.js";
import { describeIssue, listNames, nameOf, valuesOf } from "./issue-words.js";

/** One thing that is wrong with the shape of a value. */
export interface ShapeFault {
  readonly at: Path;
  readonly part?: "key" | "value";
  readonly found: Found;
  /** The path of a missing field, or of the one that a misspelt name was meant to be. */
  readonly missing?: readonly Path[];
  readonly meant?: Path | undefined;
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
  const result = schema.safeParse(valueAt(root, path), { error: knownFields });
  if (result.success) return { value: result.data, faults: [] };
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, path, root));
  const misspelt = new Set(faults.map((fault) => fault.meant && JSON.stringify(fault.meant)));
  // A misspelt name and the missing field that it was meant to be are one mistake.
  const isEcho = ({ missing = [] }: ShapeFault): boolean => missing.some((at) => misspelt.has(JSON.stringify(at)));
  return { value: undefined, faults: faults.filter((fault) => !isEcho(fault)) };
}

/** Reports what is wrong with the shape of a document. */
export function reportShape(faults: readonly ShapeFault[], document: SourceDocument, findings: Findings): void {
  for (const fault of faults) findings.report(document.place(fault.at, fault.part), fault.found);
}

function faultsOf(issue: z.core.$ZodIssue, base: Path, root: unknown): ShapeFault[] {
  const at = [...base, ...issue.path.map((key) => (typeof key === "symbol" ? String(key) : key))];
  const unknown = unknownFields(issue);
  if (unknown) return unknown.map(({ name, owner, known }) => unknownField(name, [...at.slice(0, owner), name], known));
  switch (issue.code) {
    case "custom":
      return [customFault(issue, at)];
    case "invalid_union": {
      const branch = bestBranch(issue, valueAt(root, at));
      if (branch) return branch.flatMap((inner) => faultsOf(inner, at, root));
      break;
    }
    case "invalid_element":
      return issue.issues.flatMap((inner) => faultsOf(inner, at, root));
    case "invalid_key": {
      const inner = issue.issues[0];
      const why = inner?.code === "custom" ? inner.message : "is no name that can be used here";
      return [{ at, part: "key", found: found.invalidDocument.key(String(at.at(-1)), why) }];
    }
  }
  const values = valuesOf(issue);
  if (!exists(root, at)) {
    return [{ at, found: found.invalidDocument.missing(nameOf(at), values && listNames(values)), missing: [at] }];
  }
  const value = valueAt(root, at);
  const meant = values && typeof value === "string" ? nearest(value, values.map(String)) : undefined;
  return [{ at, found: found.invalidDocument.field(nameOf(at), describeIssue(issue, value), meant) }];
}

function unknownField(name: string, at: Path, known: readonly string[]): ShapeFault {
  const meant = nearest(name, known);
  return {
    at,
    part: "key",
    found: found.invalidDocument.unknownField(name, known),
    meant: meant === undefined ? undefined : [...at.slice(0, -1), meant],
  };
}

function customFault(issue: z.core.$ZodIssueCustom, at: Path): ShapeFault {
  const { part, missing } = issue.params ?? {};
  return {
    at,
    part: part === "key" ? "key" : "value",
    found: found.invalidDocument.rule(issue.message, hintOf(issue)),
    missing: Array.isArray(missing) ? missing.map((name) => [...at.slice(0, -1), String(name)]) : [],
  };
}

function hintOf(issue: z.core.$ZodIssueCustom): string | undefined {
  const hint: unknown = issue.params?.["hint"];
  return typeof hint === "string" ? hint : undefined;
}

function exists(root: unknown, path: Path): boolean {
  const last = path.at(-1);
  return last === undefined || hasChild(valueAt(root, path.slice(0, -1)), last);
}
