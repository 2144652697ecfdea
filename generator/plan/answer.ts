import { quoted } from "../diagnostics.js";
import { formatPointer } from "../documents/index.js";
import { jsonSchema } from "../openapi/index.js";
import { anyOfSchemas, type Schema } from "../schema/index.js";
import { memberAt } from "./members.js";
import type { FieldRead } from "./model.js";
import { camelCase } from "./names.js";
import { operationName } from "./parameters.js";
import type { StepPlanning } from "./planning.js";
import type { TypedValue } from "./typed-value.js";
import type { Viewpoint } from "./viewpoint.js";

/** A value of a step's answer, under the name that the step gives to it. */
export function readAnswer(
  step: StepPlanning,
  tokens: readonly string[],
  text: string,
  from: Viewpoint,
): TypedValue | undefined {
  const schema = answerSchema(step);
  if (schema === undefined) {
    const message = `${quoted(text)}: ${quoted(operationName(step.operation))} answers no JSON when it succeeds`;
    from.planning.findings.add("unknown-pointer", from.place, message);
    return undefined;
  }
  const member = memberAt(schema, tokens, step.use, text, from);
  if (member === undefined) return undefined;
  const { steps, type, description } = member;
  const pointer = formatPointer(tokens);
  const expression = tokens.length === 0 ? "$response.body" : `$response.body#${pointer}`;
  const read: FieldRead = step.reads.get(pointer) ?? {
    stepId: step.step.stepId,
    answer: step.answer,
    steps,
    type,
    expression,
    suggestedName: nameFor(step, expression, tokens),
    needed: false,
    local: undefined,
  };
  step.reads.set(pointer, read);
  return { value: { kind: "read", read, orAbsent: false }, type, description };
}

/** What the answer holds when the step succeeds, whichever of its 2xx codes comes. */
function answerSchema({ operation }: StepPlanning): Schema | undefined {
  const successes = operation.responses.filter(({ status }) => status.startsWith("2"));
  const [first, ...others] = successes.flatMap((response) => jsonSchema(response) ?? []);
  return first && anyOfSchemas(first, ...others);
}

/** The output that is this value, else the last name on the way to it, else the answer itself. */
function nameFor({ step, answer }: StepPlanning, expression: string, tokens: readonly string[]): string {
  const output = Object.entries(step.outputs ?? {}).find(([, text]) => text === expression);
  const last = tokens.findLast((token) => !/^\d+$/.test(token));
  return camelCase(output?.[0] ?? last ?? "") || `${answer}Body`;
}
