import { visible } from "../diagnostics.js";
import type { Session } from "./session.js";

/** What a run tells of its steps. @see templates/runtime/run/events.ts */
export interface StepEvent {
  readonly type: "start" | "attempt" | "retry" | "wait" | "end";
  readonly stepId: string;
  readonly id: string;
  /** 0 is an answer out of the checkpoint. */
  readonly attempt: number;
  readonly status?: number | undefined;
  readonly ms?: number | undefined;
  readonly method?: string | undefined;
  readonly url?: string | undefined;
}

/** Says on a terminal how far a run has come: a line for each step, and one that changes for what it is doing. */
export class RunProgress {
  readonly #session: Session;
  readonly #isShown: boolean;
  /** How often each step was asked for, by the id of its first request. */
  readonly #polls = new Map<string, number>();

  constructor(session: Session, isShown: boolean) {
    this.#session = session;
    this.#isShown = isShown;
  }

  readonly onStep = (event: StepEvent): void => {
    if (!this.#isShown) return;
    const { type, stepId, ms = 0 } = event;
    const { progress } = this.#session;
    if (type === "start") progress.show(`${stepId}: ${where(event)}`);
    else if (type === "wait") progress.show(`${stepId}: asks again in ${seconds(ms)}, asked ${times(event.attempt)}`);
    else if (type === "retry") progress.show(`${stepId}: ${answer(event)}, sends it again in ${seconds(ms)}`);
    else if (type === "end") this.#end(event);
  };

  /** Of a poll, the first answer gets its line; what comes later is shown only while it is the latest. */
  #end(event: StepEvent): void {
    const { stepId, id, attempt, ms = 0 } = event;
    const key = id.replace(/\/poll-\d+$/, "");
    const count = (this.#polls.get(key) ?? 0) + 1;
    this.#polls.set(key, count);
    const took = attempt === 0 ? "out of the checkpoint" : seconds(ms);
    const said = `${stepId}: ${where(event)}, ${answer(event)}, ${took}`;
    if (count > 1) return this.#session.progress.show(said);
    this.#session.progress.clear();
    this.#session.terminal.stderr.write(`${said}\n`);
  }
}

function where({ method = "", url = "" }: StepEvent): string {
  return visible(`${method} ${url}`);
}

function answer({ status }: StepEvent): string {
  return status === undefined || status === 0 ? "no answer" : String(status);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
