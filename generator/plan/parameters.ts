import { resolveReusable, type Parameter as StepParameter, type Reusable } from "../arazzo/index.js";
import { didYouMean } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import type { Operation, Parameter } from "../openapi/index.js";
import type { Field, ParameterGroup } from "./model.js";
import { planValue } from "./payload.js";
import { operationName } from "./operation-name.js";
import type { StepPlanning, WorkflowPlanning } from "./planning.js";
import { atRequest } from "./viewpoint.js";

/** A parameter that a step or its workflow gives. */
interface GivenParameter {
  readonly name: string;
  readonly in: string;
  readonly value: unknown;
  /** Where its value stands. */
  readonly at: Path;
  readonly nameAt: Path;
  /** Set for the whole workflow, so that it goes only to the operations that have it. */
  readonly shared: boolean;
}

const groups = ["path", "query", "header", "cookie"] as const;

/**
 * The parameters of a step's request, by where they go.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#parameter-object
 */
export function planParameters(step: StepPlanning, planning: WorkflowPlanning): readonly ParameterGroup[] {
  const given = givenParameters(step, planning);
  const fields = given.flatMap((parameter) => planParameter(parameter, step, planning));
  reportMissing(given, step, planning);
  return groups.flatMap((place) => {
    const here = fields.filter((field) => field.in === place);
    return here.length === 0 ? [] : [{ in: place, fields: here.map(({ name, value }) => ({ name, value })) }];
  });
}

/** The step's own parameters, and those of the workflow that it does not set itself. */
function givenParameters(step: StepPlanning, planning: WorkflowPlanning): readonly GivenParameter[] {
  const own = readParameters(step.step.parameters ?? [], [...step.at, "parameters"], false, planning);
  const shared = readParameters(planning.workflow.parameters ?? [], [...planning.at, "parameters"], true, planning);
  return [
    ...own,
    ...shared.filter((outer) => !own.some((inner) => inner.in === outer.in && sameName(inner, outer.name))),
  ];
}

function readParameters(
  parameters: readonly (StepParameter | Reusable)[],
  at: Path,
  shared: boolean,
  { linked }: WorkflowPlanning,
): readonly GivenParameter[] {
  return parameters.flatMap((entry, index) => {
    const found = resolveReusable(linked.arazzo, "parameters", entry, [...at, index]);
    if (found === undefined) return [];
    const { name, in: where = "", value } = found.value;
    return [{ name, in: where, value, at: found.valueAt, nameAt: [...found.at, "name"], shared }];
  });
}

function planParameter(
  { name, in: where, value, at, nameAt, shared }: GivenParameter,
  step: StepPlanning,
  planning: WorkflowPlanning,
): readonly (Field & { readonly in: Parameter["in"] })[] {
  const declared = declaredParameter(step.operation, name, where);
  if (declared === undefined) {
    if (!shared) reportUnknown(name, where, nameAt, step, planning);
    return [];
  }
  const from = atRequest(step, planning);
  const { schema, required } = declared;
  const planned = planValue({ value, at, schema, required, what: `the ${where} parameter \`${name}\`` }, from);
  return planned === undefined ? [] : [{ name: declared.name, in: declared.in, value: planned }];
}

function declaredParameter(operation: Operation, name: string, where: string): Parameter | undefined {
  return operation.parameters.find((parameter) => parameter.in === where && sameName(parameter, name));
}

/** Headers are the same whatever their case. */
function sameName({ name, in: where }: { readonly name: string; readonly in: string }, other: string): boolean {
  return where === "header" ? name.toLowerCase() === other.toLowerCase() : name === other;
}

function reportUnknown(name: string, where: string, at: Path, step: StepPlanning, planning: WorkflowPlanning): void {
  const names = step.operation.parameters.filter((parameter) => parameter.in === where).map((known) => known.name);
  const elsewhere = step.operation.parameters.find((parameter) => parameter.name === name);
  const hint = elsewhere ? `\`${name}\` goes \`in: ${elsewhere.in}\`.` : didYouMean(name, names);
  planning.findings.add(
    "unknown-parameter",
    planning.linked.document.place(at),
    `the operation \`${operationName(step.operation)}\` has no ${where} parameter \`${name}\``,
    hint,
  );
}

function reportMissing(given: readonly GivenParameter[], step: StepPlanning, planning: WorkflowPlanning): void {
  for (const declared of step.operation.parameters) {
    const { name, in: where, required } = declared;
    if (!required || given.some((parameter) => parameter.in === where && sameName(declared, parameter.name))) continue;
    planning.findings.add(
      "missing-parameter",
      planning.linked.document.place([...step.at, "stepId"]),
      `the operation \`${operationName(step.operation)}\` requires the ${where} parameter \`${name}\``,
      `Add \`{ name: ${name}, in: ${where}, value: … }\` to the parameters of the step.`,
    );
  }
}
