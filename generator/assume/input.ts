import type { Assumption } from "../diagnostics.js";
import { isMapping, overlayFix, valueAt, type Path, type SourceDocument } from "../documents/index.js";

/** What a declaration says of any value, so that it is as true of another type. */
const neutral: readonly string[] = ["title", "description", "deprecated", "example", "examples"];

/** An input as it is declared. */
export interface DeclaredInput {
  readonly document: SourceDocument;
  readonly at: Path;
  readonly what: string;
}

/** That an input is declared as its place takes it; `undefined` where more is said of it than its type. */
export function assumedType(
  { document, at, what }: DeclaredInput,
  declaration: Readonly<Record<string, unknown>> & { readonly type: string },
): Assumption | undefined {
  const declared = valueAt(document.root, at);
  if (!isMapping(declared) || !isTrueOf(declared, declaration.type)) return undefined;
  const description = `${what.replaceAll("`", "")} takes nothing else.`;
  return {
    that: `the input is what ${what} takes`,
    actions: () => overlayFix(document, [{ at, description, update: { ...declaration } }]),
  };
}

/** That an input is what its place takes, where no plain declaration says that; `undefined` where more is said of it. */
export function assumedAsTaken({ document, at, what }: DeclaredInput): Assumption | undefined {
  const declared = valueAt(document.root, at);
  if (!isMapping(declared) || !Object.keys(declared).every((name) => name === "type" || neutral.includes(name))) {
    return undefined;
  }
  const description = `${what.replaceAll("`", "")} says what it is.`;
  return {
    that: `the input is what ${what} takes`,
    actions: () => overlayFix(document, [{ at: [...at, "type"], description }]),
  };
}

function isTrueOf(declared: Readonly<Record<string, unknown>>, type: string): boolean {
  const kind = type === "integer" ? "number" : type;
  return Object.entries(declared).every(
    ([name, value]) => name === "type" || neutral.includes(name) || (name === "default" && typeof value === kind),
  );
}
