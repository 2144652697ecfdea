import { found, type Found } from "../../diagnostics.js";
import type { Path } from "../../documents/document.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import type { Workflow } from "../model/workflow.js";
import type { Fault } from "./fault.js";

/** Names that more than one source description, workflow or step of a workflow has. */
export function* duplicateNames({ sourceDescriptions, workflows }: ArazzoDescription): Iterable<Fault> {
  yield* namesakes(
    "source description",
    sourceDescriptions.map(({ name }) => name),
    ["sourceDescriptions"],
    "name",
  );
  yield* namesakes(
    "workflow",
    workflows.map(({ workflowId }) => workflowId),
    ["workflows"],
    "workflowId",
  );
  for (const [index, workflow] of workflows.entries()) {
    const names = workflow.steps.map(({ stepId }) => stepId);
    const faults = namesakes("step of the workflow", names, ["workflows", index, "steps"], "stepId");
    for (const fault of faults) yield { ...fault, ...renamed(fault, names, workflow) };
  }
}

/** That a step has an id of its own where nothing asks for one of the steps by that which it shares with others. */
function renamed({ path }: Fault, names: readonly string[], workflow: Workflow): Pick<Fault, "assume"> {
  const position = Number(path.at(-2));
  const name = names[position] ?? "";
  const same = names.filter((other) => other === name).length;
  const text = JSON.stringify(workflow);
  const isMentioned = text.includes(`$steps.${name}.`) || text.split(JSON.stringify(name)).length - 1 > same;
  const number = names.slice(0, position + 1).filter((other) => other === name).length;
  const stepId = `${name}-${number}`;
  if (isMentioned || names.includes(stepId)) return {};
  const description = "Another step of the workflow has this id.";
  const corrections = [{ at: path.slice(0, -1), description, update: { stepId } }];
  return { assume: { that: `it is called \`${stepId}\``, corrections } };
}

function namesakes(
  kind: Parameters<typeof found.duplicateId.other>[0],
  names: readonly string[],
  list: Path,
  field: string,
): Iterable<Fault> {
  return duplicates(
    names.map((name, index) => ({
      key: name,
      what: found.duplicateId.other(kind, name),
      path: [...list, index, field],
    })),
  );
}

/** Something whose key must not occur twice. */
export interface Named {
  readonly key: string;
  /** What to report of one whose key an earlier one has. */
  readonly what: Found;
  readonly path: Path;
}

/** A fault for each entry whose key an earlier one has. */
export function* duplicates(entries: readonly Named[]): Iterable<Fault> {
  const seen = new Set<string>();
  for (const { key, what, path } of entries) {
    if (seen.has(key)) yield { what, path };
    seen.add(key);
  }
}
