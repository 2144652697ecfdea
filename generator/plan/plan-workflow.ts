import { Findings } from "../diagnostics.js";
import { formatPointer } from "../documents/index.js";
import type { Apis } from "../link/apis.js";
import { hoistVariables } from "../passes/hoist-variables.js";
import { withShapes } from "./answer-shapes.js";
import { checkCodes } from "./check-codes.js";
import { checkOutputs } from "./check-outputs.js";
import { checkOutcome, checkOutputNames, endingsOf } from "./endings.js";
import { branchesOf } from "./flow/branches.js";
import { checkActions } from "./flow/check-actions.js";
import { checkFlow } from "./flow/check-flow.js";
import { checkRetries } from "./flow/check-retries.js";
import { FlowGraph } from "./flow/graph.js";
import { planFlow } from "./flow/index.js";
import { pollsOf, withPollBranch, type PollCandidate } from "./flow/polls.js";
import { findAsks, knownTo } from "./deferred.js";
import { InputTypes } from "./input-types.js";
import { Inputs } from "./inputs.js";
import { linkAnyStep } from "./link-steps.js";
import { usedVariables } from "../ir/used-variables.js";
import type { ClientPlan, Reads, WorkflowPlan } from "../ir/model.js";
import { unknown } from "../types/type.js";
import type { Observer } from "../ir/observer.js";
import { withAcceptedComparisons } from "./narrowing/index.js";
import { Scope, upperFirst } from "../link/names.js";
import {
  isCall,
  positionsIn,
  stepsOf,
  type AnyStep,
  type CallPlanning,
  type StepPlanning,
  type WorkflowPlanning,
} from "./planning.js";
import { checkStepDependencies } from "./step-dependencies.js";
import type { SoundSchemas } from "../types/sound-schemas.js";
import type { WorkflowNames } from "../link/workflow-names.js";
import { runPasses, type Pass } from "../passes/run-passes.js";
import { simplifyJumps } from "../passes/simplify-jumps.js";
import { withoutDeadCode } from "../passes/dead-code.js";
import { ReadTable } from "./read-table.js";
import { planCalls } from "./workflows/call-inputs.js";
import { versionOf } from "./version.js";
import { dependenciesOf, dependencyPlans } from "./workflows/dependencies.js";
import { mentionsIn } from "../link/mentions.js";
import type { WorkflowEntry, WorkflowIndex } from "../link/workflow-index.js";

/** What a workflow is planned with. */
export interface WorkflowSetting {
  readonly workflows: WorkflowIndex;
  readonly apis: Apis;
  readonly sound: SoundSchemas;
  readonly findings: Findings;
  readonly names: WorkflowNames;
  readonly observer: Observer | undefined;
}

/**
 * The function of a workflow. The workflows that it names have been planned. What is wrong is reported; the plan is of
 * use only if nothing was.
 */
