import { nearest, quoted } from "../../diagnostics.js";
import { failure, isFailure, type Failure } from "../failure.js";
import { matchAt, nameCharacter } from "./dereference.js";
import type { ComponentsExpression, Expression, NamedValue } from "./expression.js";
import { expectedName, parseNamedValue, parsePlaceInValue, unexpected } from "./named.js";

const componentTypes = ["inputs", "parameters", "successActions", "failureActions"] as const;
const dottedName = new RegExp(`(?:${nameCharacter}|\\.)+`, "uy");
const strictName = new RegExp(`${nameCharacter}+`, "uy");

/** Reads `<stepId>.outputs.<name>`. The id goes up to the first `.outputs`, so that it may hold dots, as 1.0 allows. */
export function parseSteps(text: string, start: number): Expression | Failure {
  const [id, field] = matchAt(stepOutputs, text, start)?.slice(1) ?? [];
  if (id === undefined || field === undefined) return noField(text, start, "a step id", "`.outputs.`", ".outputs");
  const value = parseFieldValue(text, start + id.length + field.length + 1);
  return isFailure(value) ? value : { kind: "steps", stepId: id, ...value };
}

/** Reads `<workflowId>.inputs.<name>` and `<workflowId>.outputs.<name>`. */
export function parseWorkflows(text: string, start: number): Expression | Failure {
  const [id, field] = matchAt(workflowFields, text, start)?.slice(1) ?? [];
  if (id === undefined || (field !== "inputs" && field !== "outputs")) {
    return noField(text, start, "a workflow id", "`.inputs.` or `.outputs.`", ".outputs");
  }
  const value = parseFieldValue(text, start + id.length + field.length + 1);
  return isFailure(value) ? value : { kind: "workflows", workflowId: id, field, ...value };
}

const stepOutputs = new RegExp(`((?:${nameCharacter}|\\.)+?)\\.(outputs)(?=[.#\\[]|$)`, "uy");
const workflowFields = new RegExp(`((?:${nameCharacter}|\\.)+?)\\.(inputs|outputs)(?=[.#\\[]|$)`, "uy");

// All outputs together are an object too: `$steps.previous.outputs` is what the examples give a selector as context.
function parseFieldValue(text: string, end: number): NamedValue | Failure {
  if (text[end] === ".") return parseNamedValue(text, end + 1, "an output name");
  const pointer = parsePlaceInValue(text, end);
  return isFailure(pointer) ? pointer : { path: [], pointer };
}

function noField(text: string, start: number, what: string, fields: string, usual: string): Failure {
  const id = matchAt(strictName, text, start)?.[0];
  if (id === undefined) return expectedName(text, start, what);
  const end = start + id.length;
  const rest = text.slice(end);
  const hint = /^\.[^.]/.test(rest) ? `Did you mean ${quoted(text.slice(0, end) + usual + rest)}?` : undefined;
  return failure(`expected ${fields} after the id`, end, text.length, { hint });
}

/**
 * Reads `<name>.<reference>`. The reference is an operationId, a workflowId or a field, and takes every character, as
 * operationIds do.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#source-description-expression-resolution
 */
export function parseSourceDescriptions(text: string, start: number): Expression | Failure {
  const name = matchAt(strictName, text, start)?.[0];
  if (name === undefined) return expectedName(text, start, "the name of a source description");
  const end = start + name.length;
  const reference = text.slice(end + 1);
  if (text[end] !== "." || reference === "") {
    const message = "expected `.` and an operationId, a workflowId or `url` after the name of a source description";
    return failure(message, end, Math.min(end + 1, text.length));
  }
  return { kind: "sourceDescriptions", name, reference };
}

/** Reads `<type>.<name>`. The names of components may hold dots. */
export function parseComponents(text: string, start: number): ComponentsExpression | Failure {
  const word = matchAt(strictName, text, start)?.[0] ?? "";
  const end = start + word.length;
  const type = componentTypes.find((candidate) => candidate === word);
  if (type === undefined) {
    const near = nearest(word, componentTypes);
    const message = `expected a kind of component (${componentTypes.join(", ")})`;
    const hint = near && `Did you mean \`$components.${near}\`?`;
    return failure(message, start, Math.max(end, Math.min(start + 1, text.length)), { hint });
  }
  const name = text[end] === "." ? matchAt(dottedName, text, end + 1)?.[0] : undefined;
  if (name === undefined) return expectedName(text, end, "`.` and the name of a component");
  const nameEnd = end + 1 + name.length;
  return nameEnd === text.length ? { kind: "components", type, name } : unexpected(text, nameEnd);
}
