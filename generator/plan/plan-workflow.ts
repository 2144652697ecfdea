import { found } from "../diagnostics.js";
import type { EndingDraft } from "../check/outputs.js";
import type { SolvedWorkflow } from "../check/solved-workflow.js";
import { formatPointer } from "../documents/index.js";
import { guardClauses } from "../passes/guard-clauses.js";
import { hoistVariables } from "../passes/hoist-variables.js";
import { withShapes } from "../passes/answer-shapes.js";
import { checkFirstPage } from "../check/lint/check-first-page.js";
import { checkCodes } from "../check/lint/check-codes.js";
import { checkStreams } from "../check/lint/check-streams.js";
import { checkUnhandled } from "../check/lint/check-unhandled.js";
import { checkOutputs } from "../check/lint/check-outputs.js";
import { asksIn, checkWorkflow, endingsIn } from "../check/check-workflow.js";
import { checkDeferred, knownTo } from "../check/inputs/deferred.js";
import { checkOutcome, reachedEndings } from "../check/endings.js";
import { endingsOf } from "../check/output-types.js";
import { checkLostSteps, hasLostSteps } from "../check/lint/check-lost-steps.js";
import { checkActions } from "../check/lint/check-actions.js";
import { checkFlow } from "../check/lint/check-flow.js";
import { checkRetries } from "../check/lint/check-retries.js";
import { lowerWorkflow } from "../lower/index.js";
import { statusesAsked } from "../ir/statuses-asked.js";
import { isCall } from "../link/linked-step.js";
import { flowPlanOf } from "../flow/flow-plan.js";
import { stepWithId } from "../flow/linked-workflow.js";
import { usedVariables } from "../ir/used-variables.js";
import type { FunctionIr, WorkflowPlan } from "../ir/model.js";
import { linkWorkflow, plansNamedIn, type LinkedFunction, type WorkflowSetting } from "../flow/link-workflow.js";
import { returnFromLoops } from "../passes/return-from-loops.js";
import { shareOwners } from "../passes/share-owners.js";
import { runPasses, type Pass } from "../passes/run-passes.js";
import { simplifyConditions } from "../passes/simplify-conditions.js";
import { simplifyJumps } from "../passes/simplify-jumps.js";
import { streamPages } from "../passes/stream-pages.js";
import { withoutDeadCode } from "../passes/dead-code.js";
import { checkSends } from "../check/sends.js";
import { withoutDecidedPolls } from "../check/decided-polls.js";
import { solveInputs } from "../check/inputs/solve-inputs.js";
import { checkStepDependencies } from "../check/lint/check-step-dependencies.js";
import { askedServersIn, calledIn, sharedSources } from "./asked-servers.js";
import { versionOf } from "./version.js";
import { checkTexts } from "../link/texts.js";
import { dependencyPlans } from "../link/dependencies.js";
import type { WorkflowEntry } from "../link/workflow-index.js";

/**
 * The function of a workflow. The workflows that it names have been planned. What is wrong is reported; the plan is of
 * use only if nothing was.
 */
