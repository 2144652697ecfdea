import type { RequestStep } from "./linked-step.js";
import type { WorkflowSite } from "./linked.js";
import { resolveReusable, type Parameter, type Reusable } from "../arazzo/index.js";
import type { Path } from "../documents/index.js";

/** A parameter that a step or its workflow gives. */
export interface GivenParameter {
  readonly name: string;
  readonly in: string;
  readonly value: unknown;
  /** Where its value stands. */
  readonly at: Path;
  readonly nameAt: Path;
  /** Set for the whole workflow, so that it goes only to the operations that have it. */
  readonly shared: boolean;
}

/** The step's own parameters, and those of the workflow that it does not set itself. */
export function givenParameters(step: RequestStep, planning: WorkflowSite): readonly GivenParameter[] {
  const own = readParameters(step.step.parameters ?? [], [...step.at, "parameters"], false, planning);
  const shared = readParameters(planning.workflow.parameters ?? [], [...planning.at, "parameters"], true, planning);
  return [
    ...own,
    ...shared.filter((outer) => !own.some((inner) => inner.in === outer.in && sameName(inner, outer.name))),
  ];
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

/** Headers are the same whatever their case. */
export function sameName({ name, in: where }: { readonly name: string; readonly in: string }, other: string): boolean {
  return where === "header" ? name.toLowerCase() === other.toLowerCase() : name === other;
}
