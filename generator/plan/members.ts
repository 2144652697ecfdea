import { didYouMean, quoted } from "../diagnostics.js";
import { partsOf, schemaAtPointer, type Landing, type Schema } from "../schema/index.js";
import type { MemberStep } from "./model.js";
import { typeOfSchema, type SchemaUse } from "./type-of-schema.js";
import { absent, nothing, union, type Type } from "./type.js";
import type { Viewpoint } from "./viewpoint.js";

/** A value inside another: how to reach it, and its type. */
export interface Member {
  readonly steps: readonly MemberStep[];
  readonly type: Type;
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
  return {
    steps: landing.steps.map(({ token }, index) => memberStep(schema, tokens.slice(0, index), token, landing)),
    type: typeOfLanding(landing, use),
    description: landing.schema.description,
  };
}

function typeOfLanding({ schema, optional, nullable }: Landing, use: SchemaUse): Type {
  return union([typeOfSchema(schema, use), ...(nullable ? [nothing] : []), ...(optional ? [absent] : [])]);
}

function memberStep(root: Schema, before: readonly string[], token: string, landing: Landing): MemberStep {
  const owner = schemaAtPointer(root, before);
  const last = landing.steps[before.length - 1];
  const optional = last === undefined ? root.nullable : last.optional || last.nullable;
  const parts = "schema" in owner ? alternativesOf(owner.schema) : [];
  const isIndex = parts.some((part) => part.types.has("array")) && /^\d+$/.test(token);
  return {
    key: isIndex ? Number(token) : token,
    optional,
    fromIndex: !parts.some((part) => part.properties.has(token)),
  };
}

/** All that says something of the value: what holds at once, and what holds instead. */
function alternativesOf(schema: Schema, outer: readonly Schema[] = []): readonly Schema[] {
  if (outer.includes(schema)) return [];
  const parts = partsOf(schema);
  const others = parts.flatMap((part) => [...part.oneOf, ...part.anyOf]);
  return [...parts, ...others.flatMap((other) => alternativesOf(other, [...outer, schema]))];
}
