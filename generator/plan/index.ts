import type { Findings } from "../diagnostics.js";
import { Apis } from "./apis.js";
import type { LinkedDocument } from "./linked.js";
import type { Plan, WorkflowPlan } from "./model.js";
import { TypeNames } from "./names.js";
import { planWorkflow } from "./plan-workflow.js";
import { WorkflowNaming } from "./workflow-names.js";

export type { LinkedDocument, LinkedSource } from "./linked.js";
export type { ApiPlan, Plan, WorkflowPlan } from "./model.js";

/** Plans a function for each workflow of the documents. The plan is of use only if no error was found. */
export function planDocuments(documents: readonly LinkedDocument[], findings: Findings): Plan {
  const naming = new WorkflowNaming(findings);
  const named = documents.flatMap((linked) =>
    linked.arazzo.workflows.flatMap((workflow, index) => {
      const at = ["workflows", index];
      const names = naming.name(workflow.workflowId, linked.document.place([...at, "workflowId"]));
      return names === undefined ? [] : [{ linked, workflow, at, names }];
    }),
  );
  const types = new TypeNames();
  for (const { names } of named) {
    types.take(names.inputName);
    types.take(names.outputName);
  }
  const apis = new Apis(types);
  const workflows = named.map(({ linked, workflow, at, names }): WorkflowPlan =>
    planWorkflow(workflow, at, { linked, apis, findings, names }),
  );
  return { workflows, apis: apis.finish() };
}
