import { found } from "../../diagnostics.js";
import type { Path } from "../../documents/document.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import type { Parameter } from "../model/parameter.js";
import type { Reusable } from "../model/reusable.js";
import type { Step } from "../model/step.js";
import { resolveReusable } from "../reuse.js";
import { partsOf } from "../walk.js";
import type { Fault } from "./fault.js";

/**
 * Parameters of operations that do not say where they go. For those of a workflow that holds when any of its steps
 * calls an operation; a step that calls a workflow takes no notice of `in`.
 */
export function* unplacedParameters(description: ArazzoDescription): Iterable<Fault> {
  for (const [index, { parameters, steps }] of description.workflows.entries()) {
    if (!steps.some(callsOperation)) continue;
    yield* unplacedIn(parameters ?? [], ["workflows", index, "parameters"], description);
  }
  for (const { kind, value, at } of partsOf(description)) {
    if (kind === "step" && callsOperation(value))
      yield* unplacedIn(value.parameters ?? [], [...at, "parameters"], description);
  }
}

function callsOperation(step: Step): boolean {
  return step.workflowId === undefined;
}

function* unplacedIn(
  list: readonly (Parameter | Reusable)[],
  at: Path,
  description: ArazzoDescription,
): Iterable<Fault> {
  for (const [index, entry] of list.entries()) {
    const parameter = resolveReusable(description, "parameters", entry, [...at, index])?.value;
    if (parameter === undefined || parameter.in !== undefined) continue;
    yield { what: found.invalidDocument.unplacedParameter(parameter.name), path: [...at, index] };
  }
}
