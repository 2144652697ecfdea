import { found } from "../../diagnostics.js";
import { formatPointer } from "../../documents/index.js";
import { schemaAtPointer, type Schema } from "../../schema/index.js";
import type { CheckSite } from "../values/target.js";
import type { LateReplacement } from "../../link/payload/payload-source.js";

/** The place inside of what an expression stands for that a replacement means. */
export interface ReplacedPlace {
  /** The way there. Indexes of lists are numbers. */
  readonly path: readonly (string | number)[];
  readonly schema: Schema | undefined;
  readonly required: boolean;
}

/** Finds the place that a replacement means by the schema of the whole, or says why there is no such place. */
export function landingOf(
  { inside, targetAt }: LateReplacement,
  schema: Schema | undefined,
  { linked, findings }: CheckSite,
): ReplacedPlace | undefined {
  const landing = schema && schemaAtPointer(schema, inside);
  if (landing !== undefined && "failedAt" in landing) {
    const token = inside[landing.failedAt] ?? "";
    const what = found.unknownPointer.inSchema(formatPointer(inside), token, landing.candidates);
    findings.report(linked.document.place(targetAt), what);
    return undefined;
  }
  const required = landing !== undefined && !landing.optional;
  return { path: pathOf(inside, schema), schema: landing?.schema, required };
}

function pathOf(tokens: readonly string[], schema: Schema | undefined): readonly (string | number)[] {
  return tokens.map((token, depth) => {
    const owner = schema && schemaAtPointer(schema, tokens.slice(0, depth));
    const isList = owner !== undefined && "schema" in owner && owner.schema.types.has("array");
    return isList && /^(?:0|[1-9]\d*)$/.test(token) ? Number(token) : token;
  });
}
