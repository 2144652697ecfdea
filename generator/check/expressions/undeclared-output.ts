import { assumedOutput, assumedText } from "../../assume/index.js";
import type { Assumption } from "../../diagnostics.js";
import type { SourceDocument } from "../../documents/index.js";
import type { RequestStep } from "../../link/linked-step.js";
import { propertiesOf } from "../../types/object-schema.js";
import { successBody } from "./answer-body.js";
import type { PlacedContext } from "./evaluation-context.js";

/**
 * That a step has an output that it does not declare, because its name is an expression for a part of its answer, or its
 * answer is documented to hold one of that name.
 */
export function undeclaredOutput(
  path: readonly string[],
  { operation, responseTypes, at }: RequestStep,
  document: SourceDocument,
): Assumption | undefined {
  const whole = path.join(".");
  if (/^response\.(?:body|header)\b/.test(whole)) return assumedOutput(whole, at, document, `$${whole}`);
  const [name = ""] = path;
  const schema = successBody(operation, responseTypes)?.schema;
  const isThere = schema !== undefined && propertiesOf(schema).has(name);
  return isThere ? assumedOutput(name, at, document) : undefined;
}

/** That the output of another step is meant: the only one that has run by then and has an output of that name. */
export function ofAnotherStep(
  stepId: string,
  name: string,
  text: string,
  { planning: { workflow, linked, graph }, moment, place }: PlacedContext,
): Assumption | undefined {
  const [other, ...others] = workflow.steps.filter(
    ({ outputs = {} }, index) => Object.hasOwn(outputs, name) && graph.ran(index, moment) !== "never",
  );
  if (other === undefined || others.length > 0) return undefined;
  const meant = text.replace(`$steps.${stepId}.`, () => `$steps.${other.stepId}.`);
  return assumedText({ document: linked.document, place, text, meant });
}
