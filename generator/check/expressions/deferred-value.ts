import type { LaterInput } from "../solved-workflow.js";
import { found } from "../../diagnostics.js";
import type { Ran } from "../../flow/graph.js";
import { absent, union, unknown } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { EvaluationContext, PlacedContext } from "./evaluation-context.js";

/**
 * The value of an input that is given later (`x-deferred`): the steps that send it ask for it, and what comes after
 * them can read it.
 */
export function deferredValue(name: string, text: string, from: PlacedContext): TypedValue | undefined {
  const { planning, moment, place } = from;
  const input = planning.deferred.get(name);
  if (input === undefined) return undefined;
  const { type = unknown, description } = planning.inputs.value(name) ?? {};
  const value = { kind: "read", read: input.read } as const;
  if (isAsking(from) && !input.isSolved) input.asks.add(moment.step);
  // Until it is known which steps ask, any of them may.
  if (!input.isSolved || (isAsking(from) && input.asks.has(moment.step))) {
    return { value, type, description };
  }
  const asked = askedBy(input, from);
  if (asked === "never") {
    planning.findings.report(place, found.forwardReference.deferred(text));
    return undefined;
  }
  if (asked === "always") return { value, type, description };
  planning.reads.allowUnset(input.read);
  return { value, type: union([type, absent]), description };
}

/** Whether a step has asked for the input by some moment. */
export function askedBy({ asks }: LaterInput, from: EvaluationContext): Ran {
  const { planning, moment, answer } = from;
  // While a request is made, its own step is only about to ask.
  const isAbout = answer === "none" && moment.phase === "request";
  const others = [...asks].filter((step) => !isAbout || step !== moment.step);
  const began = others.map((step) => planning.graph.began(step, moment));
  return began.find((ran) => ran === "always") ?? began.find((ran) => ran === "maybe") ?? "never";
}

/** Whether a step is making the request or the call that it sends the input with. */
function isAsking({ current, call, answer, moment }: PlacedContext): boolean {
  return answer === "none" && (current ?? call) !== undefined && moment.phase === "request";
}
