import { z } from "zod";

/** A field that no schema knows. */
export interface UnknownField {
  readonly name: string;
  /** How much of the issue's path leads to the object that holds the field; all of it where `undefined`. */
  readonly owner: number | undefined;
  readonly known: readonly string[];
}

/**
 * Error map for a parse: lets the issue about unknown fields of a strict object say which fields it knows, since Zod
 * keeps the schema of an issue to itself.
 */
export const knownFields: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== "unrecognized_keys" || !(issue.inst instanceof z.ZodObject)) return undefined;
  return JSON.stringify(Object.keys(issue.inst.shape));
};

/** The unknown fields that an issue is about, `undefined` where it is about something else. */
export function unknownFields(issue: z.core.$ZodIssue): UnknownField[] | undefined {
  if (issue.code === "unrecognized_keys") {
    const known = namesIn(issue.message);
    return issue.keys.map((name) => ({ name, owner: undefined, known }));
  }
  // What `fields` reports.
  if (issue.code !== "custom" || !Array.isArray(issue.params?.["known"])) return undefined;
  return [{ name: String(issue.path.at(-1)), owner: -1, known: issue.params["known"].map(String) }];
}

function namesIn(message: string): string[] {
  try {
    const names: unknown = JSON.parse(message);
    return Array.isArray(names) ? names.map(String) : [];
  } catch {
    return []; // The schema has a message of its own for unknown fields.
  }
}
