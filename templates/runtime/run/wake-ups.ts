import type { CallbackOptions } from "../options/options.js";
import type { Runner, WakeUp } from "./runner.js";

/** Who carries out a run, and the callbacks that it takes. */
interface Waiting {
  readonly runner: Runner;
  readonly callbacks: CallbackOptions | undefined;
}

/** The URL that callbacks to a run are sent to; `undefined` if it takes none. */
export function urlOfCallbacks({ runner: { mailbox }, callbacks }: Waiting): string | undefined {
  if (callbacks === undefined || mailbox === undefined) return callbacks?.url;
  return `${callbacks.url}${callbacks.url.includes("?") ? "&" : "?"}run=${encodeURIComponent(mailbox)}`;
}

/** What wakes a run by a name; `undefined` if nothing can. */
export function wakeUpOf(name: string, { runner: { runId, wait }, callbacks }: Waiting): WakeUp | undefined {
  if (callbacks === undefined || wait === undefined) return undefined;
  const { wakeups } = callbacks;
  // An engine has messages of its own.
  return wakeups === undefined && runId === undefined ? undefined : { name, wakeups };
}

/** Waits by a runner. Resolves with whether that was ended early, by the wake-up. */
export async function waitBy(
  runner: Runner,
  { id, ms, wakeUp, signal }: { id: string; ms: number; wakeUp: WakeUp | undefined; signal: AbortSignal | undefined },
): Promise<boolean> {
  if (wakeUp && runner.wait) return runner.wait(id, ms, wakeUp, signal);
  await runner.sleep(id, ms, signal);
  return false;
}
