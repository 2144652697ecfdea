import { found } from "../../diagnostics.js";
import { isMapping } from "../../documents/data.js";
import type { Path } from "../../documents/document.js";
import { inputExtensions } from "../model/input-extensions.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import type { Fault } from "./fault.js";

/** Our extensions `x-default` and `x-deferred` where they do not say what they can say. */
export function* inputFaults(description: ArazzoDescription): Iterable<Fault> {
  for (const [index, { inputs }] of description.workflows.entries()) {
    yield* schemaFaults(inputs, ["workflows", index, "inputs"]);
  }
  for (const [name, schema] of Object.entries(description.components?.inputs ?? {})) {
    yield* schemaFaults(schema, ["components", "inputs", name]);
  }
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
