import { isFailure, parseExpression } from "../arazzo/index.js";
import type { Inputs } from "./inputs.js";

/** The name of the input that a value stands for as it is: `$inputs.code`, and no part of it. */
export function wholeInput(value: unknown, inputs: Inputs): string | undefined {
  const expression = typeof value === "string" ? parseExpression(value) : undefined;
  if (expression === undefined || isFailure(expression) || expression.kind !== "inputs") return undefined;
  const input = inputs.find(expression.path);
  return input?.rest.length === 0 && expression.pointer.length === 0 ? input.name : undefined;
}
