import type { LinkedWorkflow } from "../../flow/linked-workflow.js";
import type { Fix } from "../../diagnostics.js";
import { isMapping, isWithin, overlayFix, valueAt } from "../../documents/index.js";
import type { Schema } from "../../schema/index.js";
import { boolean, expanded, membersOf, number, string, type Type } from "../../types/type.js";

/** The way out for an input that is declared as what its place does not take. */
export interface InputTypeFix {
  /** How the input should be declared. */
  readonly declaration: string;
  readonly fix: Fix | undefined;
}

/** What a declaration says of any value, so that it is as true of another type. */
const neutral: readonly string[] = ["type", "title", "description", "deprecated", "example", "examples"];

/** Declares an input as its place takes it; `undefined` where that is no plain type, and no list of one. */
export function inputTypeFix(
  name: string,
  what: string,
  taken: { readonly type: Type; readonly schema: Schema | undefined },
  { inputs, linked, at }: LinkedWorkflow,
): InputTypeFix | undefined {
  const update = declarationOf(taken.type, taken.schema);
  const place = inputs.declaredAt(name);
  const declared = place && valueAt(linked.document.root, place);
  // Where it has the type already, or none, something else is in the way: another place that it goes to.
  const isOther = isMapping(declared) && typeof declared["type"] === "string" && declared["type"] !== update?.type;
  if (update === undefined || !isOther) return undefined;
  const declaration = inFlow(update);
  // A component is shared with workflows for which its type may be right.
  const isOwn = place !== undefined && isWithin(place, [...at, "inputs"]);
  const isNeutral = Object.keys(declared).every((key) => neutral.includes(key));
  if (!isOwn || !isNeutral) return { declaration, fix: undefined };
  const description = `${what.replaceAll("`", "")} takes nothing else.`;
  return { declaration, fix: overlayFix(linked.document, [{ at: place, description, update: { ...update } }]) };
}

/** How an input of a plain type, or a list of one, is declared. */
export interface Declaration {
  readonly type: string;
  readonly items?: { readonly type: string };
}

/** The type that such a declaration stands for. */
export function typeOfDeclaration({ type, items }: Declaration): Type {
  if (items !== undefined) return { kind: "array", items: typeOfDeclaration(items) };
  return type === "boolean" ? boolean : type === "string" ? string : number;
}

/** How a value of the type is declared; `undefined` of one that is not that plain. */
export function declarationOf(type: Type, schema: Schema | undefined): Declaration | undefined {
  const [member, ...others] = membersOf(expanded(type)).filter(({ kind }) => kind !== "null" && kind !== "undefined");
  if (member?.kind === "array" && others.length === 0) {
    const items = plainType(membersOf(expanded(member.items)), schema?.items);
    return items === undefined ? undefined : { type: "array", items: { type: items } };
  }
  const plain = member && plainType([member, ...others], schema);
  return plain === undefined ? undefined : { type: plain };
}

function plainType(members: readonly Type[], schema: Schema | undefined): string | undefined {
  const kinds = new Set(members.map((member) => (member.kind === "literal" ? typeof member.value : member.kind)));
  const [kind, ...others] = [...kinds].map((each) => (each === "openString" ? "string" : each));
  if (others.length > 0 || (kind !== "string" && kind !== "number" && kind !== "boolean")) return undefined;
  return kind === "number" && schema?.types.has("integer") && !schema.types.has("number") ? "integer" : kind;
}

function inFlow({ type, items }: Declaration): string {
  return items === undefined ? `type: ${type}` : `{ type: ${type}, items: { type: ${items.type} } }`;
}
