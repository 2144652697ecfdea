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
      const path = ["sourceDescriptions", index, "type"];
      yield { code: "unsupported-feature", path, message: "a source description of AsyncAPI is not supported" };
    }
  }
  for (const { value, at } of stepsOf(description)) {
    for (const field of ["channelPath", "correlationId", "action"] as const) {
      if (value[field] !== undefined) yield asyncApi([...at, field], field);
    }
  }
  for (const { value, at } of criteriaOf(description)) {
    if (value.type !== undefined) yield* unsupportedType(value.type, [...at, "type"]);
  }
  for (const { value, at } of selectorTypesOf(description, version)) yield* unsupportedType(value, at);
}

function asyncApi(path: Path, field: string): Fault {
  const message = `\`${field}\` is a field of steps on AsyncAPI, which is not supported`;
  return { code: "unsupported-feature", path, part: "key", message };
}

function* unsupportedType(type: string | ExpressionType, at: Path): Iterable<Fault> {
  const name = typeof type === "object" ? type.type : type;
  if (name === "xpath") {
    const path = typeof type === "object" ? [...at, "type"] : at;
    const hint = "Only `jsonpath`, `regex`, `simple` and JSON Pointers are compiled.";
    yield { code: "unsupported-feature", path, message: "XPath is not supported", hint };
  } else if (typeof type === "object" && type.version === "draft-goessner-dispatch-jsonpath-00") {
    const message = `JSONPath in its version \`${type.version}\` is not supported`;
    const hint = "Write the query as RFC 9535 has it, and `type: jsonpath`.";
    yield { code: "unsupported-feature", path: [...at, "version"], message, hint };
  }
}
