import { found } from "../../diagnostics.js";
import type { Path } from "../../documents/document.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import type { ExpressionType } from "../model/expression-type.js";
import { actionsOf, criteriaOf, outputsOf, parametersOf, stepsOf } from "../walk.js";
import type { Fault } from "./fault.js";

/** What a document of 1.0 holds though only 1.1 knows it; in 1.0 these are unknown fields and values. */
export function* newerParts(description: ArazzoDescription): Iterable<Fault> {
  if (description.$self !== undefined) yield newer(["$self"], "`$self` is a field");
  for (const { value, at } of stepsOf(description)) {
    for (const field of ["timeout", "dependsOn"] as const) {
      if (value[field] !== undefined) yield newer([...at, field], `\`${field}\` of a step is a field`);
    }
    for (const [index, { targetSelectorType }] of (value.requestBody?.replacements ?? []).entries()) {
      const path = [...at, "requestBody", "replacements", index, "targetSelectorType"];
      if (targetSelectorType !== undefined) yield newer(path, "`targetSelectorType` is a field");
    }
  }
  for (const { value, at } of actionsOf(description)) {
    if (value.parameters !== undefined) yield newer([...at, "parameters"], "`parameters` of an action is a field");
  }
  for (const { value, at } of parametersOf(description)) {
    if (value.in === "querystring") yield newer([...at, "in"], "`in: querystring` is a part");
  }
  for (const { value, at } of outputsOf(description)) {
    for (const [name, output] of Object.entries(value)) {
      if (typeof output === "object") yield newer([...at, name], "a Selector Object is a part");
    }
  }
  for (const { value, at } of criteriaOf(description)) yield* newerType(value.type, [...at, "type", "version"]);
}

function* newerType(type: string | ExpressionType | undefined, at: Path): Iterable<Fault> {
  if (typeof type !== "object" || (type.version !== "rfc9535" && type.version !== "xpath-31")) return;
  yield newer(at, `\`${type.version}\` is a part`);
}

function newer(path: Path, what: string): Fault {
  return { what: found.invalidDocument.newer(what), path, part: "key" };
}
