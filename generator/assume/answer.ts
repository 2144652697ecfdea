import type { Assumption } from "../diagnostics.js";
import { overlayFix, type Correction } from "../documents/index.js";
import type { Operation } from "../openapi/index.js";
import { because } from "./words.js";

const json = { "application/json": { schema: {} } };

/**
 * That the answers to a step are JSON, of any type, though none is documented.
 * @param outcome Whether the answers are those with which the step succeeds
 */
export function assumedJson(stepId: string, operation: Operation, outcome: "success" | "failure"): Assumption {
  const { api, at, responses } = operation;
  const description = because(stepId, "reads");
  const isMeant = (status: string): boolean =>
    outcome === "success" ? /^2(?!0[45])/.test(status) : !status.startsWith("2");
  const meant = responses.filter(({ status }) => isMeant(status));
  const update = { description, content: json };
  const more: Correction = {
    at,
    description,
    update: { responses: { [outcome === "success" ? "200" : "default"]: update } },
  };
  const corrections = meant.map((response): Correction => ({
    at: response.at,
    description,
    update: { content: json },
  }));
  return {
    that: "the answer is JSON, of any type",
    actions: () => overlayFix(api.document, corrections.length > 0 ? corrections : [more]),
  };
}
