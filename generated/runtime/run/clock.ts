// Written by twilio-workflows with each run: what is changed here is lost.
import type { Answer } from "../answers/call.js";

/**
 * The time of a run, in milliseconds since it began, as its answers and waits tell it. No other clock decides how a run
 * goes on, so that one whose answers are replayed goes the same way, however long after.
 */
export class Clock {
  now = 0;
  /** `Answer.at` of the moment when the run began. */
  #origin: number | undefined;

  /** `Answer.at` of the latest answer. */
  latest: number | undefined;

  /** Whether the latest answer was had before by the engine that carries out the run. */
  replaying = false;

  /** An answer was had. One that does not say when takes no time. */
  answered({ at, ms = 0, replayed = false }: Answer): void {
    this.replaying = replayed;
    this.latest = at;
    if (at === undefined) return;
    this.#origin ??= at - ms - this.now;
    this.now = Math.max(this.now, at - this.#origin);
  }
}
