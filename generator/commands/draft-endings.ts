import { isBadEnd, isGoodEnd, type Operation } from "../openapi/index.js";
import type { Schema } from "../schema/index.js";
import { alike } from "./draft-names.js";

/** How a poll ends, by the property of its answer that says so. */
export interface Endings {
  readonly property: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const times = { interval: 2000, factor: 1.5, maxInterval: 15_000, deadline: 300_000 };

/** The endings of a step that reads a status whose values say when it is final; `undefined` for any other step. */
export function draftEndings({ method }: Operation, answer: ReadonlyMap<string, Schema>): Endings | undefined {
  if (method !== "get") return undefined;
  for (const [property, { values = [] }] of answer) {
    if (!alike(property, "status") && !alike(property, "state")) continue;
    const texts = values.filter((value) => typeof value === "string");
    const [succeeded, failed] = [isGoodEnd, isBadEnd].map((isEnd) => texts.filter(isEnd));
    if (!succeeded?.length || !failed?.length) continue;
    const ending = (name: string, finals: readonly string[]): object => ({
      name,
      type: "end",
      criteria: [{ condition: finals.map((text) => `$response.body#/${property} == '${text}'`).join(" || ") }],
    });
    return {
      property,
      fields: { "x-poll": times, onSuccess: [ending("succeeded", succeeded), ending("failed", failed)] },
    };
  }
  return undefined;
}
