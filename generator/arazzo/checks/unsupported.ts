import { found } from "../../diagnostics.js";
import type { Path } from "../../documents/document.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import type { ExpressionType } from "../model/expression-type.js";
import { criteriaOf, stepsOf } from "../walk.js";
import type { Fault } from "./fault.js";
import { selectorTypesOf } from "./selectors.js";

/** Parts of the specification that are not compiled, by name: AsyncAPI, XPath, and JSONPath as it was before its RFC. */
export function* unsupportedFeatures(description: ArazzoDescription, version: "1.0" | "1.1"): Iterable<Fault> {
  for (const [index, { type }] of description.sourceDescriptions.entries()) {
    if (type === "asyncapi") {
      yield { what: found.unsupportedFeature.asyncApi(), path: ["sourceDescriptions", index, "type"] };
    }
  }
  for (const { value, at } of stepsOf(description)) {
    for (const field of ["channelPath", "correlationId", "action"] as const) {
      if (value[field] === undefined) continue;
      yield { what: found.unsupportedFeature.asyncApiField(field), path: [...at, field], part: "key" };
    }
  }
  for (const { value, at } of criteriaOf(description)) {
    if (value.type !== undefined) yield* unsupportedType(value.type, [...at, "type"]);
  }
  for (const { value, at } of selectorTypesOf(description, version)) yield* unsupportedType(value, at);
}

function* unsupportedType(type: string | ExpressionType, at: Path): Iterable<Fault> {
  const name = typeof type === "object" ? type.type : type;
  if (name === "xpath") {
    yield { what: found.unsupportedFeature.xpath(), path: typeof type === "object" ? [...at, "type"] : at };
  } else if (typeof type === "object" && type.version === "draft-goessner-dispatch-jsonpath-00") {
    yield { what: found.unsupportedFeature.oldJsonPath(type.version), path: [...at, "version"] };
  }
}
