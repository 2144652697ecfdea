import { found } from "../../diagnostics.js";
import type { Path } from "../../documents/document.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import { partsOf, type Part } from "../walk.js";
import type { Fault } from "./fault.js";

/** What a document of 1.0 holds though only 1.1 knows it; in 1.0 these are unknown fields and values. */
export function* newerParts(description: ArazzoDescription): Iterable<Fault> {
  if (description.$self !== undefined) yield newer(["$self"], "`$self` is a field");
  for (const part of partsOf(description)) yield* newerIn(part);
}

function* newerIn({ kind, value, at }: Part): Iterable<Fault> {
  if (kind === "step") {
    for (const field of ["timeout", "dependsOn"] as const) {
      if (value[field] !== undefined) yield newer([...at, field], `\`${field}\` of a step is a field`);
    }
  } else if (kind === "replacement" && value.targetSelectorType !== undefined) {
    yield newer([...at, "targetSelectorType"], "`targetSelectorType` is a field");
  } else if (kind === "action" && value.parameters !== undefined) {
    yield newer([...at, "parameters"], "`parameters` of an action is a field");
  } else if (kind === "parameter" && value.in === "querystring") {
    yield newer([...at, "in"], "`in: querystring` is a part");
  } else if (kind === "outputs") {
    for (const [name, output] of Object.entries(value)) {
      if (typeof output === "object") yield newer([...at, name], "a Selector Object is a part");
    }
  } else if (kind === "criterion" && typeof value.type === "object") {
    const { version } = value.type;
    if (version === "rfc9535" || version === "xpath-31")
      yield newer([...at, "type", "version"], `\`${version}\` is a part`);
  }
}

function newer(path: Path, what: string): Fault {
  const description = "The document uses what 1.1 has.";
  const corrections = [{ at: [], description, update: { arazzo: "1.1.0" } }];
  const assume = { that: "the document is one of Arazzo 1.1", corrections };
  return { what: found.invalidDocument.newer(what), path, part: "key", assume };
}
