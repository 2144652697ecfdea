import { didYouMean } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import type { Operation, Parameter } from "../openapi/index.js";
import type { Field, ParameterGroup } from "./model.js";
import { planValue } from "./payload.js";
import type { StepPlanning, WorkflowPlanning } from "./planning.js";

/** A parameter that a step or its workflow gives. */
interface GivenParameter {
  readonly name: string;
  readonly in: string;
  readonly value: unknown;
  readonly at: Path;
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
    ...shared.filter((outer) => !own.some((inner) => inner.name === outer.name && inner.in === outer.in)),
  ];
}

function readParameters(
  parameters: readonly object[],
  at: Path,
  shared: boolean,
  planning: WorkflowPlanning,
): readonly GivenParameter[] {
  return parameters.flatMap((parameter, index) => {
    const here = [...at, index];
    if ("name" in parameter && "in" in parameter && "value" in parameter) {
      const { name, in: where, value } = parameter;
      return [{ name: String(name), in: String(where), value, at: [...here, "value"], shared }];
    }
    const place = planning.linked.document.place(here);
    planning.findings.add("unsupported-feature", place, "a parameter taken from the components is not compiled yet");
    return [];
  });
}

function planParameter(
  { name, in: where, value, at, shared }: GivenParameter,
  step: StepPlanning,
  planning: WorkflowPlanning,
): readonly (Field & { readonly in: Parameter["in"] })[] {
  const declared = declaredParameter(step.operation, name, where);
  if (declared === undefined) {
    if (!shared) reportUnknown(name, where, at, step, planning);
    return [];
  }
  const from = { planning, current: step, before: step.index };
  const { schema, required } = declared;
  const planned = planValue({ value, at, schema, required, what: `the ${where} parameter \`${name}\`` }, from);
  return planned === undefined ? [] : [{ name: declared.name, in: declared.in, value: planned }];
}

function declaredParameter(operation: Operation, name: string, where: string): Parameter | undefined {
  const same =
    where === "header"
      ? (other: string) => other.toLowerCase() === name.toLowerCase()
      : (other: string) => other === name;
  return operation.parameters.find((parameter) => parameter.in === where && same(parameter.name));
}

function reportUnknown(name: string, where: string, at: Path, step: StepPlanning, planning: WorkflowPlanning): void {
  const names = step.operation.parameters.filter((parameter) => parameter.in === where).map((known) => known.name);
  const elsewhere = step.operation.parameters.find((parameter) => parameter.name === name);
  const hint = elsewhere ? `\`${name}\` goes \`in: ${elsewhere.in}\`.` : didYouMean(name, names);
  planning.findings.add(
    "unknown-parameter",
    planning.linked.document.place([...at.slice(0, -1), "name"]),
    `the operation \`${operationName(step.operation)}\` has no ${where} parameter \`${name}\``,
    hint,
  );
}

function reportMissing(given: readonly GivenParameter[], step: StepPlanning, planning: WorkflowPlanning): void {
  for (const { name, in: where, required } of step.operation.parameters) {
    if (!required || given.some((parameter) => parameter.in === where && parameter.name === name)) continue;
    planning.findings.add(
      "missing-parameter",
      planning.linked.document.place([...step.at, "stepId"]),
      `the operation \`${operationName(step.operation)}\` requires the ${where} parameter \`${name}\``,
      `Add \`{ name: ${name}, in: ${where}, value: … }\` to the parameters of the step.`,
    );
  }
}

/** How an operation is called in a message. */
export function operationName({ operationId, method, path }: Operation): string {
  return operationId ?? `${method.toUpperCase()} ${path}`;
}
