import { assumedGiven, assumedName, assumedOptional, assumedParameter, keyParameter } from "../../assume/index.js";
import type { RequestStep } from "../../link/linked-step.js";
import type { LinkedWorkflow } from "../../flow/linked-workflow.js";
import { isHeaderName } from "../../arazzo/index.js";
import { found, isInside, isSameWords, misspelt, quoted, type Found } from "../../diagnostics.js";
import type { Operation, Parameter } from "../../openapi/index.js";
import { apiKeyAt, bodyKind, isIgnored, isSecured, sameName } from "../../openapi/index.js";
import { operationName } from "../../link/operation-name.js";
import type { CheckedValue } from "../values/checked-value.js";
import { checkValue } from "../values/check-value.js";
import type { GivenParameter, NamedValue } from "../../link/given-parameter.js";
import { givenParameters } from "../../link/given-parameters.js";
import { isOwnHeader } from "../../link/own-headers.js";
import { string } from "../../types/type.js";
import type { CheckSite } from "../values/target.js";
import { checkWholeQuery } from "./check-whole-query.js";
import { mayBe } from "./parameter-styles.js";

/** A parameter that is sent. */
export interface CheckedParameter {
  readonly declared: Parameter;
  readonly value: CheckedValue;
  /** It is written as JSON, whatever its `style`. */
  readonly asJson: boolean;
  readonly isSecret: boolean;
}

/** A header that a step gives to its request, though it is no parameter of the operation. */
export interface CheckedHeader {
  readonly name: string;
  readonly value: CheckedValue;
}

/** What a step gives as parameters. */
export interface CheckedParameters {
  readonly parameters: readonly CheckedParameter[];
  readonly headers: readonly CheckedHeader[];
  /** The values of parameters that the operation does not have: they are checked, and not sent. */
  readonly strays: readonly CheckedValue[];
}

/** Checks the parameters of a step against those of its operation. */
export function checkParameters(step: RequestStep, planning: LinkedWorkflow): CheckedParameters {
  const given = givenParameters(step, planning);
  const { linked, findings } = planning;
  const site = { linked, findings, requestTypes: step.requestTypes, stepId: step.step.stepId };
  const parameters: CheckedParameter[] = [];
  const headers: CheckedHeader[] = [];
  const strays: CheckedValue[] = [];
  for (const one of given) {
    if (step.follows !== undefined && isOfUrl(one.in) && one.signing === undefined) {
      if (!one.shared) findings.report(linked.document.place(one.nameAt), found.parameterOfUrl(one.in, one.name));
      continue;
    }
    const declared = declaredParameter(step.operation, one);
    // Told of the step, since a place is shown with the lines around it.
    const place = linked.document.place(one.signing?.shared ? [...planning.at, "workflowId"] : [...step.at, "stepId"]);
    for (const secret of secretsIn(one, step)) planning.findings.report(place, secret);
    strays.push(...(one.signing?.others ?? []).map((other) => checkSecret(other, false, site)));
    if (one.signing?.scheme !== undefined) {
      const { scheme, parts } = one.signing;
      const secrets = parts.map((part) => checkSecret(part, true, site));
      headers.push({ name: one.name, value: { kind: "authorization", scheme, parts: secrets } });
    } else if (declared === undefined && isOwnHeader(one, step)) {
      const target = { ...textTarget, at: one.at, required: one.signing !== undefined, what: whatOf(one) };
      headers.push({ name: one.name, value: checkValue(one.value, target, site) });
    } else if (declared === undefined) strays.push(...checkUndeclared(one, given, step, planning, site));
    else parameters.push(...checkDeclared(one, declared, step, site));
  }
  reportMissing(given, meantBy(given, step.operation), step, planning);
  return { parameters, headers, strays };
}

/** Whether a parameter stands in the URL, so that an `x-url` takes its place. */
function isOfUrl(where: string): boolean {
  return where === "path" || where === "query" || where === "querystring";
}

const textTarget = { schema: undefined, type: string, asText: true };

/** One of the values of `x-security`. */
function checkSecret({ name, value, at }: NamedValue, required: boolean, site: CheckSite): CheckedValue {
  return checkValue(value, { ...textTarget, at, required, what: `${quoted(name)} of \`x-security\`` }, site);
}

function checkUndeclared(
  one: GivenParameter,
  given: readonly GivenParameter[],
  step: RequestStep,
  planning: LinkedWorkflow,
  site: CheckSite,
): readonly CheckedValue[] {
  const { api } = step.operation;
  const key = apiKeyAt(api, one) ?? (one.signing && { description: undefined });
  if (key !== undefined && (!one.shared || isSecured(step.operation))) {
    planning.findings.amend(planning.linked.document.place(one.nameAt), keyParameter(one, key, step.operation));
  } else if (isIgnored(one.name, one.in) && !isOwnHeader({ ...one, shared: false }, step)) {
    planning.findings.report(planning.linked.document.place(one.nameAt), found.ignoredParameter(one.name));
  } else if (!one.shared && step.operation.knowsParameters) {
    reportUnknown(one, given, step, planning);
    // Its value may be wrong too, whatever parameter was meant.
    const { value, at } = one;
    return [checkValue(value, { at, schema: undefined, required: false, what: whatOf(one) }, site)];
  }
  return [];
}

