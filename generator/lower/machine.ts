import type { MachineCase, Statement } from "../ir/model.js";
import { completes } from "../ir/completes.js";
import type { CheckedWorkflow } from "../check/check-workflow.js";
import { StatementBuilder } from "./structured-statements.js";
import { endStatement } from "./end-statement.js";
import { Frames } from "./frames.js";

/** Steps that jump into the middle of each other's loops: a `switch` in a loop, a case for each. */
export function machineStatements(workflow: CheckedWorkflow): readonly Statement[] {
  const { graph, scope, steps, completed } = workflow;
  const local = scope.take("next", "nextStep");
  const label = scope.take("steps", "nextSteps");
  const jumps = new MachineJumps(workflow, local, label);
  const builder = new StatementBuilder(workflow, jumps);
  const cases = steps.map((checked): MachineCase => {
    const { step, index } = checked.deed.step;
    const { stepId } = step;
    const body = [...builder.listens(checked, undefined), ...builder.step(checked)];
    if (!completes(body)) return { stepId, body };
    if (index + 1 < graph.size) return { stepId, body: [...body, ...jumps.to(index + 1)] };
    return { stepId, body: [...body, endStatement("completed", completed?.fields ?? [])] };
  });
  const setups = steps.flatMap(({ deed }) => builder.pollSetup(deed.step) ?? []);
  return [{ kind: "machine", label, local, setups, cases }];
}

class MachineJumps extends Frames {
  readonly #steps: ReadonlyMap<number, string>;
  readonly #local: string;
  readonly #label: string;

  constructor({ scope, steps }: CheckedWorkflow, local: string, label: string) {
    super(scope);
    this.#steps = new Map(steps.map(({ deed: { step } }) => [step.index, step.step.stepId]));
    this.#local = local;
    this.#label = label;
  }

  override to(step: number): readonly Statement[] {
    const stepId = this.#steps.get(step) ?? "";
    return [
      { kind: "goto", local: this.#local, stepId },
      { kind: "continue", label: this.#label },
    ];
  }
}
