import type { Operation } from "../openapi/index.js";
import type { Schema } from "../schema/index.js";
import { alike } from "./draft-names.js";

/** How a poll ends, by the property of its answer that says so. */
export interface Endings {
  readonly property: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What statuses are called that nothing comes after. */
const good = /^(?:completed?|succeeded|success(?:ful)?|delivered|read|done|finished|paid|approved|verified)$/i;
const bad =
  /^(?:failed|failure|undelivered|cancell?ed|rejected|expired|errored|error|declined|denied|aborted|busy|no-answer|partially_delivered)$/i;

const times = { interval: 2000, factor: 1.5, maxInterval: 15_000, deadline: 300_000 };

/** The endings of a step that reads a status whose values say when it is final; `undefined` for any other step. */
export function draftEndings({ method }: Operation, answer: ReadonlyMap<string, Schema>): Endings | undefined {
  if (method !== "get") return undefined;
  for (const [property, { values = [] }] of answer) {
    if (!alike(property, "status") && !alike(property, "state")) continue;
    const texts = values.filter((value) => typeof value === "string");
    const [succeeded, failed] = [good, bad].map((pattern) => texts.filter((text) => pattern.test(text)));
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
