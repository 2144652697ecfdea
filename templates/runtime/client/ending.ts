import { onAbort } from "./abort.js";

/**
 * When one attempt at a request is given up: after some time, or by the caller's own signal. An `AbortSignal` would do the
 * same, but to make one costs as much as all else that is done for a request.
 */
export class Ending {
  /** Whether it is given up, and whether that is for the time that it took. */
  isOver = false;
  isLate = false;
  reason: unknown;
  readonly #callbacks = new Set<() => void>();
  readonly #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #unheard: () => void;

  /** @param timeout In milliseconds. Default: its time is not bounded */
  constructor(timeout?: number, signal?: AbortSignal) {
    if (timeout !== undefined) {
      this.#timer = setTimeout(() => {
        this.isLate = true;
        this.giveUp(new Error(`no whole answer within ${timeout} ms`));
      }, timeout);
    }
    this.#unheard = onAbort(signal, () => this.giveUp(signal?.reason));
    if (signal?.aborted) this.giveUp(signal.reason);
  }

  /** Calls back when it is given up, unless what it returns is called before. */
  onEnd(callback: () => void): () => void {
    this.#callbacks.add(callback);
    return () => this.#callbacks.delete(callback);
  }

  /** Settles as `work` does, or rejects with the reason as soon as it is given up, whether `work` heeds that or not. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = (): void => reject(this.reason);
      const settled = this.onEnd(end);
      if (this.isOver) end();
      work.finally(settled).then(resolve, reject);
    });
  }

  /** Has it never be given up from now on. */
  close(): void {
    clearTimeout(this.#timer);
    this.#unheard();
  }

  giveUp(reason: unknown): void {
    this.isOver = true;
    this.reason = reason;
    for (const callback of this.#callbacks) callback();
  }
}
