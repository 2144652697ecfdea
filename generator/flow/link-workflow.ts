import { isCall, positionsIn, type LinkedStep, type CallStep, type RequestStep } from "../link/linked-step.js";
import type { LinkedWorkflow } from "./linked-workflow.js";
import type { PatternJudge } from "../arazzo/index.js";
import { Findings } from "../diagnostics.js";
import type { Apis } from "../link/apis.js";
import { mentionsIn } from "../link/mentions.js";
import { Scope, upperFirst } from "../link/names.js";
import type { WorkflowEntry, WorkflowIndex } from "../link/workflow-index.js";
import type { WorkflowNames } from "../link/workflow-names.js";
import type { ClientPlan, WorkflowPlan } from "../ir/model.js";
import type { Observer } from "../ir/observer.js";
import type { SoundSchemas } from "../types/sound-schemas.js";
import { branchesOf, type StepBranches } from "./branches.js";
import { FlowGraph } from "./graph.js";
import { pollsOf, withLoops, withPollBranch, type PollCandidate } from "./polls.js";
import { InputTypes } from "../link/input-types.js";
import { declaredInputs } from "../link/inputs.js";
import { linkAnyStep } from "../link/link-steps.js";
import { ReadTable } from "../ir/read-table.js";
import { dependenciesOf } from "../link/dependencies.js";

/** What a workflow is linked with. */
export interface WorkflowSetting {
  readonly workflows: WorkflowIndex;
  readonly apis: Apis;
  readonly sound: SoundSchemas;
  readonly findings: Findings;
  readonly patterns: PatternJudge;
  readonly names: WorkflowNames;
  readonly observer: Observer | undefined;
}

/** A workflow of which every name is known to mean something, and in which order its steps can run. */
export interface LinkedFunction extends LinkedWorkflow {
  /** Takes what is said of the ways through the workflow, which is nothing while not all of them are known. */
  readonly ofWays: Findings;
  readonly inputTypes: InputTypes;
  /** The clients that the steps need, each once. */
  readonly clients: readonly ClientPlan[];
}

/** Finds what the names in a workflow mean, and the ways through it. The workflows that it names have been planned. */
export function linkWorkflow(entry: WorkflowEntry, setting: WorkflowSetting): LinkedFunction {
  const { workflow, at, linked } = entry;
  const { workflows, apis, sound, findings, patterns, names } = setting;
  const scope = scopeOf(entry, workflows);
  const inputTypes = new InputTypes(names.fileName, (wanted) =>
    apis.typeName(`${upperFirst(names.functionName)}${wanted}`),
  );
  const inputs = declaredInputs(linked.document, [...at, "inputs"], scope, inputTypes, findings);
  let ofWays = findings;
  const onLost = (): void => {
    ofWays = new Findings();
  };
  const positions = positionsIn(workflow);
  const site = { linked, workflow, at, positions, workflows, findings, onLost };
  const reads = new ReadTable();
  const clients = new Map<string, ClientPlan>();
  const linkSite = { linked, apis, sound, workflows, findings, scope, reads, clients, inputs };
  const steps: RequestStep[] = [];
  const calls: CallStep[] = [];
  const branches = workflow.steps.map((step, index): StepBranches => {
    const here = [...at, "steps", index];
    const found = branchesOf(step, here, site);
    const recovers = found.failure.length > 0;
    const one = linkAnyStep({ step, at: here, index, workflow, workflowAt: at, recovers }, linkSite);
    if (one !== undefined && isCall(one)) calls.push(one);
    else if (one !== undefined) steps.push(one);
    return found;
  });
  const planned = new Map([...steps, ...calls].map((step): [number, LinkedStep] => [step.index, step]));
  const { polls, graph } = waysThrough(branches, { linked, workflow, at, planned, findings: ofWays });
  const dependencies = dependenciesOf(entry, workflows, findings);
  const known = { linked, workflow, at, findings, patterns, scope, positions, dependencies };
  const own = { ...known, reads, inputs, steps, calls, planned };
  return { ...own, graph, polls, ofWays, inputTypes, clients: [...clients.values()] };
}

/** The graph of the ways through a workflow, and the steps that are polled. */
function waysThrough(
  all: readonly StepBranches[],
  {
    linked,
    workflow,
    at,
    planned,
    findings,
  }: Pick<LinkedWorkflow, "linked" | "workflow" | "at" | "planned" | "findings">,
): Pick<LinkedWorkflow, "graph" | "polls"> {
  const ways = new FlowGraph(all);
  const candidates = workflow.steps.map((step, index): PollCandidate => {
    const branches = all[index] ?? { success: [], failure: [] };
    const reads = isReading(planned.get(index));
    return { step, at: [...at, "steps", index], reads, branches, reached: ways.isReachable(index) };
  });
  const polls = pollsOf(candidates, linked.document, findings);
  const steps = candidates.map(({ branches, at: here }, index) => {
    const marked = withLoops(branches, index, candidates);
    const ends = index === candidates.length - 1 || workflow.steps[index]?.["x-each"] !== undefined;
    return polls.has(index) && ends ? withPollBranch(marked, index, here) : marked;
  });
  return { polls, graph: new FlowGraph(steps) };
}

/** The names of the functions that are called are taken before any variable gets one. */
function scopeOf(entry: WorkflowEntry, workflows: WorkflowIndex): Scope {
  const scope = new Scope();
  for (const { functionName } of plansNamedIn(entry, workflows)) scope.take(functionName);
  return scope;
}

/** The functions of the workflows that one names. */
export function plansNamedIn({ workflow, at, linked }: WorkflowEntry, workflows: WorkflowIndex): WorkflowPlan[] {
  const texts = new Set(mentionsIn(workflow, at, linked).map((mention) => mention.text));
  return [...texts].flatMap((text) => {
    const found = workflows.lookUp(text, linked);
    return found !== undefined && "plan" in found && found.plan !== undefined ? [found.plan] : [];
  });
}

function isReading(step: LinkedStep | undefined): boolean {
  return step !== undefined && !isCall(step) && step.operation.method === "get";
}
