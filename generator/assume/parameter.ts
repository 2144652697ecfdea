import type { Assumption, Fix } from "../diagnostics.js";
import { child, isList, isMapping, overlayFix, valueAt, type Path, type SourceDocument } from "../documents/index.js";
import type { Operation, Parameter } from "../openapi/index.js";
import { because } from "./words.js";

/** That an operation takes a parameter that it does not document. A path has no room for one. */
export function assumedParameter(
  { name, in: where }: { readonly name: string; readonly in: string },
  stepId: string,
  operation: Operation,
): Assumption | undefined {
  if (where !== "query" && where !== "header" && where !== "cookie") return undefined;
  const description = because(stepId, "sends");
  const schema = where === "query" ? {} : { type: "string" };
  const update = { parameters: [{ name, in: where, description, schema }] };
  return {
    that: "the operation takes it, and it is sent as it is given",
    actions: () => overlayFix(operation.api.document, [{ at: operation.at, description, update }]),
  };
}

/** That a step means a parameter that its operation calls by the same words, in another case or with other separators. */
export function assumedName(name: string, nameAt: Path, document: SourceDocument): Assumption {
  const description = "This is the name that the operation has for it.";
  return {
    that: `\`${name}\` is meant`,
    actions: () => overlayFix(document, [{ at: nameAt.slice(0, -1), description, update: { name } }]),
  };
}

/** That an operation takes an API key of its document: how it is sent is said there, and nothing has to be assumed. */
export function keyParameter(
  { name, in: where }: { readonly name: string; readonly in: string },
  { description = "The API key." }: { readonly description: string | undefined },
  { api, at }: Operation,
): Fix | undefined {
  const update = { parameters: [{ name, in: where, description, schema: { type: "string" } }] };
  return overlayFix(api.document, [{ at, description, update }]);
}

/** That a step gives a parameter that is required and has only one value. */
export function assumedGiven(
  { name, in: where, schema }: Parameter,
  { document, at }: { readonly document: SourceDocument; readonly at: Path },
): Assumption | undefined {
  const [value, ...others] = schema?.values ?? [];
  if (value === undefined || others.length > 0) return undefined;
  const description = `${name} has no other value.`;
  const update = { parameters: [{ name, in: where, value }] };
  return {
    that: `it is ${JSON.stringify(value)}, the only value that it has`,
    actions: () => overlayFix(document, [{ at, description, update }]),
  };
}

/** That an operation can do without a parameter. A path cannot. */
export function assumedOptional(
  { in: where, at }: Parameter,
  stepId: string,
  operation: Operation,
): Assumption | undefined {
  if (where === "path") return undefined;
  const description = `Step ${stepId} does not give it.`;
  return {
    that: "the operation can do without it",
    actions: () => overlayFix(operation.api.document, [{ at, description, update: { required: false } }]),
  };
}

/** That a field of a body is none, because the step gives a parameter of the path that is called so. */
export function assumedInPath(document: SourceDocument, at: Path, stepAt: Path): Assumption | undefined {
  const name = String(at.at(-1));
  const isThere = valueAt(document.root, at) !== undefined;
  if (!isThere || !isInPath(document, stepAt, name)) return undefined;
  const description = `${name} is a parameter of the path, and is sent there.`;
  return { that: "it is sent in the path alone", actions: () => overlayFix(document, [{ at, description }]) };
}

function isInPath({ root }: SourceDocument, stepAt: Path, name: string): boolean {
  const parameters = valueAt(root, [...stepAt, "parameters"]);
  const isSent = (given: unknown): boolean => child(given, "name") === name && child(given, "in") === "path";
  return isList(parameters) && parameters.some(isSent);
}

/**
 * That a field of a payload is the body, because it is called like the schema of that, as it is in many clients;
 * `undefined` where the payload holds more than this and the parameters of the path.
 */
export function assumedWhole(document: SourceDocument, at: Path, stepAt: Path): Assumption | undefined {
  const [name, owner] = [at.at(-1), at.slice(0, -1)];
  const payload = valueAt(document.root, owner);
  if (!isMapping(payload) || owner.at(-1) !== "payload") return undefined;
  if (!Object.keys(payload).every((other) => other === name || isInPath(document, stepAt, other))) return undefined;
  const description = `${name} is what the API calls the body itself.`;
  const update = { payload: valueAt(document.root, at) };
  return {
    that: "it is the body itself",
    actions: () =>
      overlayFix(document, [
        { at: owner, description },
        { at: owner.slice(0, -1), description, update },
      ]),
  };
}

/** That an operation can do without a body. */
export function assumedNoBody(stepId: string, operation: Operation): Assumption | undefined {
  const { requestBody, api } = operation;
  const description = `Step ${stepId} sends none.`;
  return (
    requestBody && {
      that: "the operation can do without one",
      actions: () => overlayFix(api.document, [{ at: requestBody.at, description, update: { required: false } }]),
    }
  );
}
