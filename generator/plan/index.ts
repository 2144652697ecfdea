import { PatternJudge } from "../arazzo/index.js";
import type { Findings } from "../diagnostics.js";
import { Apis } from "../link/apis.js";
import type { LinkedDocument } from "../link/linked.js";
import type { Plan } from "../ir/model.js";
import type { Observer } from "../ir/observer.js";
import { TypeNames } from "../link/names.js";
import { planWorkflow } from "./plan-workflow.js";
import { SoundSchemas } from "../types/sound-schemas.js";
import { WorkflowNaming, type WorkflowNames } from "../link/workflow-names.js";
import { inOrder, reachedFrom } from "../link/order.js";
import { WorkflowIndex, type WorkflowEntry } from "../link/workflow-index.js";

export type { LinkedDocument, LinkedSource } from "../link/linked.js";
export type { ApiPlan, FunctionIr, Plan, WorkflowPlan } from "../ir/model.js";
export type { Observer } from "../ir/observer.js";
export { show } from "../ir/show.js";

/**
 * Plans a function for each workflow of the documents, and for each workflow elsewhere that these lead to. The plan is
 * of use only if no error was found.
 */
export function planDocuments(documents: readonly LinkedDocument[], findings: Findings, observer?: Observer): Plan {
  const workflows = new WorkflowIndex();
  const roots = documents.flatMap((linked) => [...workflows.of(linked).values()]);
  const reached = reachedFrom(roots, workflows);
  const names = namesOf([...reached.keys()], findings);
  const types = new TypeNames();
  for (const { inputName, outputName, dependenciesName } of names.values()) {
    for (const name of [inputName, outputName, dependenciesName]) types.take(name);
  }
  const apis = new Apis(types);
  const sound = new SoundSchemas(findings);
  const patterns = new PatternJudge();
  // Those that are called come first: what calls them is held to their inputs, and reads their outputs.
  const ordered = inOrder(reached, findings);
  observer?.onStage("order", ordered.length, "workflows");
  for (const entry of ordered) {
    const own = names.get(entry);
    if (own === undefined) continue;
    entry.plan = planWorkflow(entry, { workflows, apis, sound, findings, patterns, names: own, observer });
  }
  return { workflows: [...reached.keys()].flatMap(({ plan }) => plan ?? []), apis: apis.finish() };
}

function namesOf(entries: readonly WorkflowEntry[], findings: Findings): ReadonlyMap<WorkflowEntry, WorkflowNames> {
  const naming = new WorkflowNaming(findings);
  const named = entries.map((entry) => {
    const { linked, workflow, at } = entry;
    return [entry, naming.name(workflow.workflowId, linked.document.place([...at, "workflowId"]))] as const;
  });
  return new Map(named.filter((pair): pair is [WorkflowEntry, WorkflowNames] => pair[1] !== undefined));
}
