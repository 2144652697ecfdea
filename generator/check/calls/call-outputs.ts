import type { CallStep } from "../../link/linked-step.js";
import { found } from "../../diagnostics.js";
import { remember } from "../expressions/remember.js";
import { optionalType } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { PlacedContext } from "../expressions/evaluation-context.js";
import { everything, returnedValue, type OutputPath, type Returned } from "./returned.js";

/** An output of the workflow that a step has called, `failed` while it is open whether it came to its end. */
export function calledOutput(
  call: CallStep,
  output: OutputPath,
  text: string,
  from: PlacedContext,
): TypedValue | undefined {
  const afterSuccess = !call.settled || from.answer !== "failed" || from.call !== call;
  if (!afterSuccess && (call.step.successCriteria ?? []).length === 0) {
    from.planning.findings.report(from.place, found.forwardReference.failedCall(text));
    return undefined;
  }
  return returnedValue(call.target, output, text, from, (returned) => read(call, returned, afterSuccess));
}

/** All that the workflow returned. */
export function calledOutputs(call: CallStep): TypedValue {
  return read(call, everything(call.target), true);
}

function read(
  call: CallStep,
  { name, type, documented, outcomes, discriminates, description }: Returned,
  afterSuccess: boolean,
): TypedValue {
  const source = { kind: "output", name, settled: call.settled, afterSuccess, outcomes, discriminates } as const;
  const expression = name === undefined ? "$outputs" : `$outputs.${name}`;
  const value = remember(call, source, afterSuccess ? type : optionalType(type), expression, description);
  return { ...value, documented };
}