export function planWorkflow(entry: WorkflowEntry, setting: WorkflowSetting): WorkflowPlan {
  const { workflow, at, linked: file } = entry;
  const ended = (stage: string): void => setting.observer?.onStage(stage, workflow.steps.length, "steps");
  const linked = linkWorkflow(entry, setting);
  checkTexts(workflow, at, file, setting.findings);
  ended("link");
  lintFlow(linked, setting);
  ended("lint");
  const sends = checkSends(linked);
  ended("sends");
  const solved = withoutDecidedPolls(solveInputs(sends, linked), linked.ofWays);
  ended("solve");
  lintInputs(solved, linked);
  ended("lint");
  const checked = checkWorkflow(solved);
  ended("check");
  checkUnhandled({ ...solved, findings: linked.ofWays });
  ended("lint");
  const lowered: FunctionIr = { reads: checked.reads, body: lowerWorkflow(checked) };
  ended("lower");
  const ir = throughPasses(lowered, solved, setting);
  noteStatuses(ir, linked, setting);
  noteCallbacks(linked, setting);
  const used = usedVariables(ir);
  const ends = reachedEndings(endingsIn(checked), ir);
  const endings = endingsOf(ends, ir.reads);
  checkOutcome(endings, ends, solved);
  const clients = linked.clients.filter(({ local }) => used.has(local));
  const named = plansNamedIn(entry, setting.workflows);
  const callsTwilio = [...clients, ...calledIn(ir, named)].some((called) => called.callsTwilio);
  // Steps that are lost may well have called Twilio.
  const knowsAccount = callsTwilio || hasLostSteps(linked);
  const inputs = solved.inputs.finish(knownTo(asksIn(checked), solved, ir), used, knowsAccount);
  const plan: WorkflowPlan = {
    ...setting.names,
    workflowId: workflow.workflowId,
    origin: `${fileNameOf(file.document.file)}#${formatPointer(at)}`,
    version: versionOf(lowered.body, linked.clients, solved),
    stepCount: workflow.steps.length,
    summary: workflow.summary,
    description: workflow.description,
    inputs,
    inputTypes: linked.inputTypes.usedIn(inputs.map(({ type }) => type)),
    inputRequired: inputs.some((input) => !input.optional),
    dependencies: dependencyPlans(solved.dependencies),
    endings,
    lost: { steps: hasLostSteps(linked), outputs: lostOutputsIn(ends, linked) },
    clients,
    askedServers: askedServersIn({ clients, body: ir.body }, named),
    callsTwilio,
    flow: flowPlanOf({ ...solved, clients: linked.clients }),
    ...ir,
  };
  for (const source of sharedSources([...clients, ...plan.askedServers])) {
    const place = file.document.place([...at, "workflowId"]);
    setting.findings.report(place, found.unsupportedSecurity.sharedSource(source));
  }
  ended("types");
  return plan;
}

/** The compiler takes a comparison with a status that no document lists for a mistake. */
function noteStatuses(ir: FunctionIr, linked: LinkedFunction, { apis }: WorkflowSetting): void {
  for (const { stepId, status } of statusesAsked(ir)) {
    const step = stepWithId(stepId, linked);
    if (step !== undefined && !isCall(step)) apis.asksFor(step.operation, status);
  }
}

/** What a step waits for comes from the API that it asks. */
function noteCallbacks({ steps }: LinkedFunction, { apis }: WorkflowSetting): void {
  for (const step of steps) {
    const callback = step.step["x-callback"];
    if (callback !== undefined && !isCall(step)) apis.waitsFor(step.operation.api, callback.event);
  }
}

/** Reports what is wrong with the ways through a workflow. */
function lintFlow(linked: LinkedFunction, { workflows }: WorkflowSetting): void {
  checkFlow({ ...linked, findings: linked.ofWays });
  checkActions(linked);
  checkRetries(linked);
  checkStepDependencies(linked, workflows);
}

/** Reports what is wrong with inputs and outputs, though code could be made of them. */
function lintInputs(solved: SolvedWorkflow, { ofWays }: LinkedFunction): void {
  checkLostSteps(solved);
  checkDeferred(solved);
  checkCodes({ ...solved, findings: ofWays });
  checkStreams(solved);
  checkFirstPage(solved);
  checkOutputs(solved, ofWays);
}

/** The outputs that cannot be told of because of what has been reported; where a step is lost, that may be any. */
function lostOutputsIn(drafts: readonly EndingDraft[], linked: LinkedFunction): ReadonlySet<string> {
  // Nor is it known then whether there are several endings.
  if (hasLostSteps(linked)) return new Set([...Object.keys(linked.workflow.outputs ?? {}), "outcome"]);
  const lost = drafts.flatMap((draft) => (draft.kind === "own" ? draft.outputs.lost : [...draft.target.lost.outputs]));
  return new Set(lost);
}

function throughPasses(lowered: FunctionIr, solved: SolvedWorkflow, { observer }: WorkflowSetting): FunctionIr {
  const passes: Readonly<Record<string, Pass>> = {
    "guard-clauses": guardClauses,
    "return-from-loops": returnFromLoops,
    "simplify-conditions": simplifyConditions,
    "simplify-jumps": simplifyJumps,
    "stream-pages": streamPages,
    "hoist-variables": (before) => hoistVariables(before, solved.scope),
    "share-owners": (before) => shareOwners(before, solved.scope),
    "dead-code": withoutDeadCode,
    "answer-shapes": withShapes,
  };
  return runPasses(solved.workflow.workflowId, lowered, passes, observer);
}

function fileNameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
