import { found } from "../../diagnostics.js";
import { schemaAtPointer, type Schema } from "../../schema/index.js";
import { pathInto, type TypedPath } from "../../ir/property-path.js";
import { unknown, type Type } from "../../types/type.js";
import type { PlacedContext } from "./evaluation-context.js";

/** A value inside another: how to reach it, and its type. */
export interface Member extends TypedPath {
  readonly description: string | undefined;
}

/** Follows a JSON Pointer into a value, or says where it leads to nothing by the schema of the value. */
export function memberAt(
  { schema, type }: { readonly schema: Schema | undefined; readonly type: Type },
  tokens: readonly string[],
  text: string,
  { planning, place }: PlacedContext,
): Member | undefined {
  const landing = schema && schemaAtPointer(schema, tokens);
  if (landing !== undefined && "failedAt" in landing) {
    const token = tokens[landing.failedAt] ?? "";
    planning.findings.report(place, found.unknownPointer.inSchema(text, token, landing.candidates));
    return undefined;
  }
  const description = landing?.schema.description;
  const way = pathInto(type, tokens);
  if ("steps" in way) return { ...way, description };
  // The schema knows of a value that the type says nothing of.
  const known = pathInto(type, tokens.slice(0, way.failedAt));
  const steps = "steps" in known ? known.steps : [];
  const below = pathInto(unknown, tokens.slice(steps.length));
  return { steps, below: "below" in below ? below.below : [], type: unknown, description };
}
