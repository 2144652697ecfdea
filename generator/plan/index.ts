import { PatternJudge } from "../arazzo/index.js";
import type { Findings } from "../diagnostics.js";
import { formatPointer, type Path, type SourceDocument } from "../documents/index.js";
import { Apis } from "../link/apis.js";
import type { LinkedDocument } from "../link/linked.js";
import type { Plan } from "../ir/model.js";
import type { Observer } from "../ir/observer.js";
import { TypeNames } from "../link/names.js";
import { checkVariables } from "./shared-variables.js";
import { planWorkflow } from "./plan-workflow.js";
import { SoundSchemas } from "../types/sound-schemas.js";
import { WorkflowNaming, type WorkflowNames } from "../link/workflow-names.js";
import { inOrder, reachedFrom } from "../link/order.js";
import { WorkflowIndex, type WorkflowEntry } from "../link/workflow-index.js";

export { checkPortable } from "../check/lint/check-portable.js";
export type { LinkedDocument, LinkedSource } from "../link/linked.js";
export type { ApiPlan, FunctionIr, NamedSchemas, Plan, WorkflowPlan } from "../ir/model.js";
export type { Observer } from "../ir/observer.js";
export { camelCase, kebabCase } from "../link/names.js";
export { nameAt } from "../link/schema-names.js";
export { show } from "../ir/show.js";

/** A workflow, and those that it calls, goes to or depends on. */
export interface WorkflowNeeds {
  /** Tells it from all others, whenever the documents are read. */
  readonly key: string;
  readonly workflowId: string;
  readonly document: SourceDocument;
  readonly at: Path;
  /** The keys of those that it needs. */
  readonly needs: ReadonlySet<string>;
}

/**
 * Plans a function for each workflow of the documents, and for each workflow elsewhere that these lead to. The plan is
 * of use only if no error was found.
 * @param keys Those to plan, by the keys of {@link workflowsIn}. Default: all.
 */
export function planDocuments(
  documents: readonly LinkedDocument[],
  findings: Findings,
  observer?: Observer,
  keys?: ReadonlySet<string>,
): Plan {
  const workflows = new WorkflowIndex();
  const roots = rootsOf(documents, workflows).filter((entry) => keys === undefined || keys.has(keyOf(entry)));
  const reached = reachedFrom(roots, workflows);
  const names = namesOf([...reached.keys()], findings);
  const types = new TypeNames();
  for (const { inputName, outputName, dependenciesName, stepsName } of names.values()) {
    for (const name of [inputName, outputName, dependenciesName, stepsName]) types.take(name);
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
  checkVariables(ordered, findings);
  return { workflows: [...reached.keys()].flatMap(({ plan }) => plan ?? []), apis: apis.finish() };
}

/** The workflows of the documents, and those elsewhere that these lead to. */
export function workflowsIn(documents: readonly LinkedDocument[]): readonly WorkflowNeeds[] {
  const workflows = new WorkflowIndex();
  const reached = reachedFrom(rootsOf(documents, workflows), workflows);
  return [...reached].map(([entry, links]) => {
    const { workflow, at, linked } = entry;
    const needs = new Set(links.map(({ to }) => keyOf(to)));
    return { key: keyOf(entry), workflowId: workflow.workflowId, document: linked.document, at, needs };
  });
}

function rootsOf(documents: readonly LinkedDocument[], workflows: WorkflowIndex): readonly WorkflowEntry[] {
  return documents.flatMap((linked) => [...workflows.of(linked).values()]);
}

function keyOf({ linked, at }: WorkflowEntry): string {
  return `${linked.document.file}#${formatPointer(at)}`;
}

function namesOf(entries: readonly WorkflowEntry[], findings: Findings): ReadonlyMap<WorkflowEntry, WorkflowNames> {
  const naming = new WorkflowNaming(findings);
  const named = entries.map((entry) => {
    const { linked, workflow, at } = entry;
    return [entry, naming.name(workflow.workflowId, linked.document.place([...at, "workflowId"]))] as const;
  });
  return new Map(named.filter((pair): pair is [WorkflowEntry, WorkflowNames] => pair[1] !== undefined));
}
