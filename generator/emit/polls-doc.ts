import { durationText } from "../ir/duration-text.js";
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
      if (statement.kind === "listen" && statement.setup) polls.push(statement.setup);
      if (statement.kind === "loop" && statement.before?.kind === "poll") polls.push(statement.before);
    },
  });
  return polls;
}
