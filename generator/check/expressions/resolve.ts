import type { LinkedStep, RequestStep } from "../../link/linked-step.js";
import {
  isExpression,
  isFailure,
  isLiteralText,
  parseSelector,
  parseTemplate,
  slowSelection,
  type Expression,
  type Outputs,
  type Selector,
  type StepsExpression,
} from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import { formatPointer, type Path } from "../../documents/index.js";
import { readBody, readHeader, readStatus, readUrl } from "./answer.js";
import { componentValue, selfUri, sourceField } from "./document-value.js";
import { valueOfReferent, followText, readExpression, type Resolver } from "./value-of-referent.js";
import { outputOf, sentOf } from "./kept-value.js";
import { eachValue } from "./each-value.js";
import { gathered } from "./gathered.js";
import { pagedItems } from "./paged-items.js";
import type { LinkedEach } from "../../link/linked-each.js";
import { queried } from "./query-value.js";
import { sentBody, sentParameter } from "./sent-value.js";
import { stepOutputs, type StepOutputs } from "./step-output.js";
import type { Referent } from "./referent.js";
import { valueInside } from "./value-inside.js";
import { literalValue, objectOf } from "./values.js";
import { withoutFile } from "./without-file.js";
import { workflowOutput } from "./workflow-output.js";
import { workflowValue } from "./workflow-value.js";
import { inputValue } from "./input-value.js";
import { reportUnreadable } from "../../link/unreadable.js";
import { readsOfValue } from "../../ir/reads.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { calledOutput } from "../calls/call-outputs.js";
import type { EvaluationContext, PlacedContext } from "./evaluation-context.js";

/** The value of a runtime expression, or `undefined` after saying why there is none. */
export function resolveText(text: string, from: PlacedContext): TypedValue | undefined {
  const expression = readExpression(text, from);
  return expression && resolve(expression, text, from);
}

/**
 * The value of an expression that was parsed, or of what stands `below` it.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions
 */
export function resolve(
  expression: Expression,
  text: string,
  from: PlacedContext,
  below: readonly string[] = [],
): TypedValue | undefined {
  if ("pointer" in expression && below.length > 0) {
    return resolve({ ...expression, pointer: [...expression.pointer, ...below] }, text, from);
  }
  switch (expression.kind) {
    case "inputs":
      return inputValue(expression, text, from);
    case "each":
      return eachValue(expression, text, from, resolveText);
    case "steps":
      return stepOutput(expression, text, from);
    case "workflows": {
      const { field, path, pointer, workflowId } = expression;
      const isOwn = workflowId === from.planning.workflow.workflowId;
      return isOwn ? resolve({ kind: field, path, pointer }, text, from) : workflowValue(expression, text, from);
    }
    case "outputs":
      if (from.call !== undefined && from.answer !== "none") return calledOutput(from.call, expression, text, from);
      return valueOfReferent(workflowOutput(expression, text, from), text, from, resolver);
    case "body":
      return expression.of === "request"
        ? sent(sentBody(expression, text, from), text, from)
        : answered(text, from, (step) => readBody(step, expression.pointer, text, from));
    case "query":
    case "path":
      return sent(sentParameter(expression.kind, expression.name, below, text, from), text, from);
    case "header":
      return expression.of === "request"
        ? sent(sentParameter("header", expression.name, below, text, from), text, from)
        : inside(
            answered(text, from, (step) => readHeader(step, expression.name, from)),
            below,
            text,
            from,
          );
    case "statusCode":
      return inside(answered(text, from, readStatus), below, text, from);
    case "url":
      return inside(answered(text, from, readUrl), below, text, from);
    case "method":
      return inside(method(text, from), below, text, from);
    case "self":
      return valueOfReferent(selfUri(below, text, from), text, from, resolver);
    case "sourceDescriptions":
      return valueOfReferent(sourceField(expression, below, text, from), text, from, resolver);
    case "components":
      return valueOfReferent(componentValue(expression, below, text, from), text, from, resolver);
  }
}

/** The same where a file means nothing: in a condition, in a text, under a query. */
export function resolveData(expression: Expression, text: string, from: PlacedContext): TypedValue | undefined {
  return withoutFile(resolve(expression, text, from), text, from);
}

/**
 * The value of a Selector Object, or of what stands `below` it.
 * @param at Where it stands
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#selector-object
 */
export function resolveSelector(
  given: Selector,
  at: Path,
  from: EvaluationContext,
  below: readonly string[] = [],
): TypedValue | undefined {
  const { findings, linked, patterns } = from.planning;
  const parsed = parseSelector(given);
  if (isFailure(parsed)) {
    const place = linked.document.placeInside([...at, parsed.field], parsed.start, parsed.end);
    reportUnreadable(parsed, undefined, { linked, findings, at, place });
    return undefined;
  }
  const { context, selection } = parsed;
  const inContext = { ...from, place: linked.document.place([...at, "context"]) };
  const inSelector = { ...from, place: linked.document.place([...at, "selector"]) };
  const valueAt = (tokens: readonly string[]): TypedValue | undefined =>
    tokens.length === 0
      ? (selection.kind === "pointer" ? resolve : resolveData)(context, given.context, inContext)
      : resolve(context, `${given.context}#${formatPointer(tokens)}`, inSelector, tokens);
  if (selection.kind === "pointer") return valueAt([...selection.tokens, ...below]);
  const slow = slowSelection(selection, patterns);
  if (slow !== undefined) {
    findings.report(linked.document.placeInside([...at, "selector"], slow.start, slow.end), slow.what);
  }
  const typed = inside(queried({ ...selection, valueAt }, inSelector), below, given.selector, inSelector);
  const [read] = typed ? readsOfValue(typed.value, from.planning.reads.all) : [];
  return typed && { ...typed, origin: read && { stepId: read.stepId, expression: given.selector } };
}

