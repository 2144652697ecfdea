import { found } from "../../diagnostics.js";
import { isMapping } from "../../documents/data.js";
import type { Path } from "../../documents/document.js";
import { inputExtensions } from "../model/input-extensions.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import type { Fault } from "./fault.js";

/** Our extensions `x-default` and `x-deferred` where they do not say what they can say. */
export function* inputFaults(description: ArazzoDescription): Iterable<Fault> {
  for (const [index, { inputs }] of description.workflows.entries()) {
    const at = ["workflows", index, "inputs"];
    yield* bareInputs(inputs, at);
    yield* schemaFaults(inputs, at);
  }
  for (const [name, schema] of Object.entries(description.components?.inputs ?? {})) {
    yield* schemaFaults(schema, ["components", "inputs", name]);
  }
}

/** Inputs by their names, without the schema of an object around them. */
function* bareInputs(schema: unknown, path: Path): Iterable<Fault> {
  if (!isMapping(schema) || Object.keys(schema).length === 0) return;
  const isInput = (one: unknown): boolean => isMapping(one) && typeof (one["type"] ?? one["$ref"]) === "string";
  if (!Object.values(schema).every(isInput)) return;
  const description = "The inputs are the properties of an object.";
  const removed = Object.keys(schema).map((name) => ({ at: [...path, name], description }));
  const corrections = [...removed, { at: path, description, update: { type: "object", properties: { ...schema } } }];
  const what = found.invalidDocument.bareInputs();
  yield { what, path, assume: { that: "each is an input of this name", corrections } };
}

function* schemaFaults(schema: unknown, at: Path): Iterable<Fault> {
  if (!isMapping(schema) || !isMapping(schema["properties"])) return;
  for (const [name, property] of Object.entries(schema["properties"])) {
    if (!isMapping(property)) continue;
    const result = inputExtensions.safeParse(property);
    for (const { path, message } of result.error?.issues ?? []) {
      const inside = path.map((key) => (typeof key === "symbol" ? String(key) : key));
      yield { what: found.invalidDocument.rule(message), path: [...at, "properties", name, ...inside] };
    }
  }
}