export function planWorkflow(entry: WorkflowEntry, setting: WorkflowSetting): WorkflowPlan {
  const { workflow, at, linked } = entry;
  const { workflows, apis, sound, findings, names, observer } = setting;
  const scope = scopeOf(entry, workflows);
  const clients = new Map<string, ClientPlan>();
  const inputTypes = new InputTypes(names.fileName, (wanted) =>
    apis.typeName(`${upperFirst(names.functionName)}${wanted}`),
  );
  const inputs = new Inputs(linked.document, [...at, "inputs"], scope, inputTypes, findings);
  // Nothing is said of ways while not all of them are known.
  let ofWays = findings;
  const onLost = (): void => {
    ofWays = new Findings();
  };
  const positions = positionsIn(workflow);
  const site = { linked, workflow, at, positions, workflows, findings, onLost };
  const reads = new ReadTable();
  const linkSite = { linked, apis, sound, workflows, findings, scope, reads, clients };
  const steps: StepPlanning[] = [];
  const calls: CallPlanning[] = [];
  const found = workflow.steps.map((step, index): Omit<PollCandidate, "reached"> => {
    const here = [...at, "steps", index];
    const branches = branchesOf(step, here, site);
    const planned = linkAnyStep({ step, at: here, index, recovers: branches.failure.length > 0 }, linkSite);
    if (planned !== undefined && isCall(planned)) calls.push(planned);
    else if (planned !== undefined) steps.push(planned);
    return { step, at: here, reads: isReading(planned), branches };
  });
  const ways = new FlowGraph(found.map(({ branches }) => branches));
  const candidates = found.map((one, index): PollCandidate => ({ ...one, reached: ways.isReachable(index) }));
  const polls = pollsOf(candidates, linked.document, ofWays);
  const graph = new FlowGraph(
    candidates.map(({ branches, at: here }, index) =>
      polls.has(index) && index === candidates.length - 1 ? withPollBranch(branches, index, here) : branches,
    ),
  );
  const dependencies = dependenciesOf(entry, workflows, findings);
  const planned = new Map([...steps, ...calls].map((step): [number, AnyStep] => [step.index, step]));
  const own = {
    linked,
    workflow,
    at,
    findings,
    scope,
    inputs,
    reads,
    steps,
    calls,
    positions,
    planned,
    graph,
    dependencies,
  };
  const planning: WorkflowPlanning = { ...own, deferred: new Map() };
  checkFlow({ ...planning, findings: ofWays });
  checkActions(planning);
  checkRetries(planning);
  checkStepDependencies(planning, workflows);
  planCalls(planning);
  findAsks(planning);
  checkCodes({ ...planning, findings: ofWays });
  checkOutputs(planning, ofWays);
  const flow = planFlow(planning, polls);
  observer?.onStage("plan", workflow.steps.length, "steps");
  const lowered = { reads: readsOf(planning), body: flow.body };
  const passes: Readonly<Record<string, Pass>> = {
    "simplify-jumps": simplifyJumps,
    "hoist-variables": (before) => hoistVariables(before, scope),
    "dead-code": withoutDeadCode,
    narrowing: (before) => withAcceptedComparisons(before, planning),
    "answer-shapes": withShapes,
  };
  const ir = runPasses(workflow.workflowId, lowered, passes, observer);
  const mentioned = usedVariables(ir);
  const fields = inputs.finish(knownTo(planning), mentioned);
  const endings = endingsOf(flow.endings, ir.reads);
  checkOutcome(endings, flow.endings, planning);
  checkOutputNames(flow.endings, planning);
  return {
    ...names,
    workflowId: workflow.workflowId,
    origin: `${fileNameOf(linked.document.file)}#${formatPointer(at)}`,
    version: versionOf(ir.body, [...clients.values()], planning),
    stepCount: workflow.steps.length,
    summary: workflow.summary,
    description: workflow.description,
    inputs: fields,
    inputTypes: inputTypes.usedIn(fields.map(({ type }) => type)),
    inputRequired: fields.some((field) => !field.optional),
    dependencies: dependencyPlans(dependencies),
    endings,
    clients: [...clients.values()].filter(({ local }) => mentioned.has(local)),
    ...ir,
  };
}

function readsOf(planning: WorkflowPlanning): Reads {
  const answers = stepsOf(planning).map(({ answer }) => answer);
  return planning.reads.finish(answers, (name) => planning.inputs.value(name)?.type ?? unknown);
}

/** The names of the functions that are called are taken before any variable gets one. */
function scopeOf({ workflow, at, linked }: WorkflowEntry, workflows: WorkflowIndex): Scope {
  const scope = new Scope();
  for (const text of new Set(mentionsIn(workflow, at, linked).map((mention) => mention.text))) {
    const found = workflows.lookUp(text, linked);
    if (found !== undefined && "plan" in found && found.plan !== undefined) scope.take(found.plan.functionName);
  }
  return scope;
}

function isReading(step: AnyStep | undefined): boolean {
  return step !== undefined && !isCall(step) && step.operation.method === "get";
}

function fileNameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
