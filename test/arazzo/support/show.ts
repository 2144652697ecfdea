import { formatPointer } from "../../../generator/documents/pointer.js";
import { formatExpression, formatTemplate, isFailure } from "../../../generator/arazzo/index.js";
import type { ParsedCondition, Expression, Failure, Operand, PathOperand } from "../../../generator/arazzo/index.js";

/** An expression as `(kind part part …)`, so that a table can show what was made of a text. */
export function showExpression(expression: Expression): string {
  switch (expression.kind) {
    case "url":
    case "method":
    case "statusCode":
    case "self":
      return list(expression.kind);
    case "header":
      return list("header", expression.of, expression.name);
    case "query":
    case "path":
      return list(expression.kind, expression.name);
    case "body":
      return list("body", expression.of, ...expression.pointer);
    case "inputs":
    case "outputs":
    case "each":
      return list(expression.kind, list(...expression.path), ...expression.pointer);
    case "steps":
      return list("steps", expression.stepId, list(...expression.path), ...expression.pointer);
    case "workflows":
      return list(
        "workflows",
        expression.workflowId,
        expression.field,
        list(...expression.path),
        ...expression.pointer,
      );
    case "sourceDescriptions":
      return list("source", expression.name, expression.reference);
    case "components":
      return list("components", expression.type, expression.name);
  }
}

/** A condition as `(operator operand …)`; rules other than those of simple conditions stand behind the operator. */
export function showCondition(condition: ParsedCondition): string {
  switch (condition.kind) {
    case "or":
    case "and":
      return list(condition.kind, ...condition.operands.map(showCondition));
    case "not":
      return list("not", showCondition(condition.operand));
    case "compare":
      return list(ruled(condition.op, condition.rules), showOperand(condition.left), showOperand(condition.right));
    case "test":
      return list(ruled("test", condition.rules), showOperand(condition.operand));
    case "regex":
      return list("regex", formatExpression(condition.context), `/${condition.pattern}/${condition.flags}`);
    case "filter": {
      const self = condition.self === undefined ? [] : [list("self", showCondition(condition.self))];
      return list("some", placeOf(condition), showCondition(condition.where), ...self);
    }
    case "jsonpath":
      return list("query", formatExpression(condition.context), condition.query);
  }
}

function showOperand(operand: Operand): string {
  switch (operand.kind) {
    case "expression":
      return formatExpression(operand.expression);
    case "literal":
      return JSON.stringify(operand.value);
    case "template":
      return list("text", JSON.stringify(formatTemplate(operand.parts)));
    case "path":
      return showPath(operand);
    case "length":
      return list("length", showPath(operand.of));
    case "count":
      return list(operand.each ? "count-each" : "count", showPath(operand.of));
  }
}

function showPath(path: PathOperand): string {
  return path.base === "item" ? `@${formatPointer(path.tokens)}` : placeOf(path);
}

function placeOf({ context, tokens }: { readonly context: Expression; readonly tokens: readonly string[] }): string {
  return `${formatExpression(context)}:${formatPointer(tokens)}`;
}

function ruled(operator: string, rules: string): string {
  return rules === "simple" ? operator : `${operator}:${rules}`;
}

function list(...parts: readonly string[]): string {
  return `(${parts.map((part) => (part === "" ? '""' : part)).join(" ")})`;
}

/** What is wrong with a text: carets under the part that is meant, the message, and the hint if there is one. */
export function showFailure(found: Failure): readonly string[] {
  const carets = " ".repeat(found.start) + "^".repeat(Math.max(1, found.end - found.start));
  return [carets, found.message, ...(found.hint === undefined ? [] : [found.hint])];
}

/** What a parser made of a text: its result, or what {@link showFailure} says. */
export function show<T>(result: T | Failure, showResult: (value: T) => string): string | readonly string[] {
  return isFailure(result) ? showFailure(result) : showResult(result);
}
