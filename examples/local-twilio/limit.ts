import { setTimeout as pause } from "node:timers/promises";

export interface LimitOptions {
  /** How many requests are let in each second; those beyond get a 429. @default no limit */
  readonly requestsPerSecond?: number;
  /** How long each request takes, in milliseconds. @default no longer than it has to */
  readonly latency?: number;
}

/** Lets in as many requests as its rate allows: a bucket that is full at first, and fills again as time goes by. */
export class RateLimit {
  readonly #perSecond: number;
  readonly #latency: number;
  #tokens: number;
  #filled = performance.now();

  constructor({ requestsPerSecond = Number.POSITIVE_INFINITY, latency = 0 }: LimitOptions) {
    this.#perSecond = requestsPerSecond;
    this.#latency = latency;
    // A tenth of a second's worth, so that the rate holds from the beginning.
    this.#tokens = requestsPerSecond / 10;
  }

  async delay(): Promise<void> {
    if (this.#latency > 0) await pause(this.#latency);
  }

  admits(): boolean {
    if (this.#perSecond === Number.POSITIVE_INFINITY) return true;
    const now = performance.now();
    const fresh = ((now - this.#filled) / 1_000) * this.#perSecond;
    this.#tokens = Math.min(this.#perSecond / 10, this.#tokens + fresh);
    this.#filled = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
