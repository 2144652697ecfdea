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

/**
 * That a step has an id of its own where nothing asks for one of the steps by that which it shares with others. What asks
 * behind all of them asks for the last: then those before it get other ids.
 */
function renamed({ path }: Fault, names: readonly string[], workflow: Workflow): Pick<Fault, "assume"> {
  const position = Number(path.at(-2));
  const name = names[position] ?? "";
  const { steps, outputs, ...more } = workflow;
  const last = names.lastIndexOf(name);
  const isAsked = mentions(name, { ...more, steps: steps.slice(0, last + 1) });
  const isLastAsked = mentions(name, { outputs, steps: steps.slice(last + 1) });
  const before = names.slice(0, position).filter((other) => other === name).length;
  const stepId = `${name}-${isLastAsked ? before : before + 1}`;
  if (isAsked || names.includes(stepId)) return {};
  const list = path.slice(0, -2);
  const index = isLastAsked ? names.lastIndexOf(name, position - 1) : position;
  const description = "Another step of the workflow has this id.";
  const corrections = [{ at: [...list, index], description, update: { stepId } }];
  const which = isLastAsked ? "that one" : "it";
  return { assume: { that: `${which} is called \`${stepId}\``, corrections } };
}

/** Whether something in a part of a workflow asks for a step of this id; that a step has it is no such thing. */
function mentions(name: string, part: Partial<Workflow> & Pick<Workflow, "steps">): boolean {
  const text = JSON.stringify(part);
  const same = part.steps.filter(({ stepId }) => stepId === name).length;
  return text.includes(`$steps.${name}.`) || text.split(JSON.stringify(name)).length - 1 > same;
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
