import type { LoopStatement, RetrySetup, Statement } from "../model.js";
import { endStatement, planOutputs, type EndingDraft } from "../outputs.js";
import type { StepPlanning, WorkflowPlanning } from "../planning.js";
import { upperFirst } from "../names.js";
import type { PollTimes } from "./polls.js";
import { completes } from "./completes.js";
import { Frames, type Frame } from "./frames.js";
import { nest, type Interval, type Jump } from "./intervals.js";
import { simplified } from "./simplify.js";
import { stepStatements } from "./step-statements.js";

/** The statements of a workflow, and the ways in which it ends. */
export interface Flow {
  readonly body: readonly Statement[];
  readonly endings: readonly EndingDraft[];
}

/** Puts the steps in their order, with blocks and loops around them where actions jump. */
export function planFlow(planning: WorkflowPlanning, polls: ReadonlyMap<number, PollTimes>): Flow {
  const steps = planning.steps.filter(({ index }) => planning.graph.isReachable(index));
  const intervals = nest(jumpsOf(steps, planning));
  if (intervals === undefined) return { body: [], endings: [] };
  const builder = new FlowBuilder(planning, polls);
  const body = builder.range(steps, intervals);
  if (!completes(body)) return { body: simplified(body), endings: builder.endings };
  const last = { step: planning.graph.size - 1, phase: "answer" } as const;
  const completed: EndingDraft = {
    outcome: "completed",
    outputs: planOutputs({ planning, moment: last, current: undefined, answer: "none" }),
  };
  return { body: simplified([...body, endStatement(completed)]), endings: [...builder.endings, completed] };
}

/** Every jump that is more than going to the next step. */
function jumpsOf(steps: readonly StepPlanning[], { graph }: WorkflowPlanning): readonly Jump[] {
  return steps.flatMap(({ index }) => {
    const { success, failure } = graph.branches(index);
    const jump = ({ then }: (typeof success)[number]): readonly Jump[] =>
      then.kind === "step" ? [{ from: index, to: then.index }] : [];
    // A failed step must not go on to where its answer is bound, so that even the next step is a jump away.
    return [...success.flatMap(jump).filter(({ to }) => to !== index + 1), ...failure.flatMap(jump)];
  });
}

class FlowBuilder {
  readonly endings: EndingDraft[] = [];
  readonly #planning: WorkflowPlanning;
  readonly #polls: ReadonlyMap<number, PollTimes>;
  readonly #frames: Frames;
  readonly #polling: ReadonlyMap<number, string>;

  constructor(planning: WorkflowPlanning, polls: ReadonlyMap<number, PollTimes>) {
    this.#planning = planning;
    this.#polls = polls;
    this.#frames = new Frames(planning.scope);
    const names = [...polls.keys()].map((index) => [index, this.#nameFor(index, "polling")] as const);
    this.#polling = new Map(names);
  }

  /** The statements of some steps in a row. */
  range(steps: readonly StepPlanning[], intervals: readonly Interval[]): readonly Statement[] {
    const [step, ...others] = steps;
    if (step === undefined) return [];
    const [interval, ...inner] = intervals.filter(({ first }) => first >= step.index);
    if (interval?.first !== step.index) return [...this.#step(step), ...this.range(others, intervals)];
    const inside = steps.filter(({ index }) => index <= interval.last);
    const within = inner.filter(({ last }) => last <= interval.last);
    const behind = intervals.filter(({ first }) => first > interval.last);
    return [
      this.#interval(interval, inside, within),
      ...this.range(
        steps.filter(({ index }) => index > interval.last),
        behind,
      ),
    ];
  }

  #interval(interval: Interval, steps: readonly StepPlanning[], inner: readonly Interval[]): Statement {
    const { kind, first, last } = interval;
    const header = steps[0];
    const name = header?.answer ?? "step";
    const target = this.#planning.steps.find(({ index }) => index === last + 1)?.answer ?? "end";
    const wantedLabel = kind === "loop" ? `repeat${upperFirst(name)}` : `before${upperFirst(target)}`;
    const frame: Frame = { kind, first, last, wantedLabel, label: undefined };
    const body = this.#frames.within(frame, () => {
      const made = this.range(steps, inner);
      return kind === "loop" && completes(made) ? [...made, this.#frames.leave()] : made;
    });
    if (kind === "block") return { kind, label: frame.label ?? wantedLabel, body };
    return { kind, label: frame.label, before: this.#pollSetup(header), body };
  }

  #pollSetup(step: StepPlanning | undefined): LoopStatement["before"] {
    const times = step && this.#polls.get(step.index);
    const local = step && this.#polling.get(step.index);
    if (step === undefined || times === undefined || local === undefined) return undefined;
    const comment = step.step.description ?? step.operation.summary;
    return { kind: "poll", stepId: step.step.stepId, local, times, comment };
  }

  #step(step: StepPlanning): readonly Statement[] {
    const { failure } = this.#planning.graph.branches(step.index);
    if (failure.every(({ then }) => then.kind !== "retry")) return this.#statements(step, undefined);
    const setup: RetrySetup = {
      kind: "retry",
      stepId: step.step.stepId,
      local: this.#nameFor(step.index, "retry"),
      comment: step.step.description ?? step.operation.summary,
    };
    const frame: Frame = {
      kind: "retry",
      first: step.index,
      last: step.index,
      wantedLabel: "retrying",
      label: undefined,
    };
    const body = this.#frames.within(frame, () => {
      const made = this.#statements(step, setup.local);
      return completes(made) ? [...made, this.#frames.leave()] : made;
    });
    return [{ kind: "loop", label: frame.label, before: setup, body }];
  }

  #statements(step: StepPlanning, retry: string | undefined): readonly Statement[] {
    const { endings } = this;
    return stepStatements(step, {
      planning: this.#planning,
      frames: this.#frames,
      endings,
      polling: this.#polling,
      retry,
    });
  }

  #nameFor(index: number, name: string): string {
    const answer = this.#planning.steps.find((step) => step.index === index)?.answer ?? "step";
    return this.#planning.scope.take(name, `${answer}${upperFirst(name)}`);
  }
}
