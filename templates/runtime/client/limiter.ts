import { onAbort } from "./abort.js";
import type { Answer } from "../answers/call.js";

/** How many requests of one limit have to be answered without a 429 until one more may be under way. */
const QUIET_ROUNDS = 10;

/**
 * Limits how many requests are under way at a time: a 429 halves the limit, and quiet raises it by one and one. Those
 * that have to wait go in the order in which they came.
 */
export class Limiter {
  readonly #most: number;
  #limit: number;
  #underWay = 0;
  #quiet = 0;
  /** Counts the times that the limit was halved: what was sent before the last of them says nothing new. */
  #halvings = 0;
  readonly #waiting = new Set<() => void>();

  /** @param most What the limit begins at, and never exceeds. */
  constructor(most: number) {
    this.#most = most;
    this.#limit = most;
  }

  /** Sends a request when its turn has come; rejects with the reason of the signal if that comes first. */
  async run(send: () => Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
    signal?.throwIfAborted();
    await this.#turn(signal);
    const halvings = this.#halvings;
    try {
      const answer = await send();
      if (answer.status === 429) this.#lower(halvings);
      else this.#raise();
      return answer;
    } finally {
      this.#underWay -= 1;
      this.#admit();
    }
  }

  async #turn(signal: AbortSignal | undefined): Promise<void> {
    if (this.#waiting.size === 0 && this.#underWay < this.#limit) {
      this.#underWay += 1;
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const stop = onAbort(signal, () => {
        this.#waiting.delete(go);
        reject(signal?.reason);
      });
      const go = (): void => {
        stop();
        resolve();
      };
      this.#waiting.add(go);
      this.#admit();
    });
  }

  #admit(): void {
    for (const go of this.#waiting) {
      if (this.#underWay >= this.#limit) return;
      this.#underWay += 1;
      this.#waiting.delete(go);
      go();
    }
  }

  #lower(halvings: number): void {
    this.#quiet = 0;
    if (halvings !== this.#halvings) return;
    this.#halvings += 1;
    this.#limit = Math.max(1, Math.floor(this.#limit / 2));
  }

  #raise(): void {
    this.#quiet += 1;
    if (this.#quiet < this.#limit * QUIET_ROUNDS) return;
    this.#quiet = 0;
    this.#limit = Math.min(this.#most, this.#limit + 1);
  }
}
