import type { Expression, NamedValue } from "./expression.js";
import { isPlainName } from "./named.js";
import { formatPointer } from "../../documents/pointer.js";

/** The expression in its one canonical spelling; parsing it again gives the same expression. */
export function formatExpression(expression: Expression): string {
  switch (expression.kind) {
    case "url":
    case "method":
    case "statusCode":
    case "self":
      return `$${expression.kind}`;
    case "header":
      return `$${expression.of}.header.${expression.name}`;
    case "query":
    case "path":
      return `$request.${expression.kind}.${expression.name}`;
    case "body":
      return `$${expression.of}.body${formatPlace(expression.pointer)}`;
    case "inputs":
    case "outputs":
    case "each":
      return `$${expression.kind}${formatNamed(expression)}`;
    case "steps":
      return `$steps.${expression.stepId}.outputs${formatNamed(expression)}`;
    case "workflows":
      return `$workflows.${expression.workflowId}.${expression.field}${formatNamed(expression)}`;
    case "sourceDescriptions":
      return `$sourceDescriptions.${expression.name}.${expression.reference}`;
    case "components":
      return `$components.${expression.type}.${expression.name}`;
  }
}

function formatNamed({ path, pointer }: NamedValue): string {
  const name = path.join(".");
  if (path.length > 0 && !isPlainName(name)) return formatPlace([name, ...pointer]);
  return path.map((part) => `.${part}`).join("") + formatPlace(pointer);
}

function formatPlace(pointer: readonly string[]): string {
  return pointer.length === 0 ? "" : `#${formatPointer(pointer)}`;
}
