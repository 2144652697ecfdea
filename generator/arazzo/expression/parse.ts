import { failure, isFailure, type Failure } from "../failure.js";
import { tooLong } from "../limits.js";
import { parseComponents, parseSourceDescriptions, parseSteps, parseWorkflows } from "./document-parts.js";
import type { Expression } from "./expression.js";
import { parseMessagePart } from "./message-parts.js";
import { expectedName, parseNamedValue, parsePlaceInValue, unexpected } from "./named.js";
import { readRoot, type Root } from "./roots.js";

/**
 * Reads a text that is a runtime expression from its first character to its last.
 *
 * One parser serves both versions. It follows the grammar of 1.1, which says what 1.0 leaves open (`name = *( CHAR )`),
 * and takes what 1.0 takes beyond it wherever that has a meaning. White space is never part of a name.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions
 */
export function parseExpression(text: string): Expression | Failure {
  const expression = readExpression(text);
  return isFailure(expression) ? { ...expression, expression: text } : expression;
}

function readExpression(text: string): Expression | Failure {
  const long = tooLong(text, "the expression");
  if (long !== undefined) return long;
  const first = readRoot(text);
  if (isFailure(first)) return first;
  const { root, end } = first;
  if (root === "url" || root === "method" || root === "statusCode" || root === "self") {
    return end === text.length ? { kind: root } : unexpected(text, end);
  }
  if ((root === "inputs" || root === "outputs") && "#[".includes(text[end] ?? " "))
    return parseByPointer(root, text, end);
  if (text[end] !== ".") {
    const shown = `\`$${root}\``;
    return failure(`expected \`.\` and ${followers[root]} after ${shown}`, end, Math.min(end + 1, text.length));
  }
  return parseAfterDot(root, text, end + 1);
}

/** `$inputs#/any name` and `$inputs['any name']`: by way of the object that all of them are together. */
function parseByPointer(root: "inputs" | "outputs", text: string, end: number): Expression | Failure {
  const tokens = parsePlaceInValue(text, end);
  if (isFailure(tokens)) return tokens;
  const [name, ...pointer] = tokens;
  return !name ? expectedName(text, end, followers[root]) : { kind: root, path: name.split("."), pointer };
}

const followers: Readonly<Record<Exclude<Root, "url" | "method" | "statusCode" | "self">, string>> = {
  request: "`header`, `query`, `path` or `body`",
  response: "`header` or `body`",
  inputs: "an input name",
  outputs: "an output name",
  steps: "a step id",
  workflows: "a workflow id",
  sourceDescriptions: "the name of a source description",
  components: "a kind of component",
  each: "the name of the element",
};

function parseAfterDot(root: keyof typeof followers, text: string, start: number): Expression | Failure {
  switch (root) {
    case "request":
    case "response":
      return parseMessagePart(root, text, start);
    case "inputs":
    case "outputs":
    case "each": {
      if (start === text.length) return expectedName(text, start, followers[root]);
      const value = parseNamedValue(text, start, followers[root]);
      return isFailure(value) ? value : { kind: root, ...value };
    }
    case "steps":
      return parseSteps(text, start);
    case "workflows":
      return parseWorkflows(text, start);
    case "sourceDescriptions":
      return parseSourceDescriptions(text, start);
    case "components":
      return parseComponents(text, start);
  }
}
