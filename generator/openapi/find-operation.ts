import { quoted, type Findings } from "../diagnostics.js";
import type { Api, Operation } from "./model.js";

/**
 * The operations of this id: one, unless the document is wrong. What is wrong with them becomes findings.
 * @see https://spec.openapis.org/oas/v3.1.1.html#operation-object
 */
export function findOperationsById(api: Api, operationId: string, findings: Findings): readonly Operation[] {
  const found = api.operations.filter((operation) => operation.operationId === operationId);
  for (const operation of found) checkOperation(operation, findings);
  return found;
}

/**
 * The operation that a JSON Pointer into the document leads to, given as its tokens: `paths`, the path, the method.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#step-object
 */
export function findOperationByPointer(api: Api, tokens: readonly string[], findings: Findings): Operation | undefined {
  const [paths, path, method, ...rest] = tokens;
  if (paths !== "paths" || rest.length > 0) return undefined;
  const found = api.operations.find((operation) => operation.path === path && operation.method === method);
  if (found !== undefined) checkOperation(found, findings);
  return found;
}

/** Every operation id of the document, for hints. */
export function operationIds(api: Api): readonly string[] {
  return api.operations.flatMap(({ operationId }) => (operationId === undefined ? [] : [operationId]));
}

/** Reads all parts of the operation, and compares its path with its parameters. */
function checkOperation(operation: Operation, findings: Findings): void {
  const { api, path, at, parameters, knowsParameters, requestBody, responses } = operation;
  const place = api.document.place(at, "key");
  if (!path.startsWith("/"))
    findings.add("invalid-document", place, `the path ${quoted(path)} does not begin with \`/\``);
  const strange = strangeIn(path);
  if (strange !== undefined) {
    const message = `the path ${quoted(path)} holds ${strange}, which would not be sent as it is written`;
    findings.add("invalid-document", place, message, "Write it percent-encoded, or as a parameter.");
  }
  const described = new Set(parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name));
  for (const [template, name = ""] of knowsParameters ? path.matchAll(/\{([^{}]*)\}/g) : []) {
    if (described.has(name)) continue;
    findings.add("invalid-document", place, `no path parameter describes ${quoted(template)} of ${quoted(path)}`);
  }
  // What these have to say about themselves they say when they are read.
  void [requestBody, responses];
}

/** What a URL does not leave in a path as it is: line breaks are dropped, `\\` is a slash, dots climb, and `?` ends it. */
function strangeIn(path: string): string | undefined {
  const [character] = /[\\?#\p{Cc}]/u.exec(path) ?? [];
  if (character !== undefined) return quoted(character);
  const [, dots] = /(?:^|\/)((?:\.|%2e){1,2})(?=\/|$)/i.exec(path) ?? [];
  return dots === undefined ? undefined : quoted(dots);
}
