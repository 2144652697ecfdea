import type { RequestStep } from "./linked-step.js";
import type { LinkedDocument, WorkflowSite } from "./linked.js";
import { resolveReusable, type Parameter, type Reusable, type Step, type Workflow } from "../arazzo/index.js";
import type { Path } from "../documents/index.js";
import { withOthers, type GivenParameter } from "./given-parameter.js";

/** The step's own parameters, and those of the workflow that it does not set itself. `x-security` goes before both. */
export function givenParameters(step: RequestStep, { workflow, at, linked }: WorkflowSite): readonly GivenParameter[] {
  return withOthers(step.signings, parametersOf({ ...step, workflow, workflowAt: at }, linked));
}

/** The parameters that a step gives, and its workflow for it, without what `x-security` puts there. */
export function parametersOf(
  { step, at, workflow, workflowAt }: PlacedStep,
  linked: LinkedDocument,
): readonly GivenParameter[] {
  const own = readParameters(step.parameters ?? [], [...at, "parameters"], false, { linked });
  const shared = readParameters(workflow.parameters ?? [], [...workflowAt, "parameters"], true, { linked });
  return withOthers(own, shared);
}

interface PlacedStep {
  readonly step: Step;
  readonly at: Path;
  readonly workflow: Workflow;
  readonly workflowAt: Path;
}

/** The parameters of a list, those of the components with it. */
export function readParameters(
  parameters: readonly (Parameter | Reusable)[],
  at: Path,
  shared: boolean,
  { linked }: Pick<WorkflowSite, "linked">,
): readonly GivenParameter[] {
  return parameters.flatMap((entry, index) => {
    const found = resolveReusable(linked.arazzo, "parameters", entry, [...at, index]);
    if (found === undefined) return [];
    const { name, in: where = "", value } = found.value;
    return [{ name, in: where, value, at: found.valueAt, nameAt: [...found.at, "name"], shared }];
  });
}
