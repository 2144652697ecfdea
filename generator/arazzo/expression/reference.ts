import { quoted } from "../../diagnostics.js";
import { formatPointer } from "../../documents/pointer.js";
import { decoded } from "../../documents/url-path.js";
import { failure, isFailure, shiftFailure, type Failure } from "../failure.js";
import { parseExpression } from "./parse.js";
import { readPointer } from "./pointer.js";
import { isExpression } from "./text.js";

/** An operation or workflow by its id: of the named source description, or of whatever is in scope. */
export interface IdReference {
  readonly source: string | undefined;
  readonly id: string;
}

/** Reads an `operationId` of a step: `getPet`, or `$sourceDescriptions.petstore.getPet`. */
export function parseOperationReference(text: string): IdReference | Failure {
  return parseIdReference(text, "an operationId");
}

/** Reads a `workflowId` of a step or action, or an entry of a workflow's `dependsOn`. */
export function parseWorkflowReference(text: string): IdReference | Failure {
  return parseIdReference(text, "a workflowId");
}

function parseIdReference(text: string, what: string): IdReference | Failure {
  if (text === "") return failure(`expected ${what}`, 0, 0);
  // An operationId may be any text, so that `$` alone does not make an expression of it.
  if (!isExpression(text)) return { source: undefined, id: text };
  const expression = parseExpression(text);
  if (isFailure(expression)) return expression;
  if (expression.kind === "sourceDescriptions") return { source: expression.name, id: expression.reference };
  return failure(`expected ${what}, or \`$sourceDescriptions.<name>.\` before it`, 0, text.length);
}

/** An operation by its place in a source description. */
export interface OperationPathReference {
  readonly source: string;
  /** The JSON Pointer, percent-encoding resolved: `/paths/~1pets~1{id}/get`. */
  readonly pointer: string;
  readonly tokens: readonly string[];
}

const operationPath =
  /^(?:\{\$sourceDescriptions\.([^{}#]+?)(?:\.url)?\}|\$sourceDescriptions\.([^{}#]+?)(?:\.url)?)#(.*)$/su;

/**
 * Reads an `operationPath`: `{$sourceDescriptions.petstore.url}#/paths/~1pets/get`, with or without its braces, and
 * without `.url` as well, as many write it. What follows `#` is the fragment of a URL, where a brace of a path template
 * may be percent-encoded.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#step-object
 */
export function parseOperationPath(text: string): OperationPathReference | Failure {
  const [, braced, bare, fragment] = operationPath.exec(text) ?? [];
  const source = braced ?? bare;
  if (source === undefined || fragment === undefined) {
    const byId = /^\{?(\$sourceDescriptions\.[^{}#.]+\.[^{}#]+)\}?$/.exec(text)?.[1];
    const hint = /^\{?\$(steps|inputs|response)\./.test(text)
      ? "Name the operation that the URL is one of, and write the URL as `x-url`."
      : byId === undefined || byId.endsWith(".url")
        ? "Write `{$sourceDescriptions.<name>.url}#/paths/<path, / as ~1>/<method>`."
        : `Write \`operationId: ${byId}\`.`;
    return failure("an operationPath names a source description and an operation in it", 0, text.length, { hint });
  }
  const start = text.length - fragment.length;
  const pointer = decoded(fragment);
  const tokens = readPointer(pointer);
  if (isFailure(tokens)) return shiftFailure(tokens, start);
  if (tokens.length !== 3 || tokens[0] !== "paths") {
    const message = "expected `/paths/<path>/<method>`, the `/` of the path as `~1`";
    const meant = escapedPath(tokens);
    return failure(message, start, text.length, { hint: meant && `Write ${quoted(meant)}.` });
  }
  return { source, pointer, tokens };
}

/** The pointer that was meant by one whose path is not escaped: `/paths/pets/{id}/get`. */
function escapedPath([paths, ...tokens]: readonly string[]): string | undefined {
  const method = tokens.at(-1) ?? "";
  const path = tokens.slice(0, -1).filter((token) => token !== "");
  if (paths !== "paths" || path.length === 0 || !/^(get|put|post|delete|options|head|patch|trace)$/.test(method)) {
    return undefined;
  }
  const first = path[0]?.startsWith("/") ? path : ["", ...path];
  return formatPointer(["paths", first.join("/"), method]);
}

/** A step that another one depends on. */
export interface StepReference {
  readonly source: string | undefined;
  readonly workflowId: string | undefined;
  readonly stepId: string;
}

const localSteps = /^\$workflows\.([^.]+)\.steps\.(.+)$/su;
const foreignSteps = /^\$sourceDescriptions\.([^.]+)\.([^.]+)\.steps\.(.+)$/su;

/**
 * Reads an entry of a step's `dependsOn`: `login`, `$workflows.auth.steps.login` or
 * `$sourceDescriptions.shared.auth.steps.login`. The last two are no runtime expressions, though they look like them.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#step-object
 */
export function parseStepReference(text: string): StepReference | Failure {
  if (text === "") return failure("expected a stepId", 0, 0);
  if (!text.startsWith("$")) return { source: undefined, workflowId: undefined, stepId: text };
  const [, workflowId, localId] = localSteps.exec(text) ?? [];
  if (workflowId !== undefined && localId !== undefined) return { source: undefined, workflowId, stepId: localId };
  const [, source, foreignWorkflow, stepId] = foreignSteps.exec(text) ?? [];
  if (source !== undefined && foreignWorkflow !== undefined && stepId !== undefined) {
    return { source, workflowId: foreignWorkflow, stepId };
  }
  return failure("expected a stepId, or the way to one in another workflow", 0, text.length, {
    hint: "Write `$workflows.<workflowId>.steps.<stepId>` or `$sourceDescriptions.<name>.<workflowId>.steps.<stepId>`.",
  });
}
