import type { Runner, Wakeups } from "../../generated/index.js";
import { inProcess } from "../../generated/runtime/run/runner.js";

/** The waits of many runs, which last until they are woken or ended, and not for a time. */
export class Waits {
  /** How many were ended early, by a wake-up. */
  woken = 0;
  /** Ends all waits, and those that begin from now on, as if their time were over. */
  end = (): void => undefined;
  readonly #ended = new Promise<boolean>((resolve) => {
    this.end = () => resolve(false);
  });

  readonly runner: Runner = {
    ...inProcess,
    wait: async (_id, _ms, { name, wakeups }) => {
      const isWoken = await this.#waited(name, wakeups);
      if (isWoken) this.woken += 1;
      return isWoken;
    },
  };

  async #waited(name: string, wakeups: Wakeups | undefined): Promise<boolean> {
    let stop: (() => void) | undefined;
    const woken = new Promise<boolean>((resolve) => {
      stop = wakeups?.listen(name, () => resolve(true));
    });
    try {
      return await Promise.race([woken, this.#ended]);
    } finally {
      stop?.();
    }
  }
}
