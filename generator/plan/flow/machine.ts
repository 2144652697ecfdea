import type { MachineCase, Statement } from "../../ir/model.js";
import { endStatement, type EndingDraft } from "../outputs.js";
import { stepAt, stepsOf, type WorkflowPlanning } from "../planning.js";
import { FlowBuilder } from "./builder.js";
import { completedEnding } from "./completed.js";
import { completes } from "../../ir/completes.js";
import { Frames } from "./frames.js";
import type { PollTimes } from "./polls.js";

/** Steps that jump into the middle of each other's loops: a `switch` in a loop, a case for each. */
export function planMachine(
  planning: WorkflowPlanning,
  polls: ReadonlyMap<number, PollTimes>,
): { readonly body: readonly Statement[]; readonly endings: readonly EndingDraft[] } {
  const { graph, scope } = planning;
  const steps = stepsOf(planning).filter(({ index }) => graph.isReachable(index));
  const local = scope.take("next", "nextStep");
  const label = scope.take("steps", "nextSteps");
  const jumps = new MachineJumps(planning, local, label);
  const builder = new FlowBuilder(planning, polls, jumps);
  const endings: EndingDraft[] = [];
  const cases = steps.map((step): MachineCase => {
    const body = builder.step(step);
    if (!completes(body)) return { stepId: step.step.stepId, body };
    if (step.index + 1 < graph.size) {
      return { stepId: step.step.stepId, body: [...body, ...jumps.to(step.index + 1)] };
    }
    const completed = completedEnding(planning);
    endings.push(completed);
    return { stepId: step.step.stepId, body: [...body, endStatement(completed)] };
  });
  const setups = steps.flatMap((step) => builder.pollSetup(step) ?? []);
  return { body: [{ kind: "machine", label, local, setups, cases }], endings: [...builder.endings, ...endings] };
}

class MachineJumps extends Frames {
  readonly #planning: WorkflowPlanning;
  readonly #local: string;
  readonly #label: string;

  constructor(planning: WorkflowPlanning, local: string, label: string) {
    super(planning.scope);
    this.#planning = planning;
    this.#local = local;
    this.#label = label;
  }

  override to(step: number): readonly Statement[] {
    const stepId = stepAt(step, this.#planning)?.step.stepId ?? "";
    return [
      { kind: "goto", local: this.#local, stepId },
      { kind: "continue", label: this.#label },
    ];
  }
}