/** What to say of each fixed text that is given where credentials go. */
function secretsIn(
  { name, in: where, value, shared, signing }: GivenParameter,
  { operation }: RequestStep,
): readonly Found[] {
  if (signing !== undefined) {
    const fixed = signing.parts.filter((part) => part.name !== "username" && isFixed(part.value));
    return fixed.map((part) => found.literalSecret.signing(part.name));
  }
  if (!isFixed(value) || (shared && !isSecured(operation))) return [];
  const isHeader = where === "header" && ["authorization", "proxy-authorization"].includes(name.toLowerCase());
  const isSecret = isHeader || apiKeyAt(operation.api, { name, in: where }) !== undefined;
  return isSecret ? [found.literalSecret.parameter(where, name)] : [];
}

function isFixed(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && value.trim() !== "" && !value.includes("$"));
}

function whatOf({ name, in: where }: GivenParameter): string {
  return `the ${where} parameter ${quoted(name)}`;
}

function checkDeclared(
  given: GivenParameter,
  declared: Parameter,
  { operation }: RequestStep,
  site: CheckSite,
): readonly CheckedParameter[] {
  const { findings, linked } = site;
  const what = whatOf(given);
  const { value, at } = given;
  const { schema, mediaType, in: where } = declared;
  const required = declared.required || given.signing !== undefined;
  const isSecret = given.signing !== undefined || apiKeyAt(operation.api, declared) !== undefined;
  if (where === "header" && !isHeaderName(declared.name)) {
    findings.report(linked.document.place(given.nameAt), found.invalidDocument.header(given.name));
    return [];
  }
  if (where === "querystring") {
    const query = checkWholeQuery(given, declared, what, site);
    return query === undefined ? [] : [{ declared, value: query, asJson: false, isSecret }];
  }
  if (mediaType !== undefined && (mayBe("object", schema) || mayBe("array", schema))) {
    if (bodyKind(mediaType) !== "json") {
      findings.report(linked.document.place(at), found.unsupportedFeature.inParameter(what, mediaType));
      return [];
    }
    return [{ declared, value: checkValue(value, { at, schema, required, what }, site), asJson: true, isSecret }];
  }
  if ((where === "header" || where === "cookie") && mayBe("object", schema)) {
    findings.report(linked.document.place(at), found.unsupportedFeature.objectAsText(what));
    return [];
  }
  const target = { at, schema, required, what, asText: true };
  return [{ declared, value: checkValue(value, target, site), asJson: false, isSecret }];
}

function declaredParameter(operation: Operation, { name, in: where }: GivenParameter): Parameter | undefined {
  return operation.parameters.find((parameter) => parameter.in === where && sameName(parameter, name));
}

/** The parameters that those were most likely meant to be which the operation does not have. */
function meantBy(given: readonly GivenParameter[], operation: Operation): ReadonlySet<Parameter> {
  const unknown = given.filter((one) => !one.shared && declaredParameter(operation, one) === undefined);
  const meant = unknown.map(({ name, in: where }) => {
    const beside = operation.parameters.filter((parameter) => parameter.in === where).map((known) => known.name);
    const wanted = misspelt(name, beside);
    return operation.parameters.find((parameter) =>
      parameter.name === name ? parameter.in !== where : parameter.in === where && parameter.name === wanted,
    );
  });
  return new Set(meant.filter((parameter) => parameter !== undefined));
}

function reportUnknown(
  one: GivenParameter,
  given: readonly GivenParameter[],
  step: RequestStep,
  planning: LinkedWorkflow,
): void {
  const { operation } = step;
  const { name, in: where, nameAt } = one;
  const beside = operation.parameters.filter((parameter) => parameter.in === where);
  const elsewhere = operation.parameters.find((parameter) => parameter.name === name);
  const asked = { operation: operationName(operation), name, in: where };
  const names = beside.map((known) => known.name);
  const what = found.unknownParameter.ofOperation(asked, elsewhere?.in, names);
  // Close to one that is not given, it is that one misspelt.
  const open = beside.filter(
    (parameter) => !given.some((other) => other.in === where && sameName(parameter, other.name)),
  );
  const isNew =
    elsewhere === undefined &&
    misspelt(
      name,
      open.map((parameter) => parameter.name),
    ) === undefined;
  const parameter = isNew ? assumedParameter(one, step.step.stepId, operation) : undefined;
  const { document } = planning.linked;
  const renamed = open.find((other) => isSameWords(name, other.name));
  const isOwn = isInside(document.place(nameAt), document.place(step.at));
  const meant = renamed && isOwn ? assumedName(renamed.name, nameAt, document) : undefined;
  planning.findings.assume(document.place(nameAt), what, meant ?? parameter);
}

function reportMissing(
  given: readonly GivenParameter[],
  misnamed: ReadonlySet<Parameter>,
  step: RequestStep,
  planning: LinkedWorkflow,
): void {
  for (const declared of step.operation.parameters) {
    const { name, in: where, required } = declared;
    if (
      !required ||
      (step.follows !== undefined && isOfUrl(where)) ||
      (where === "query" && name === step.pages?.given.parameter) ||
      misnamed.has(declared) ||
      given.some((parameter) => parameter.in === where && sameName(declared, parameter.name))
    )
      continue;
    const place = planning.linked.document.place([...step.at, "stepId"]);
    const what = found.missingParameter(operationName(step.operation), where, name);
    const only = assumedGiven(declared, { document: planning.linked.document, at: step.at });
    planning.findings.assume(place, what, only ?? assumedOptional(declared, step.step.stepId, step.operation));
  }
}
