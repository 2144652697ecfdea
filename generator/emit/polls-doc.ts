import type { PollSetup, Statement, WorkflowPlan } from "../ir/model.js";
import { pollDefaults } from "../ir/poll-defaults.js";
import { visit } from "../ir/walk.js";

/** What a caller has to know of the steps that are polled: a sentence for each. */
export function pollsDoc({ body }: WorkflowPlan): string {
  return pollsOf(body)
    .map(({ stepId, times }) => {
      const longest = durationText(times["deadline"] ?? pollDefaults.deadline);
      return `Polls \`${stepId}\` for ${longest}, or as \`options.poll\` says; then throws a \`PollDeadlineError\`.`;
    })
    .join("\n");
}

function pollsOf(body: readonly Statement[]): readonly PollSetup[] {
  const polls: PollSetup[] = [];
  visit(body, {
    statement: (statement) => {
      if (statement.kind === "machine") polls.push(...statement.setups);
      if (statement.kind === "loop" && statement.before?.kind === "poll") polls.push(statement.before);
    },
  });
  return polls;
}

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/** In the largest unit that divides it: `5 minutes`, `90 seconds`, `1 hour`. */
function durationText(milliseconds: number): string {
  const [unit, size] = units.find(([, each]) => milliseconds % each === 0) ?? ["millisecond", 1];
  const count = milliseconds / size;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
