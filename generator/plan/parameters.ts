import { didYouMean, nearest, quoted } from "../diagnostics.js";
import type { Operation, Parameter } from "../openapi/index.js";
import { isIgnored } from "../openapi/index.js";
import { givenParameters, sameName, type GivenParameter } from "./given-parameters.js";
import { leftAway } from "./left-away.js";
import type { ParameterGroup, RequestStatement, Value, WholeQuery } from "../ir/model.js";
import { operationName } from "../link/operation-name.js";
import { planValue } from "./payload.js";
import type { StepPlanning, WorkflowPlanning } from "./planning.js";
import { mayBe, styleOf } from "./requests/parameter-styles.js";
import { planWholeQuery } from "./requests/whole-query.js";
import { atRequest, type Viewpoint } from "./viewpoint.js";

const groups = ["path", "query", "header", "cookie"] as const satisfies readonly ParameterGroup["in"][];

/** What becomes of one parameter. */
interface PlannedParameter {
  readonly declared: Parameter;
  readonly value?: Value | undefined;
  readonly wholeQuery?: WholeQuery | undefined;
}

/**
 * The parameters of a step's request, by where they go, and how they are written.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#parameter-object
 */
export function planParameters(
  step: StepPlanning,
  planning: WorkflowPlanning,
): Pick<RequestStatement, "parameters" | "styles" | "wholeQuery"> {
  const given = givenParameters(step, planning);
  const planned = given.flatMap((parameter) => planParameter(parameter, step, planning) ?? []);
  reportMissing(given, meantBy(given, step.operation), step, planning);
  const parameters = groups.flatMap((place): readonly ParameterGroup[] => {
    const fields = planned.flatMap(({ declared, value }) =>
      declared.in === place && value !== undefined ? [{ name: declared.name, value }] : [],
    );
    if (fields.length === 0) return [];
    const known = step.operation.parameters.filter((declared) => declared.in === place);
    const absent = leftAway(
      known.map(({ name }) => name),
      fields.map(({ name }) => name),
    );
    return [{ in: place, fields: [...fields, ...absent] }];
  });
  const styles = planned.map(({ declared }) => styleOf(declared)).filter((style) => style !== undefined);
  return { parameters, styles, wholeQuery: planned.find(({ wholeQuery }) => wholeQuery !== undefined)?.wholeQuery };
}

function planParameter(
  given: GivenParameter,
  step: StepPlanning,
  planning: WorkflowPlanning,
): PlannedParameter | undefined {
  const declared = declaredParameter(step.operation, given);
  const from = atRequest(step, planning);
  const what = `the ${given.in} parameter ${quoted(given.name)}`;
  if (declared === undefined) {
    if (isIgnored(given.name, given.in)) reportIgnored(given, planning);
    else if (!given.shared && step.operation.knowsParameters) {
      reportUnknown(given, step, planning);
      // Its value may be wrong too, whatever parameter was meant.
      const { value, at } = given;
      planValue({ value, at, schema: undefined, required: false, what }, from);
    }
    return undefined;
  }
  if (declared.in === "header" && !/^[\w!#$%&'*+.^`|~-]+$/.test(declared.name)) {
    const message = `${quoted(given.name)} is no name that a header can have`;
    planning.findings.add("invalid-document", planning.linked.document.place(given.nameAt), message);
    return undefined;
  }
  if (declared.in === "querystring") return { declared, wholeQuery: planWholeQuery(given, declared, what, from) };
  return { declared, value: planPlain(given, declared, what, from) };
}

function planPlain(
  { value, at }: GivenParameter,
  declared: Parameter,
  what: string,
  from: Omit<Viewpoint, "place">,
): Value | undefined {
  const { schema, required, mediaType, in: where } = declared;
  const isStructured = mayBe("object", schema) || mayBe("array", schema);
  if (mediaType !== undefined && isStructured) {
    const planned = planValue({ value, at, schema, required, what }, from);
    return planned && { kind: "made", by: isSure(planned) || required ? "toText" : "asText", value: planned };
  }
  if ((where === "header" || where === "cookie") && mayBe("object", schema)) {
    const { findings, linked } = from.planning;
    findings.add("unsupported-feature", linked.document.place(at), `${what} is an object, which is not compiled`);
    return undefined;
  }
  return planValue({ value, at, schema, required, what, asText: true }, from);
}

function isSure({ kind }: Value): boolean {
  return kind === "object" || kind === "array" || kind === "literal";
}

function declaredParameter(operation: Operation, { name, in: where }: GivenParameter): Parameter | undefined {
  return operation.parameters.find((parameter) => parameter.in === where && sameName(parameter, name));
}

function reportIgnored({ name, nameAt }: GivenParameter, { linked, findings }: WorkflowPlanning): void {
  const message = `the header ${quoted(name)} is not sent: OpenAPI ignores parameters of this name`;
  findings.add("ignored-parameter", linked.document.place(nameAt), message, ignoredHints[name.toLowerCase()]);
}

const ignoredHints: Readonly<Record<string, string>> = {
  accept: "What comes back is what the operation documents.",
  authorization: "The credentials come from the options of the run.",
  "content-type": "Write it as the `contentType` of the `requestBody`.",
};

/** The parameters that those were most likely meant to be which the operation does not have. */
function meantBy(given: readonly GivenParameter[], operation: Operation): ReadonlySet<Parameter> {
  const unknown = given.filter((one) => !one.shared && declaredParameter(operation, one) === undefined);
  const meant = unknown.map(({ name, in: where }) => {
    const beside = operation.parameters.filter((parameter) => parameter.in === where).map((known) => known.name);
    const wanted = nearest(name, beside);
    return operation.parameters.find((parameter) =>
      parameter.name === name ? parameter.in !== where : parameter.in === where && parameter.name === wanted,
    );
  });
  return new Set(meant.filter((parameter) => parameter !== undefined));
}

function reportUnknown(
  { name, in: where, nameAt }: GivenParameter,
  step: StepPlanning,
  planning: WorkflowPlanning,
): void {
  const names = step.operation.parameters.filter((parameter) => parameter.in === where).map((known) => known.name);
  const elsewhere = step.operation.parameters.find((parameter) => parameter.name === name);
  const missing = "If it does take it, say so in an overlay of the OpenAPI document: `parameters` of the operation.";
  const hint = elsewhere ? `\`${name}\` goes \`in: ${elsewhere.in}\`.` : (didYouMean(name, names) ?? missing);
  planning.findings.add(
    "unknown-parameter",
    planning.linked.document.place(nameAt),
    `the operation \`${operationName(step.operation)}\` has no ${where} parameter ${quoted(name)}`,
    hint,
  );
}

function reportMissing(
  given: readonly GivenParameter[],
  misnamed: ReadonlySet<Parameter>,
  step: StepPlanning,
  planning: WorkflowPlanning,
): void {
  for (const declared of step.operation.parameters) {
    const { name, in: where, required } = declared;
    if (
      !required ||
      misnamed.has(declared) ||
      given.some((parameter) => parameter.in === where && sameName(declared, parameter.name))
    )
      continue;
    planning.findings.add(
      "missing-parameter",
      planning.linked.document.place([...step.at, "stepId"]),
      `the operation \`${operationName(step.operation)}\` requires the ${where} parameter ${quoted(name)}`,
      `Add \`{ name: ${name}, in: ${where}, value: … }\` to the parameters of the step.`,
    );
  }
}
