import { didYouMean, quoted } from "../diagnostics.js";
import { schemaAtPointer, type Schema } from "../schema/index.js";
import { wayInto, type WayInto } from "./expression/way-into.js";
import { typeOfSchema, type SchemaUse } from "./type-of-schema.js";
import { unknown } from "./type.js";
import type { Viewpoint } from "./viewpoint.js";

/** A value inside another: how to reach it, and its type. */
export interface Member extends WayInto {
  readonly description: string | undefined;
}

/** Follows a JSON Pointer through a schema, or says where it leads to nothing. */
export function memberAt(
  schema: Schema,
  tokens: readonly string[],
  use: SchemaUse,
  text: string,
  { planning, place }: Viewpoint,
): Member | undefined {
  const landing = schemaAtPointer(schema, tokens);
  if ("failedAt" in landing) {
    const token = tokens[landing.failedAt] ?? "";
    const message = `${quoted(text)}: the schema knows no ${quoted(token)} there`;
    planning.findings.add("unknown-pointer", place, message, didYouMean(token, landing.candidates));
    return undefined;
  }
  const { description } = landing.schema;
  const way = wayInto(typeOfSchema(schema, use), tokens);
  if ("steps" in way) return { ...way, description };
  // The schema knows of a value that its type says nothing of.
  const known = wayInto(typeOfSchema(schema, use), tokens.slice(0, way.failedAt));
  const steps = "steps" in known ? known.steps : [];
  const below = wayInto(unknown, tokens.slice(steps.length));
  return { steps, below: "below" in below ? below.below : [], type: unknown, description };
}
