import { assumedPath, assumedPathParameter } from "./assumed-path.js";
import { found, type Findings } from "../diagnostics.js";
import type { Api, Operation } from "./model.js";

/**
 * The operations of this id: one, unless the document is wrong. What is wrong with them becomes findings.
 * @see https://spec.openapis.org/oas/v3.1.1.html#operation-object
 */
export function findOperationsById(api: Api, operationId: string, findings: Findings): readonly Operation[] {
  const operations = api.operationsById.get(operationId) ?? [];
  for (const operation of operations) checkOperation(operation, findings);
  return operations;
}

/**
 * The operation that a JSON Pointer into the document leads to, given as its tokens: `paths`, the path, the method.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#step-object
 */
export function findOperationByPointer(api: Api, tokens: readonly string[], findings: Findings): Operation | undefined {
  const [paths, path, method, ...rest] = tokens;
  if (paths !== "paths" || rest.length > 0) return undefined;
  const operation = api.operations.find((each) => each.path === path && each.method === method);
  if (operation !== undefined) checkOperation(operation, findings);
  return operation;
}

/** Reports why operations could not be listed, one of which may be what is looked for; whether there are any. */
export function reportUnread(apis: readonly Api[], findings: Findings): boolean {
  const unread = apis.filter((api) => api.unread.hasErrors);
  for (const api of unread) findings.take(api.unread);
  return unread.length > 0;
}

/** Every operation id of the document, for hints. */
export function operationIds(api: Api): readonly string[] {
  return [...api.operationsById.keys()];
}

/** Reports what is wrong with any operation of the document, and why some could not be listed. */
export function checkOperations(api: Api, findings: Findings): void {
  for (const operation of api.operations) checkOperation(operation, findings);
  findings.take(api.unread);
}

/** Reads all parts of the operation, and compares its path with its parameters. */
function checkOperation(operation: Operation, findings: Findings): void {
  const { api, path, at, parameters, knowsParameters, requestBody, responses } = operation;
  const place = api.document.place(at, "key");
  if (!path.startsWith("/")) findings.report(place, found.invalidDocument.path(path));
  const strange = strangeIn(path);
  if (strange !== undefined)
    findings.assume(place, found.invalidDocument.pathHolds(path, strange), assumedPath(operation));
  const described = new Set(parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name));
  for (const [template, name = ""] of knowsParameters ? path.matchAll(/\{([^{}]*)\}/g) : []) {
    if (!described.has(name))
      findings.assume(
        place,
        found.invalidDocument.pathParameter(template, path),
        assumedPath(operation) ?? assumedPathParameter(operation, name),
      );
  }
  // What these have to say about themselves they say when they are read.
  void [requestBody, responses];
}

/** What a URL does not leave in a path as it is: line breaks are dropped, `\\` is a slash, dots climb, and `?` ends it. */
function strangeIn(path: string): string | undefined {
  const [character] = /[\\?#\p{Cc}]/u.exec(path) ?? [];
  if (character !== undefined) return character;
  const [, dots] = /(?:^|\/)((?:\.|%2e){1,2})(?=\/|$)/i.exec(path) ?? [];
  return dots;
}