/** An output as a document states it: an expression, a text with some in it, a Selector Object, or a value. */
export function resolveOutput(output: Outputs[string], at: Path, from: EvaluationContext): TypedValue | undefined {
  if (typeof output === "object") return resolveSelector(output, at, from);
  if (typeof output !== "string" || isLiteralText(output)) return literalValue(output);
  const placed = { ...from, place: from.planning.linked.document.place(at) };
  const parts = parseTemplate(output);
  const embeds = isFailure(parts) ? !isExpression(output) : parts.some((part) => part.kind === "expression");
  return embeds ? followText(output, placed, resolver) : resolveText(output, placed);
}

const resolver: Resolver = { expression: resolve, selector: resolveSelector };

function inside(
  typed: TypedValue | undefined,
  below: readonly string[],
  text: string,
  from: PlacedContext,
): TypedValue | undefined {
  return typed && valueInside(typed, below, text, from);
}

/** A value of the current step's answer, where there is one. */
function answered(
  text: string,
  { planning, place, current, call, answer, passOver }: PlacedContext,
  read: (step: RequestStep) => TypedValue | undefined,
): TypedValue | undefined {
  if (current !== undefined && answer !== "none") return read(current);
  planning.findings.assume(place, found.forwardReference.answer(text, call !== undefined), passOver);
  return undefined;
}

/** A value that the current step sends. */
function sent(target: Referent | undefined, text: string, from: PlacedContext): TypedValue | undefined {
  const typed = valueOfReferent(target, text, from, resolver);
  const { current, answer, planning } = from;
  return typed && current && answer === "accepted" ? sentOf(typed, current, text, planning) : typed;
}

function method(text: string, { planning, place, current }: PlacedContext): TypedValue | undefined {
  if (current !== undefined) return literalValue(current.operation.method.toUpperCase());
  planning.findings.report(place, found.forwardReference.request(text));
  return undefined;
}

function stepOutput(expression: StepsExpression, text: string, from: PlacedContext): TypedValue | undefined {
  const output = stepOutputs(expression, text, from);
  if (output === undefined) return undefined;
  const { step, ran } = output;
  if ("pages" in output) return pagedItems({ ...output, expression }, text, from, resolveText);
  if (step.each !== undefined && !isWithin(step, from)) return listOfOutputs(output, step.each, expression, text, from);
  const valueOf = (target: Referent, name: string): TypedValue | undefined => {
    const typed = valueOfReferent(target, text, from, resolver);
    return typed && outputOf(typed, step, ran, name, from.planning);
  };
  if ("one" in output) return valueOf(output.one, text);
  if ("of" in output) {
    const typed = calledOutput(output.of, expression, text, from);
    return typed && outputOf(typed, step, ran, text, from.planning);
  }
  const all = [...output.all].map(([name, target]) => [name, valueOf(target, `${text}.${name}`)] as const);
  return all.every((entry): entry is [string, TypedValue] => entry[1] !== undefined) ? objectOf(all) : undefined;
}

/** Whether an expression is of the step itself, which it does for one element. */
function isWithin({ index }: LinkedStep, { current, call }: PlacedContext): boolean {
  return (current ?? call)?.index === index;
}

type OwnOutputs = Exclude<StepOutputs, { readonly pages: unknown }>;

/** The list of an output of a step that is done for each element of a list, or of all that each has come to. */
function listOfOutputs(
  output: OwnOutputs,
  each: LinkedEach,
  expression: StepsExpression,
  text: string,
  from: PlacedContext,
): TypedValue | undefined {
  const { step, ran } = output;
  const [name = ""] = expression.path.length > 0 ? expression.path : expression.pointer;
  const below = [...expression.path, ...expression.pointer].slice(1);
  const typed = outputOfOne(output, name, text, from);
  const list = typed && gathered(step, each, { name, typed, ran }, text, from);
  return list && valueInside(list, below, text, from);
}

/** The output of one element. */
function outputOfOne(output: OwnOutputs, name: string, text: string, from: PlacedContext): TypedValue | undefined {
  if ("one" in output) return valueOfReferent({ ...output.one, below: [] }, text, from, resolver);
  if ("of" in output) return calledOutput(output.of, { path: name === "" ? [] : [name], pointer: [] }, text, from);
  const all = [...output.all].map(([key, target]) => [key, valueOfReferent(target, text, from, resolver)] as const);
  return all.every((entry): entry is [string, TypedValue] => entry[1] !== undefined) ? objectOf(all) : undefined;
}
