import { stepAt, stepsOf } from "../flow/linked-workflow.js";
import type { SolvedWorkflow } from "./solved-workflow.js";
import type { Reads } from "../ir/model.js";
import { checkStep, type CheckedBranch, type CheckedStep } from "./check-step.js";
import type { Asked } from "./inputs/deferred.js";
import { fallsThrough } from "../flow/moments.js";
import { planOutputs, type EndingDraft, type KnownOutputs } from "./outputs.js";

/** A workflow with everything that its code is made of: nothing is wrong with it that has not been reported. */
export interface CheckedWorkflow extends Pick<SolvedWorkflow, "workflow" | "graph" | "polls" | "scope"> {
  /** The steps that a run can come to in their own turn, in the order of the document. */
  readonly steps: readonly CheckedStep[];
  /** The outputs where the last step simply finishes; `undefined` where it never does. */
  readonly completed: KnownOutputs | undefined;
  /** What is read of answers. */
  readonly reads: Reads;
}

/** Gives the steps their values and conditions, or says what is wrong with them. */
export function checkWorkflow(solved: SolvedWorkflow): CheckedWorkflow {
  const { workflow, graph, polls, scope, reads } = solved;
  const all = stepsOf(solved);
  // What is given by steps that nothing leads to is looked at all the same.
  for (const call of solved.calls) solved.givenTo(call);
  const steps = all.filter(({ index }) => graph.isReachable(index)).map((step) => checkStep(step, solved));
  const completed = outputsAtTheEnd(solved);
  return { workflow, graph, polls, scope, steps, completed, reads: reads.finish(all.map(({ answer }) => answer)) };
}

function outputsAtTheEnd(planning: SolvedWorkflow): KnownOutputs | undefined {
  const { graph } = planning;
  const last = graph.size - 1;
  const falls = graph.isReachable(last) && fallsThrough(graph.branches(last).success);
  // A step that cannot be compiled has been reported.
  if (!falls || stepAt(last, planning) === undefined) return undefined;
  return planOutputs({ planning, moment: { step: last, phase: "answer" }, current: undefined, answer: "none" });
}

/** The ways in which a workflow ends, in the order of the document. */
export function endingsIn({ steps, completed }: CheckedWorkflow): readonly EndingDraft[] {
  const endings = steps.flatMap(({ failure, success }) => [...failure, ...success].flatMap(endingOf));
  return completed === undefined ? endings : [...endings, { kind: "own", outcome: "completed", outputs: completed }];
}

function endingOf({ branch: { name }, then }: CheckedBranch): readonly EndingDraft[] {
  if (then.kind === "end") return [{ kind: "own", outcome: name, outputs: then.outputs }];
  return then.kind === "workflow" ? [{ kind: "transfer", outcome: name, target: then.to.target, at: then.to.at }] : [];
}

/** What the steps ask for of the inputs that are given later. */
export function asksIn({ steps }: CheckedWorkflow): readonly Asked[] {
  return steps.flatMap(({ deed, failure, success }) => {
    const detours = [...failure, ...success].flatMap(({ then }) =>
      then.kind === "retry" && then.detour?.kind === "step" ? then.detour.deed.asks : [],
    );
    return [...deed.asks, ...detours];
  });
}
