import { Findings, found } from "../diagnostics.js";
import { overlayFix } from "../documents/index.js";
import { stepAt } from "../flow/linked-workflow.js";
import type { Branch } from "../flow/branches.js";
import { FlowGraph } from "../flow/graph.js";
import type { InferredPoll } from "../flow/polls.js";
import { criteriaWords } from "../ir/criteria-words.js";
import { pollDefaults } from "../ir/poll-defaults.js";
import { ReadTable } from "../ir/read-table.js";
import { isCall, type RequestStep } from "../link/linked-step.js";
import { isLeftOver, questionOf, valuesOf } from "./conditions/question.js";
import type { SolvedWorkflow } from "./solved-workflow.js";

/**
 * The same workflow, in which a last step is asked once where every value that the API documents ends the workflow:
 * there is nothing to wait for, and any other value fails. What else is polled without being said so is reported.
 */
export function withoutDecidedPolls(solved: SolvedWorkflow, ofWays: Findings): SolvedWorkflow {
  const decided = new Map<number, readonly Branch[]>();
  for (const [index, { inferred }] of solved.polls) {
    const step = stepAt(index, solved);
    if (inferred === undefined || step === undefined || isCall(step)) continue;
    const ends = inferred.back === undefined && step.each === undefined ? decidingEnds(step, solved) : undefined;
    if (ends === undefined) reportInferred(step, inferred, solved, ofWays);
    else decided.set(index, ends);
  }
  if (decided.size === 0) return solved;
  const { graph } = solved;
  const branches = Array.from({ length: graph.size }, (_, index) => {
    const success = decided.get(index) ?? graph.branches(index).success;
    return { ...graph.branches(index), success };
  });
  const polls = new Map([...solved.polls].filter(([index]) => !decided.has(index)));
  return { ...solved, graph: new FlowGraph(branches), polls };
}

/** The ends of a polled step, the last one demanded, if each value that is documented takes one. */
function decidingEnds(step: RequestStep, solved: SolvedWorkflow): readonly Branch[] | undefined {
  const ends = solved.graph.branches(step.index).success.filter(({ then }) => then.kind === "end");
  const question = questionOf(ends);
  if (question === undefined) return undefined;
  // Asking what a value can be neither reads it for the function nor reports what is wrong with it.
  const [asked, asking] = [
    { ...step, reads: new ReadTable() },
    { ...solved, findings: new Findings() },
  ];
  // A value that may be missing is hardly ever: what is documented decides.
  const values = valuesOf(question.subject, asked, asking).filter((value) => value !== null);
  if (values.length === 0 || values.some((value) => isLeftOver(value, question, step))) return undefined;
  const one = values.map((value) => `${question.subject} == ${JSON.stringify(value)}`).join(" || ");
  const demanded = criteriaWords([{ condition: one }]);
  return ends.map((end, place) => (place === ends.length - 1 ? { ...end, demanded } : end));
}

function reportInferred(
  { step, at }: RequestStep,
  { back }: InferredPoll,
  { linked: { document } }: SolvedWorkflow,
  ofWays: Findings,
): void {
  const until = back === undefined ? "until one of its criteria holds" : "each time it is gone back to";
  const place = document.place(back?.at ?? [...at, "onSuccess"], back === undefined ? "key" : "value");
  const description = `The step is polled ${until}. These are the times by default, in milliseconds.`;
  const fix = overlayFix(document, [{ at, description, update: { "x-poll": pollDefaults } }]);
  ofWays.report(place, found.pollInferred(step.stepId, until), fix);
}
