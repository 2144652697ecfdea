import type { AnswerRead, WorkflowPlan } from "../../ir/model.js";
import type { WorkflowPlanning } from "../planning.js";
import { rulesOut, type Facts } from "./facts.js";
import { sourceKey } from "./references.js";

/**
 * The outcome of a workflow, by its key, that is known to be none of those which an output comes with: the compiler,
 * which knows it too, would not let that output be looked for any more. `undefined` where all is well.
 */
export function lostOutcome(read: AnswerRead, facts: Facts, planning: WorkflowPlanning): string | undefined {
  const { source } = read;
  if (source.kind !== "output" && source.kind !== "dependency") return undefined;
  if (source.everywhere || source.name === undefined) return undefined;
  const key = sourceKey({ ...read, source: { ...source, name: "outcome", everywhere: true, telling: false } });
  if (key === undefined) return undefined;
  const having = returnedBy(read, planning)?.endings.filter(({ fields }) =>
    fields.some(({ name }) => name === source.name),
  );
  return having?.every(({ outcome }) => rulesOut(facts, key, outcome)) ? key : undefined;
}

/** The workflow that returned a value. */
function returnedBy({ answer, source }: AnswerRead, planning: WorkflowPlanning): WorkflowPlan | undefined {
  if (source.kind !== "dependency") return planning.calls.find((call) => call.answer === answer)?.target;
  return planning.dependencies.find(({ outputs }) => outputs === source.field)?.target;
}
