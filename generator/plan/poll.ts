import type { Step } from "../arazzo/index.js";
import type { StepPlanning, WorkflowPlanning } from "./planning.js";

/** How a step is polled: times in milliseconds where the document sets them. */
export type PollTimes = Readonly<Record<string, number>>;

/**
 * Whether a step is polled, and how. A last step that only reads and ends under criteria would otherwise ask once
 * and end the same way whatever it is told, so that its criteria would mean nothing.
 */
export function pollOf(step: StepPlanning, isLast: boolean, planning: WorkflowPlanning): PollTimes | undefined {
  const stated = step.step["x-poll"];
  const { document } = planning.linked;
  if (stated === false) return undefined;
  const ends = isLast && endsUnderCriteria(step.step);
  if (stated !== undefined) {
    if (ends) return definedTimes(stated);
    const message =
      "a poll needs a last step whose success actions are all `end` under criteria: they say when it is done";
    planning.findings.add("poll-without-end", document.place([...step.at, "x-poll"], "key"), message);
    return undefined;
  }
  if (!ends || step.operation.method !== "get") return undefined;
  planning.findings.add(
    "poll-inferred",
    document.place([...step.at, "onSuccess"], "key"),
    `the step \`${step.step.stepId}\` is polled until one of its criteria holds`,
    "Say so with `x-poll: { interval: 1000 }` on the step, or forbid it with `x-poll: false`.",
  );
  return {};
}

function endsUnderCriteria({ onSuccess = [] }: Step): boolean {
  return (
    onSuccess.length > 0 &&
    onSuccess.every((action) => "type" in action && action.type === "end" && (action.criteria ?? []).length > 0)
  );
}

function definedTimes(times: Readonly<Record<string, number | undefined>>): PollTimes {
  return Object.fromEntries(Object.entries(times).filter((entry): entry is [string, number] => entry[1] !== undefined));
}
