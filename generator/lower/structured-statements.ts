import { isCall, type LinkedStep } from "../link/linked-step.js";
import type { PollSetup, RetrySetup, Statement } from "../ir/model.js";
import { upperFirst } from "../link/names.js";
import type { CheckedStep } from "../check/check-step.js";
import type { CheckedWorkflow } from "../check/check-workflow.js";
import { completes } from "../ir/completes.js";
import type { Frame, Frames } from "./frames.js";
import type { Interval } from "../flow/loops-and-blocks.js";
import { forEach } from "./each-statement.js";
import { forPages } from "./pages-statement.js";
import { stepStatements, successStatements, type StepContext } from "./step-statements.js";

/** Makes the statements of steps, with the blocks and loops around them. */
export class StatementBuilder {
  readonly #workflow: CheckedWorkflow;
  readonly #frames: Frames;
  /** The variables of polls and of answers, by the positions of their steps. */
  readonly #polling: ReadonlyMap<number, string>;
  readonly #answers: ReadonlyMap<number, string>;

  constructor(workflow: CheckedWorkflow, frames: Frames) {
    this.#workflow = workflow;
    this.#frames = frames;
    this.#answers = new Map(workflow.steps.map(({ deed: { step } }) => [step.index, step.answer]));
    const names = [...workflow.polls.keys()].map((index) => [index, this.#nameFor(index, "polling")] as const);
    this.#polling = new Map(names);
  }

  /** The statements of some steps in a row, in the intervals that begin among them: the outermost of each place first. */
  range(steps: readonly CheckedStep[], intervals: readonly Interval[]): readonly Statement[] {
    const made: Statement[] = [];
    let [place, next] = [0, 0];
    for (let step = steps[place]; step !== undefined; step = steps[place]) {
      const { index } = step.deed.step;
      while ((intervals[next]?.first ?? index) < index) next += 1;
      const interval = intervals[next];
      if (interval?.first !== index) {
        made.push(...this.#alone(step));
        place += 1;
        continue;
      }
      const end = endOf(steps, place, (other) => other.deed.step.index > interval.last);
      const behind = endOf(intervals, next + 1, ({ first }) => first > interval.last);
      const within = intervals.slice(next + 1, behind).filter(({ last }) => last <= interval.last);
      const inside = this.#interval(interval, steps.slice(place, end), within);
      made.push(...(interval.kind === "loop" && interval.last === index ? this.#throughList(step, inside) : inside));
      [place, next] = [end, behind];
    }
    return made;
  }

  /** A step with the loop over its list around it, which stands around that of its poll if it is polled. */
  #alone(step: CheckedStep): readonly Statement[] {
    const made = this.step(step);
    return this.#polling.has(step.deed.step.index) ? made : this.#throughList(step, made);
  }

  /** The statements of a step, around them the loop over its list, or over its pages, and behind that what follows these. */
  #throughList(step: CheckedStep, body: readonly Statement[]): readonly Statement[] {
    if (step.pages === undefined) return forEach(step, body);
    return [...forPages(step, step.pages, body), ...successStatements(step, this.#context(undefined))];
  }

  #context(retry: string | undefined): StepContext {
    return { jumps: this.#frames, polling: this.#polling, retry };
  }

  #interval(interval: Interval, steps: readonly CheckedStep[], inner: readonly Interval[]): readonly Statement[] {
    const { kind, first, last } = interval;
    const [begun] = steps;
    const header = begun?.deed.step;
    const name = header?.answer ?? "step";
    const target = this.#answers.get(last + 1) ?? "end";
    const wantedLabel = kind === "loop" ? `repeat${upperFirst(name)}` : `before${upperFirst(target)}`;
    const frame: Frame = { kind, first, last, wantedLabel, label: undefined };
    const body = this.#frames.within(frame, () => {
      const made = this.range(steps, inner);
      return kind === "loop" && completes(made) ? [...made, this.#frames.leave()] : made;
    });
    if (kind === "block") return [{ kind, label: frame.label ?? wantedLabel, body }];
    const setup = header && this.pollSetup(header);
    const listens = begun === undefined ? [] : this.listens(begun, setup);
    return [...listens, { kind, label: frame.label, before: listens.length > 0 ? undefined : setup, body }];
  }

  /** Where a callback wakes the poll of a step: begins it, with what waits between its attempts if that is given. */
  listens({ deed }: CheckedStep, setup: PollSetup | undefined): readonly Statement[] {
    const polling = this.#polling.get(deed.step.index);
    if (polling === undefined || !("request" in deed) || deed.request.callback === undefined) return [];
    return [{ kind: "listen", polling, setup, ...deed.request.callback }];
  }

  /** What waits between two attempts at a step, if it is polled. */
  pollSetup(step: LinkedStep): PollSetup | undefined {
    const times = this.#workflow.polls.get(step.index)?.times;
    const local = this.#polling.get(step.index);
    if (times === undefined || local === undefined) return undefined;
    const comment = commentOf(step);
    return { kind: "poll", stepId: step.step.stepId, local, times, comment };
  }

  /** The statements of one step, in a loop if it may be retried. */
  step(checked: CheckedStep): readonly Statement[] {
    const { step } = checked.deed;
    if (checked.failure.every(({ then }) => then.kind !== "retry")) return this.#statements(checked, undefined);
    const setup: RetrySetup = {
      kind: "retry",
      stepId: step.step.stepId,
      local: this.#nameFor(step.index, "retry"),
      polling: isCall(step) ? undefined : this.#polling.get(step.index),
      comment: commentOf(step),
    };
    const frame: Frame = {
      kind: "retry",
      first: step.index,
      last: step.index,
      wantedLabel: "retrying",
      label: undefined,
    };
    const body = this.#frames.within(frame, () => {
      const made = this.#statements(checked, setup.local);
      return completes(made) ? [...made, this.#frames.leave()] : made;
    });
    return [{ kind: "loop", label: frame.label, before: setup, body }];
  }

  #statements(step: CheckedStep, retry: string | undefined): readonly Statement[] {
    return stepStatements(step.pages === undefined ? step : { ...step, success: [] }, this.#context(retry));
  }

  #nameFor(index: number, name: string): string {
    const answer = this.#answers.get(index) ?? "step";
    return this.#workflow.scope.take(name, `${answer}${upperFirst(name)}`);
  }
}

function commentOf(step: LinkedStep): string | undefined {
  return step.step.description ?? (isCall(step) ? step.target.summary : step.operation.summary);
}

/** The place of the first item from some place on that is behind something, else the end of the list. */
function endOf<T>(list: readonly T[], from: number, isBehind: (item: T) => boolean): number {
  let place = from;
  for (let item = list[place]; item !== undefined && !isBehind(item); item = list[place]) place += 1;
  return place;
}
