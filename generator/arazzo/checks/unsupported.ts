import { found } from "../../diagnostics.js";
import { isList, isMapping } from "../../documents/data.js";
import type { Path } from "../../documents/document.js";
import { isFailure } from "../failure.js";
import { parseJsonPath } from "../jsonpath/parse.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import type { ExpressionType } from "../model/expression-type.js";
import { isSelector, type Selector } from "../model/selector.js";
import { partsOf, type Part, type Placed } from "../walk.js";
import type { Fault } from "./fault.js";

/** Parts of the specification that are not compiled, by name: AsyncAPI, XPath, and JSONPath as it was before its RFC. */
export function* unsupportedFeatures(description: ArazzoDescription, version: "1.0" | "1.1"): Iterable<Fault> {
  for (const [index, { type }] of description.sourceDescriptions.entries()) {
    if (type === "asyncapi") {
      yield { what: found.unsupportedFeature.asyncApi(), path: ["sourceDescriptions", index, "type"] };
    }
  }
  for (const part of partsOf(description)) {
    if (part.kind === "step") yield* asyncApiFields(part);
    for (const { value, at, query } of typesIn(part)) yield* unsupportedType(value, at, query);
    // In 1.0 an object of this form is a value like any other.
    if (version === "1.0") continue;
    for (const { value, at } of selectorsIn(part)) yield* unsupportedType(value.type, [...at, "type"], value.selector);
  }
}

function* asyncApiFields({ value, at }: Extract<Part, { kind: "step" }>): Iterable<Fault> {
  for (const field of ["channelPath", "correlationId", "action"] as const) {
    if (value[field] === undefined) continue;
    yield { what: found.unsupportedFeature.asyncApiField(field), path: [...at, field], part: "key" };
  }
}

/** The types that criteria, replacements and outputs name, and the texts that are of them. */
function* typesIn({ kind, value, at }: Part): Iterable<Placed<string | ExpressionType> & { readonly query: string }> {
  if (kind === "criterion" && value.type !== undefined) {
    yield { value: value.type, at: [...at, "type"], query: value.condition };
  }
  if (kind === "replacement" && value.targetSelectorType !== undefined) {
    yield { value: value.targetSelectorType, at: [...at, "targetSelectorType"], query: value.target };
  }
  for (const [name, output] of kind === "outputs" ? Object.entries(value) : []) {
    if (typeof output === "object") yield { value: output.type, at: [...at, name, "type"], query: output.selector };
  }
}

/** The Selector Objects at any depth of a value that goes into a request. It keeps its own stack: depth costs nothing. */
function* selectorsIn({ kind, value: part, at: place }: Part): Iterable<Placed<Selector>> {
  const left: Placed<unknown>[] = [];
  if (kind === "parameter" || kind === "replacement") left.push({ value: part.value, at: [...place, "value"] });
  if (kind === "step") left.push({ value: part.requestBody?.payload, at: [...place, "requestBody", "payload"] });
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, at } = next;
    if (isSelector(value)) yield { value, at };
    else if (isMapping(value) || isList(value)) {
      for (const [key, item] of isList(value) ? value.entries() : Object.entries(value))
        left.push({ value: item, at: [...at, key] });
    }
  }
}

/** @param query The text that is of the type */
function* unsupportedType(type: string | ExpressionType, at: Path, query: string): Iterable<Fault> {
  const name = typeof type === "object" ? type.type : type;
  if (name === "xpath") {
    yield { what: found.unsupportedFeature.xpath(), path: typeof type === "object" ? [...at, "type"] : at };
  } else if (typeof type === "object" && type.version === "draft-goessner-dispatch-jsonpath-00") {
    const what = found.unsupportedFeature.oldJsonPath(type.version);
    const fault = { what, path: [...at, "version"] };
    // What both can read they read alike.
    const isSame = !isFailure(parseJsonPath(query.trim()));
    const description = "The query is one of RFC 9535 as well.";
    const corrections = [{ at: at.slice(0, -1), description, update: { [String(at.at(-1))]: "jsonpath" } }];
    yield isSame ? { ...fault, assume: { that: "it means the same in RFC 9535", corrections } } : fault;
  }
}
