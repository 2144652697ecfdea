import type { Step } from "../arazzo/index.js";
import { found, type Findings } from "../diagnostics.js";
import type { Path, SourceDocument } from "../documents/index.js";
import type { Branch, StepBranches } from "./branches.js";

/** How a step is polled: times in milliseconds where the document sets them. */
export type PollTimes = Readonly<Record<string, number>>;

/** That a step is polled. */
export interface Poll {
  readonly times: PollTimes;
  /** Why, where the document does not say so itself. */
  readonly inferred: InferredPoll | undefined;
}

export interface InferredPoll {
  /** The jump back to the step; `undefined` of a last step that is asked until one of its criteria holds. */
  readonly back: Branch | undefined;
}

/** A step as far as polling is concerned. */
export interface PollCandidate {
  readonly step: Step;
  readonly at: Path;
  /** Its request only reads. */
  readonly reads: boolean;
  readonly branches: StepBranches;
  /** Some way leads to the step. */
  readonly reached: boolean;
}

/**
 * Which steps are polled, and how. A last step that only reads and ends under criteria would otherwise ask once and
 * end the same way whatever it is told, so that its criteria would mean nothing; a jump back to a step that reads
 * would ask the same again without a pause. One over a step that writes, or to a step whose request is another one each
 * time, is a loop and no poll: `maxSteps` ends it, and no deadline.
 */
export function pollsOf(
  steps: readonly PollCandidate[],
  document: SourceDocument,
  findings: Findings,
): ReadonlyMap<number, Poll> {
  const polls = new Map<number, Poll>();
  const jumpsBack = jumpsBackIn(steps);
  for (const [index, candidate] of steps.entries()) {
    const { step, at, reads, reached } = candidate;
    const stated = step["x-poll"];
    const back = (jumpsBack.get(index) ?? []).filter(({ from }) => isToWait(index, from, steps));
    const ends = index === steps.length - 1 || step["x-each"] !== undefined;
    const waits = ends && endsUnderCriteria(candidate.branches);
    if (stated === false || !reached) continue;
    if (stated !== undefined) {
      if (waits || back.length > 0) polls.set(index, { times: definedTimes(stated), inferred: undefined });
      else findings.report(document.place([...at, "x-poll"], "key"), found.pollWithoutEnd(step.stepId));
    } else if (reads && (waits || back.length > 0)) {
      polls.set(index, { times: {}, inferred: { back: back[0]?.branch } });
    }
  }
  return polls;
}

/** The branches of a step, of which those that lead back in a loop do not wait for the poll that they come to. */
export function withLoops(branches: StepBranches, from: number, steps: readonly PollCandidate[]): StepBranches {
  const marked = (branch: Branch): Branch => {
    const { then } = branch;
    if (then.kind !== "step" || then.index > from || isToWait(then.index, from, steps)) return branch;
    return { ...branch, waits: false };
  };
  return { success: branches.success.map(marked), failure: branches.failure.map(marked) };
}

/** A polled last step goes back to itself where none of its criteria holds. */
export function withPollBranch(branches: StepBranches, index: number, at: Path): StepBranches {
  if (!endsUnderCriteria(branches)) return branches;
  const again: Branch = { name: "again", criteria: [], at, then: { kind: "step", index } };
  return { ...branches, success: [...branches.success, again] };
}

function endsUnderCriteria({ success }: StepBranches): boolean {
  return (
    success.length > 0 &&
    success.every(({ then, criteria }) => (then.kind === "end" || then.kind === "done") && criteria.length > 0)
  );
}

/**
 * Whether a jump back is to wait, if the step that it leads to is polled: as `x-poll` says, or else because it asks the
 * same again, where nothing is written between, and the request is made of nothing that is.
 */
function isToWait(to: number, from: number, steps: readonly PollCandidate[]): boolean {
  const inside = steps.slice(to, from + 1);
  const { parameters, requestBody, "x-url": url, "x-poll": stated } = steps[to]?.step ?? {};
  if (stated !== undefined) return true;
  const sent = JSON.stringify([parameters, requestBody, url]);
  const named = new Set([...sent.matchAll(/\$steps\.([\w-]+)/g)].map(([, stepId]) => stepId));
  return inside.every(({ step, reads }) => reads && !named.has(step.stepId));
}

/** A jump, and the step that makes it. */
interface JumpBack {
  readonly branch: Branch;
  readonly from: number;
}

/** The jumps of the steps that a run can come to, each by the step that it leads back to. */
function jumpsBackIn(steps: readonly PollCandidate[]): ReadonlyMap<number, readonly JumpBack[]> {
  const jumps = new Map<number, JumpBack[]>();
  for (const [index, { reached, branches }] of steps.entries()) {
    for (const branch of reached ? [...branches.success, ...branches.failure] : []) {
      const { then } = branch;
      if (then.kind !== "step" || then.index > index) continue;
      const known = jumps.get(then.index) ?? [];
      jumps.set(then.index, known);
      known.push({ branch, from: index });
    }
  }
  return jumps;
}

function definedTimes(times: Readonly<Record<string, number | undefined>>): PollTimes {
  return Object.fromEntries(Object.entries(times).filter((entry): entry is [string, number] => entry[1] !== undefined));
}
