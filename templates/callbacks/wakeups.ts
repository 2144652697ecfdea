import type { Wakeups } from "../runtime/index.js";

export interface WakeupOptions {
  /**
   * How many wake-ups are remembered for which nobody has waited yet, such as one that arrives before the answer to the
   * request that it is about; the oldest are forgotten first. @default 10_000
   */
  readonly remembered?: number | undefined;
}

/** The wake-ups of one process. Its functions can be passed on by themselves. */
export interface LocalWakeups extends Wakeups {
  /** Wakes all runs that wait for this, or the next one that does. */
  readonly wake: (name: string) => void;
}

/** By which the handler of callbacks wakes the runs of its own process. */
export function createWakeups({ remembered = 10_000 }: WakeupOptions = {}): LocalWakeups {
  const waiting = new Map<string, readonly (() => void)[]>();
  const early = new Set<string>();
  return {
    listen(name, wake) {
      if (early.delete(name)) wake();
      waiting.set(name, [...(waiting.get(name) ?? []), wake]);
      return () => {
        const others = (waiting.get(name) ?? []).filter((other) => other !== wake);
        if (others.length > 0) waiting.set(name, others);
        else waiting.delete(name);
      };
    },
    wake(name) {
      const woken = waiting.get(name);
      if (woken) return woken.forEach((wake) => wake());
      // Again, it is the newest.
      early.delete(name);
      early.add(name);
      for (const oldest of early) {
        if (early.size <= remembered) break;
        early.delete(oldest);
      }
    },
  };
}
