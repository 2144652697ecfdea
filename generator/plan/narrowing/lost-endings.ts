import type { AnswerRead } from "../model.js";
import type { WorkflowPlanning } from "../planning.js";
import { rulesOut, type Facts } from "./facts.js";
import { sourceKey } from "./references.js";

/**
 * The outcome of a called workflow, by its key, that is known to be none of those which an output comes with: the
 * compiler, which knows it too, would not let that output be looked for any more. `undefined` where all is well.
 */
export function lostOutcome(read: AnswerRead, facts: Facts, { calls }: WorkflowPlanning): string | undefined {
  const { source, answer } = read;
  if (source.kind !== "output" || source.everywhere || source.name === undefined) return undefined;
  const call = calls.find((each) => each.answer === answer);
  const outcome = [...(call?.reads.values() ?? [])].find(isOutcome);
  const key = outcome && sourceKey(outcome);
  if (call === undefined || key === undefined) return undefined;
  const having = call.target.endings.filter(({ fields }) => fields.some(({ name }) => name === source.name));
  return having.every((ending) => rulesOut(facts, key, ending.outcome)) ? key : undefined;
}

function isOutcome({ source }: AnswerRead): boolean {
  return source.kind === "output" && source.name === "outcome";
}
