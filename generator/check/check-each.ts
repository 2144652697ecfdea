import { found, type Place } from "../diagnostics.js";
import { isCall, type LinkedStep } from "../link/linked-step.js";
import type { Value } from "../ir/model.js";
import { listOf, mayLack } from "./expressions/each-value.js";
import { resolveText } from "./expressions/resolve.js";
import type { SolvedWorkflow } from "./solved-workflow.js";

/** The list that a step is done for, or `undefined` after saying what is wrong with it; also where there is none. */
export function checkEach(step: LinkedStep, planning: SolvedWorkflow): Value | undefined {
  const { each, at } = step;
  if (each === undefined) return undefined;
  const { findings, linked } = planning;
  const { outputs = {} } = step.step;
  const place = linked.document.place([...at, "x-each"], "key");
  checkRunsOnce(step, place, planning);
  if (each.given.onFailure === "collect") {
    const own = isCall(step) && Object.keys(outputs).length === 0 ? namesReturned(step) : Object.keys(outputs);
    for (const name of own.filter((one) => one === "ok" || one === "error")) {
      const named = name in outputs ? linked.document.place([...at, "outputs", name], "key") : place;
      findings.report(named, found.eachUnsupported.name(name));
    }
  }
  const list = listOf(step, planning, resolveText);
  if (list === undefined || !mayLack(list.type)) return list?.value;
  return { kind: "or", value: list.value, otherwise: { kind: "array", items: [] } };
}

/** Says so where a step that goes through a list could run several times, or has no place of its own. */
export function checkRunsOnce(step: LinkedStep, place: Place, planning: SolvedWorkflow): void {
  const { graph, findings } = planning;
  const { index } = step;
  const { stepId } = step.step;
  const runsAgain = graph.ran(index, { step: index, phase: "request" }) !== "never" && !isPolledAlone(step, planning);
  if (graph.intervals === undefined) findings.report(place, found.eachUnsupported.crossing(stepId));
  else if (runsAgain || graph.retriesBy(index).length > 0) findings.report(place, found.eachUnsupported.again(stepId));
}

function namesReturned({
  target,
}: LinkedStep & {
  readonly target: { readonly endings: readonly { readonly fields: readonly { readonly name: string }[] }[] };
}): readonly string[] {
  return [...new Set(target.endings.flatMap(({ fields }) => fields.map(({ name }) => name)))];
}

/** Whether nothing leads back to a step but its own poll. */
function isPolledAlone({ index }: LinkedStep, { polls, graph }: SolvedWorkflow): boolean {
  if (!polls.has(index)) return false;
  const jumps = Array.from({ length: graph.size }, (_, from) => {
    const { success, failure } = graph.branches(from);
    return [...success, ...failure].some(({ then }) => then.kind === "step" && then.index <= index) && from >= index
      ? from
      : -1;
  });
  return jumps.every((from) => from === -1 || from === index);
}
