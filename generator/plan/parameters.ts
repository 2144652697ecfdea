import { didYouMean } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import type { Operation, Parameter } from "../openapi/index.js";
import { givenParameters, sameName, type GivenParameter } from "./given-parameters.js";
import type { Field, ParameterGroup } from "./model.js";
import { planValue } from "./payload.js";
import { operationName } from "./operation-name.js";
import type { StepPlanning, WorkflowPlanning } from "./planning.js";
import { atRequest } from "./viewpoint.js";

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
