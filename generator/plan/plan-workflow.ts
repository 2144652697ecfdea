import type { Workflow } from "../arazzo/index.js";
import type { Findings } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import { formatPointer } from "../documents/index.js";
import { chooseServer } from "../openapi/index.js";
import type { Apis } from "./apis.js";
import { bindReads } from "./bind-reads.js";
import { Inputs } from "./inputs.js";
import { linkStep } from "./link-step.js";
import type { LinkedDocument } from "./linked.js";
import type { ClientPlan, WorkflowPlan } from "./model.js";
import { camelCase, Scope } from "./names.js";
import { endingOf } from "./outputs.js";
import type { StepPlanning, WorkflowPlanning } from "./planning.js";
import { branchesOf } from "./flow/branches.js";
import { FlowGraph } from "./flow/graph.js";
import { planFlow } from "./flow/index.js";
import { pollsOf, withPollBranch, type PollCandidate } from "./flow/polls.js";
import { checkOutputs } from "./check-outputs.js";
import type { WorkflowNames } from "./workflow-names.js";

/** What a workflow is planned with. */
export interface WorkflowSetting {
  readonly linked: LinkedDocument;
  readonly apis: Apis;
  readonly findings: Findings;
  readonly names: WorkflowNames;
}

/** The function of a workflow. What is wrong is reported; the plan is of use only if nothing was. */
export function planWorkflow(workflow: Workflow, at: Path, setting: WorkflowSetting): WorkflowPlan {
  const { linked, findings, names } = setting;
  const scope = new Scope();
  const clients = new Map<string, ClientPlan>();
  const inputs = new Inputs(linked.document, [...at, "inputs"], scope, findings);
  const steps = linkSteps(workflow, at, setting, scope, clients);
  const site = { linked, workflow, at, findings };
  const candidates = workflow.steps.map((step, index): PollCandidate => {
    const here = [...at, "steps", index];
    const operation = steps.find((other) => other.index === index)?.operation;
    return { step, at: here, reads: operation?.method === "get", branches: branchesOf(step, here, site) };
  });
  const polls = pollsOf(candidates, linked.document, findings);
  const graph = new FlowGraph(
    candidates.map(({ branches, at: here }, index) =>
      polls.has(index) && index === candidates.length - 1 ? withPollBranch(branches, index, here) : branches,
    ),
  );
  const planning: WorkflowPlanning = { linked, workflow, at, findings, scope, inputs, steps, graph };
  checkOutputs(planning);
  const flow = planFlow(planning, polls);
  const body = bindReads(flow.body, planning);
  const fields = inputs.finish();
  return {
    ...names,
    workflowId: workflow.workflowId,
    origin: `${fileNameOf(linked.document.file)}#${formatPointer(at)}`,
    stepCount: workflow.steps.length,
    summary: workflow.summary,
    description: workflow.description,
    inputs: fields,
    inputRequired: fields.some((field) => !field.optional),
    endings: flow.endings.map(endingOf),
    clients: [...clients.values()],
    body,
  };
}

function linkSteps(
  workflow: Workflow,
  at: Path,
  { linked, apis, findings }: WorkflowSetting,
  scope: Scope,
  clients: Map<string, ClientPlan>,
): StepPlanning[] {
  return workflow.steps.flatMap((step, index): StepPlanning[] => {
    const here = [...at, "steps", index];
    const found = linkStep(step, here, linked, findings);
    const server = found && chooseServer(found.operation, findings);
    if (found?.source.api === undefined || server === undefined) return [];
    const { interfaceName, fileName, use } = apis.use(found.source.api, found);
    const key = JSON.stringify([interfaceName, server]);
    const client = clients.get(key) ?? {
      local: scope.take(
        camelCase(found.source.name.replace(/-?api$/i, "")) || "api",
        `${camelCase(found.source.name)}Client`,
      ),
      interfaceName,
      fileName,
      server,
    };
    clients.set(key, client);
    const answer = scope.take(camelCase(step.stepId) || "step", `${camelCase(step.stepId)}Step`);
    const { operation } = found;
    return [
      {
        step,
        at: here,
        index,
        operation,
        client: client.local,
        answer,
        use,
        reads: new Map(),
        bind: { kind: "bind", reads: [] },
      },
    ];
  });
}

function fileNameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
