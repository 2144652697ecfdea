import { assumedAnswered, assumedAnyAnswer, assumedProperty, assumedText, because } from "../../assume/index.js";
import { found, isSameWords, misspelt } from "../../diagnostics.js";
import { schemaAtPointer, type Schema } from "../../schema/index.js";
import type { RequestStep } from "../../link/linked-step.js";
import { pathInto, type TypedPath } from "../../ir/property-path.js";
import { isMarked } from "../../types/object-schema.js";
import { allows, number, optionalType, unknown, type Type } from "../../types/type.js";
import type { PlacedContext } from "./evaluation-context.js";
import { isOfOnePlace, ofFirstItem, withTail } from "./first-item.js";

/** A value inside another: how to reach it, and its type. */
export interface Member extends TypedPath {
  readonly description: string | undefined;
}

/** Follows a JSON Pointer into a value, or says where it leads to nothing by the schema of the value. */
export function memberAt(
  { schema, type, step }: { readonly schema: Schema | undefined; readonly type: Type; readonly step: RequestStep },
  tokens: readonly string[],
  text: string,
  { planning, place, ofList, answer }: PlacedContext,
): Member | undefined {
  const landing = schema && schemaAtPointer(schema, tokens);
  if (schema !== undefined && landing !== undefined && "failedAt" in landing) {
    const { failedAt, candidates } = landing;
    const token = tokens[failedAt] ?? "";
    const owner = schemaAtPointer(schema, tokens.slice(0, failedAt));
    const count = countOf(owner, token, tokens.slice(0, failedAt), type);
    const what = found.unknownPointer.inSchema(text, token, candidates);
    if (count !== undefined && failedAt === tokens.length - 1) {
      return planning.findings.letPass(place, what, "the number of its items is meant") ? count : undefined;
    }
    const isOfItem = "schema" in owner && (ofList !== "none" || owner.schema.items !== undefined);
    const first = isOfItem ? ofFirstItem(owner.schema, tokens.slice(failedAt), text) : undefined;
    if (first !== undefined) {
      const rewriting = { document: planning.linked.document, place, text, meant: first };
      const that = `the first item of the list is meant: \`${first}\``;
      const isPlain = ofList === "first" && isOfOnePlace(place, planning);
      planning.findings.assume(
        place,
        found.unknownPointer.inList(text, token, first),
        isPlain ? assumedText(rewriting, that) : undefined,
      );
      return undefined;
    }
    const { stepId } = step.step;
    const isMisspelt = misspelt(token, candidates) !== undefined;
    const named = candidates.find((candidate) => isSameWords(token, candidate));
    const rest = tokens.slice(failedAt);
    // What is called so is the text or number that has been reached already.
    const isThere = isSameWords(token, tokens[failedAt - 1] ?? "") && "schema" in owner && isScalar(owner.schema);
    const [, ...below] = rest;
    // An index in brackets, as in `items[0]`.
    const [, list, index] = /^(.+)\[(\d+)\]$/.exec(token) ?? [];
    const indexed = list !== undefined && index !== undefined && candidates.includes(list) ? [list, index] : undefined;
    const key = named === undefined ? indexed : [named];
    const tail = key !== undefined ? [...key, ...below] : isThere && below.length === 0 ? [] : undefined;
    const meant = tail !== undefined && isOfOnePlace(place, planning) ? withTail(text, rest, tail) : undefined;
    const { document } = planning.linked;
    const renamed = meant === undefined ? undefined : assumedText({ document, place, text, meant });
    const around = "schema" in owner && !isMisspelt ? ownerOf(owner.schema, token, ofList) : undefined;
    const property = around && assumedProperty(around, token, because(stepId, "reads"));
    // The length of a list is no part of its data.
    const isOfAnswer = tokens.slice(0, failedAt).every((before) => /^\d+$/.test(before)) && token !== "length";
    const isOther = around !== undefined && isOfAnswer && answer !== "failed";
    const any = isOther ? assumedAnyAnswer(step.operation, stepId) : undefined;
    planning.findings.assume(place, what, renamed ?? property ?? any);
    return undefined;
  }
  const hidden = schema && writeOnlyOn(schema, tokens);
  if (hidden !== undefined) {
    planning.findings.assume(place, found.unknownPointer.writeOnly(text, hidden.token), assumedAnswered(hidden.schema));
    return undefined;
  }
  const description = landing && "schema" in landing ? landing.schema.description : undefined;
  const way = pathInto(type, tokens);
  if ("steps" in way) return { ...way, description };
  // The schema knows of a value that the type says nothing of.
  const known = pathInto(type, tokens.slice(0, way.failedAt));
  const steps = "steps" in known ? known.steps : [];
  const below = pathInto(unknown, tokens.slice(steps.length));
  return { steps, below: "below" in below ? below.below : [], type: unknown, description };
}

/** How many items a list has: what other languages call its length. */
function countOf(
  owner: ReturnType<typeof schemaAtPointer>,
  token: string,
  before: readonly string[],
  type: Type,
): Member | undefined {
  const isList = "schema" in owner && owner.schema.types.has("array") && owner.schema.types.size === 1;
  const list = isList && token === "length" ? pathInto(type, before) : undefined;
  if (list === undefined || "failedAt" in list || list.below.length > 0) return undefined;
  const missing = allows(list.type, "null") || allows(list.type, "undefined");
  const steps = [...list.steps, { key: token, optional: missing, fromIndex: false }];
  return { steps, below: [], type: missing ? optionalType(number) : number, description: "How many there are." };
}

/** Whether a schema is of texts, numbers or booleans alone. */
function isScalar({ types }: Schema): boolean {
  return types.size > 0 && !types.has("object") && !types.has("array");
}

/** The schema that a property is one of: that of the items where one of them is meant, unless it is an index or the length. */
function ownerOf(schema: Schema, token: string, ofList: PlacedContext["ofList"]): Schema {
  const isList = schema.types.has("array") && schema.types.size === 1 && !/^(?:\d+|length)$/.test(token);
  const isOfItem = isList && (ofList === "first" || ofList === "only");
  return (isOfItem ? schema.items : undefined) ?? schema;
}

/** The first property on a way that is `writeOnly`, so that no answer holds it. */
function writeOnlyOn(
  schema: Schema,
  tokens: readonly string[],
): { readonly token: string; readonly schema: Schema } | undefined {
  for (const [index, token] of tokens.entries()) {
    const landing = schemaAtPointer(schema, tokens.slice(0, index + 1));
    if ("schema" in landing && isMarked(landing.schema, "writeOnly")) return { token, schema: landing.schema };
  }
  return undefined;
}
