import { didYouMean, quoted } from "../../diagnostics.js";
import { formatPointer } from "../../documents/index.js";
import { schemaAtPointer, type Schema } from "../../schema/index.js";
import type { Value } from "../../ir/model.js";
import type { Viewpoint } from "../viewpoint.js";
import type { Place } from "./fitted.js";
import type { LateReplacement } from "./payload-source.js";

type PlanValue = (given: Place & { readonly value: unknown }, from: Omit<Viewpoint, "place">) => Value | undefined;

/** What an expression stands for with another value at a place inside of it, which is checked against the schema. */
export function replacedValue(
  before: Value,
  { inside, value, from: at, targetAt }: LateReplacement,
  given: Place,
  from: Omit<Viewpoint, "place">,
  planValue: PlanValue,
): Value | undefined {
  const landing = given.schema && schemaAtPointer(given.schema, inside);
  const { linked, findings } = from.planning;
  if (landing !== undefined && "failedAt" in landing) {
    const token = inside[landing.failedAt] ?? "";
    const message = `${quoted(formatPointer(inside))}: the schema knows no ${quoted(token)} there`;
    findings.add("unknown-pointer", linked.document.place(targetAt), message, didYouMean(token, landing.candidates));
    return undefined;
  }
  const { asText, use, what } = given;
  const target = {
    at,
    schema: landing?.schema,
    required: landing !== undefined && !landing.optional,
    what,
    asText,
    use,
  };
  const by = planValue({ ...target, value }, from);
  return by && { kind: "replaced", value: before, path: pathOf(inside, given.schema), by };
}

/** Indexes of lists are numbers. */
function pathOf(tokens: readonly string[], schema: Schema | undefined): readonly (string | number)[] {
  return tokens.map((token, depth) => {
    const owner = schema && schemaAtPointer(schema, tokens.slice(0, depth));
    const isList = owner !== undefined && "schema" in owner && owner.schema.types.has("array");
    return isList && /^(?:0|[1-9]\d*)$/.test(token) ? Number(token) : token;
  });
}
