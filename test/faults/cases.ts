import type { Fault } from "../../examples/local-twilio/index.js";
import type { SeenStep } from "./workflows.js";

/** One thing that goes wrong with the requests of a step: once, or again and again. */
export interface Case {
  readonly name: string;
  /** `refuse`: nobody listens; all else is a fault of the server. */
  readonly with: Fault["with"] | "refuse";
  readonly headers?: Readonly<Record<string, string>>;
  readonly processed: boolean;
  readonly times: number;
}

const kinds: readonly (Pick<Case, "name" | "with" | "headers"> & { readonly when: readonly boolean[] })[] = [
  { name: "refused connection", with: "refuse", when: [false] },
  { name: "reset", with: "reset", when: [false, true] },
  { name: "stall", with: "stall", when: [false, true] },
  { name: "truncated answer", with: "truncate", when: [true] },
  { name: "429", with: 429, when: [false] },
  { name: "429 with Retry-After", with: 429, headers: { "Retry-After": "2" }, when: [false] },
  {
    name: "429 with a date",
    with: 429,
    headers: { "Retry-After": new Date(Date.now() + 60_000).toUTCString() },
    when: [false],
  },
  { name: "500", with: 500, when: [false, true] },
  { name: "503", with: 503, when: [false, true] },
  { name: "HTML", with: "html", when: [false, true] },
  { name: "empty answer", with: "empty", when: [false, true] },
  { name: "redirect", with: 307, when: [false] },
];

/** Every fault, before and after the request is processed, once and for good. */
export const cases: readonly Case[] = kinds.flatMap(({ when, ...kind }) =>
  when.flatMap((processed) => [1, Number.POSITIVE_INFINITY].map((times) => ({ ...kind, processed, times }))),
);

/** How a run ends according to the documentation: well, or in an error with this code and outcome. */
export interface Ending {
  readonly code: "unknown-outcome" | "step-failed";
  readonly outcome?: "not-done" | "unknown";
}

export function documentedEnding({ isSafe }: SeenStep, { with: fault, times }: Case): Ending | undefined {
  const wasNotProcessed = fault === "refuse" || fault === 429;
  if (fault === 307) return { code: "step-failed", outcome: "not-done" };
  if ((isSafe || wasNotProcessed) && times === 1) return undefined;
  if (isSafe || wasNotProcessed) return { code: "step-failed", outcome: "not-done" };
  const isLost = fault === "reset" || fault === "stall" || fault === "truncate";
  return isLost ? { code: "unknown-outcome" } : { code: "step-failed", outcome: "unknown" };
}
