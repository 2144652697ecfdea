import { formatPointer } from "../../documents/pointer.js";
import { isFailure } from "../failure.js";
import { anyIndex } from "./every.js";
import { parseExpression } from "./parse.js";

/** What a workflow declares that its expressions may name. */
export interface DeclaredNames {
  readonly inputs: readonly string[];
  /** The inputs and the properties that objects among them have, dots between their names. */
  readonly paths: readonly string[];
  /** The outputs of each step, by its id. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
  /** The outputs of each workflow that this one depends on, by its id. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
}

/**
 * The runtime expression that is meant by a text that looks like one and follows another grammar; `undefined` where none
 * is plainly meant.
 */
export function meantExpression(text: string, declared: DeclaredNames): string | undefined {
  const plain = habits.reduce((before, [habit, meant]) => before.replace(habit, meant), text.trim());
  const candidates = [
    declaredExpression(text.trim(), declared),
    plain,
    declaredExpression(plain, declared),
    withOutputs(plain, declared),
    ofDependency(plain, declared),
  ];
  return candidates.find((one) => one !== undefined && one !== text && !isFailure(parseExpression(one)));
}

/** What people write from habit, and what it stands for. */
const habits: readonly (readonly [habit: RegExp, meant: string])[] = [
  [/^\$(input|output|step|workflow|sourceDescription|component)(?=[.#[])/, "$$$1s"],
  [/^(?=(?:response|request)\.(?:body|header)|steps\.|inputs\.|statusCode$)/, "$$"],
  // A JSONPath, in the answer.
  [/^\$(?=[.[])/, "$$response.body"],
  [/^\$steps\.([^.]+)\.(?=response\.)/, "$$steps.$1.outputs."],
  [/^\$response\.status(?:Code)?$/i, "$$statusCode"],
  [/^\$(request|response)\.headers\./, "$$$1.header."],
  // Which item is meant is for those to say who read the list.
  [anyIndex, ""],
  // A name behind `#`, without the slash that a JSON Pointer begins with.
  [/#(?=[\p{L}\p{N}_-]+(?:\/|$))/u, "#/"],
];

/** An input or output by its declared name, which holds what the grammar does not let names hold. */
export function declaredExpression(text: string, { inputs, outputs }: DeclaredNames): string | undefined {
  const named = (before: string, names: readonly string[]): string | undefined => {
    const written = text.startsWith(`${before}.`) ? text.slice(before.length + 1) : undefined;
    return written !== undefined && names.includes(written) ? `${before}#${formatPointer([written])}` : undefined;
  };
  const ofSteps = [...outputs].map(([stepId, names]) => named(`$steps.${stepId}.outputs`, names));
  return named("$inputs", inputs) ?? ofSteps.find((one) => one !== undefined);
}

/** `$steps.id.name`, where the step has an output of that name. */
function withOutputs(text: string, { outputs }: DeclaredNames): string | undefined {
  return outputNamed("$steps", text.startsWith("$steps.") ? text.slice("$steps.".length) : "", outputs)[0];
}

/** `$dependencies.id.name`, of a workflow that is depended on or of a step; where both have such an output, none. */
function ofDependency(text: string, { outputs, dependencies }: DeclaredNames): string | undefined {
  const [, named = ""] = /^\$(?:dependencies|dependsOn)\.(.+)$/is.exec(text) ?? [];
  const written = named.replace(/^([^.]+)\.outputs\./, "$1.");
  const [meant, ...others] = [
    ...outputNamed("$workflows", written, dependencies),
    ...outputNamed("$steps", written, outputs),
  ];
  return others.length === 0 ? meant : undefined;
}

/** The expressions of outputs that are written as `id.name`, and what may follow. */
function outputNamed(
  root: "$steps" | "$workflows",
  written: string,
  outputs: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return [...outputs].flatMap(([id, names]) => {
    const rest = written.startsWith(`${id}.`) ? written.slice(id.length + 1) : "";
    return names.some((name) => rest === name || /^[.#[]/.test(rest.startsWith(name) ? rest.slice(name.length) : ""))
      ? [`${root}.${id}.outputs.${rest}`]
      : [];
  });
}
